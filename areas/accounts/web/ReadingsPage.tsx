import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, useFormat, useOffice } from '../../../platform/shell/index.ts';
import {
  Button,
  Buttons,
  DateField,
  Empty,
  Entries,
  Entry,
  Link,
  Name,
  Page,
  Section,
  SelectField,
  useNavigate,
} from '../../../platform/ui/index.ts';
import type { Visit } from '../contract/index.ts';
import { useAsk } from './api.ts';

/** Why, without the id of the export that it says. */
const whatFor = (why: string) => why.replace(/ [0-9a-f-]{36}$/, '');

type Place = { readonly at: string; readonly sequence: number };

/** Who was shown whose record, when and why: no name of a child, only who looked. */
export default function ReadingsPage() {
  const { t } = useTranslation('accounts');
  const { everybody } = useOffice();
  const navigate = useNavigate();
  // Several records are joined by `_`, which no id contains.
  const { records = '' } = useSearch({ strict: false }) as { records?: string };
  const [actor, setActor] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [before, setBefore] = useState<readonly Place[]>([]);
  const readings = useAsk('/api/accounts/readings', {
    actor: actor || undefined,
    from: from || undefined,
    to: to || undefined,
    records: records ? records.split('_') : undefined,
    before: before.at(-1),
  });
  const filtered = (set: (value: string) => void) => (value: string) => {
    set(value);
    setBefore([]);
  };
  return (
    <Page title={t('readings.nav')} lead={t('readings.lead')}>
      <Section>
        <div className="filters">
          <SelectField
            label={t('readings.who')}
            value={actor}
            onChange={filtered(setActor)}
            options={[['', t('readings.everybody')], ...everybody.map(({ id, name }) => [id, name] as const)]}
          />
          <DateField label={t('readings.from')} value={from} onChange={filtered(setFrom)} />
          <DateField label={t('readings.to')} value={to} onChange={filtered(setTo)} />
        </div>
        {records && (
          <p className="soft">
            {t('readings.only-these')} <Link to="/accounts/readings">{t('readings.only-all')}</Link>
          </p>
        )}
        <Await of={readings}>
          {({ visits, next }) =>
            visits.length === 0 ? (
              <Empty title={t('readings.none')} />
            ) : (
              <>
                <Entries of={visits}>
                  {(visit) => (
                    <OneVisit
                      key={visit.id}
                      visit={visit}
                      onOnly={(record) => {
                        setBefore([]);
                        void navigate({ to: '/accounts/readings', search: { records: record } });
                      }}
                    />
                  )}
                </Entries>
                <Buttons>
                  {before.length > 0 && <Button onPress={() => setBefore(before.slice(0, -1))}>{t('readings.newer')}</Button>}
                  {next && <Button onPress={() => setBefore([...before, next])}>{t('readings.older')}</Button>}
                </Buttons>
              </>
            )
          }
        </Await>
      </Section>
    </Page>
  );
}

/** One line, which opens to the single views. */
function OneVisit({ visit, onOnly }: { readonly visit: Visit; readonly onOnly: (record: string) => void }) {
  const { t } = useTranslation('accounts');
  const { moment, time, number } = useFormat();
  const { nameOf } = useOffice();
  const says = (why: string) => t(`readings.for.${whatFor(why)}`, t('readings.for-other'));
  const { actor, record, whys, from, to, lines } = visit;
  const longest = Math.max(...lines.map(({ records }) => records));
  const till = time(to);
  const span = time(from) === till ? moment(from) : t('readings.span', { from: moment(from), to: till });
  return (
    <Entry
      title={<Name>{nameOf(actor)}</Name>}
      about={[
        span,
        t('readings.views', { count: lines.length, n: number(lines.length) }),
        ...(longest > 1 ? [t('readings.lists', { count: longest, n: number(longest) })] : []),
      ].join(' · ')}
      acts={
        record && (
          <Button kind="quiet" label={`${t('readings.only')}: ${says(whys[0]!)}, ${span}`} onPress={() => onOnly(record)}>
            {t('readings.only')}
          </Button>
        )
      }
    >
      <p>{[...new Set(whys.map(says))].join(', ')}</p>
      {lines.length > 1 && (
        <details>
          <summary>{t('readings.each')}</summary>
          <ul>
            {lines.map((line) => (
              <li key={line.sequence}>
                {moment(line.at)} · {says(line.why)}
                {line.records > 1 && ` · ${t('readings.records')}: ${number(line.records)}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Entry>
  );
}
