import { useTranslation } from 'react-i18next';
import { useFormat, useOffice } from '../../../../platform/shell/index.ts';
import {
  Badge,
  Buttons,
  Columns,
  Empty,
  Entries,
  Entry,
  Facts,
  LinkButton,
  Name,
  Notice,
  Prose,
  Section,
  Stack,
} from '../../../../platform/ui/index.ts';
import type { CasePlan } from '../../contract/index.ts';
import { lifeDomains } from '../../domain/index.ts';
import { useRead } from '../api.ts';
import { type CasePart, casePart } from './casePage.tsx';
import { Due } from './Due.tsx';
import { usePlanActs } from './planActs.ts';

const usePlan = (id: string) => useRead('/api/cases/case/{id}/plan', { id });

/** What this child needs, what is to be reached, and who agreed to it. */
export const PlanPart = casePart('plan', usePlan, Plan);

const tones = { urgent: 'red', serious: 'orange', some: 'blue', none: 'plain' } as const;

function Plan(part: CasePart<CasePlan>) {
  const { t } = useTranslation('cases');
  const { date, isOver } = useFormat();
  const { head, of: plan, acts } = part;
  const may = usePlanActs(plan);
  const open = plan.goals.filter(({ state }) => state === 'open');
  const settled = plan.goals.filter(({ state }) => state !== 'open');
  const aimedAt = new Set(open.map(({ domain }) => domain));
  const unknown = lifeDomains.filter((domain) => !plan.needs?.needs.some((one) => one.domain === domain));
  const first = !plan.needs ? 'assess' : plan.goals.length === 0 ? 'goal' : 'review';
  return (
    <Columns>
      <Stack>
        <Section
          title={t('plan.needs')}
          aside={
            head.next.includes('answer-questionnaire') && (
              <LinkButton kind={first === 'assess' ? 'primary' : 'plain'} to={`/cases/${head.id}/assess`}>
                {t('plan.assess')}
              </LinkButton>
            )
          }
        >
          {!plan.needs && <Empty title={t('plan.no-needs')}>{t('plan.no-needs-more')}</Empty>}
          {plan.needs && (
            <>
              <p className="small soft">{t('plan.assessed-on', { date: date(plan.needs.on) })}</p>
              <ul className="case-needs">
                {plan.needs.needs.map(({ domain, level, on }) => (
                  <li key={domain}>
                    <span>
                      {t(`domain.${domain}`)}
                      {on !== plan.needs?.on && <span className="small soft"> {t('plan.found-on', { date: date(on) })}</span>}
                    </span>{' '}
                    <Badge tone={tones[level]}>{t(`need.${level}`)}</Badge>
                    {level !== 'none' && !aimedAt.has(domain) && acts.button(may.goal(domain), { of: t(`domain.${domain}`) })}
                  </li>
                ))}
              </ul>
              {unknown.length > 0 && (
                <p className="small soft">{t('plan.not-found-out', { domains: unknown.map((one) => t(`domain.${one}`)).join(', ') })}</p>
              )}
            </>
          )}
        </Section>
        <Section
          title={t('plan.goals')}
          aside={
            <Buttons>
              {plan.goals.length > 0 && acts.button(may.review)}
              {plan.needs && acts.button(may.goal(), { primary: first === 'goal' })}
            </Buttons>
          }
        >
          {plan.reviewOn && open.length > 0 && (
            <p className="small soft">
              {t('plan.review-on')} <Badge tone={isOver(plan.reviewOn) ? 'orange' : 'plain'}>{date(plan.reviewOn)}</Badge>
            </p>
          )}
          <Entries of={[...open, ...settled]} none={[t('plan.no-goals'), t(plan.needs ? 'plan.no-goals-more' : 'plan.assess-first')]}>
            {(goal) => (
              <Entry
                key={goal.id}
                title={goal.what}
                about={
                  <>
                    {t(`domain.${goal.domain}`)} ·{' '}
                    {goal.state === 'open' ? <Due on={goal.due} /> : <Badge>{t(`goal-state.${goal.state}`)}</Badge>}
                  </>
                }
                acts={goal.state === 'open' && acts.button(may.settle(goal), { of: goal.what })}
              />
            )}
          </Entries>
        </Section>
        <Conferences {...part} />
      </Stack>
      <Stack>
        <Approvals {...part} />
        <Section title={t('plan.ending')} aside={acts.button(may.ending)}>
          {plan.ending ? (
            <Facts
              facts={[
                [t('plan.child-says'), t(`agreement.${plan.ending.child}`)],
                [t('plan.carer-says'), t(`agreement.${plan.ending.carer}`)],
                [t('plan.contact'), <Name key="contact">{plan.ending.contact}</Name>],
                [t('plan.agreed-on'), date(plan.ending.on)],
              ]}
            />
          ) : (
            <p className="soft">{t('plan.no-ending')}</p>
          )}
        </Section>
        <Section title={t('closing.declined')} aside={acts.button(may.decline)}>
          {plan.declined ? (
            <Facts
              facts={[
                [t('plan.child-says'), t(`on-services.${plan.declined.child}`)],
                [t('closing.carer'), <Name key="carer">{plan.carers.find(({ id }) => id === plan.declined?.carer)?.name}</Name>],
                [t('closing.on'), date(plan.declined.on)],
                [t('closing.danger-ruled-out'), <Prose key="danger">{plan.declined.dangerRuledOut}</Prose>],
              ]}
            />
          ) : (
            <p className="soft">{t('closing.not-declined')}</p>
          )}
        </Section>
      </Stack>
    </Columns>
  );
}

