import { useTranslation } from 'react-i18next';
import { type Act, type RecordActs, useFormat } from '../../../../../platform/shell/index.ts';
import { Badge, Entries, Entry, Facts, Name, Prose, Section } from '../../../../../platform/ui/index.ts';
import type { CaseFeedback, CaseFollowUp } from '../../../contract/index.ts';
import { useQuestions } from '../questions.ts';

/** The handover to adult services at 18, and what child and carer say about the help they got. */
export function LeavingCare({
  of: { leavingCare, feedback },
  acts,
}: {
  readonly of: Pick<CaseFollowUp, 'leavingCare' | 'feedback'>;
  readonly acts: RecordActs;
}) {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  const { past } = useQuestions();
  const leave: Act = {
    name: 'leave-care',
    ...(leavingCare ? { held: leavingCare } : {}),
    fields: [
      { name: 'wish', kind: 'one', label: t('leaving.wish'), said: (one) => t(`adult-services.${one}`) },
      { name: 'words', label: t('leaving.words') },
      { name: 'service', label: t('leaving.service'), when: ({ wish }) => wish === 'wants' },
      { name: 'contact', label: t('leaving.contact'), when: ({ wish }) => wish === 'wants' },
      past('on', t('leaving.on')),
    ],
  };
  const record: Act = {
    name: 'record-feedback',
    makes: 'feedback',
    fields: [
      { name: 'kind', kind: 'one', label: t('feedback.kind'), said: (one) => t(`feedback-kind.${one}`) },
      { name: 'from', kind: 'one', label: t('feedback.from'), said: (one) => t(`feedback-from.${one}`) },
      { name: 'about', label: t('feedback.about'), hint: t('feedback.about-hint') },
      { name: 'words', label: t('feedback.words') },
      past('on', t('feedback.on')),
    ],
  };
  const answer = ({ id, words }: CaseFeedback): Act => ({
    name: 'answer-feedback',
    target: { feedback: id },
    about: <Prose>{words}</Prose>,
    fields: [{ name: 'answer', label: t('feedback.answer'), hint: t('feedback.answer-hint') }],
  });
  return (
    <>
      <Section title={t('leaving.title')} aside={acts.button(leave)}>
        <p className="small soft">{t('leaving.more')}</p>
        {leavingCare && (
          <Facts
            facts={[
              [t('leaving.wish'), t(`adult-services.${leavingCare.wish}`)],
              [t('leaving.words'), <Prose key="words">{leavingCare.words}</Prose>],
              [t('leaving.service'), leavingCare.service && <Name key="service">{leavingCare.service}</Name>],
              [t('leaving.contact'), leavingCare.contact && <Name key="contact">{leavingCare.contact}</Name>],
              [t('leaving.on'), date(leavingCare.on)],
            ]}
          />
        )}
      </Section>
      <Section title={t('feedback.title')} aside={acts.button(record)}>
        <p className="small soft">{t('feedback.more')}</p>
        <Entries of={feedback}>
          {(one) => (
            <Entry
              key={one.id}
              title={t(`feedback-kind.${one.kind}`)}
              marks={!one.answered && <Badge tone="orange">{t('feedback.answer-by', { date: date(one.answerBy) })}</Badge>}
              about={`${t(`feedback-from.${one.from}`)} · ${date(one.on)}`}
              acts={one.mayAnswer && acts.button(answer(one), { of: date(one.on) })}
            >
              <Prose>{one.words}</Prose>
              {one.answered && (
                <p>
                  {t('feedback.answered', { date: date(one.answered.on) })} <Prose>{one.answered.answer}</Prose>
                </p>
              )}
            </Entry>
          )}
        </Entries>
      </Section>
    </>
  );
}
