import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, useCommand, useFormat, useParam, useSession } from '../../../../../platform/shell/index.ts';
import {
  Button,
  Buttons,
  ChoiceField,
  DateField,
  Form,
  LinkButton,
  Notice,
  Section,
  SelectField,
  TextField,
  useNavigate,
  useToast,
} from '../../../../../platform/ui/index.ts';
import type { Answers, AskedSection, Instrument } from '../../../../forms/domain/index.ts';
import { Questionnaire, ScreeningResult, useInstrument, useQuestionnaires } from '../../../../forms/web/index.ts';
import type { CaseHead } from '../../../contract/index.ts';
import { interpreters, interviewedKinds } from '../../../domain/index.ts';
import { useRead } from '../../api.ts';
import { CaseFrame } from '../CaseFrame.tsx';
import languages from './languages.json';

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
  const [first, setFirst] = useState<Omit<FillingProps, 'head' | 'id' | 'instrument' | 'guardianFirst'> & { readonly version: string }>();
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
      {({ guardianFirst }) => (
        <Await of={instrument}>
          {(found) => first && <Filling head={head} id={id} instrument={found} guardianFirst={guardianFirst} {...first} />}
        </Await>
      )}
    </Await>
  );
}

interface FillingProps {
  readonly head: CaseHead;
  readonly id: string;
  readonly instrument: Instrument;
  readonly starts: Answers;
  readonly amends: boolean;
  /** Null while nobody has said whom the answers come from. */
  readonly interviewed: readonly string[] | null;
  readonly guardianFirst: boolean;
}

function Filling({ head, id, instrument, starts, amends, interviewed: asked, guardianFirst }: FillingProps) {
  const [interviewed, setInterviewed] = useState(asked);
  const { t } = useTranslation(['cases', 'forms']);
  const { questionnaire, version } = instrument;
  const navigate = useNavigate();
  const where = useWhere(head, instrument, id);
  const leave = () => void navigate({ to: where, params: { id: head.id } });
  const draft = useCommand('cases.case');
  const leaving = useCommand('cases.case', leave);
  const [kept, setKept] = useState(false);
  const given = (answers: Answers) => ({
    id: head.id,
    name: 'draft-answers',
    input: { answering: id, questionnaire, version, answers, ...(interviewed ? { interviewed } : {}) },
  });
  const keep = (answers: Answers) => {
    setKept(true);
    draft.mutate(given(answers));
  };
  const refused = leaving.error ?? draft.error;
  const said = draft.isPending || leaving.isPending ? t('fill.keeping') : refused ? undefined : kept ? t('fill.kept') : t('fill.keeps');
  // What others told or somebody saw is no interview of the child.
  const waits = guardianFirst && instrument.purpose === 'screening' && !amends && (interviewed === null || interviewed.includes('child'));
  const notTheChild = (
    <Notice tone="orange" title={t('problem.guardian-first')}>
      <p>{t('fill.not-the-child')}</p>
      <Button onPress={() => setInterviewed([])}>{t('fill.without-the-child')}</Button>
    </Notice>
  );
  const who = <Interviewed value={interviewed ?? []} onChange={setInterviewed} />;
  return (
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
                  {said}
                </p>
                <Buttons>
                  <Button kind="quiet" pending={leaving.isPending} onPress={() => leaving.mutate(given(answers))}>
                    {t('fill.leave')}
                  </Button>
                </Buttons>
              </>
            ),
          })}
      end={(answers, back) => (
        <Section title={t(amends ? 'fill.amend' : 'fill.end')}>
          {instrument.purpose === 'screening' && <ScreeningResult instrument={instrument} answers={answers} />}
          {amends ? (
            <Amend head={head} id={id} instrument={instrument} answers={answers} back={back} />
          ) : (
            <Finish head={head} id={id} instrument={instrument} answers={answers} interviewed={interviewed ?? []} back={back}>
              {who}
            </Finish>
          )}
        </Section>
      )}
    />
  );
}

