import record from 'virtual:record/risks.child';
import { useTranslation } from 'react-i18next';
import { Await, RecordHistory, useActs, useFormat, useOffice, useParam, useSession } from '../../../platform/shell/index.ts';
import { Badge, Columns, Empty, Facts, Link, LinkButton, Name, Notice, Page, Section, Stack } from '../../../platform/ui/index.ts';
import type { Child } from '../contract/index.ts';
import { useRead } from './api.ts';
import { useChildActs } from './childActs.ts';
import { PendingReasons } from './PendingReasons.tsx';

/** A child on the list: why, by which rows, what was done, and what may come next. */
export default function ChildPage() {
  const id = useParam('id');
  const child = useRead('/api/risks/child/{id}', { id });
  return <Await of={child}>{(data) => <ChildFound id={id} child={data} />}</Await>;
}

function ChildFound({ id, child }: { readonly id: string; readonly child: Child }) {
  const { t } = useTranslation('risks');
  const { may } = useSession();
  const { nameOf } = useOffice();
  const { age, date, isOver, ward } = useFormat();
  const acts = useActs({ ...child, id }, record);
  const buttons = useChildActs().map((act) => acts.button(act));
  return (
    <Page
      title={<Name>{child.name || t('list.no-name')}</Name>}
      windowTitle={t('child.title')}
      back={{ to: '/risks', label: t('nav') }}
      lead={[age(child.born), child.ward && ward(child.ward)].filter(Boolean).join(' · ')}
      actions={
        child.case ? (
          <LinkButton kind="primary" to={`/cases/${child.case}`}>
            {t('child.go-to-case')}
          </LinkButton>
        ) : (
          may('open', 'cases.case') && (
            <LinkButton kind="primary" to={`/risks/${id}/open-case`}>
              {t('child.open-case')}
            </LinkButton>
          )
        )
      }
    >
      <Columns secondFirst>
        <Stack>
          <Section title={t('child.why')}>
            <p className="soft small">{t('rules.no-decision')}</p>
            {child.reasons.length === 0 && <Empty title={t('child.no-reasons')} />}
            <ul className="stack">
              {child.reasons.map(({ rule, since, until, sources }) => (
                <li key={rule}>
                  <strong>{t(`rule.${rule}.name`)}</strong>
                  <div className="soft">
                    {since && <span>{t('child.since', { date: date(since) })} </span>}
                    {until && (
                      <Badge tone={isOver(until) ? 'orange' : 'blue'}>
                        {t(isOver(until) ? 'child.limit-passed' : 'child.limit-runs', { date: date(until) })}
                      </Badge>
                    )}
                  </div>
                  {sources.length > 0 && (
                    <ul className="small">
                      {sources.map((source) => (
                        <li key={source.entry}>
                          <Link to="/registers/entries/$id" params={{ id: source.entry }}>
                            {t('child.source', { register: t(`registers:register.${source.register}`), row: source.row })}
                          </Link>{' '}
                          <Name>{source.name}</Name>
                        </li>
                      ))}
                    </ul>
                  )}
                </li>
              ))}
            </ul>
            <PendingReasons pending={child.pending} />
          </Section>
          <RecordHistory kind={record.kind} id={id} />
        </Stack>
        <Stack>
          <Section title={t('child.now')}>
            <Facts
              facts={[
                [
                  t('list.status'),
                  <Badge key="status" tone={child.status === 'new' ? 'blue' : 'plain'}>
                    {t(`status.${child.status}`)}
                  </Badge>,
                ],
                [
                  t('child.due'),
                  child.dueOn && (
                    <Badge key="due" tone={isOver(child.dueOn) ? 'orange' : 'plain'}>
                      {date(child.dueOn)}
                    </Badge>
                  ),
                ],
                [t('child.worker'), child.worker && nameOf(child.worker)],
                [
                  t('child.person'),
                  <Link key="person" to="/people/$id" params={{ id: child.person }}>
                    {t('child.go-to-person')}
                  </Link>,
                ],
              ]}
            />
            <div className="stack">{buttons}</div>
          </Section>
          {child.status === 'not-at-risk' && <Notice>{t('child.comes-back')}</Notice>}
        </Stack>
      </Columns>
      {acts.dialog}
    </Page>
  );
}
