import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { Await, useCommand } from '../../../platform/shell/index.ts';
import { Button, ChoiceField, Form, Notice, Section, SelectField, TextField, useToast } from '../../../platform/ui/index.ts';
import { CaseFrame, type CaseHead } from '../../cases/web/index.ts';
import type { CaseLinks } from '../contract/index.ts';
import { suspectRoles, suspectSexes } from '../domain/index.ts';
import { AlikeSuspects } from './AlikeSuspects.tsx';
import { call, useAsk, useRead } from './api.ts';
import { linesOf, nothingTold, saidIn, type Told } from './saying.ts';

/** Somebody is suspected in a case: who he is, what he did; whoever may be the same is shown before a second record is made. */
export default function NoteSuspectPage() {
  return <CaseFrame page="links">{(head) => <Found head={head} />}</CaseFrame>;
}

function Found({ head }: { readonly head: CaseHead }) {
  const { t } = useTranslation(['suspects', 'cases']);
  const { carer } = useSearch({ strict: false }) as { carer?: string };
  const found = useRead('/api/suspects/case/{id}/links', { id: head.id });
  return (
    <Await of={found}>
      {({ carers }) => (
        <Section title={t('suspects.note')}>
          <NoteForm head={head} carer={carers.find(({ id, suspect, takenUp }) => id === carer && suspect && !takenUp)} />
        </Section>
      )}
    </Await>
  );
}

/** After so long without a letter the writer is taken to pause. */
const pauseMs = 400;
const alikePath = '/api/suspects/alike';
interface Telling {
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly accounts: readonly string[];
}
/** An answer of a moment ago is not asked for again when the form is sent. */
const freshMs = 10_000;

/** What can be written of how a carer is reached, where it looks like a telephone number. */
const phoneIn = (contact = '') => (contact.replace(/\D/g, '').length >= 6 ? contact : '');

function NoteForm({ head, carer }: { readonly head: CaseHead; readonly carer: CaseLinks['carers'][number] | undefined }) {
  const { t } = useTranslation(['suspects', 'cases']);
  const navigate = useNavigate();
  const say = useToast();
  const [id] = useState(() => uuidv7());
  const [told, setTold] = useState<Told>({ ...nothingTold, name: carer?.name ?? '', phone: phoneIn(carer?.contact) });
  const [roles, setRoles] = useState<readonly string[]>([]);
  const [sex, setSex] = useState('');
  const [bornAbout, setBornAbout] = useState('');
  const [known, setKnown] = useState('');
  const text = (what: keyof Told) => ({
    label: t(`said.${what}`),
    hint: t(`said-hint.${what}`),
    name: what === 'name' ? 'said' : what,
    value: told[what],
    onChange: (value: string) => setTold({ ...told, [what]: value }),
    lines: 2,
  });
  const names = [...linesOf(told.name), ...linesOf(told.alias)].filter((name) => name.length > 2).slice(0, 10);
  const [phones, accounts] = [linesOf(told.phone).slice(0, 10), linesOf(told.account).slice(0, 10)];
  const telling = JSON.stringify({ names, phones, accounts });
  const tells = names.length + phones.length + accounts.length > 0;
  // Asked when the writer pauses: each answer stands in the log of readings.
  const [asked, setAsked] = useState(telling);
  useEffect(() => {
    const pause = setTimeout(() => setAsked(telling), pauseMs);
    return () => clearTimeout(pause);
  }, [telling]);
  const alike = useAsk(alikePath, JSON.parse(asked) as Telling, { enabled: tells });
  const rows = tells ? (alike.data?.rows ?? []) : [];
  const looked = !tells || (asked === telling && !alike.isFetching);
  const done = () => {
    say(t('act.done'));
    void navigate({ to: '/suspects/case/$id/links', params: { id: head.id } as never });
  };
  const command = useCommand('suspects.suspect', done);
  const year = /^\d{4}$/.test(bornAbout.trim()) ? { bornAbout: Number(bornAbout) } : {};
  const input = {
    case: head.id,
    roles,
    said: saidIn(told),
    known,
    ...(sex ? { sex } : {}),
    ...year,
    ...(carer ? { carer: carer.id } : {}),
  };
  // Nobody makes a second record before he was shown who may be the same, however slow the line.
  const [waits, setWaits] = useState(false);
  const send = () => command.mutate({ id, name: 'note', input });
  const client = useQueryClient();
  const lookThenSend = async () => {
    setWaits(true);
    setAsked(telling);
    const question = JSON.parse(telling) as Telling;
    const found = await client
      .fetchQuery({
        queryKey: [alikePath, question],
        queryFn: () => call('POST', alikePath, question),
        staleTime: freshMs,
      })
      // A search that failed keeps nobody from writing down whom they suspect.
      .catch(() => ({ rows: [] }));
    setWaits(false);
    if (found.rows.length === 0) send();
  };
  const complete = roles.length > 0 && known.trim() !== '';
  return (
    <Form
      onSubmit={() => (looked ? send() : void lookThenSend())}
      submit={t(rows.length > 0 ? 'suspects.note-another' : 'suspects.note')}
      pending={command.isPending || waits}
      refused={command.error ?? undefined}
      onCancel={() => history.back()}
    >
      <p className="soft">{t('suspects.note-lead')}</p>
      <TextField {...text('name')} />
      <TextField {...text('alias')} />
      <TextField {...text('phone')} />
      <TextField {...text('account')} />
      <ChoiceField
        label={t('suspects.roles')}
        several
        value={roles}
        onChange={setRoles}
        options={suspectRoles.map((role) => [role, t(`suspect-role.${role}`)] as const)}
      />
      <TextField
        label={t('suspects.known')}
        hint={t('suspects.known-hint')}
        name="known"
        value={known}
        onChange={setKnown}
        lines={5}
        required
      />
      {rows.length > 0 && (
        <Notice tone="orange" title={t('suspects.alike-title')}>
          <p>{t('suspects.alike-lead')}</p>
          <AlikeSuspects
            rows={rows}
            act={(one) =>
              one.standing === 'suspected' && (
                <Button
                  disabled={!complete}
                  pending={command.isPending}
                  label={`${t('suspects.is-this')}: ${one.names.join(' · ')}`}
                  onPress={() =>
                    command.mutate({
                      id: one.id,
                      name: 'connect',
                      input: { case: head.id, roles, basis: known, ...(carer ? { carer: carer.id } : {}) },
                    })
                  }
                >
                  {t('suspects.is-this')}
                </Button>
              )
            }
          />
          {!complete && <p className="small">{t('suspects.say-first')}</p>}
        </Notice>
      )}
      <details>
        <summary>{t('suspects.more')}</summary>
        <div className="stack">
          <SelectField
            label={t('suspects.sex')}
            value={sex}
            onChange={setSex}
            options={[['', t('open.not-known')], ...suspectSexes.map((one) => [one, t(`sex.${one}`)] as const)]}
          />
          <TextField label={t('suspects.born')} name="bornAbout" value={bornAbout} onChange={setBornAbout} inputMode="numeric" />
          <TextField {...text('mark')} />
          <TextField {...text('place')} />
        </div>
      </details>
    </Form>
  );
}
