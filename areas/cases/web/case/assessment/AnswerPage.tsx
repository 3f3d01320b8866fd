import caseInputs from 'virtual:record/cases.case';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AskedField, Await, CommandForm, useParam } from '../../../../../platform/shell/index.ts';
import { Button, Buttons, ChoiceField, LinkButton, Notice, Section, useNavigate, useToast } from '../../../../../platform/ui/index.ts';
import { type Answers, type AskedSection, type Instrument, interviewedKinds } from '../../../../forms/domain/index.ts';
import { Questionnaire, ScreeningResult, useInstrument, useQuestionnaires } from '../../../../forms/web/index.ts';
import type { CaseHead } from '../../../contract/index.ts';
import { useCommand, useRead } from '../../api.ts';
import { CaseFrame } from '../CaseFrame.tsx';
import { languageChoice } from '../languages.ts';
import { useQuestions } from '../questions.ts';

/** A questionnaire is filled in, gone on with, or amended; what is answered is kept as a draft from section to section. */
export default function AnswerPage() {
  return <CaseFrame page="assessment">{(head) => <Answering key={head.id} head={head} />}</CaseFrame>;
}

function Answering({ head }: { readonly head: CaseHead }) {
  const [questionnaire, id] = [useParam('questionnaire'), useParam('answering')];
  const assessment = useRead('/api/cases/case/{id}/assessment', { id: head.id });
  const all = useQuestionnaires();
  const draft = assessment.data?.drafts.find((one) => one.id === id);
  const given = assessment.data?.given.find((one) => one.id === id);
  const inForce = all.data?.rows.find((row) => row.questionnaire === questionnaire)?.inForce ?? undefined;
  // What was found first stays: what is on screen must not change under the hand when the case is read anew.
  const [first, setFirst] = useState<Omit<FillingProps, 'head' | 'id' | 'instrument' | 'interview'> & { readonly version: string }>();
  const version = given?.version ?? draft?.version ?? inForce;
  if (!first && assessment.data && all.data && version)
    setFirst({
      version,
      starts: given?.now.answers ?? draft?.answers ?? {},
      amends: given !== undefined,
      interviewed: draft?.interviewed ?? null,
    });
  const instrument = useInstrument(questionnaire, first?.version);
  const { t } = useTranslation(['cases', 'forms']);
  if (assessment.data && all.data && !version)
    return (
      <Notice tone="red" title={t('problem.no-such-version')}>
        <LinkButton to={`/cases/${head.id}/assessment`}>{t('page.assessment')}</LinkButton>
      </Notice>
    );
  return (
    <Await of={assessment}>
      {({ interview }) => (
        <Await of={instrument}>
          {(found) => first && <Filling head={head} id={id} instrument={found} interview={interview} {...first} />}
        </Await>
      )}
    </Await>
  );
}

type Interviewed = (typeof interviewedKinds)[number][];

interface FillingProps {
  readonly head: CaseHead;
  readonly id: string;
  readonly instrument: Instrument;
  readonly starts: Answers;
  readonly amends: boolean;
  /** Null while nobody has said whom the answers come from. */
  readonly interviewed: readonly string[] | null;
  /** Why the child may not be asked what happened; null where they may. */
  readonly interview: string | null;
}

