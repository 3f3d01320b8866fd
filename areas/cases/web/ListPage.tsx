import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Rows, useAsk, useFormat, useOffice, usePages, useSession } from '../../../platform/shell/index.ts';
import { Badge, Button, Empty, LinkButton, Name, Page, Section, SelectField, Table, TextField } from '../../../platform/ui/index.ts';
import { riskLevels, sources, unseenDays, untouchedDays } from '../domain/index.ts';
import type { CaseSummary } from './answers.ts';
import { BulkActs, pickColumn } from './BulkActs.tsx';
import { Risk } from './Risk.tsx';

/** What the list is narrowed to; in the address, and nothing of it identifies a child. */
interface Narrowed {
  readonly which?: string;
  readonly risk?: string;
  readonly ward?: string;
  readonly worker?: string;
  readonly source?: string;
  readonly trafficking?: string;
  readonly referral?: string;
  readonly consent?: string;
  readonly sort?: string;
  readonly lack?: string;
  readonly late?: string;
}
const which = {
  open: {},
  mine: { mine: true },
  overdue: { overdue: true },
  unassigned: { unassigned: true },
  flagged: { flagged: true },
  closed: { status: 'closed' },
} as const;

/** Filters whose values are codes and go as they are; they may stand in the address. */
const coded = ['ward', 'worker', 'source', 'trafficking', 'referral', 'lack', 'late', 'sort'];
const referrals = ['sent', 'accepted', 'declined', 'completed', 'revoked'] as const;
interface Counts {
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export default function ListPage() {
  // A name stands in no address: it is kept here, and gone with the page.
  const [typed, setTyped] = useState('');
  const [name, setName] = useState('');
  const [picked, setPicked] = useState<ReadonlyMap<string, CaseSummary>>(new Map());
  const { t } = useTranslation('cases');
  const { may } = useSession();
  const { nameOf } = useOffice();
  const { ageOfYear, date, isOver, number, ward } = useFormat();
  const navigate = useNavigate();
  const narrowed = useSearch({ strict: false }) as Narrowed;
  const narrow = (more: Narrowed) =>
    void navigate({
      to: '/cases',
      replace: true,
      search: Object.fromEntries(Object.entries({ ...narrowed, ...more }).filter(([, value]) => value)) as never,
    });
  const chosen = (narrowed.which && narrowed.which in which ? narrowed.which : 'open') as keyof typeof which;
  const { which: _, risk, consent, ...rest } = narrowed;
  const question = {
    ...which[chosen],
    ...Object.fromEntries(Object.entries(rest).filter(([key, value]) => coded.includes(key) && value !== '')),
    ...(risk ? { riskLevel: risk } : {}),
    ...(consent ? { consent: consent === 'with' } : {}),
    ...(name ? { name } : {}),
  };
  const list = usePages<CaseSummary>('/api/cases/list', question);
  const { sort: _sort, ...counting } = question as { sort?: string };
  const counts = useAsk<Counts>('/api/cases/list/counts', counting).data?.counts ?? {};
  /** A value with how many cases it would show. */
  const withCount = (filter: string, value: string, label: string, key = value) =>
    [key, `${label} (${number(counts[filter]?.[value] ?? 0)})`] as const;
  const any = ['', t('list.any')] as const;
  /** Values that some case has, and the one that is chosen. */
  const found = (filter: string, value = '') => [...new Set([...Object.keys(counts[filter] ?? {}), ...(value ? [value] : [])])];
  const bulk = ['assign', 'refer', 'change-risk', 'note'].some((act) => may(act, 'cases.case'));
  const isNarrowed = Object.keys(counting).some((key) => !(key in which[chosen]));
  const counted = list.first as { total: number; beyond: boolean } | undefined;
  return (
    <Page
      title={t('nav')}
      lead={counted ? t(counted.beyond ? 'list.beyond' : 'list.total', { count: counted.total, n: number(counted.total) }) : t('list.lead')}
      actions={
        may('open', 'cases.case') && (
          <LinkButton kind="primary" to="/cases/open">
            {t('open.title')}
          </LinkButton>
        )
      }
    >
      <Section>
        <form
          className="filters"
          onSubmit={(event) => {
            event.preventDefault();
            setName(typed.trim());
          }}
        >
          <TextField label={t('list.name')} hint={t('list.name-hint')} type="search" value={typed} onChange={setTyped} />
          <Button type="submit">{t('list.search')}</Button>
          {name && (
            <Button
              kind="quiet"
              onPress={() => {
                setTyped('');
                setName('');
              }}
            >
              {t('list.search-end')}
            </Button>
          )}
        </form>
        <div className="filters">
          <SelectField
            label={t('list.which')}
            value={chosen}
            onChange={(value) => narrow({ which: value === 'open' ? '' : value })}
            options={Object.keys(which).map((key) =>
              key === 'flagged' ? withCount(key, 'true', t('list.flagged'), key) : ([key, t(`list.${key}`)] as const),
            )}
          />
          <SelectField
            label={t('case.risk')}
            value={narrowed.risk ?? ''}
            onChange={(value) => narrow({ risk: value })}
            options={[any, ...riskLevels.map((level) => withCount('riskLevel', level, t(`risk.${level}`)))]}
          />
          <SelectField
            label={t('list.sort')}
            value={narrowed.sort ?? ''}
            onChange={(sort) => narrow({ sort })}
            options={[
              ['', t('list.sort-due')],
              ['opened', t('list.sort-opened')],
            ]}
          />
        </div>
        {/* What another page narrowed the list to: said, and taken away with a press. */}
        <div className="buttons">
          {narrowed.lack && (
            <Button kind="quiet" onPress={() => narrow({ lack: '' })}>
              × {t(`lack.${narrowed.lack}`, { untouched: number(untouchedDays), unseen: number(unseenDays) })}
            </Button>
          )}
          {narrowed.late && (
            <Button kind="quiet" onPress={() => narrow({ late: '' })}>
              × {t('team.late-kind', { kind: t(`task.${narrowed.late}`) })}
            </Button>
          )}
        </div>
        <details open={coded.some((key) => key !== 'sort' && narrowed[key as keyof Narrowed]) || narrowed.consent !== undefined}>
          <summary>{t('list.more')}</summary>
          <div className="filters">
            <SelectField
              label={t('case.ward')}
              value={narrowed.ward ?? ''}
              onChange={(value) => narrow({ ward: value })}
              options={[
                any,
                ...found('ward', narrowed.ward)
                  .sort((one, other) => one.localeCompare(other, undefined, { numeric: true }))
                  .map((one) => withCount('ward', one, ward(one))),
              ]}
            />
            <SelectField
              label={t('case.worker')}
              value={narrowed.worker ?? ''}
              onChange={(worker) => narrow({ worker })}
              options={[any, ...found('worker', narrowed.worker).map((one) => withCount('worker', one, nameOf(one)))]}
            />
            <SelectField
              label={t('case.source')}
              value={narrowed.source ?? ''}
              onChange={(source) => narrow({ source })}
              options={[any, ...sources.map((one) => withCount('source', one, t(`source.${one}`)))]}
            />
            <SelectField
              label={t('list.trafficking')}
              value={narrowed.trafficking ?? ''}
              onChange={(trafficking) => narrow({ trafficking })}
              options={[any, ...(['suspected', 'identified'] as const).map((one) => withCount('trafficking', one, t(`list.${one}`)))]}
            />
            <SelectField
              label={t('list.referral')}
              value={narrowed.referral ?? ''}
              onChange={(referral) => narrow({ referral })}
              options={[any, ...referrals.map((one) => [one, t(`list.referral-${one}`)] as const)]}
            />
            <SelectField
              label={t('list.consent')}
              value={narrowed.consent ?? ''}
              onChange={(value) => narrow({ consent: value })}
              options={[any, ['with', t('list.consent-with')], ['without', t('list.consent-without')]]}
            />
          </div>
        </details>
        {picked.size > 0 && <BulkActs picked={[...picked.values()]} onDone={() => setPicked(new Map())} />}
        <Rows
          of={list}
          empty={
            isNarrowed ? (
              <Empty title={t('list.none-such')}>{t('list.none-such-more')}</Empty>
            ) : (
              <Empty title={t(`list.none-${chosen}`)}>{t('list.none-more')}</Empty>
            )
          }
        >
          {(rows) => (
            <Table
              caption={t('nav')}
              rows={rows}
              keyOf={({ id }) => id}
              columns={[
                ...(bulk && chosen !== 'closed' ? [pickColumn(t, picked, setPicked)] : []),
                {
                  key: 'name',
                  title: t('case.child'),
                  main: true,
                  cell: (one) => (
                    <>
                      <Link to="/cases/$id" params={{ id: one.id } as never}>
                        <Name>{one.name || t('case.no-name')}</Name>
                      </Link>{' '}
                      {one.flags > 0 && <Badge tone="orange">{t('flag.mark', { count: one.flags, n: number(one.flags) })}</Badge>}
                    </>
                  ),
                },
                { key: 'risk', title: t('case.risk'), cell: (one) => <Risk level={one.riskLevel} /> },
                { key: 'age', whole: true, title: t('case.age'), cell: (one) => ageOfYear(one.birthYear) },
                { key: 'ward', whole: true, title: t('case.ward'), cell: (one) => one.ward && <Name>{ward(one.ward)}</Name> },
                {
                  key: 'worker',
                  title: t('case.worker'),
                  cell: (one) => (one.worker ? <Name>{nameOf(one.worker)}</Name> : <Badge tone="orange">{t('case.nobody')}</Badge>),
                },
                {
                  key: 'due',
                  whole: true,
                  title: t('case.due'),
                  cell: (one) => one.dueOn && <Badge tone={isOver(one.dueOn) ? 'orange' : 'plain'}>{date(one.dueOn)}</Badge>,
                },
              ]}
            />
          )}
        </Rows>
      </Section>
    </Page>
  );
}
