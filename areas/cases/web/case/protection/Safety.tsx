import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../../platform/shell/index.ts';
import { Badge, Name, Notice, Section } from '../../../../../platform/ui/index.ts';
import type { Protection } from './answers.ts';

const tones: Readonly<Record<string, 'blue' | 'orange' | 'red'>> = {
  safe: 'blue',
  'safe-with-conditions': 'orange',
  'not-assessed': 'orange',
  'out-of-date': 'orange',
  unknown: 'orange',
  'not-safe': 'red',
  away: 'red',
  'with-suspect': 'red',
};

/** What an assessment is worth, as a mark. */
export function SafetyMark({ safety }: { readonly safety: string }) {
  const { t } = useTranslation('cases');
  return <Badge tone={tones[safety] ?? 'plain'}>{t(`safety.${safety}`)}</Badge>;
}

/** Whether the child is safe where it is now, and where that is. */
export function Safety({ safety, stay }: Pick<Protection, 'safety' | 'stay'>) {
  const { t } = useTranslation('cases');
  const { date, isOver } = useFormat();
  return (
    <Section title={t('protection.where')} aside={<SafetyMark safety={safety} />}>
      {stay ? (
        <p>
          {t(`stay.${stay.kind}`)} {stay.name && <Name>{stay.name}</Name>}{' '}
          <span className="small soft">{t('care.since', { date: date(stay.from) })}</span>
        </p>
      ) : (
        <p className="soft">{t('protection.where-unknown')}</p>
      )}
      {tones[safety] === 'red' && <Notice tone="red">{t(`safety-more.${safety}`)}</Notice>}
      {stay?.emergencyUntil && safety === 'not-assessed' && (
        <Notice tone={isOver(stay.emergencyUntil) ? 'red' : 'orange'}>{t('care.emergency', { date: date(stay.emergencyUntil) })}</Notice>
      )}
    </Section>
  );
}
