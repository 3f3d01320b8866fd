import { useTranslation } from 'react-i18next';
import { Await, useParam } from '../../../platform/shell/index.ts';
import { Button, Facts, Notice, Page, Section } from '../../../platform/ui/index.ts';
import { type Content, type Instrument, instrumentOf } from '../domain/index.ts';
import { Questionnaire } from './answering/Questionnaire.tsx';
import { useAnswers } from './answering/useAnswers.ts';
import { useRead } from './api.ts';
import { ScreeningResult } from './ScreeningResult.tsx';
import { useWords } from './useInstrument.ts';

/** A version as a case worker will meet it. Nothing that is answered here is kept. */
export default function PreviewPage() {
  const { t } = useTranslation('forms');
  const [name, version] = [useParam('name'), useParam('version')];
  const found = useRead('/api/forms/questionnaires/{name}/{version}', { name, version });
  return (
    <Page
      title={t('questionnaires.preview')}
      back={{ to: '/forms/questionnaires', label: t('questionnaires.nav') }}
      actions={found.data && <Button onPress={() => save(found.data.content)}>{t('questionnaires.save-file')}</Button>}
    >
      <Await of={found}>{({ content }) => <Preview instrument={instrumentOf(content)} />}</Await>
    </Page>
  );
}

/** The version as a file, to write another one from. */
function save(content: Content): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }));
  link.download = `${content.questionnaire}-${content.version}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}

export function Preview({ instrument }: { readonly instrument: Instrument }) {
  const { t } = useTranslation('forms');
  const say = useWords(instrument.languages);
  const of = useAnswers(instrument, {});
  const { domains } = instrument.outcome(of.counted);
  return (
    <>
      <Notice tone="blue" title={say(instrument.title)}>
        {t('questionnaires.preview-lead')}
      </Notice>
      <Questionnaire of={of}>
        <Section title={t('questionnaires.outcome')}>
          <ScreeningResult instrument={instrument} answers={of.counted} />
          <Facts facts={domains.map(({ domain, score }) => [say(instrument.domainTitle(domain)), score])} />
        </Section>
      </Questionnaire>
    </>
  );
}
