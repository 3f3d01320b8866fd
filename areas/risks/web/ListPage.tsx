import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Await, Rows, useFormat, usePages, useRead, useSession } from '../../../platform/shell/index.ts';
import {
  Badge,
  Badges,
  Bars,
  Button,
  Columns,
  Empty,
  LinkButton,
  Name,
  Page,
  Section,
  SelectField,
  Stack,
  Table,
} from '../../../platform/ui/index.ts';
import { ruleIds } from '../domain/index.ts';
import type { ListedChild, RiskCounts } from './answers.ts';

/** What the list is narrowed to. It stands in the address, so that the way back keeps it; none of it identifies a child. */
interface Narrowed {
  readonly ward?: string;
  readonly reason?: string;
  readonly status?: string;
  readonly age?: string;
  readonly mine?: string;
}
const ages: Readonly<Record<string, readonly [from: number, to: number]>> = {
  '0-4': [0, 4],
  '5-9': [5, 9],
  '10-13': [10, 13],
  '14-17': [14, 17],
};
const statuses = ['new', 'visit-planned', 'seen', 'case', 'not-at-risk'] as const;

export default function ListPage() {
  const { t } = useTranslation('risks');
  const { may } = useSession();
  const { number, age: ageOf, date, isOver, ward: wardName } = useFormat();
  const navigate = useNavigate();
  const narrowed = useSearch({ strict: false }) as Narrowed;
  const narrow = (more: Narrowed) =>
    void navigate({
      to: '/risks',
      replace: true,
      search: Object.fromEntries(Object.entries({ ...narrowed, ...more }).filter(([, value]) => value)) as never,
    });
  const age = narrowed.age ? ages[narrowed.age] : undefined;
  const counts = useRead<RiskCounts>('/api/risks/counts', { enabled: may('count', 'risks.child') });
  const list = usePages<ListedChild>('/api/risks/list', {
    ...(narrowed.ward ? { ward: narrowed.ward } : {}),
    ...(narrowed.reason ? { reason: narrowed.reason } : {}),
    ...(narrowed.status ? { status: narrowed.status } : {}),
    ...(narrowed.mine ? { mine: true } : {}),
    ...(age ? { ageFrom: age[0], ageTo: age[1] } : {}),
  });
  const any = t('list.any');
  const wards = (counts.data?.wards ?? []).flatMap(({ ward }) => ward ?? []);
  return (
    <Page title={t('nav')} lead={t('list.lead')} actions={<LinkButton to="/risks/rules">{t('rules.nav')}</LinkButton>}>
      <Columns>
        <Section>
          <div className="filters">
            <SelectField
              label={t('list.ward')}
              value={narrowed.ward ?? ''}
              onChange={(ward) => narrow({ ward })}
              options={[
                ['', any],
                ...[...wards]
                  .sort((a, b) => a.localeCompare(b, undefined, { numeric: true }))
                  .map((ward) => [ward, wardName(ward)] as const),
              ]}
            />
            <SelectField
              label={t('list.reason')}
              value={narrowed.reason ?? ''}
              onChange={(reason) => narrow({ reason })}
              options={[['', any], ...ruleIds.map((rule) => [rule, t(`rule.${rule}.name`)] as const)]}
            />
            <SelectField
              label={t('list.age')}
              value={narrowed.age ?? ''}
              onChange={(chosen) => narrow({ age: chosen })}
              options={[['', any], ...Object.keys(ages).map((band) => [band, t('list.years', { band })] as const)]}
            />
            <SelectField
              label={t('list.status')}
              value={narrowed.status ?? ''}
              onChange={(status) => narrow({ status })}
              options={[['', t('list.on-list')], ...statuses.map((status) => [status, t(`status.${status}`)] as const)]}
            />
          </div>
          <Rows
            of={list}
            empty={
              Object.keys(narrowed).length > 0 ? (
                <Empty
                  title={t('list.none-narrowed')}
                  action={<Button onPress={() => void navigate({ to: '/risks', search: {} as never })}>{t('list.show-all')}</Button>}
                />
              ) : (
                <Empty title={t('list.none')}>{t('list.none-more')}</Empty>
              )
            }
          >
            {(rows) => (
              <Table
                caption={t('nav')}
                rows={rows}
                keyOf={({ id }) => id}
                columns={[
                  {
                    key: 'name',
                    title: t('list.name'),
                    main: true,
                    cell: (child) => (
                      <Link to="/risks/$id" params={{ id: child.id } as never}>
                        <Name>{child.name || t('list.no-name')}</Name>
                      </Link>
                    ),
                  },
                  { key: 'age', whole: true, title: t('list.age'), cell: (child) => ageOf(child.born) },
                  { key: 'ward', whole: true, title: t('list.ward'), cell: (child) => child.ward && <Name>{wardName(child.ward)}</Name> },
                  {
                    key: 'reasons',
                    title: t('list.reasons'),
                    cell: (child) => (
                      <Badges>
                        {child.reasons.map((reason) => (
                          <Badge key={reason}>{t(`rule.${reason}.name`)}</Badge>
                        ))}
                      </Badges>
                    ),
                  },
                  {
                    key: 'status',
                    whole: true,
                    title: t('list.status'),
                    cell: (child) => (
                      <>
                        <Badge tone={child.status === 'new' ? 'blue' : child.dueOn && isOver(child.dueOn) ? 'orange' : 'plain'}>
                          {t(`status.${child.status}`)}
                        </Badge>
                        {child.dueOn && <div className="small soft">{date(child.dueOn)}</div>}
                      </>
                    ),
                  },
                ]}
              />
            )}
          </Rows>
        </Section>
        <Stack>
          <Section title={t('counts.by-ward', { count: counts.data?.total ?? 0, n: number(counts.data?.total ?? 0) })}>
            <Await of={counts}>
              {({ wards: byWard }) => (
                <Bars
                  bars={byWard
                    .slice(0, 20)
                    .map(({ ward, n }) => ({ key: ward ?? '', label: ward ? wardName(ward) : t('counts.no-ward'), n }))}
                  chosen={narrowed.ward}
                  onChoose={(ward) => narrow({ ward: ward ?? '' })}
                />
              )}
            </Await>
          </Section>
          <Section title={t('counts.by-reason')}>
            <Await of={counts}>
              {({ reasons }) => (
                <Bars
                  bars={reasons.map(({ reason, n }) => ({ key: reason, label: t(`rule.${reason}.name`), n }))}
                  chosen={narrowed.reason}
                  onChoose={(reason) => narrow({ reason: reason ?? '' })}
                />
              )}
            </Await>
          </Section>
        </Stack>
      </Columns>
    </Page>
  );
}
