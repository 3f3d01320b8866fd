import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { Await, useFormat, useOffice } from '../../../../../platform/shell/index.ts';
import { Badge, Button, Buttons, Empty, LinkButton, Name, Notice, Section, Stack, useToast } from '../../../../../platform/ui/index.ts';
import { purposes } from '../../../../forms/domain/index.ts';
import {
  DomainsPicture,
  GivenAnswersList,
  type QuestionnaireRow,
  ScreeningResult,
  useInstrument,
  useQuestionnaires,
  useWords,
} from '../../../../forms/web/index.ts';
import type { CaseAssessment, CaseHead, GivenQuestionnaire } from '../../../contract/index.ts';
import { useCommand, useRead } from '../../api.ts';
import { CaseFrame } from '../CaseFrame.tsx';

/** What was found out about the child: screenings, assessments and visits, and how its life has changed. */
export default function AssessmentPage() {
  return <CaseFrame page="assessment">{(head) => <Assessment head={head} />}</CaseFrame>;
}

function Assessment({ head }: { readonly head: CaseHead }) {
  const assessment = useRead('/api/cases/case/{id}/assessment', { id: head.id });
  const questionnaires = useQuestionnaires();
  return (
    <Await of={assessment}>
      {(found) => <Await of={questionnaires}>{({ rows }) => <AssessmentFound head={head} found={found} rows={rows} />}</Await>}
    </Await>
  );
}

function AssessmentFound({
  head,
  found,
  rows,
}: {
  readonly head: CaseHead;
  readonly found: CaseAssessment;
  readonly rows: readonly QuestionnaireRow[];
}) {
  const { t } = useTranslation(['cases', 'forms']);
  const screening = found.given.findLast(({ purpose }) => purpose === 'screening');
  const scored = found.given.filter(({ now }) => now.outcome.domains.length > 0);
  const titleOf = (name: string) => rows.find(({ questionnaire }) => questionnaire === name);
  return (
    <Stack>
      {head.next.includes('answer-questionnaire') && <Start head={head} found={found} rows={rows} />}
      {screening && (
        <Section
          title={t('assessment.last-screening')}
          aside={
            found.trafficking === 'suspected' && (
              <LinkButton to={`/cases/${head.id}/identification`}>{t('assessment.to-identification')}</LinkButton>
            )
          }
        >
          <Screened given={screening} />
        </Section>
      )}
      {scored.length > 0 && (
        <Section title={t('assessment.over-time')}>
          <OverTime scored={scored} />
        </Section>
      )}
      <Section title={t('assessment.given')}>
        {found.given.length === 0 && <Empty title={t('assessment.none')}>{t('assessment.none-more')}</Empty>}
        {[...found.given]
          .sort((a, b) => (a.on < b.on ? 1 : -1))
          .map((given) => (
            <Given key={given.id} head={head} given={given} row={titleOf(given.questionnaire)} />
          ))}
      </Section>
    </Stack>
  );
}

/** What was begun, and what can be begun. */
function Start({
  head,
  found,
  rows,
}: {
  readonly head: CaseHead;
  readonly found: CaseAssessment;
  readonly rows: readonly QuestionnaireRow[];
}) {
  const { t } = useTranslation(['cases', 'forms']);
  const { date } = useFormat();
  const { nameOf } = useOffice();
  const toast = useToast();
  const command = useCommand('cases.case', () => toast(t('assessment.discarded')));
  const holding = rows.filter(({ inForce }) => inForce !== null);
  const of = (purpose: string) => holding.filter((row) => row.purpose === purpose);
  // What was not asked yet comes first, in the order of the work; after that, most often a visit.
  const asked = (purpose: string) => found.given.some((given) => given.purpose === purpose);
  const inOrder = [...purposes.filter((purpose) => !asked(purpose)), ...purposes.filter(asked).reverse()].flatMap(of);
  return (
    <Section title={t('assessment.fill')}>
      {command.error && <Notice tone="red">{command.error.sentence}</Notice>}
      {found.drafts.map(({ id, questionnaire, on, by, answers }) => {
        const row = rows.find((one) => one.questionnaire === questionnaire);
        return (
          <Notice key={id} tone="blue" title={t('assessment.begun', { date: date(on), count: Object.keys(answers).length })}>
            <p>
              {row && <Title row={row} />} · <Name>{nameOf(by)}</Name>
            </p>
            <Buttons>
              <LinkButton kind="primary" to={`/cases/${head.id}/assessment/${questionnaire}/${id}`}>
                {t('assessment.go-on')}
              </LinkButton>
              <Button
                kind="quiet"
                pending={command.isPending}
                onPress={() => command.mutate({ id: head.id, name: 'discard-draft', input: { answering: id } })}
              >
                {t('assessment.discard')}
              </Button>
            </Buttons>
          </Notice>
        );
      })}
      <Buttons>
        {inOrder.map((row, i) => (
          <StartButton key={row.questionnaire} head={head} row={row} primary={i === 0 && found.drafts.length === 0} />
        ))}
      </Buttons>
    </Section>
  );
}

