import caseInputs from 'virtual:record/cases.case';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AskedField, Await, CommandForm, useParam } from '../../../../../platform/shell/index.ts';
import { Button, ChoiceField, LinkButton, Notice, Section, useNavigate, useToast } from '../../../../../platform/ui/index.ts';
import { type Answers, type Instrument, interviewedKinds } from '../../../../forms/domain/index.ts';
import { Questionnaire, ScreeningResult, useAnswers, useInstrument, useQuestionnaires, useWords } from '../../../../forms/web/index.ts';
import type { CaseAssessment, CaseHead } from '../../../contract/index.ts';
import { useRead } from '../../api.ts';
import { BriefFrame } from '../CaseFrame.tsx';
import { languageChoice } from '../languages.ts';
import { useQuestions } from '../questions.ts';
import { type Interviewed, useAnswersDraft } from './useAnswersDraft.ts';
import { useVisit, type Visiting } from './useVisit.tsx';

/** A questionnaire is filled in on one page, gone on with, or amended; what is answered is kept as a draft meanwhile. */
export default function AnswerPage() {
  const [questionnaire, id] = [useParam('questionnaire'), useParam('answering')];
  return <AnswerOf questionnaire={questionnaire} id={id} />;
}

/** The same for a questionnaire that the address does not name: that of a visit. */
export function AnswerOf({ questionnaire, id }: { readonly questionnaire: string; readonly id: string }) {
  const row = useQuestionnaires().data?.rows.find((one) => one.questionnaire === questionnaire);
  const say = useWords(row?.languages ?? []);
  return (
    <BriefFrame title={row ? say(row.title) : ''}>
      {(head) => <Finding key={id} head={head} questionnaire={questionnaire} id={id} />}
    </BriefFrame>
  );
}

function Finding({ head, questionnaire, id }: { readonly head: CaseHead; readonly questionnaire: string; readonly id: string }) {
  const assessment = useRead('/api/cases/case/{id}/assessment', { id: head.id });
  const all = useQuestionnaires();
  const { t } = useTranslation(['cases', 'forms']);
  const draft = assessment.data?.drafts.find((one) => one.id === id);
  const given = assessment.data?.given.find((one) => one.id === id);
  const row = all.data?.rows.find((one) => one.questionnaire === questionnaire);
  // What was found first stays: what is on screen must not change under the hand when the case is read anew.
  const [first, setFirst] = useState<Pick<FillingProps, 'starts' | 'amends' | 'interviewed'> & { readonly version: string }>();
  const version = given?.version ?? draft?.version ?? row?.inForce ?? undefined;
  if (!first && assessment.data && all.data && version)
    setFirst({
      version,
      starts: given?.now.answers ?? draft?.answers ?? {},
      amends: given !== undefined,
      interviewed: (draft?.interviewed as Interviewed | null | undefined) ?? null,
    });
  const instrument = useInstrument(questionnaire, first?.version);
  const visit = useVisit(head.id, row?.purpose === 'visit', id, assessment.data?.given ?? []);
  if (assessment.data && all.data && !version)
    return (
      <Notice tone="red" title={t('problem.no-such-version')}>
        <LinkButton to={`/cases/${head.id}/plan`}>{t('page.assessment')}</LinkButton>
      </Notice>
    );
  return (
    <Await of={assessment}>
      {(found) => (
        <Await of={instrument}>
          {(asked) =>
            first && visit !== 'waits' && <Filling head={head} id={id} instrument={asked} found={found} visit={visit} {...first} />
          }
        </Await>
      )}
    </Await>
  );
}

interface FillingProps {
  readonly head: CaseHead;
  readonly id: string;
  readonly instrument: Instrument;
  readonly found: CaseAssessment;
  /** What a visit is shown with; undefined for any other questionnaire. */
  readonly visit: Visiting | undefined;
  readonly starts: Answers;
  readonly amends: boolean;
  /** Null while nobody has said whom the answers come from. */
  readonly interviewed: Interviewed | null;
}

