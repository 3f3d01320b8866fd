import { useTranslation } from 'react-i18next';
import { type Act, useFormat } from '../../../../../platform/shell/index.ts';
import {
  Badge,
  Buttons,
  Empty,
  Entries,
  Entry,
  LinkButton,
  Name,
  Notice,
  Prose,
  Section,
  Stack,
} from '../../../../../platform/ui/index.ts';
import { useQuestionnaires } from '../../../../forms/web/index.ts';
import type { CaseFollowUp, CaseVisit } from '../../../contract/index.ts';
import { useRead } from '../../api.ts';
import { useTaskActs } from '../acts.tsx';
import { type CasePart, casePart } from '../casePage.tsx';
import { Due } from '../Due.tsx';
import { useQuestions } from '../questions.ts';
import { LeavingCare } from './LeavingCare.tsx';

const useFollowUp = (id: string) => useRead('/api/cases/case/{id}/follow-up', { id });

/** How the child has fared since the return, and when they are seen next. */
export const FollowUpPart = casePart('follow-up', useFollowUp, FollowUp);

function useVisitActs() {
  const { t } = useTranslation('cases');
  const { because, past, coming } = useQuestions();
  const due = coming('due', t('visit.due'));
  const begin: Act = {
    name: 'begin-follow-up',
    fields: [{ ...past('since', t('visit.since')), hint: t('visit.since-hint'), starts: '' }],
  };
  const make = ({ id }: CaseVisit): Act => ({
    name: 'make-visit',
    target: { visit: id },
    fields: [
      past('on', t('visit.on')),
      {
        name: 'outcome',
        kind: 'one',
        label: t('visit.outcome'),
        values: ['not-found', 'refused'],
        said: (one) => t(`visit-outcome.${one}`),
      },
      { name: 'note', label: t('visit.note'), hint: t('visit.note-hint'), required: true },
    ],
    input: (answers) => ({ scores: {}, ...answers }),
  });
  const move = (visit: CaseVisit): Act => ({ name: 'move-visit', target: { visit: visit.id }, held: visit, fields: [due, because] });
  const drop = ({ id }: CaseVisit): Act => ({ name: 'drop-visit', target: { visit: id }, fields: [because] });
  const review = ({ id }: CaseVisit): Act => ({
    name: 'review-visit',
    target: { visit: id },
    fields: [
      {
        name: 'upheld',
        kind: 'one',
        label: t('consent.upheld'),
        values: ['yes', 'no'],
        said: (one) => t(`visit.upheld-${one}`),
        required: true,
      },
      { name: 'note', label: t('visit.review-note') },
    ],
    input: ({ upheld, ...answers }) => ({ ...answers, upheld: upheld === 'yes' }),
  });
  const search: Act = {
    name: 'record-search-step',
    makes: 'step',
    fields: [
      past('on', t('closing.on')),
      { name: 'what', label: t('closing.what'), said: (one) => t(`search-step.${one}`) },
      { name: 'who', label: t('closing.who') },
      { name: 'note', label: t('closing.note') },
    ],
  };
  return { begin, make, move, drop, review, search };
}

/** How often a visit was moved, from which day on, and what a supervisor said of that. */
function PutOff({ visit: { earlier, review } }: { readonly visit: CaseVisit }) {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  const [first] = earlier;
  return (
    <>
      {first && t('visit.moved', { count: earlier.length, date: date(first) })}{' '}
      {review && t(`visit.reviewed-${review.upheld ? 'yes' : 'no'}`, { date: date(review.on) })}
    </>
  );
}

