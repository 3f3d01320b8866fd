import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../platform/shell/index.ts';
import { Badge, Entries, Entry, Facts, Name, Notice, Section } from '../../../platform/ui/index.ts';
import type { Proceedings, ShownLimit } from '../contract/index.ts';

const tones = { runs: 'blue', over: 'red', ended: 'plain', done: 'plain', 'not-applicable': 'plain' } as const;
const isOpen = ({ state }: ShownLimit) => state === 'runs' || state === 'over';

/** Which limits of the law run on the case, since what, until when; which are over; and what else the law of the country says. */
export function LegalLimits({
  of: { country, timers, otherLaws },
  children,
}: {
  readonly of: Proceedings;
  readonly children: (limit: ShownLimit) => ReactNode;
}) {
  const { t } = useTranslation('justice');
  if (timers.length + otherLaws.length === 0)
    return (
      <Section title={t('proceedings.limits')}>
        <Notice tone="orange">{t('proceedings.limits-no-country', { country })}</Notice>
      </Section>
    );
  const settled = timers.filter((limit) => !isOpen(limit));
  const shown = (limit: ShownLimit) => (
    <Limit key={limit.key} of={limit}>
      {children(limit)}
    </Limit>
  );
  return (
    <Section title={t('proceedings.limits')}>
      <p className="soft small">{t('proceedings.limits-more')}</p>
      <Entries of={timers.filter(isOpen)} none={[t('proceedings.no-limits')]}>
        {shown}
      </Entries>
      {settled.length > 0 && (
        <details>
          <summary>{t('proceedings.limits-settled', { count: settled.length })}</summary>
          <Entries of={settled}>{shown}</Entries>
        </details>
      )}
      <details>
        <summary>{t('proceedings.limits-other', { count: otherLaws.length })}</summary>
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
function Mark({ of: { mark, region } }: { readonly of: Pick<ShownLimit, 'mark' | 'region'> }) {
  const { t } = useTranslation('justice');
  return (
    <>
      {mark !== 'V' && <Badge tone="orange">{t('proceedings.not-verified')}</Badge>}{' '}
      {region && <Badge>{t('proceedings.only-in', { region })}</Badge>}
    </>
  );
}

function Limit({ of: limit, children }: { readonly of: ShownLimit; readonly children: ReactNode }) {
  const { t } = useTranslation('justice');
  const { date } = useFormat();
  const { ended } = limit;
  const asOf = limit.asOf && t('proceedings.as-of', { date: date(limit.asOf) });
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
          [
            t(`limit-kind.${limit.kind}`),
            date(limit.due) + (limit.hours ? ` (${t('proceedings.limit-hours', { count: limit.hours })})` : ''),
          ],
          [t('proceedings.limit-since'), `${t(`fact.${limit.since.fact}`)}, ${date(limit.since.on)}`],
          [t('proceedings.limit-ended'), ended && [ended.fact && t(`fact.${ended.fact}`), date(ended.on)].filter(Boolean).join(', ')],
          [t('proceedings.limit-because'), limit.because && <Name key="because">{limit.because}</Name>],
        ]}
      />
    </Entry>
  );
}
