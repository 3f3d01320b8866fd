import caseInputs from 'virtual:record/cases.case';
import { useTranslation } from 'react-i18next';
import { type Act, useActs, useFormat, useOffice, useSession } from '../../../../platform/shell/index.ts';
import { Badge, Buttons, Empty, Link, Name, Section } from '../../../../platform/ui/index.ts';
import type { CaseHead } from '../../../cases/contract/index.ts';
import { useAsk, useRead } from '../api.ts';

/** Somebody who lives with the child, or has the same parents, as the registers say. */
export interface Relative {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly kind: 'sibling' | 'same-household';
  /** Their newest case, where they have one. */
  readonly file: { readonly case: string; readonly worker: string | null; readonly status: string } | null;
}

/** Household and family of the child by the registers, with their cases; those with a case first. */
export function useRelatives(head: CaseHead): readonly Relative[] {
  const { may } = useSession();
  const person = useRead(
    '/api/people/person/{id}',
    { id: head.person ?? '' },
    { enabled: head.person !== null && may('read', 'people.person') },
  );
  const found = [
    ...(person.data?.siblings ?? []).map((one) => ({ ...one, kind: 'sibling' as const })),
    ...(person.data?.household ?? []).map((one) => ({ ...one, kind: 'same-household' as const })),
  ];
  const files = useAsk('/api/cases/of-persons', { persons: found.map(({ id }) => id) }, { enabled: found.length > 0 });
  const fileOf = new Map((files.data?.rows ?? []).map((row) => [row.person, row]));
  return found
    .map((one) => ({ ...one, file: fileOf.get(one.id) ?? null }))
    .sort((a, b) => Number(b.file !== null) - Number(a.file !== null));
}

/** Whoever has a case is offered to be linked with one press. */
export function Relatives({
  head,
  relatives,
  linked,
}: {
  readonly head: CaseHead;
  readonly relatives: readonly Relative[];
  readonly linked: readonly string[];
}) {
  const { t } = useTranslation(['suspects', 'cases']);
  const { date } = useFormat();
  const { nameOf } = useOffice();
  const { button, dialog } = useActs(head, caseInputs, { name: (act) => t(`act.${act}`) });
  const link = (other: string, kind: Relative['kind']): Act => ({
    name: 'link-case',
    target: { other, kind },
    atOnce: true,
    fields: [],
  });
  return (
    <Section title={t('links.group-family')}>
      {relatives.length === 0 && <Empty title={t(head.person ? 'links.no-family' : 'links.nobody-known')} />}
      <ul className="stack">
        {relatives.map(({ id, name, birthDate, kind, file }) => (
          <li key={id}>
            <Link to="/people/$id" params={{ id }}>
              <Name>{name || t('case.no-name')}</Name>
            </Link>{' '}
            <span className="small soft">{[t(`link-kind.${kind}`), birthDate && date(birthDate)].filter(Boolean).join(' · ')}</span>{' '}
            {file && (
              <>
                <Badge tone={linked.includes(file.case) ? 'plain' : 'orange'}>
                  {t(linked.includes(file.case) ? 'links.is-linked' : 'links.has-case')}
                </Badge>{' '}
                <span className="small soft">
                  {t('case.worker')}: {file.worker ? <Name>{nameOf(file.worker)}</Name> : t('case.nobody')}
                </span>
                {!linked.includes(file.case) && file.case !== head.id && <Buttons>{button(link(file.case, kind), { of: name })}</Buttons>}
              </>
            )}
          </li>
        ))}
      </ul>
      {dialog}
    </Section>
  );
}