function Title({ row }: { readonly row: QuestionnaireRow }) {
  const say = useWords(row.languages);
  return <Name>{say(row.title)}</Name>;
}

function StartButton({ head, row, primary }: { readonly head: CaseHead; readonly row: QuestionnaireRow; readonly primary: boolean }) {
  return (
    <LinkButton {...(primary ? { kind: 'primary' as const } : {})} to={`/cases/${head.id}/assessment/${row.questionnaire}/${uuidv7()}`}>
      <Title row={row} />
    </LinkButton>
  );
}

function Screened({ given }: { readonly given: GivenQuestionnaire }) {
  const instrument = useInstrument(given.questionnaire, given.version);
  return <Await of={instrument}>{(found) => <ScreeningResult instrument={found} answers={given.now.answers} />}</Await>;
}

function OverTime({ scored }: { readonly scored: readonly GivenQuestionnaire[] }) {
  const last = scored.at(-1)!;
  const instrument = useInstrument(last.questionnaire, last.version);
  const say = useWords(instrument.data?.languages ?? []);
  const titleOf = (domain: string) => say(instrument.data?.domainTitle(domain)) || domain;
  return (
    <Await of={instrument}>
      {() => <DomainsPicture days={scored.map(({ on, now }) => ({ on, domains: now.outcome.domains }))} titleOf={titleOf} />}
    </Await>
  );
}

/** One questionnaire that was answered: when, by whose words, and all that was said. */
function Given({
  head,
  given,
  row,
}: {
  readonly head: CaseHead;
  readonly given: GivenQuestionnaire;
  readonly row: QuestionnaireRow | undefined;
}) {
  const { t, i18n } = useTranslation(['cases', 'forms']);
  const { date } = useFormat();
  const { nameOf } = useOffice();
  const { interviewed, language, interpreter, now, earlier } = given;
  const said = [
    interviewed.length === 0 ? t('interview.nobody') : interviewed.map((one) => t(`interview.${one}`)).join(', '),
    language && (new Intl.DisplayNames([i18n.language], { type: 'language' }).of(language) ?? language),
    interpreter !== 'none' && t(`interpreter.${interpreter}`),
  ].filter(Boolean);
  return (
    <details>
      <summary>
        <strong>{date(given.on)}</strong> {row ? <Title row={row} /> : given.questionnaire}{' '}
        {now.outcome.result && (
          <Badge tone={now.outcome.result === 'suspected' ? 'orange' : 'plain'}>{t(`screening.result-${now.outcome.result}`)}</Badge>
        )}{' '}
        {earlier.length > 0 && <Badge>{t('assessment.amended')}</Badge>}
      </summary>
      <div className="stack">
        <p className="small soft">
          {said.join(' · ')} · <Name>{nameOf(now.by)}</Name>
        </p>
        {now.because && (
          <p className="small" dir="auto">
            {t('assessment.amended-because', { because: now.because })}
          </p>
        )}
        <Said given={given} answers={now.answers} />
        {earlier.map((before) => (
          <details key={`${before.recordedOn}${JSON.stringify(before.answers)}`}>
            <summary>{t('assessment.before', { date: date(before.recordedOn), name: nameOf(before.by) })}</summary>
            <Said given={given} answers={before.answers} />
          </details>
        ))}
        {head.next.includes('amend-answers') && (
          <Buttons>
            <LinkButton to={`/cases/${head.id}/assessment/${given.questionnaire}/${given.id}`}>{t('assessment.amend')}</LinkButton>
          </Buttons>
        )}
      </div>
    </details>
  );
}

function Said({ given, answers }: { readonly given: GivenQuestionnaire; readonly answers: GivenQuestionnaire['now']['answers'] }) {
  const instrument = useInstrument(given.questionnaire, given.version);
  return <Await of={instrument}>{(found) => <GivenAnswersList instrument={found} answers={answers} />}</Await>;
}
