import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { Await, useFormat, useOffice } from '../../../../../platform/shell/index.ts';
import { Badge, Buttons, Empty, LinkButton, Name, Notice, Prose, Section, Stack } from '../../../../../platform/ui/index.ts';
import { type Instrument, purposes } from '../../../../forms/domain/index.ts';
import {
  DomainsPicture,
  GivenAnswersList,
  ScreeningResult,
  useInstrument,
  useQuestionnaires,
  useWords,
} from '../../../../forms/web/index.ts';
import type { CaseAssessment, CaseHead, GivenQuestionnaire } from '../../../contract/index.ts';
import { useRead } from '../../api.ts';
import { type CasePart, casePart } from '../casePage.tsx';
import { Dangers } from '../Dangers.tsx';
import { useLanguageName } from '../languages.ts';

const useAssessment = (id: string) => useRead('/api/cases/case/{id}/assessment', { id });

/** What was found out about the child: screenings, assessments and visits, and how their life has changed. */
export const AssessmentPart = casePart('assessment', useAssessment, Assessment);

function Assessment(part: CasePart<CaseAssessment>) {
  const { t } = useTranslation(['cases', 'forms']);
  const { head, of: found } = part;
  const screening = found.given.findLast(({ purpose }) => purpose === 'screening');
  const scored = found.given.filter(({ now }) => now.outcome.domains.length > 0);
  const lastScored = scored.at(-1);
  return (
    <Stack>
      <Dangers head={head} acts={part.acts} />
      {head.next.includes('answer-questionnaire') && <Start {...part} />}
      {screening && (
        <Section
          title={t('assessment.last-screening')}
          aside={
            found.trafficking !== null &&
            found.trafficking !== 'identified' && (
              <LinkButton to={`/cases/${head.id}/services#identification`}>{t('assessment.to-identification')}</LinkButton>
            )
          }
        >
          <Asked of={screening}>{(instrument) => <ScreeningResult instrument={instrument} answers={screening.now.answers} />}</Asked>
        </Section>
      )}
      {lastScored && (
        <Section title={t('assessment.over-time')}>
          <Asked of={lastScored}>{(instrument) => <OverTime scored={scored} instrument={instrument} />}</Asked>
        </Section>
      )}
      <Section title={t('assessment.given')}>
        {found.given.length === 0 && <Empty title={t('assessment.none')}>{t('assessment.none-more')}</Empty>}
        {found.given
          .toSorted((a, b) => (a.on < b.on ? 1 : -1))
          .map((given) => (
            <Given key={given.id} head={head} given={given} />
          ))}
      </Section>
    </Stack>
  );
}

/** The questions of the version that was answered. */
function Asked({
  of: { questionnaire, version },
  children,
}: {
  readonly of: Pick<GivenQuestionnaire, 'questionnaire' | 'version'>;
  readonly children: (instrument: Instrument) => ReactNode;
}) {
  return <Await of={useInstrument(questionnaire, version)}>{children}</Await>;
}

function Title({ of }: { readonly of: string }) {
  const row = useQuestionnaires().data?.rows.find(({ questionnaire }) => questionnaire === of);
  const say = useWords(row?.languages ?? []);
  return <Name>{row ? say(row.title) : of}</Name>;
}

