import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Columns, Form, Notice, OfflineStrip, Section, Skeleton, Stack, useToast, type Wrong } from '../../ui/index.ts';
import { useCommand, useReadAnew } from '../data/reading.ts';
import { useOnline } from '../data/useOnline.ts';
import { useFormat } from '../format.ts';
import { useSession } from '../session.tsx';
import { answersOf, asked, same, startsOf, wrongIn } from './answers.ts';
import { type AskedField, completed, type FormField, type FormValues, type RecordInputs } from './field.ts';
import { Meanwhile } from './Meanwhile.tsx';
import { Missing } from './Missing.tsx';
import { Questions } from './Question.tsx';
import { useDraft, useDraftsReady } from './useDraft.ts';
import './form.css';

interface Props {
  /** The kind of record, or what its commands are told as `virtual:record/<kind>` gives it: then fields need no more than their words. */
  readonly kind: string | RecordInputs;
  /** The record; left out where the command makes a new one. */
  readonly id?: string;
  readonly name: string;
  readonly fields: readonly AskedField[];
  /** The present record: the initial value of each field, under its name. */
  readonly held?: object;
  /** Sent beside the answers: what the command is about. */
  readonly target?: object;
  /** The name under which the id of what the command makes is sent: the same however often the form is. */
  readonly makes?: string;
  /** The command's input from the answers; the answers themselves unless said. `made` is the same new id however often the form is sent. */
  readonly input?: (answers: Record<string, unknown>, made: string) => object;
  /** Where it is sent, if not as a command: a route that does more than the record can. A method, so that it may name the input it takes. */
  send?(input: object, commandId: string): Promise<unknown>;
  readonly submit: string | ((answers: Record<string, unknown>) => string);
  /** What the reader should know before answering. */
  readonly about?: ReactNode;
  /** Stands beside the sections, or above the button where there are none: warnings, for what was answered so far; `drop` where the answers went another way, and are no draft any more. */
  readonly side?: (answers: Record<string, unknown>, drop: () => void) => ReactNode;
  /** Asked when the form is to be sent: where it says no, nothing is, and the reader is shown why beside the questions. */
  readonly before?: (answers: Record<string, unknown>) => Promise<boolean>;
  readonly grave?: boolean;
  /** The version of the record on which the questions rest; where it has another by then, nothing is overwritten unseen. */
  readonly version?: number;
  /** The questions once the record was read anew, where the page does not give them with its next rendering. Undefined: whoever comes second is refused. */
  readonly anew?: () => Pick<Props, 'fields' | 'held' | 'version'> | undefined;
  /** What tells this form's draft from another one's on the same record and command. */
  readonly draft?: string;
  /** A method, so that it may name the input that was sent. */
  onDone(id: string, input: object): void;
  /** Left out where the form is a part of its page: there is nothing to close. */
  readonly onClose?: () => void;
}

/** How often a form is sent again automatically if others changed the record meanwhile, but none of its fields. */
const maxAutoResends = 3;

/** The form of one command on one record: its questions, what was typed of them before, and what came of sending it. */
export function CommandForm(props: Props) {
  const { draftKey, user } = useSession();
  return useDraftsReady(draftKey, user.id) ? <ReadyForm {...props} /> : <Skeleton />;
}

