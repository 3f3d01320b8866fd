import questionnaire from 'virtual:record/forms.questionnaire';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { CommandForm, useSession } from '../../../platform/shell/index.ts';
import { Button, Facts, Name, Notice, Page, Section, useNavigate, useToast } from '../../../platform/ui/index.ts';
import type { TakeInInput } from '../contract/index.ts';
import { type Content, type ContentFault, faultsOfContent, instrumentOf } from '../domain/index.ts';
import { call } from './api.ts';
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
      <CommandForm
        kind={questionnaire}
        name="take-in"
        draft={`${content.questionnaire} ${content.version}`}
        fields={[
          { name: 'from', label: t('questionnaires.from'), starts: city.today, min: city.today },
          { name: 'because', label: t('questionnaires.because') },
        ]}
        send={(input: TakeInInput, commandId) => call('POST', '/api/forms/questionnaires', { ...input, content, commandId })}
        submit={t('questionnaires.submit')}
        onDone={() => {
          toast(t('questionnaires.taken-in'));
          void navigate({ to: '/forms/questionnaires' });
        }}
      />
    </Section>
  );
}
