import { useTranslation } from 'react-i18next';
import { type Act, Await, type FormField, useFormat, useSession } from '../../../../platform/shell/index.ts';
import { Badge, Empty, LinkButton, Section, Stack } from '../../../../platform/ui/index.ts';
import { DomainsPicture, useQuestionnaires } from '../../../forms/web/index.ts';
import type { CaseFollowUp, CaseHead, CaseVisit } from '../../contract/index.ts';
import { useRead } from '../api.ts';
import { CaseFrame } from './CaseFrame.tsx';
import { useActs } from './useActs.tsx';

/** How the child has fared since the return, and when it is seen next. */
export default function FollowUpPage() {
  return <CaseFrame page="follow-up">{(head) => <FollowUp head={head} />}</CaseFrame>;
}

function FollowUp({ head }: { readonly head: CaseHead }) {
  const found = useRead('/api/cases/case/{id}/follow-up', { id: head.id });
  return <Await of={found}>{(data) => <FollowUpFound head={head} followUp={data} />}</Await>;
}

function useVisitActs() {
  const { t } = useTranslation('cases');
  const { city } = useSession();
  const because: FormField = { name: 'because', kind: 'line', label: t('act.because'), required: true };
  const begin: Act = {
    name: 'begin-follow-up',
    fields: [{ name: 'since', kind: 'day', label: t('visit.since'), hint: t('visit.since-hint'), max: city.today, required: true }],
  };
  const add: Act = {
    name: 'add-visit',
    fields: [{ name: 'due', kind: 'day', label: t('visit.due'), min: city.today, required: true }],
    input: (answers, made) => ({ visit: made, ...answers }),
  };
  const make = (visit: CaseVisit): Act => ({
    name: 'make-visit',
    to: visit.id,
    fields: [
      { name: 'on', kind: 'day', label: t('visit.on'), max: city.today, starts: city.today, required: true },
      {
        name: 'outcome',
        kind: 'one',
        label: t('visit.outcome'),
        options: ['not-found', 'refused'].map((key) => [key, t(`visit-outcome.${key}`)] as const),
        required: true,
      },
      { name: 'note', kind: 'text', lines: 5, label: t('visit.note'), hint: t('visit.note-hint'), required: true },
    ],
    input: (answers) => ({ visit: visit.id, scores: {}, ...answers }),
  });
  const move = (visit: CaseVisit): Act => ({
    name: 'move-visit',
    to: visit.id,
    fields: [{ name: 'due', kind: 'day', label: t('visit.due'), min: city.today, starts: visit.due, required: true }, because],
    input: (answers) => ({ visit: visit.id, ...answers }),
  });
  const drop = (visit: CaseVisit): Act => ({
    name: 'drop-visit',
    to: visit.id,
    fields: [because],
    input: (answers) => ({ visit: visit.id, ...answers }),
  });
  return { begin, add, make, move, drop };
}

function FollowUpFound({ head, followUp }: { readonly head: CaseHead; readonly followUp: CaseFollowUp }) {
  const { t, i18n } = useTranslation('cases');
  const questionnaires = useQuestionnaires();
  const { date, isOver } = useFormat();
  const { dialog, button } = useActs(head);
  const acts = useVisitActs();
  const byDay = [...followUp.visits].sort((a, b) => (a.on ?? a.due).localeCompare(b.on ?? b.due));
  const waiting = byDay.filter(({ outcome }) => outcome === null);
  const past = byDay.filter(({ outcome }) => outcome !== null).reverse();
  const [nextVisit] = waiting;
  const scored = past.flatMap(({ on, domains }) => (on && domains.length > 0 ? [{ on, domains }] : []));
  const titleOf = (domain: string) => (i18n.exists(`cases:domain.${domain}`) ? t(`domain.${domain}`) : domain);
  const asked = questionnaires.data?.rows.find(({ purpose, inForce }) => purpose === 'visit' && inForce !== null);
  return (
    <Stack>
      {scored.length > 0 && (
        <Section title={t('visit.picture')}>
          <DomainsPicture days={scored} titleOf={titleOf} />
        </Section>
      )}
      <Section
        title={t('visit.to-come')}
        aside={
          <div className="buttons">
            {followUp.since !== null && button(acts.add)}
            {button(acts.begin, { primary: followUp.since === null })}
          </div>
        }
      >
        {followUp.since === null && <Empty title={t('visit.not-begun')}>{t('visit.not-begun-more')}</Empty>}
        {followUp.since !== null && <p className="small soft">{t('visit.counted-from', { date: date(followUp.since) })}</p>}
        <ul className="stack">
          {waiting.map((visit) => (
            <li key={visit.id} className="section__head">
              <Badge tone={isOver(visit.due) ? 'orange' : 'plain'}>
                {t(isOver(visit.due) ? 'case.was-due' : 'case.is-due', { date: date(visit.due) })}
              </Badge>
              <div className="buttons">
                {asked && head.next.includes('answer-questionnaire') && (
                  <LinkButton
                    {...(visit === nextVisit ? { kind: 'primary' as const } : {})}
                    to={`/cases/${head.id}/assessment/${asked.questionnaire}/${visit.id}`}
                    label={`${t('visit.write')}: ${date(visit.due)}`}
                  >
                    {t('visit.write')}
                  </LinkButton>
                )}
                {button(acts.make(visit), { of: date(visit.due) })}
                {button(acts.move(visit), { of: date(visit.due) })}
                {button(acts.drop(visit), { of: date(visit.due) })}
              </div>
            </li>
          ))}
        </ul>
      </Section>
      {past.length > 0 && (
        <Section title={t('visit.made')}>
          <ul className="stack">
            {past.map((visit) => (
              <li key={visit.id}>
                <strong>{date(visit.on ?? visit.due)}</strong>{' '}
                <Badge tone={visit.outcome === 'seen' ? 'blue' : 'orange'}>{t(`visit-outcome.${visit.outcome}`)}</Badge>{' '}
                {visit.alone !== null && <span className="small soft">{t(visit.alone ? 'visit.alone-yes' : 'visit.alone-no')}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {dialog}
    </Stack>
  );
}