interface EndProps {
  readonly head: CaseHead;
  readonly id: string;
  readonly instrument: Instrument;
  readonly answers: Answers;
  readonly back: () => void;
}

/** Where a questionnaire leads: to what it says of the child; a visit that was planned stands among the visits. */
function useWhere(head: CaseHead, { purpose }: Instrument, id: string) {
  const followUp = useRead('/api/cases/case/{id}/follow-up', { id: head.id }, { enabled: purpose === 'visit' });
  return followUp.data?.visits.some((visit) => visit.id === id) ? '/cases/$id/follow-up' : '/cases/$id/assessment';
}

function useLeave(head: CaseHead, instrument: Instrument, id: string) {
  const { t } = useTranslation(['cases', 'forms']);
  const navigate = useNavigate();
  const toast = useToast();
  const where = useWhere(head, instrument, id);
  return () => {
    toast(t('fill.done'));
    void navigate({ to: where, params: { id: head.id } });
  };
}

/** Whose words the answers rest on. */
function Interviewed({ value, onChange }: { readonly value: readonly string[]; readonly onChange: (value: string[]) => void }) {
  const { t } = useTranslation(['cases', 'forms']);
  return (
    <ChoiceField
      label={t('interview.who')}
      hint={t('interview.who-hint')}
      several
      value={value}
      onChange={onChange}
      options={interviewedKinds.map((one) => [one, t(`interview.${one}`)] as const)}
    />
  );
}

/** When, by whose words and in which language: then the answers are recorded. */
function Finish({
  head,
  id,
  instrument,
  answers,
  interviewed,
  back,
  children,
}: EndProps & { readonly interviewed: readonly string[]; readonly children: ReactNode }) {
  const { t, i18n } = useTranslation(['cases', 'forms']);
  const { city } = useSession();
  const { date } = useFormat();
  const [on, setOn] = useState(city.today);
  const [language, setLanguage] = useState('');
  const [interpreter, setInterpreter] = useState('none');
  const command = useCommand('cases.case', useLeave(head, instrument, id));
  const { questionnaire, version } = instrument;
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const spoken = languages.map((code) => [code, names.of(code) ?? code] as const).sort(([, a], [, b]) => a.localeCompare(b, i18n.language));
  return (
    <Form
      onSubmit={() =>
        command.mutate({
          id: head.id,
          name: 'answer-questionnaire',
          input: { answering: id, questionnaire, version, answers, on, interviewed, language: language || null, interpreter },
        })
      }
      submit={t('fill.record')}
      pending={command.isPending}
      refused={command.error ?? undefined}
      onCancel={back}
    >
      <DateField label={t('interview.on')} hint={date(on)} name="on" value={on} onChange={setOn} max={city.today} required />
      {children}
      <SelectField
        label={t('interview.language')}
        name="language"
        value={language}
        onChange={setLanguage}
        options={[['', t('interview.not-said')], ...spoken]}
      />
      <ChoiceField
        label={t('interview.interpreter')}
        value={[interpreter]}
        onChange={([one]) => setInterpreter(one!)}
        options={interpreters.map((one) => [one, t(`interpreter.${one}`)] as const)}
      />
    </Form>
  );
}

function Amend({ head, id, instrument, answers, back }: EndProps) {
  const { t } = useTranslation(['cases', 'forms']);
  const [because, setBecause] = useState('');
  const command = useCommand('cases.case', useLeave(head, instrument, id));
  return (
    <Form
      onSubmit={() => command.mutate({ id: head.id, name: 'amend-answers', input: { answering: id, answers, because } })}
      submit={t('fill.record')}
      pending={command.isPending}
      refused={command.error ?? undefined}
      onCancel={back}
    >
      <p>{t('fill.amend-lead')}</p>
      <TextField label={t('act.because')} name="because" value={because} onChange={setBecause} lines={3} required />
    </Form>
  );
}
