import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Rows, useFormat, useOffice, usePages, useSession } from '../../../platform/shell/index.ts';
import { Badge, Button, Empty, LinkButton, Name, Page, Section, SelectField, Table } from '../../../platform/ui/index.ts';
import { riskLevels, unseenDays, untouchedDays } from '../domain/index.ts';
import type { CaseSummary } from './answers.ts';
import { BulkActs, pickColumn } from './BulkActs.tsx';
import { Risk } from './Risk.tsx';

/** What the list is narrowed to; in the address, and nothing of it identifies a child. */
interface Narrowed {
  readonly which?: string;
  readonly risk?: string;
  readonly worker?: string;
  readonly lack?: string;
  readonly late?: string;
}
const which = {
  open: {},
  mine: { mine: true },
  overdue: { overdue: true },
  unassigned: { unassigned: true },
  closed: { status: 'closed' },
} as const;

export default function ListPage() {
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
  const list = usePages<CaseSummary>('/api/cases/list', {
    ...which[chosen],
    ...(narrowed.risk ? { riskLevel: narrowed.risk } : {}),
    ...(narrowed.worker ? { worker: narrowed.worker } : {}),
    ...(narrowed.lack ? { lack: narrowed.lack } : {}),
    ...(narrowed.late ? { late: narrowed.late } : {}),
  });
  const bulk = may('assign', 'cases.case') || may('refer', 'cases.case');
  const total = (list.first as { total?: number } | undefined)?.total;
  return (
    <Page
      title={t('nav')}
      lead={total === undefined ? t('list.lead') : t('list.total', { count: total, n: number(total) })}
      actions={
        may('open', 'cases.case') && (
          <LinkButton kind="primary" to="/cases/open">
            {t('open.title')}
          </LinkButton>
        )
      }
    >
      <Section>
        <div className="filters">
          <SelectField
            label={t('list.which')}
            value={chosen}
            onChange={(value) => narrow({ which: value === 'open' ? '' : value })}
            options={Object.keys(which).map((key) => [key, t(`list.${key}`)] as const)}
          />
          <SelectField
            label={t('case.risk')}
            value={narrowed.risk ?? ''}
            onChange={(risk) => narrow({ risk })}
            options={[['', t('list.any')], ...riskLevels.map((level) => [level, t(`risk.${level}`)] as const)]}
          />
        </div>
        {/* What another page narrowed the list to: said, and taken away with a press. */}
        <div className="buttons">
          {narrowed.worker && (
            <Button kind="quiet" onPress={() => narrow({ worker: '' })}>
              × {nameOf(narrowed.worker)}
            </Button>
          )}
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
        {picked.size > 0 && <BulkActs picked={[...picked.values()]} onDone={() => setPicked(new Map())} />}
        <Rows of={list} empty={<Empty title={t(`list.none-${chosen}`)}>{t('list.none-more')}</Empty>}>
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
                    <Link to="/cases/$id" params={{ id: one.id } as never}>
                      <Name>{one.name || t('case.no-name')}</Name>
                    </Link>
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
