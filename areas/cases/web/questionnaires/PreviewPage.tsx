import { useTranslation } from 'react-i18next';
import { Await, useParam } from '../../../../platform/shell/index.ts';
import { Button, Facts, Notice, Page, Section } from '../../../../platform/ui/index.ts';
import type { Instrument } from '../../domain/index.ts';
import { Questionnaire } from './Questionnaire.tsx';
import { ScreeningResult } from './ScreeningResult.tsx';
import { useInstrument, useWords } from './useInstrument.ts';

/** A version as a case worker will meet it. Nothing that is answered here is kept. */
export default function PreviewPage() {
  const { t } = useTranslation('cases');
  const [name, version] = [useParam('name'), useParam('version')];
  const instrument = useInstrument(name, version);
  return (
    <Page title={t('questionnaires.preview')} back={{ to: '/cases/questionnaires', label: t('questionnaires.nav') }}>
      <Await of={instrument}>{(found) => <Preview instrument={found} />}</Await>
    </Page>
  );
}

export function Preview({ instrument }: { readonly instrument: Instrument }) {
  const { t } = useTranslation('cases');
  const say = useWords(instrument.languages);
  return (
    <>
      <Notice tone="blue" title={say(instrument.title)}>
        {t('questionnaires.preview-lead')}
      </Notice>
      <Questionnaire
        instrument={instrument}
        starts={{}}
        end={(answers, back) => {
          const { domains } = instrument.outcome(answers);
          return (
            <Section title={t('questionnaires.outcome')}>
              <ScreeningResult instrument={instrument} answers={answers} />
              <Facts facts={domains.map(({ domain, score }) => [say(instrument.domainTitle(domain)), score])} />
              <div className="buttons">
                <Button onPress={back}>{t('fill.back')}</Button>
              </div>
            </Section>
          );
        }}
      />
    </>
  );
}