const verdictTones = { asked: 'orange', approved: 'blue', returned: 'plain', withdrawn: 'plain', used: 'plain' } as const;

function Approvals({ of: plan, acts }: CasePart<CasePlan>) {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  const { nameOf } = useOffice();
  const may = usePlanActs(plan);
  return (
    <Section title={t('plan.approvals')} aside={acts.button(may.askApproval)}>
      {plan.approvals.length === 0 && <p className="soft">{t('plan.no-approvals')}</p>}
      <Entries of={[...plan.approvals].reverse()}>
        {(approval) => (
          <Entry
            key={approval.id}
            title={[t(`subject.${approval.subject}`), approval.reason && t(`close-reason.${approval.reason}`)].filter(Boolean).join(': ')}
            marks={<Badge tone={verdictTones[approval.verdict]}>{t(`verdict.${approval.verdict}`)}</Badge>}
            about={
              <>
                {date(approval.on ?? approval.askedOn)} · <Name>{nameOf(approval.by ?? approval.askedBy)}</Name>
              </>
            }
            acts={
              approval.verdict === 'asked' &&
              [may.giveApproval, may.withdrawApproval].map((act) => acts.button(act(approval), { of: t(`subject.${approval.subject}`) }))
            }
          />
        )}
      </Entries>
    </Section>
  );
}

function Conferences({ of: plan, acts }: CasePart<CasePlan>) {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  const may = usePlanActs(plan);
  return (
    <Section title={t('plan.conferences')} aside={acts.button(may.planConference())}>
      {plan.conferences.length === 0 && <Empty title={t('plan.no-conferences')}>{t('plan.no-conferences-more')}</Empty>}
      {[...plan.conferences].reverse().map((conference) => {
        const [first] = conference.earlier;
        return (
          <Notice
            key={conference.id}
            tone={conference.state === 'planned' ? 'blue' : 'plain'}
            title={`${date(conference.on)} · ${t(`conference-state.${conference.state}`)}`}
          >
            <p dir="auto">
              <strong>{conference.purpose}</strong>
            </p>
            <Prose>{conference.participants}</Prose>
            <Prose>{conference.decisions}</Prose>
            {first && (
              <p className="small soft">
                {t('visit.moved', { count: conference.earlier.length, date: date(first) })}{' '}
                {conference.review && t(`visit.reviewed-${conference.review.upheld ? 'yes' : 'no'}`, { date: date(conference.review.on) })}
              </p>
            )}
            {conference.waitsForReview && <Buttons>{acts.button(may.reviewConference(conference), { of: conference.purpose })}</Buttons>}
            {conference.state === 'planned' && (
              <Buttons>
                {[may.holdConference, may.planConference, may.cancelConference].map((act) =>
                  acts.button(act(conference), { of: conference.purpose }),
                )}
              </Buttons>
            )}
          </Notice>
        );
      })}
    </Section>
  );
}
