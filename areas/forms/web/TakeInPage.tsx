import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { request, useSend, useSession } from '../../../platform/shell/index.ts';
import { Button, DateField, Facts, Form, Name, Notice, Page, Section, TextField, useToast } from '../../../platform/ui/index.ts';
import { type Content, type ContentFault, faultsOfContent, instrumentOf } from '../domain/index.ts';
import { Preview } from './PreviewPage.tsx';
import { useWords } from './useInstrument.ts';

type Chosen = { readonly name: string } & ({ readonly content: Content } | { readonly faults: readonly ContentFault[] });

/** A file as it was chosen: a questionnaire, or what is wrong with it. */
async function readFile(file: File): Promise<Chosen> {
  const { name } = file;
  let json: unknown;
  try {
    json = JSON.parse(await file.text());
  } catch {
    return { name, faults: [{ path: '', fault: 'not-json' }] };
  }
  const faults = faultsOfContent(json);
  return faults.length > 0 ? { name, faults } : { name, content: json as Content };
}

/** A new version of a questionnaire is taken in from a file, looked at, and given the day from which it holds. */
export default function TakeInPage() {
  const { t } = useTranslation('forms');
  const [chosen, setChosen] = useState<Chosen>();
  return (
    <Page
      title={t('questionnaires.take-in')}
      lead={t('questionnaires.take-in-lead')}
      back={{ to: '/forms/questionnaires', label: t('questionnaires.nav') }}
    >
      <Section>
        <div className="buttons">
          <FileTrigger
            acceptedFileTypes={['.json', 'application/json']}
            onSelect={async (files) => {
              const file = files?.[0];
              if (file) setChosen(await readFile(file));
            }}
          >
            <Button {...(chosen ? {} : { kind: 'primary' as const })}>{t('questionnaires.choose-file')}</Button>
          </FileTrigger>
        </div>
        {chosen && (
          <p className="small soft">
            <Name>{chosen.name}</Name>
          </p>
        )}
        {chosen && 'faults' in chosen && <Faults faults={chosen.faults} />}
      </Section>
      {chosen && 'content' in chosen && (
        <>
          <TakeIn key={chosen.content.version} content={chosen.content} />
          <Preview key={JSON.stringify(chosen.content)} instrument={instrumentOf(chosen.content)} />
        </>
      )}
    </Page>
  );
}

const shown = 50;

function Faults({ faults }: { readonly faults: readonly ContentFault[] }) {
  const { t } = useTranslation('forms');
  return (
    <Notice tone="red" title={t('questionnaires.faults', { count: faults.length })}>
      <ul className="fired">
        {faults.slice(0, shown).map(({ path, fault }) => (
          <li key={path + fault}>
            {path && (
              <code>
                <bdi dir="ltr">{path}</bdi>
              </code>
            )}{' '}
            {t(`content-fault.${fault}`)}
          </li>
        ))}
      </ul>
      {faults.length > shown && <p>{t('questionnaires.more-faults', { count: faults.length - shown })}</p>}
    </Notice>
  );
}

function TakeIn({ content }: { readonly content: Content }) {
  const { t } = useTranslation('forms');
  const { city } = useSession();
  const navigate = useNavigate();
  const toast = useToast();
  const say = useWords(content.languages);
  const [from, setFrom] = useState(city.today);
  const [because, setBecause] = useState('');
  // The same file sent again after a broken connection is taken in once.
  const [commandId, setCommandId] = useState(() => uuidv7());
  const send = useSend(
    (body: object) => request('POST', '/api/forms/questionnaires', body),
    () => {
      toast(t('questionnaires.taken-in'));
      void navigate({ to: '/forms/questionnaires' } as never);
    },
  );
  const renewed =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setCommandId(uuidv7());
      set(value);
    };
  return (
    <Section title={<Name>{say(content.title)}</Name>}>
      <Facts
        facts={[
          [t('questionnaires.version'), content.version],
          [t('questionnaires.purpose'), t(`purpose.${content.purpose}`)],
          [t('questionnaires.sections'), content.sections.length],
          [t('questionnaires.questions'), content.sections.reduce((sum, { questions }) => sum + questions.length, 0)],
        ]}
      />
      <Form
        onSubmit={() => send.mutate({ commandId, from, because, content })}
        submit={t('questionnaires.submit')}
        pending={send.isPending}
        refused={send.error ?? undefined}
      >
        <DateField label={t('questionnaires.from')} name="from" value={from} onChange={renewed(setFrom)} min={city.today} required />
        <TextField label={t('questionnaires.because')} name="because" value={because} onChange={renewed(setBecause)} required />
      </Form>
    </Section>
  );
}