function Filling({ head, id, instrument, found, visit, starts, amends, interviewed: asked }: FillingProps) {
  const { interview } = found;
  const { t } = useTranslation(['cases', 'forms']);
  const of = useAnswers(instrument, starts);
  const [said, setInterviewed] = useState(asked);
  // Who spoke with the child alone has interviewed the child: the answer says so.
  const interviewed = said ?? (instrument.met(of.counted)?.alone ? ['child' as const] : null);
  const { questionnaire, version } = instrument;
  const navigate = useNavigate();
  const leave = () =>
    void navigate({
      to: '/cases/$id/plan',
      hash: { screening: 'assessment', assessment: 'plan', visit: 'follow-up' }[instrument.purpose],
      params: { id: head.id },
    });
  const draft = useAnswersDraft({ id: head.id, answering: id, of, interviewed, off: amends });
  // What others told or somebody saw is no interview of the child.
  const waits =
    interview !== null && instrument.purpose === 'screening' && !amends && (interviewed === null || interviewed.includes('child'));
  const gate = waits && (
    <Notice tone="orange" title={t(`problem.${interview.replace('cases.', '')}`)}>
      <p>{t('fill.not-the-child')}</p>
      <div className="buttons">
        <Button onPress={() => setInterviewed([])}>{t('fill.without-the-child')}</Button>
        <LinkButton to={`/cases/${head.id}/safety`}>{t('protection.open-interview')}</LinkButton>
      </div>
    </Notice>
  );
  const whose = (
    <ChoiceField
      name="interviewed"
      label={t('interview.who')}
      several
      inline
      value={interviewed?.length === 0 ? ['nobody'] : (interviewed ?? [])}
      onChange={(chosen) => setInterviewed(interviewedBy(chosen, interviewed))}
      options={[
        ...interviewedKinds.map((one) => [one, t(`interview.${one}`)] as const),
        ['nobody', t('interview.nobody'), t('interview.nobody-hint')] as const,
      ]}
    />
  );
  return (
    <Questionnaire of={of} {...(gate ? { gate } : {})} {...(visit ? { visit } : {})}>
      <Section title={t(amends ? 'fill.amend' : 'fill.end')}>
        {instrument.purpose === 'screening' && <ScreeningResult instrument={instrument} answers={of.counted} />}
        <Finish
          head={head}
          amends={amends}
          of={{
            answering: id,
            answers: of.counted,
            ...(amends ? {} : { questionnaire, version, ...(interviewed ? { interviewed } : {}) }),
          }}
          isWhole={of.isWhole}
          speaks={found.speaks}
          last={found.given.findLast(({ purpose }) => purpose === instrument.purpose) ?? found.given.at(-1)}
          about={amends ? <p>{t('fill.amend-lead')}</p> : whose}
          onDone={leave}
        />
        {!amends && draft.refused && <Notice tone="red">{draft.refused}</Notice>}
        {!amends && (
          <p className="small soft" role="status">
            {draft.says}
          </p>
        )}
        {!amends && (
          <div className="buttons">
            <Button kind="quiet" pending={draft.keeping} onPress={() => draft.keep(leave)}>
              {t('fill.leave')}
            </Button>
          </div>
        )}
      </Section>
      {visit?.below}
    </Questionnaire>
  );
}

/** Who was interviewed after a tick: nobody, or some; null as long as it is not said. */
function interviewedBy(said: readonly string[], before: Interviewed | null): Interviewed | null {
  if (said.includes('nobody') && before?.length !== 0) return [];
  const some = said.filter((one) => one !== 'nobody') as Interviewed;
  return some.length === 0 ? null : some;
}

/** When and in which language the answers were given, or why they are amended: then they are recorded. */
function Finish({
  head,
  amends,
  of,
  isWhole,
  last,
  speaks,
  about,
  onDone,
}: Pick<FillingProps, 'head' | 'amends'> & {
  readonly of: { readonly answering: string; readonly answers: Answers };
  readonly isWhole: () => boolean;
  /** What was answered before: in which language, and through whom. */
  readonly last: CaseAssessment['given'][number] | undefined;
  readonly speaks: CaseAssessment['speaks'];
  readonly about: ReactNode;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation(['cases', 'forms']);
  const { because, past } = useQuestions();
  const toast = useToast();
  // As the last time, or as the child's file says; whether an interpreter is there is asked where one is needed.
  const known = last
    ? { language: last.language, interpreter: last.interpreter }
    : speaks && { language: speaks.language, ...(speaks.interpreter ? {} : { interpreter: 'none' }) };
  const asked: AskedField[] = [
    past('on', t('interview.on')),
    { name: 'language', kind: languageChoice, label: t('interview.language') },
    { name: 'interpreter', kind: 'one', label: t('interview.interpreter'), said: (one) => t(`interpreter.${one}`) },
  ];
  return (
    <CommandForm
      kind={caseInputs}
      id={head.id}
      name={amends ? 'amend-answers' : 'answer-questionnaire'}
      draft={of.answering}
      target={of}
      {...(known && !amends ? { held: known } : {})}
      fields={amends ? [because] : asked}
      about={about}
      before={async () => isWhole()}
      submit={t('fill.record')}
      onDone={() => {
        toast(t('fill.done'));
        onDone();
      }}
    />
  );
}
