import limits from 'virtual:record/cases.limits';
import { useTranslation } from 'react-i18next';
import { RecordPage, useFormat, useOffice, useSession } from '../../../../platform/shell/index.ts';
import { Badge, Name, Section, Table } from '../../../../platform/ui/index.ts';
import type { CityLimits, HeldLimits } from '../../contract/index.ts';
import consentByCountry from '../../domain/country/consent.json' with { type: 'json' };
import { useRead } from '../api.ts';
import { useSetLimits } from './setLimits.tsx';

/** Within what time the work on a case is to be done: what holds, what held before and what is to come. */
export default function LimitsPage() {
  const { t } = useTranslation('cases');
  const { may } = useSession();
  const { date } = useFormat();
  const set = useSetLimits();
  return (
    <RecordPage
      of={useRead('/api/cases/limits')}
      record={limits}
      head={(held) => ({
        title: t('limits.nav'),
        windowTitle: t('limits.nav'),
        back: may('read', 'cases.case') ? { to: '/cases', label: t('nav') } : { to: '/', label: t('shell:today.nav') },
        marks: t('limits.lead'),
        acts: [set(held)],
      })}
    >
      {(held) => (
        <>
          <Section title={t('limits.since', { date: date(held.from) })}>
            <LimitTable held={held} />
            <LawOnConsent />
          </Section>
          {held.history.length > 1 && <History held={held} />}
        </>
      )}
    </RecordPage>
  );
}

/** From which age the law of the city's country lets a child consent, with its source: what a city goes by when it sets that age. */
function LawOnConsent() {
  const { t } = useTranslation('cases');
  const { number } = useFormat();
  const { data: city } = useRead('/api/accounts/city');
  const law = Object.entries(consentByCountry.countries).find(([country]) => country === city?.country)?.[1];
  if (!law) return null;
  return (
    <p className="small soft">
      {t('limits.law-on-consent', { age: number(law.from) })} <Name>{law.law}</Name>. <Name>{law.source}</Name>{' '}
      {law.mark !== 'V' && <Badge tone="orange">{t('limits.unverified')}</Badge>}
    </p>
  );
}

/** `before`: the limits these took the place of; what differs is marked. */
function LimitTable({ held, before }: { readonly held: HeldLimits; readonly before?: HeldLimits | undefined }) {
  const { t } = useTranslation('cases');
  const { number } = useFormat();
  const rows = [
    ...Object.entries(held.values).map(([name, value]) => ({ name, value: number(value), was: before?.values[name], is: value })),
    { name: 'visitDays', value: held.visitDays.map(number).join(', '), was: before?.visitDays.join(), is: held.visitDays.join() },
  ];
  return (
    <Table
      caption={t('limits.nav')}
      rows={rows}
      keyOf={({ name }) => name}
      columns={[
        { key: 'limit', title: t('limits.limit'), main: true, cell: ({ name }) => t(`limit.${name}`) },
        {
          key: 'value',
          title: t('limits.value'),
          end: true,
          cell: ({ value, was, is }) => (was === undefined || was === is ? value : <Badge tone="blue">{value}</Badge>),
        },
      ]}
    />
  );
}

function History({ held }: { readonly held: CityLimits }) {
  const { t } = useTranslation('cases');
  const { date, today } = useFormat();
  const { nameOf } = useOffice();
  return (
    <Section title={t('limits.history')}>
      {held.history.map((one, i) => (
        <details key={`${one.from}${one.by ?? ''}`}>
          <summary>
            {date(one.from)} {one.inForce && <Badge tone="blue">{t('limits.now')}</Badge>}{' '}
            {one.from > today && <Badge tone="orange">{t('limits.to-come')}</Badge>}{' '}
            <span className="soft">{one.because ? <Name>{one.because}</Name> : t('limits.start')}</span>{' '}
            {one.by && one.setOn && (
              <>
                <Name>{nameOf(one.by)}</Name> <span className="soft">{date(one.setOn)}</span>
              </>
            )}
          </summary>
          <LimitTable held={one} before={held.history[i + 1]} />
        </details>
      ))}
    </Section>
  );
}
