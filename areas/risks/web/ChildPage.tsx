import record from 'virtual:record/risks.child';
import { useTranslation } from 'react-i18next';
import { RecordHistory, RecordPage, useFormat, useOffice, useParam, useSession } from '../../../platform/shell/index.ts';
import { Badge, Columns, Empty, Facts, Link, LinkButton, Name, Notice, Section, Stack } from '../../../platform/ui/index.ts';
import type { Child } from '../contract/index.ts';
import { useRead } from './api.ts';
import { useChildActs } from './childActs.ts';
import { PendingReasons } from './PendingReasons.tsx';

/** A child on the list: why, by which rows, what was done, and what may come next. */
export default function ChildPage() {
  const { t } = useTranslation('risks');
  const { may } = useSession();
  const { age, ward } = useFormat();
  const childActs = useChildActs();
  return (
    <RecordPage
      of={useRead('/api/risks/child/{id}', { id: useParam('id') })}
      record={record}
      head={(child) => ({
        title: <Name>{child.name || t('list.no-name')}</Name>,
        windowTitle: t('child.title'),
        back: { to: '/risks', label: t('nav') },
        marks: [age(child.born), child.ward && ward(child.ward)].filter(Boolean).join(' · '),
        // The case is of another area: no act of this record.
        actions: child.case ? (
          <LinkButton kind="primary" to={`/cases/${child.case}`}>
            {t('child.go-to-case')}
          </LinkButton>
        ) : (
          may('open', 'cases.case') && (
            <LinkButton kind="primary" to={`/risks/${child.id}/open-case`}>
              {t('child.open-case')}
            </LinkButton>
          )
        ),
      })}
    >
      {(child, acts) => (
        <Columns secondFirst>
          <Stack>
            <Reasons of={child} />
            <RecordHistory kind={record.kind} id={child.id} />
          </Stack>
          <Stack>
            <Section title={t('child.now')}>
              <Standing of={child} />
              <div className="stack">{childActs.map((act) => acts.button(act))}</div>
            </Section>
            {child.status === 'not-at-risk' && <Notice>{t('child.comes-back')}</Notice>}
          </Stack>
        </Columns>
      )}
    </RecordPage>
  );
}

function Reasons({ of: { reasons, pending } }: { readonly of: Child }) {
  const { t } = useTranslation('risks');
  const { date } = useFormat();
  return (
    <Section title={t('child.why')}>
      <p className="soft small">{t('rules.no-decision')}</p>
      {reasons.length === 0 && <Empty title={t('child.no-reasons')} />}
      <ul className="stack">
        {reasons.map(({ rule, since, sources, cases }) => (
          <li key={rule}>
            <strong>{t(`rule.${rule}.name`)}</strong>
            <div className="soft">{since && <span>{t('child.since', { date: date(since) })} </span>}</div>
            {cases.map((id) => (
              <div key={id} className="small">
                <Link to="/cases/$id" params={{ id }}>
                  {t('child.go-to-case')}
                </Link>
              </div>
            ))}
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
      <PendingReasons pending={pending} />
    </Section>
  );
}

function Standing({ of: { status, dueOn, worker, person } }: { readonly of: Child }) {
  const { t } = useTranslation('risks');
  const { nameOf } = useOffice();
  const { date, isOver } = useFormat();
  return (
    <Facts
      facts={[
        [
          t('list.status'),
          <Badge key="status" tone={status === 'new' ? 'blue' : 'plain'}>
            {t(`status.${status}`)}
          </Badge>,
        ],
        [
          t('child.due'),
          dueOn && (
            <Badge key="due" tone={isOver(dueOn) ? 'orange' : 'plain'}>
              {date(dueOn)}
            </Badge>
          ),
        ],
        [t('child.worker'), worker && nameOf(worker)],
        [
          t('child.person'),
          <Link key="person" to="/people/$id" params={{ id: person }}>
            {t('child.go-to-person')}
          </Link>,
        ],
      ]}
    />
  );
}
