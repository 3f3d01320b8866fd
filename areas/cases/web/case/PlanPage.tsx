import { useTranslation } from 'react-i18next';
import { Await, useFormat, useOffice } from '../../../../platform/shell/index.ts';
import { Badge, Columns, Empty, Facts, Name, Notice, Section, Stack } from '../../../../platform/ui/index.ts';
import type { CaseHead, CasePlan } from '../../contract/index.ts';
import { useRead } from '../api.ts';
import { CaseFrame } from './CaseFrame.tsx';
import { usePlanActs } from './planActs.ts';
import { useActs } from './useActs.tsx';

/** What this child needs, what is to be reached, and who agreed to it. */
export default function PlanPage() {
  return <CaseFrame page="plan">{(head) => <Plan head={head} />}</CaseFrame>;
}

function Plan({ head }: { readonly head: CaseHead }) {
  const found = useRead('/api/cases/case/{id}/plan', { id: head.id });
  return <Await of={found}>{(plan) => <PlanFound head={head} plan={plan} />}</Await>;
}

const tones = { urgent: 'red', serious: 'orange', some: 'blue', none: 'plain' } as const;

function PlanFound({ head, plan }: { readonly head: CaseHead; readonly plan: CasePlan }) {
  const { t } = useTranslation('cases');
  const { date, isOver } = useFormat();
  const { dialog, button } = useActs(head);
  const acts = usePlanActs(plan);
  const open = plan.goals.filter(({ state }) => state === 'open');
  const settled = plan.goals.filter(({ state }) => state !== 'open');
  const first = !plan.needs ? 'assess' : open.length === 0 && settled.length === 0 ? 'goal' : 'review';
  return (
    <Columns>
      <Stack>
        <Section title={t('plan.needs')} aside={button(acts.assess, { primary: first === 'assess' })}>
          {!plan.needs && <Empty title={t('plan.no-needs')}>{t('plan.no-needs-more')}</Empty>}
          {plan.needs && (
            <>
              <p className="small soft">{t('plan.assessed-on', { date: date(plan.needs.on) })}</p>
              <ul className="case-needs">
                {plan.needs.needs.map(({ domain, level }) => (
                  <li key={domain}>
                    <span>{t(`domain.${domain}`)}</span> <Badge tone={tones[level]}>{t(`need.${level}`)}</Badge>
                  </li>
                ))}
              </ul>
              {plan.needs.strengths && <Facts facts={[[t('plan.strengths'), <Name key="s">{plan.needs.strengths}</Name>]]} />}
            </>
          )}
        </Section>
        <Section
          title={t('plan.goals')}
          aside={
            <div className="buttons">
              {plan.goals.length > 0 && button(acts.review)}
              {plan.needs && button(acts.goal, { primary: first === 'goal' })}
            </div>
          }
        >
          {plan.goals.length === 0 && (
            <Empty title={t('plan.no-goals')}>{plan.needs ? t('plan.no-goals-more') : t('plan.assess-first')}</Empty>
          )}
          {plan.reviewOn && open.length > 0 && (
            <p className="small soft">
              {t('plan.review-on')} <Badge tone={isOver(plan.reviewOn) ? 'orange' : 'plain'}>{date(plan.reviewOn)}</Badge>
            </p>
          )}
          <ul className="stack">
            {[...open, ...settled].map((goal) => (
              <li key={goal.id} className="section__head">
                <div>
                  <strong dir="auto">{goal.what}</strong>
                  <div className="small soft">
                    {t(`domain.${goal.domain}`)} ·{' '}
                    {goal.state === 'open' ? (
                      <Badge tone={isOver(goal.due) ? 'orange' : 'plain'}>
                        {t(isOver(goal.due) ? 'case.was-due' : 'case.is-due', { date: date(goal.due) })}
                      </Badge>
                    ) : (
                      <Badge>{t(`goal-state.${goal.state}`)}</Badge>
                    )}
                  </div>
                </div>
                {goal.state === 'open' && button(acts.settle(goal), { of: goal.what })}
              </li>
            ))}
          </ul>
        </Section>
        <Conferences plan={plan} head={head} />
      </Stack>
      <Stack>
        <Approvals plan={plan} head={head} />
        <Section title={t('plan.ending')} aside={button(acts.ending)}>
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
      </Stack>
      {dialog}
    </Columns>
  );
}

function Approvals({ plan, head }: { readonly plan: CasePlan; readonly head: CaseHead }) {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  const { nameOf } = useOffice();
  const { dialog, button } = useActs(head);
  const acts = usePlanActs(plan);
  return (
    <Section title={t('plan.approvals')} aside={button(acts.askApproval)}>
      {plan.approvals.length === 0 && <p className="soft">{t('plan.no-approvals')}</p>}
      <ul className="stack">
        {[...plan.approvals].reverse().map((approval) => {
          const { id, subject, verdict, askedBy, askedOn, by, on } = approval;
          const tone = verdict === 'asked' ? 'orange' : verdict === 'approved' ? 'blue' : 'plain';
          return (
            <li key={id}>
              <strong>{t(`subject.${subject}`)}</strong> <Badge tone={tone}>{t(`verdict.${verdict}`)}</Badge>
              <div className="small soft">
                {date(on ?? askedOn)} · <Name>{nameOf(by ?? askedBy)}</Name>
              </div>
              {verdict === 'asked' && (
                <div className="buttons">
                  {button(acts.giveApproval(approval), { of: t(`subject.${subject}`) })}
                  {button(acts.withdrawApproval(approval), { of: t(`subject.${subject}`) })}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {dialog}
    </Section>
  );
}

function Conferences({ plan, head }: { readonly plan: CasePlan; readonly head: CaseHead }) {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  const { dialog, button } = useActs(head);
  const acts = usePlanActs(plan);
  return (
    <Section title={t('plan.conferences')} aside={button(acts.planConference)}>
      {plan.conferences.length === 0 && <Empty title={t('plan.no-conferences')}>{t('plan.no-conferences-more')}</Empty>}
      {[...plan.conferences].reverse().map((conference) => (
        <Notice
          key={conference.id}
          tone={conference.state === 'planned' ? 'blue' : 'plain'}
          title={`${date(conference.on)} · ${t(`conference-state.${conference.state}`)}`}
        >
          <p dir="auto">
            <strong>{conference.purpose}</strong>
          </p>
          <p className="prose" dir="auto">
            {conference.participants}
          </p>
          {conference.decisions && (
            <p className="prose" dir="auto">
              {conference.decisions}
            </p>
          )}
          {conference.state === 'planned' && (
            <div className="buttons">
              {button(acts.holdConference(conference), { of: conference.purpose })}
              {button(acts.moveConference(conference), { of: conference.purpose })}
              {button(acts.cancelConference(conference), { of: conference.purpose })}
            </div>
          )}
        </Notice>
      ))}
      {dialog}
    </Section>
  );
}
