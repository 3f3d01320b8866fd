import record from 'virtual:record/suspects.suspect';
import { useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AskedField, CommandForm, usePaused } from '../../../platform/shell/index.ts';
import { Button, Notice, useNavigate, useToast } from '../../../platform/ui/index.ts';
import { type CasePart, casePage, casePart } from '../../cases/web/index.ts';
import type { AlikeSuspect, CaseLinks } from '../contract/index.ts';
import { type SuspectRole, tellingWho } from '../domain/index.ts';
import { AlikeSuspects } from './AlikeSuspects.tsx';
import { call, useAsk, useCommand, useLinks } from './api.ts';
import { aboutFields, askFor, knownField, rolesField, saidIn, type Told } from './saying.ts';

/** Somebody is suspected in a case: who they are, what they did; whoever may be the same is shown before a second record is made. */
export default casePage('services', casePart('form', useLinks, NoteForm));

const alikePath = '/api/suspects/alike';
/** An answer of a moment ago is not asked for again when the form is sent: each is recorded as a reading. */
const freshMs = 10_000;
const mostAsked = 10;
/** A name of fewer letters sounds like too many. */
const fewestLetters = 3;

/** By which of what was told somebody may be known again. */
function tellingOf({ name = [], alias = [], phone = [], account = [] }: Told) {
  const names = [...name, ...alias].filter(({ length }) => length >= fewestLetters);
  return { names: names.slice(0, mostAsked), phones: phone.slice(0, mostAsked), accounts: account.slice(0, mostAsked) };
}
type Telling = ReturnType<typeof tellingOf>;

/** What can be written of how a carer is reached, where it looks like a telephone number. */
const phoneIn = (contact: string) => (contact.replace(/\D/g, '').length >= 6 ? [contact] : []);

function NoteForm({ head: { id: file }, of: { carers } }: CasePart<CaseLinks>) {
  const { carer: taken } = useSearch({ strict: false }) as { carer?: string };
  const carer = carers.find((one) => one.id === taken && one.suspect && !one.takenUp);
  const { t } = useTranslation(['suspects', 'cases']);
  const navigate = useNavigate();
  const client = useQueryClient();
  const say = useToast();
  const [asked, setAsked] = useState<Telling>(tellingOf({}));
  const tells = Object.values(asked).some(({ length }) => length > 0);
  const alike = useAsk(alikePath, asked, { enabled: tells });
  const rows = tells ? (alike.data?.rows ?? []) : [];
  const done = () => {
    say(t('act.done'));
    void navigate({ to: '/cases/$id/services', hash: 'links', params: { id: file } });
  };
  /** Nobody makes a second record before they were shown who may be the same, however slow the line. */
  const isShown = async (answers: Told): Promise<boolean> => {
    const telling = tellingOf(answers);
    if (JSON.stringify(telling) === JSON.stringify(asked) && !alike.isFetching) return true;
    setAsked(telling);
    const found = client.fetchQuery({
      queryKey: [alikePath, telling],
      queryFn: () => call('POST', alikePath, telling),
      staleTime: freshMs,
    });
    // A search that failed keeps nobody from writing down whom they suspect.
    return await found.then(
      (answer) => answer.rows.length === 0,
      () => true,
    );
  };
  const [sex, born] = aboutFields(t);
  const fields: AskedField[] = [
    {
      ...askFor(t, 'name'),
      section: t('suspects.who'),
      check: (values) => (tellingWho.some((what) => String(values[what]).trim()) ? undefined : t('problem.say-who-suspect')),
    },
    ...(['alias', 'phone', 'account'] as const).map((what) => askFor(t, what)),
    { ...rolesField(t), section: t('suspect.suspect-role') },
    knownField(t),
    { ...sex!, section: t('suspects.more') },
    born!,
    askFor(t, 'mark'),
    askFor(t, 'place'),
  ];
  const of = { case: file, ...(carer ? { carer: carer.id } : {}) };
  return (
    <CommandForm
      kind={record}
      name="note"
      draft={Object.values(of).join(' ')}
      fields={fields}
      held={carer ? { name: [carer.name], phone: phoneIn(carer.contact) } : {}}
      input={({ roles, known, sex: ofSex, born: bornOn, ...told }) => ({
        ...{ ...of, roles, known, sex: ofSex, born: bornOn },
        said: saidIn(told as Told),
      })}
      before={isShown}
      about={
        <>
          <h2>{t('suspects.note')}</h2>
          <p className="soft">{t('suspects.note-lead')}</p>
        </>
      }
      side={(answers, drop) => (
        <Alike
          answers={answers}
          rows={rows}
          onPause={setAsked}
          of={of}
          onDone={() => {
            drop();
            done();
          }}
        />
      )}
      submit={t(rows.length > 0 ? 'suspects.note-another' : 'suspects.note')}
      onDone={done}
      onClose={() => history.back()}
    />
  );
}

/** Who may be the same as was written so far; with one press it is said that it is they, with what was written. */
function Alike({
  answers,
  rows,
  onPause,
  of,
  onDone,
}: {
  readonly answers: Told & { readonly roles?: readonly SuspectRole[]; readonly known?: string };
  readonly rows: readonly AlikeSuspect[];
  readonly onPause: (telling: Telling) => void;
  readonly of: { readonly case: string; readonly carer?: string };
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('suspects');
  const paused = usePaused(JSON.stringify(tellingOf(answers)));
  useEffect(() => onPause(JSON.parse(paused) as Telling), [paused, onPause]);
  const connect = useCommand('suspects.suspect', onDone);
  const { roles = [], known: basis } = answers;
  const said = roles.length > 0 && basis !== undefined && { ...of, roles, basis };
  if (rows.length === 0) return null;
  return (
    <Notice tone="orange" title={t('suspects.alike-title')}>
      <p>{t('suspects.alike-lead')}</p>
      <AlikeSuspects
        rows={rows}
        act={(one) =>
          one.standing === 'suspected' && (
            <Button
              disabled={!said}
              pending={connect.isPending}
              label={`${t('suspects.is-this')}: ${one.names.join(' · ')}`}
              onPress={() => said && connect.mutate({ id: one.id, name: 'connect', input: said })}
            >
              {t('suspects.is-this')}
            </Button>
          )
        }
      />
      {connect.error && <p role="alert">{connect.error.sentence}</p>}
      {!said && <p className="small">{t('suspects.say-first')}</p>}
    </Notice>
  );
}
