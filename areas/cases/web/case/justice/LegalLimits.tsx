import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../../platform/shell/index.ts';
import { Badge, Entries, Entry, Facts, Name, Notice, Section } from '../../../../../platform/ui/index.ts';
import type { CaseJustice, LegalLimit } from '../../../contract/index.ts';

const tones = { runs: 'blue', over: 'red', ended: 'plain', done: 'plain', 'not-applicable': 'plain' } as const;
const isOpen = ({ state }: LegalLimit) => state === 'runs' || state === 'over';

/** Which limits of the law run on the case, since what, until when; which are over; and what else the law of the country says. */
export function LegalLimits({
  of: { country, timers, otherLaws },
  children,
}: {
  readonly of: CaseJustice;
  readonly children: (limit: LegalLimit) => ReactNode;
}) {
  const { t } = useTranslation('cases');
  if (timers.length + otherLaws.length === 0)
    return (
      <Section title={t('justice.limits')}>
        <Notice tone="orange">{t('justice.limits-no-country', { country })}</Notice>
      </Section>
    );
  const settled = timers.filter((limit) => !isOpen(limit));
  const shown = (limit: LegalLimit) => (
    <Limit key={limit.key} of={limit}>
      {children(limit)}
    </Limit>
  );
  return (
    <Section title={t('justice.limits')}>
      <p className="soft small">{t('justice.limits-more')}</p>
      <Entries of={timers.filter(isOpen)} none={[t('justice.no-limits')]}>
        {shown}
      </Entries>
      {settled.length > 0 && (
        <details>
          <summary>{t('justice.limits-settled', { count: settled.length })}</summary>
          <Entries of={settled}>{shown}</Entries>
        </details>
      )}
      <details>
        <summary>{t('justice.limits-other', { count: otherLaws.length })}</summary>
        <ul className="stack">
          {otherLaws.map(({ id, from, to, limit, ...law }) => (
            <Entry
              key={id}
              title={
                <span lang="en">
                  {from} → {to}: {limit}
                </span>
              }
              marks={<Mark of={law} />}
              about={<bdi lang="en">{law.law}</bdi>}
            />
          ))}
        </ul>
      </details>
    </Section>
  );
}

/** Whether the text of the law was read; and where it holds only in a part of the country. */
function Mark({ of: { mark, region } }: { readonly of: Pick<LegalLimit, 'mark' | 'region'> }) {
  const { t } = useTranslation('cases');
  return (
    <>
      {mark !== 'V' && <Badge tone="orange">{t('justice.not-verified')}</Badge>}{' '}
      {region && <Badge>{t('justice.only-in', { region })}</Badge>}
    </>
  );
}

function Limit({ of: limit, children }: { readonly of: LegalLimit; readonly children: ReactNode }) {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  const { ended } = limit;
  const asOf = limit.asOf && t('justice.as-of', { date: date(limit.asOf) });
  return (
    <Entry
      title={t(`law-limit.${limit.duty}`)}
      marks={
        <>
          <Badge tone={tones[limit.state]}>{t(`limit-state.${limit.state}`)}</Badge> <Mark of={limit} />
        </>
      }
      about={
        <>
          <bdi lang="en">{limit.law}</bdi>
          {asOf && ` · ${asOf}`}
        </>
      }
      acts={limit.state !== 'ended' && children}
    >
      <Facts
        facts={[
          [t(`limit-kind.${limit.kind}`), date(limit.due) + (limit.hours ? ` (${t('justice.limit-hours', { count: limit.hours })})` : '')],
          [t('justice.limit-since'), `${t(`fact.${limit.since.fact}`)}, ${date(limit.since.on)}`],
          [t('justice.limit-ended'), ended && [ended.fact && t(`fact.${ended.fact}`), date(ended.on)].filter(Boolean).join(', ')],
          [t('justice.limit-because'), limit.because && <Name key="because">{limit.because}</Name>],
        ]}
      />
    </Entry>
  );
}