function FollowUp({ head, of, acts }: CasePart<CaseFollowUp>) {
  const { since, visits, search, missed } = of;
  const { t } = useTranslation('cases');
  const questionnaires = useQuestionnaires();
  const { date, today } = useFormat();
  const may = useVisitActs();
  const { planVisit } = useTaskActs(head);
  const byDay = visits.toSorted((a, b) => (a.on ?? a.due).localeCompare(b.on ?? b.due));
  const waiting = byDay.filter(({ outcome }) => outcome === null);
  const past = byDay.filter(({ outcome }) => outcome !== null).reverse();
  const [nextVisit] = waiting;
  // What is made, or was missed, is the next visit, or one whose day has come; those of later years are only moved or dropped.
  const isNow = (visit: CaseVisit) => visit === nextVisit || visit.due <= today;
  const asked = questionnaires.data?.rows.find(({ purpose, inForce }) => purpose === 'visit' && inForce !== null);
  return (
    <Stack>
      {missed > 0 && (
        <Notice tone={missed > 1 ? 'red' : 'orange'} title={t(missed > 1 ? 'visit.missed-two' : 'visit.missed-one')}>
          <p>{t(missed > 1 ? 'visit.missed-two-more' : 'visit.missed-one-more')}</p>
          {missed > 1 && <Buttons>{acts.button(may.search, { primary: true })}</Buttons>}
        </Notice>
      )}
      <Section
        title={t('visit.title')}
        aside={
          <Buttons>
            {since !== null && acts.button(planVisit)}
            {acts.button(may.begin, { primary: since === null })}
          </Buttons>
        }
      >
        {since === null && <Empty title={t('visit.not-begun')}>{t('visit.not-begun-more')}</Empty>}
        {since !== null && <p className="small soft">{t('visit.counted-from', { date: date(since) })}</p>}
        <Entries of={[...waiting, ...past]}>
          {(visit) => {
            const name = { of: date(visit.on ?? visit.due) };
            const writes = asked && isNow(visit) && visit.outcome === null && head.next.includes('answer-questionnaire');
            const one = visit.waitsForReview
              ? may.review
              : writes || visit.outcome !== null
                ? undefined
                : isNow(visit)
                  ? may.make
                  : may.move;
            const open =
              visit.outcome === null ? [...(isNow(visit) ? [may.make] : []), may.move, may.drop].filter((act) => act !== one) : [];
            const rarer = open.map((act) => acts.button(act(visit), name)).filter(Boolean);
            return (
              <Entry
                key={visit.id}
                title={visit.outcome === null ? <Due on={visit.due} /> : date(visit.on ?? visit.due)}
                marks={
                  visit.outcome !== null && (
                    <>
                      <Badge tone={visit.outcome === 'seen' ? 'blue' : 'orange'}>{t(`visit-outcome.${visit.outcome}`)}</Badge>{' '}
                      {visit.alone !== null && <span className="small soft">{t(visit.alone ? 'visit.alone-yes' : 'visit.alone-no')}</span>}
                    </>
                  )
                }
                about={(visit.outcome === null || visit.outcome === 'dropped') && <PutOff visit={visit} />}
                acts={
                  <>
                    {writes && (
                      <LinkButton
                        kind={visit === nextVisit ? 'primary' : 'plain'}
                        to={`/cases/${head.id}/visit/${visit.id}`}
                        label={`${t('visit.write')}: ${date(visit.due)}`}
                      >
                        {t('visit.write')}
                      </LinkButton>
                    )}
                    {one && acts.button(one(visit), name)}
                  </>
                }
                rarer={rarer.length > 0 && rarer}
              />
            );
          }}
        </Entries>
      </Section>
      <Section title={t('closing.search')} aside={acts.button(may.search)}>
        <p className="small soft">{t('closing.search-more')}</p>
        <Entries of={search.toReversed()}>
          {(step) => (
            <Entry
              key={step.id}
              title={t(`search-step.${step.what}`)}
              about={
                <>
                  {date(step.on)} · <Name>{step.who}</Name>
                </>
              }
            >
              <Prose>{step.note}</Prose>
            </Entry>
          )}
        </Entries>
      </Section>
      <LeavingCare of={of} acts={acts} />
    </Stack>
  );
}
