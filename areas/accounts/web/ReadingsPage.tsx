import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, useFormat, useOffice } from '../../../platform/shell/index.ts';
import { Button, Buttons, DateField, Empty, Name, Page, Section, SelectField, Table } from '../../../platform/ui/index.ts';
import { useAsk } from './api.ts';

/** Why, without the id of the export that it says. */
const whatFor = (why: string) => why.replace(/ [0-9a-f-]{36}$/, '');

/** Who was shown whose record, when and why: no name of a child, only who looked. */
export default function ReadingsPage() {
  const { t } = useTranslation('accounts');
  const { moment, number } = useFormat();
  const { nameOf, everybody } = useOffice();
  const [actor, setActor] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [before, setBefore] = useState<number[]>([]);
  const last = before.at(-1);
  const readings = useAsk('/api/accounts/readings', {
    actor: actor || undefined,
    from: from || undefined,
    to: to || undefined,
    before: last,
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
        <Await of={readings}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Empty title={t('readings.none')} />
            ) : (
              <>
                <Table
                  caption={t('readings.nav')}
                  rows={rows}
                  keyOf={({ sequence }) => String(sequence)}
                  columns={[
                    { key: 'who', title: t('readings.who'), main: true, cell: (row) => <Name>{nameOf(row.actor)}</Name> },
                    { key: 'at', title: t('readings.at'), cell: (row) => moment(row.at) },
                    { key: 'why', title: t('readings.why'), cell: (row) => t(`readings.for.${whatFor(row.why)}`, row.why) },
                    { key: 'n', title: t('readings.records'), end: true, cell: (row) => number(row.records) },
                  ]}
                />
                <Buttons>
                  {before.length > 0 && <Button onPress={() => setBefore(before.slice(0, -1))}>{t('readings.newer')}</Button>}
                  {rows.length === 100 && (
                    <Button onPress={() => setBefore([...before, rows.at(-1)!.sequence])}>{t('readings.older')}</Button>
                  )}
                </Buttons>
              </>
            )
          }
        </Await>
      </Section>
    </Page>
  );
}
