import { useTranslation } from 'react-i18next';
import { Badge, Facts, Notice } from '../../../platform/ui/index.ts';
import type { Answers, Instrument } from '../domain/index.ts';
import { useWords } from './useInstrument.ts';
import './questionnaire.css';

const tones = { presumed: 'red', signs: 'orange', 'not-enough': 'blue', 'no-indication': 'plain' } as const;

/** What a screening says and why: act, means and purpose, and each question answered yes. It is no verdict, and says so. */
export function ScreeningResult({ instrument, answers }: { readonly instrument: Instrument; readonly answers: Answers }) {
  const { t } = useTranslation('forms');
  const say = useWords(instrument.languages);
  const found = instrument.findings(answers);
  if (!found) return null;
  const { result, act, means, purpose, adult, dimensions, fired } = found;
  const label = (name: string) => say(instrument.question(name, adult)?.label);
  const lacks = ([['act', act], ['purpose', purpose], ...(adult ? [['means', means] as const] : [])] as const).filter(
    ([, known]) => known !== 'yes',
  );
  const known = (one: 'yes' | 'no' | 'open') => <Badge tone={one === 'yes' ? 'orange' : 'plain'}>{t(`screening.known-${one}`)}</Badge>;
  return (
    <div className="stack">
      <Notice tone={tones[result]} title={t(`result.${result}`)}>
        <p>{t(`result-more.${result}`)}</p>
        <p className="small">{t('screening.no-verdict')}</p>
      </Notice>
      <Facts
        facts={[
          [t('screening.act'), known(act)],
          [
            t('screening.means'),
            <span key="means">
              {known(means)} {!adult && <span className="small soft">{t('screening.means-not-needed')}</span>}
            </span>,
          ],
          [t('screening.purpose'), known(purpose)],
        ]}
      />
      {(result === 'signs' || result === 'not-enough') && (
        <ul className="fired">
          {lacks.map(([what, one]) => (
            <li key={what}>{t(`screening.lacks-${what}-${one}`)}</li>
          ))}
        </ul>
      )}
      {fired.length > 0 && (
        <ul className="fired">
          {fired.map((name) => (
            <li key={name} dir="auto">
              {label(name)}
            </li>
          ))}
        </ul>
      )}
      {dimensions
        .filter((dimension) => dimension.fired.length > 0)
        .map((dimension) => (
          <div key={dimension.section}>
            <strong dir="auto">{say(instrument.sectionTitle(dimension.section, adult))}</strong> {known(dimension.positive)}
            <ul className="fired">
              {dimension.fired.map((name) => (
                <li key={name} dir="auto">
                  {label(name)} <span className="small soft">{name}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </div>
  );
}