function ReadyForm({
  kind: record,
  id,
  name,
  fields: given,
  held,
  target,
  makes,
  input = (answers) => answers,
  submit,
  about,
  side,
  before,
  grave = false,
  ...props
}: Props) {
  const { t } = useTranslation('shell');
  const { date } = useFormat();
  const online = useOnline();
  const kind = typeof record === 'string' ? record : record.kind;
  const inputs = typeof record === 'string' ? undefined : record.commands[name];
  const fieldsOf = (asks: readonly AskedField[]) => asks.map((field) => completed(field, inputs));
  const [merged, setMerged] = useState<readonly FormField[]>();
  const fields = merged ?? fieldsOf(given);
  const [version, setVersion] = useState(props.version);
  const [base, setBase] = useState(() => startsOf(fields, held));
  const draft = useDraft([kind, id ?? '', name, props.draft ?? ''].join(' '), fields, base);
  const [theirs, setTheirs] = useState<FormValues>(draft.theirs);
  const [tried, setTried] = useState(false);
  const values: FormValues = { ...startsOf(fields, held), ...base, ...draft.values };
  const latest = useRef<Pick<Props, 'fields' | 'held' | 'version'>>(undefined);
  latest.current = { fields: given, ...(held ? { held } : {}), ...(props.version === undefined ? {} : { version: props.version }) };

  const drop = () => {
    draft.drop();
    sayKept.current = false;
  };
  const command = useCommand(kind, (sent) => {
    drop();
    props.onDone(sent.id, sent.input);
  });
  const sayKept = useSaysKept(draft.typed);
  const readAnew = useReadAnew();
  /** Others changed the record: what they wrote to what is asked here is shown; where they wrote nothing of that, the form goes on its way. */
  const merge = async (tries: number) => {
    await readAnew();
    const now = props.anew ? props.anew() : latest.current;
    if (!now?.version || now.version === version) return;
    const after = fieldsOf(now.fields);
    const starts = startsOf(after, now.held);
    const changed = after.filter((field) => !same(field, base[field.name], starts[field.name]));
    setMerged(props.anew && after);
    setVersion(now.version);
    setBase(starts);
    if (changed.length === 0 && tries > 0) return send(now.version, tries - 1);
    command.reset();
    // What was left as it stood becomes what they wrote; what was written here stays.
    setTheirs(Object.fromEntries(changed.map((field) => [field.name, starts[field.name]])));
    draft.rebase(starts);
  };
  const send = (on = version, tries = maxAutoResends): void =>
    command.mutate(
      {
        id: id ?? draft.made,
        name,
        input: { ...(makes ? { [makes]: draft.made } : {}), ...target, ...input(answersOf(fields, values), draft.made) },
        ...(on === undefined ? {} : { expectedVersion: on }),
        send: props.send,
      },
      { onError: (problem) => void (problem.code === 'ledger.changed-meanwhile' && on !== undefined && merge(tries)) },
    );
  const found = wrongIn(fields, values, (key, { day, ...more } = {}) =>
    t(`form.${key}`, { ...more, ...(day === undefined ? {} : { day: date(String(day)) }) }),
  );
  const told = JSON.stringify(tried ? [...found] : []);
  const wrong: Wrong = useMemo(() => new Map(JSON.parse(told) as [string, string][]), [told]);
  const [asking, setAsking] = useState(false);
  const submitted = async () => {
    setTried(true);
    if (found.size > 0) return;
    if (!before) return send();
    setAsking(true);
    const goes = await before(answersOf(fields, values));
    setAsking(false);
    if (goes) send();
  };
  const change = (next: FormValues) => {
    // An error disappears once its field was changed.
    if (command.error) command.reset();
    draft.keep(next);
  };
  const questions = (some: readonly FormField[]) => (
    <Questions
      fields={some}
      values={values}
      onChange={change}
      below={(field) =>
        field.name in theirs && (
          <Meanwhile
            field={field}
            theirs={theirs[field.name]}
            mine={values[field.name]}
            onTake={() => change({ ...values, [field.name]: theirs[field.name] })}
          />
        )
      }
    />
  );
  const sections = sectionsOf(fields);
  const onPage = sections.some(({ title }) => title);
  const asks = onPage
    ? sections.map(({ title, fields: some }) => (
        <Section key={title ?? ''} {...(title ? { title } : {})}>
          {questions(some)}
        </Section>
      ))
    : questions(fields);
  const refusal = command.error?.code === 'offline' ? { sentence: t('form.unsent'), fields: [] } : (command.error ?? undefined);
  return (
    <Form
      onSubmit={() => void submitted()}
      submit={typeof submit === 'string' ? submit : submit(answersOf(fields, values))}
      pending={command.isPending || asking}
      refused={refusal}
      wrong={wrong}
      {...(props.onClose ? { onCancel: props.onClose, focus: true } : {})}
      grave={grave}
      wide={onPage}
    >
      {about}
      {!online && !refusal && <OfflineStrip says={t('form.offline')}>{t('form.offline-more')}</OfflineStrip>}
      {draft.restored && (
        <Notice tone="blue">
          <p>{t('form.restored', { time: draft.restored })}</p>
          <Button onPress={draft.drop}>{t('form.start-anew')}</Button>
        </Notice>
      )}
      {Object.keys(theirs).length > 0 && (
        <div role="alert">
          <Notice tone="orange" title={t('meanwhile.title')}>
            {t('meanwhile.lead')}
          </Notice>
        </div>
      )}
      {onPage ? (
        <Columns>
          <Stack>{asks}</Stack>
          <Stack>
            {side?.(answersOf(fields, values), drop)}
            <Missing fields={asked(fields, values)} values={values} />
          </Stack>
        </Columns>
      ) : (
        <>
          {asks}
          {side?.(answersOf(fields, values), drop)}
        </>
      )}
    </Form>
  );
}

/** Says, when a form goes whose answers were not sent, that they are kept. */
function useSaysKept(typed: boolean) {
  const { t } = useTranslation('shell');
  const say = useToast();
  const kept = useRef(false);
  useEffect(() => {
    kept.current = typed;
  }, [typed]);
  useEffect(() => () => (kept.current ? say(t('form.kept')) : undefined), [say, t]);
  return kept;
}

/** Fields under the title that the first of them gives. */
function sectionsOf(fields: readonly FormField[]) {
  const sections: { readonly title: string | undefined; readonly fields: FormField[] }[] = [];
  for (const field of fields) {
    if (field.section || sections.length === 0) sections.push({ title: field.section, fields: [] });
    sections.at(-1)!.fields.push(field);
  }
  return sections;
}
