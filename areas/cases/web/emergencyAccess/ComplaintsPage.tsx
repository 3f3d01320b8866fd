import caseInputs from 'virtual:record/cases.case';
import { useTranslation } from 'react-i18next';
import { Await, useActs, useFormat, useOffice } from '../../../../platform/shell/index.ts';
import { Badge, Entries, Entry, Name, Page, Prose, Section } from '../../../../platform/ui/index.ts';
import type { Complaint } from '../../contract/index.ts';
import { useRead } from '../api.ts';

/** What was said about the work of supervisors, for who may answer it and reads nothing else of the cases. */
export default function ComplaintsPage() {
  const { t } = useTranslation('cases');
  return (
    <Page title={t('complaints.title')} lead={t('complaints.lead')} back={{ to: '/', label: t('shell:today.nav') }}>
      <Section>
        <Await of={useRead('/api/cases/complaints')}>
          {({ rows }) => (
            <Entries of={rows} none={[t('complaints.none'), t('complaints.none-more')]}>
              {(one) => <Said key={one.id} one={one} />}
            </Entries>
          )}
        </Await>
      </Section>
    </Page>
  );
}

function Said({ one }: { readonly one: Complaint }) {
  const { t } = useTranslation('cases');
  const { date, isOver } = useFormat();
  const { nameOf } = useOffice();
  const acts = useActs({ id: one.case }, caseInputs);
  const answer = acts.button(
    {
      name: 'answer-feedback',
      target: { feedback: one.id },
      about: <Prose>{one.words}</Prose>,
      fields: [{ name: 'answer', label: t('feedback.answer'), hint: t('complaints.answer-hint') }],
    },
    { of: date(one.on) },
  );
  return (
    <Entry
      title={t(`feedback-kind.${one.kind}`)}
      marks={
        !one.answered && (
          <Badge tone={isOver(one.answerBy) ? 'orange' : 'blue'}>{t('feedback.answer-by', { date: date(one.answerBy) })}</Badge>
        )
      }
      about={
        <>
          {t(`feedback-from.${one.from}`)} · {date(one.on)}
          {one.about && (
            <>
              {' · '}
              {t('complaints.about')} <Name>{nameOf(one.about)}</Name>
            </>
          )}
        </>
      }
      acts={!one.answered && answer}
    >
      <Prose>{one.words}</Prose>
      {one.answered && (
        <p>
          {t('feedback.answered', { date: date(one.answered.on) })} <Prose>{one.answered.answer}</Prose>
        </p>
      )}
      {acts.dialog}
    </Entry>
  );
}