/** What was begun, and what can be begun. */
function Start({ head, of: { drafts, given }, acts }: CasePart<CaseAssessment>) {
  const { t } = useTranslation(['cases', 'forms']);
  const { date } = useFormat();
  const { nameOf } = useOffice();
  const questionnaires = useQuestionnaires();
  const asked = (purpose: string) => given.some((one) => one.purpose === purpose);
  // What was not asked yet comes first, in the order of the work; after that, most often a visit.
  const inOrder = [...purposes.filter((purpose) => !asked(purpose)), ...purposes.filter(asked).reverse()];
  return (
    <Section title={t('assessment.fill')}>
      {drafts.map(({ id, questionnaire, on, by, answers }) => (
        <Notice key={id} tone="blue" title={t('assessment.begun', { date: date(on), count: Object.keys(answers).length })}>
          <p>
            <Title of={questionnaire} /> · <Name>{nameOf(by)}</Name>
          </p>
          <Buttons>
            <LinkButton kind="primary" to={`/cases/${head.id}/assessment/${questionnaire}/${id}`}>
              {t('assessment.go-on')}
            </LinkButton>
            {acts.button({
              name: 'discard-draft',
              title: t('assessment.discard'),
              target: { answering: id },
              fields: [],
              atOnce: true,
              done: t('assessment.discarded'),
            })}
          </Buttons>
        </Notice>
      ))}
      <Await of={questionnaires}>
        {({ rows }) => (
          <Buttons>
            {inOrder
              .flatMap((purpose) => rows.filter((row) => row.purpose === purpose && row.inForce !== null))
              .map(({ questionnaire }, i) => (
                <LinkButton
                  key={questionnaire}
                  kind={i === 0 && drafts.length === 0 ? 'primary' : 'plain'}
                  to={`/cases/${head.id}/assessment/${questionnaire}/${uuidv7()}`}
                >
                  <Title of={questionnaire} />
                </LinkButton>
              ))}
          </Buttons>
        )}
      </Await>
    </Section>
  );
}

function OverTime({ scored, instrument }: { readonly scored: readonly GivenQuestionnaire[]; readonly instrument: Instrument }) {
  const say = useWords(instrument.languages);
  return (
    <DomainsPicture
      days={scored.map(({ on, now }) => ({ on, domains: now.outcome.domains }))}
      titleOf={(domain) => say(instrument.domainTitle(domain)) || domain}
    />
  );
}

/** One questionnaire that was answered: when, by whose words, and all that was said. */
function Given({ head, given }: { readonly head: CaseHead; readonly given: GivenQuestionnaire }) {
  const { t } = useTranslation(['cases', 'forms']);
  const { date } = useFormat();
  const { nameOf } = useOffice();
  const languageOf = useLanguageName();
  const { interviewed, language, interpreter, now, earlier } = given;
  const said = [
    interviewed.length === 0 ? t('interview.nobody') : interviewed.map((one) => t(`interview.${one}`)).join(', '),
    language && languageOf(language),
    interpreter !== 'none' && t(`interpreter.${interpreter}`),
  ].filter(Boolean);
  return (
    <details>
      <summary>
        <strong>{date(given.on)}</strong> <Title of={given.questionnaire} />{' '}
        {now.outcome.result && (
          <Badge tone={now.outcome.result === 'no-indication' ? 'plain' : 'orange'}>{t(`forms:result.${now.outcome.result}`)}</Badge>
        )}{' '}
        {now.outcome.alarms.map((alarm) => (
          <Badge key={alarm} tone="red">
            {t(`forms:alarm.${alarm}`)}
          </Badge>
        ))}{' '}
        {earlier.length > 0 && <Badge>{t('assessment.amended')}</Badge>}
      </summary>
      <Stack>
        <p className="small soft">
          {said.join(' · ')} · <Name>{nameOf(now.by)}</Name>
        </p>
        <Prose small>{now.because && t('assessment.amended-because', { because: now.because })}</Prose>
        <Asked of={given}>{(instrument) => <GivenAnswersList instrument={instrument} answers={now.answers} />}</Asked>
        {earlier.map(({ recordedOn, by, answers }) => (
          <details key={`${recordedOn}${JSON.stringify(answers)}`}>
            <summary>{t('assessment.before', { date: date(recordedOn), name: nameOf(by) })}</summary>
            <Asked of={given}>{(instrument) => <GivenAnswersList instrument={instrument} answers={answers} />}</Asked>
          </details>
        ))}
        {head.next.includes('amend-answers') && (
          <Buttons>
            <LinkButton to={`/cases/${head.id}/assessment/${given.questionnaire}/${given.id}`}>{t('assessment.amend')}</LinkButton>
          </Buttons>
        )}
      </Stack>
    </details>
  );
}
