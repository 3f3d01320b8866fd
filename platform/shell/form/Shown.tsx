import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dialled } from '../../cells/telephone.ts';
import type { Born } from '../../decider/index.ts';
import { Badge, Name } from '../../ui/index.ts';
import { useFormat } from '../format.ts';
import { useOffice } from '../office.ts';
import type { FormField } from './field.ts';

const isNothing = (held: unknown) => held === undefined || held === null || held === '' || (Array.isArray(held) && held.length === 0);

/** A telephone number that can be called. */
const CallLink = ({ number }: { readonly number: string }) => (
  <a href={`tel:${dialled(number)}`} dir="ltr">
    {number}
  </a>
);
const MailLink = ({ address }: { readonly address: string }) => <a href={`mailto:${address}`}>{address}</a>;

type Row = Readonly<Record<string, unknown>>;
type Say = (field: FormField, held: unknown) => ReactNode;

/** Several of a kind, each under its first field; of a yes it is said what for. */
function Group({
  fields: [first, ...others],
  rows,
  shown,
}: {
  readonly fields: readonly FormField[];
  readonly rows: readonly Row[];
  readonly shown: Say;
}) {
  const yes = (row: Row) => others.filter(({ kind, name }) => kind === 'yes' && row[name] === true);
  const said = (row: Row) => others.filter(({ kind, name }) => kind !== 'yes' && !isNothing(row[name]));
  return (
    <ul className="stack">
      {rows.map((row) => (
        <li key={JSON.stringify(row)}>
          <strong>{first && shown(first, row[first.name])}</strong>{' '}
          {yes(row).map(({ name, label }) => (
            <Badge key={name} tone="orange">
              {label}
            </Badge>
          ))}
          {said(row).map((field) => (
            <div key={field.name} className="small">
              {shown(field, row[field.name])}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** Shows the value that a record has for a field, by the field's kind. */
export function useShown(): Say {
  const { t } = useTranslation('shell');
  const { date, days, number, ward } = useFormat();
  const { nameOf } = useOffice();
  const plain = (held: unknown): string => {
    if (typeof held === 'boolean') return t(held ? 'meanwhile.yes' : 'meanwhile.no');
    if (Array.isArray(held)) return held.map(plain).join(', ');
    if (held && typeof held === 'object') return Object.values(held).map(plain).filter(Boolean).join(' · ');
    return String(held ?? '');
  };
  const shown: Say = (field, held) => {
    if (isNothing(held)) return field.none;
    if (typeof field.kind === 'object') return field.kind.Shown ? <field.kind.Shown key={field.name} held={held} /> : plain(held);
    const text = String(held);
    switch (field.kind) {
      case 'number':
        return number(held as number);
      case 'day':
      case 'partial-date':
        return date(text);
      case 'born':
        return days(held as Born);
      case 'ward':
        return ward(text);
      case 'wards':
        return (held as readonly string[]).map(ward).join(', ');
      case 'user':
        return <Name key={field.name}>{nameOf(text)}</Name>;
      case 'yes':
        return plain(held);
      case 'one':
      case 'pick':
      case 'several':
      case 'people': {
        const words = new Map(field.options.map(([key, label]) => [key, label]));
        return [held]
          .flat()
          .map((one: unknown) => words.get(one as string) ?? String(one))
          .join(', ');
      }
      case 'lines':
        return plain(held);
      case 'group':
        return <Group key={field.name} fields={field.fields} rows={held as readonly Row[]} shown={shown} />;
      case 'line':
        if (field.type === 'tel') return <CallLink key={field.name} number={text} />;
        if (field.type === 'email') return <MailLink key={field.name} address={text} />;
        return <Name key={field.name}>{text}</Name>;
      case 'text':
        return (
          <p key={field.name} dir="auto" className="prose">
            {text}
          </p>
        );
    }
  };
  return shown;
}