function Filling({ head, id, instrument, starts, amends, interviewed: asked, interview }: FillingProps) {
  const [interviewed, setInterviewed] = useState(asked);
  const { t } = useTranslation(['cases', 'forms']);
  const { questionnaire, version } = instrument;
  const navigate = useNavigate();
  const where = useWhere(head, instrument, id);
  const leave = () => void navigate({ to: where, params: { id: head.id } });
  // Kept without a form or a dialog, section by section: no act of the case's page.
  const draft = useCommand('cases.case');
  const [kept, setKept] = useState('');
  const given = (answers: Answers) => ({
    id: head.id,
    name: 'draft-answers' as const,
    input: { answering: id, questionnaire, version, answers, ...(interviewed ? { interviewed: interviewed as Interviewed } : {}) },
  });
  const keep = (answers: Answers, onSuccess: () => void = () => undefined) => {
    const now = JSON.stringify(answers);
    // A draft without an answer says nothing, and would be one more to discard.
    if (now === kept || (kept === '' && Object.keys(answers).length === 0)) return onSuccess();
    setKept(now);
    draft.mutate(given(answers), { onSuccess });
  };
  const refused = draft.error;
  const said = (answers: Answers) => {
    if (draft.isPending) return t('fill.keeping');
    if (refused) return undefined;
    return JSON.stringify(answers) === kept ? t('fill.kept') : t('fill.keeps');
  };
  // What others told or somebody saw is no interview of the child.
  const waits =
    interview !== null && instrument.purpose === 'screening' && !amends && (interviewed === null || interviewed.includes('child'));
  const notTheChild = (
    <Notice title={t('fill.not-the-child')}>
      <Button onPress={() => setInterviewed([])}>{t('fill.without-the-child')}</Button>
    </Notice>
  );
  const whose = (
    <ChoiceField
      name="interviewed"
      label={t('interview.who')}
      several
      value={interviewed?.length === 0 ? ['nobody'] : (interviewed ?? [])}
      onChange={(said) => setInterviewed(interviewedBy(said, interviewed))}
      options={[
        ...interviewedKinds.map((one) => [one, t(`interview.${one}`)] as const),
        ['nobody', t('interview.nobody'), t('interview.nobody-hint')] as const,
      ]}
    />
  );
  return (
    <>
      {waits && (
        <Notice tone="orange" title={t(`problem.${interview.replace('cases.', '')}`)}>
          <LinkButton to={`/cases/${head.id}/protection`}>{t('protection.open-interview')}</LinkButton>
        </Notice>
      )}
      <Questionnaire
        instrument={instrument}
        starts={starts}
        {...(waits ? { gate: ({ safety }: AskedSection) => !safety && notTheChild } : {})}
        {...(amends
          ? {}
          : {
              onSection: keep,
              aside: (answers: Answers) => (
                <>
                  {refused && <Notice tone="red">{refused.sentence}</Notice>}
                  <p className="small soft" role="status">
                    {said(answers)}
                  </p>
                  <Buttons>
                    <Button kind="quiet" pending={draft.isPending} onPress={() => keep(answers, leave)}>
                      {t('fill.leave')}
                    </Button>
                  </Buttons>
                </>
              ),
            })}
        end={(answers, back) => (
          <Section title={t(amends ? 'fill.amend' : 'fill.end')}>
            {instrument.purpose === 'screening' && <ScreeningResult instrument={instrument} answers={answers} />}
            <Finish
              head={head}
              amends={amends}
              of={{ answering: id, answers, ...(amends ? {} : { questionnaire, version, ...(interviewed ? { interviewed } : {}) }) }}
              about={amends ? <p>{t('fill.amend-lead')}</p> : whose}
              onDone={leave}
              onClose={back}
            />
          </Section>
        )}
      />
    </>
  );
}

/** Who was interviewed after a tick: nobody, or some; null as long as it is not said. */
function interviewedBy(said: readonly string[], before: readonly string[] | null): readonly string[] | null {
  if (said.includes('nobody') && before?.length !== 0) return [];
  const some = said.filter((one) => one !== 'nobody');
  return some.length === 0 ? null : some;
}

/** Where a questionnaire leads: to what it says of the child; a visit that was planned stands among the visits. */
function useWhere(head: CaseHead, { purpose }: Instrument, id: string) {
  const followUp = useRead('/api/cases/case/{id}/follow-up', { id: head.id }, { enabled: purpose === 'visit' });
  return followUp.data?.visits.some((visit) => visit.id === id) ? '/cases/$id/follow-up' : '/cases/$id/assessment';
}

/** When and in which language the answers were given, or why they are amended: then they are recorded. */
function Finish({
  head,
  amends,
  of,
  about,
  onDone,
  onClose,
}: Pick<FillingProps, 'head' | 'amends'> & {
  readonly of: { readonly answering: string; readonly answers: Answers };
  readonly about: ReactNode;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['cases', 'forms']);
  const { because, past } = useQuestions();
  const toast = useToast();
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
      fields={amends ? [because] : asked}
      about={about}
      submit={t('fill.record')}
      onDone={() => {
        toast(t('fill.done'));
        onDone();
      }}
      onClose={onClose}
    />
  );
}
