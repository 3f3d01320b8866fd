import caseInputs from 'virtual:record/cases.case';
import { useTranslation } from 'react-i18next';
import { type Act, useActs, useFormat, useOffice } from '../../../../platform/shell/index.ts';
import { Badge, Entries, Entry, Name, Notice, Prose } from '../../../../platform/ui/index.ts';
import type { CaseHead } from '../../contract/index.ts';
import { useQuestions } from '../case/questions.ts';
import { useMentions } from './useMentions.ts';

/** What was raised on a case and is not settled, above each of its pages. */
export function CaseFlags({ head }: { readonly head: CaseHead }) {
  const { t } = useTranslation('cases');
  const { date, isOver } = useFormat();
  const { nameOf } = useOffice();
  const { button, dialog } = useActs(head, caseInputs);
  if (head.raised.length === 0) return null;
  const danger = head.raised.some(({ reason }) => reason === 'safety');
  const settle = ({ id, words }: CaseHead['raised'][number]): Act => ({
    name: 'settle-flag',
    target: { flag: id },
    about: <Prose>{words}</Prose>,
    fields: [{ name: 'answer', label: t('flag.answer'), hint: t('flag.answer-hint') }],
  });
  return (
    <Notice tone={danger ? 'red' : 'orange'} title={t('flag.open', { count: head.raised.length })}>
      <Entries of={head.raised}>
        {(flag) => (
          <Entry
            key={flag.id}
            title={<Badge tone={flag.reason === 'safety' ? 'red' : 'orange'}>{t(`flag-reason.${flag.reason}`)}</Badge>}
            marks={
              <span className="small">
                <Name>{nameOf(flag.by)}</Name> · {date(flag.on)}
                {flag.due && ` · ${t(isOver(flag.due) ? 'case.was-due' : 'case.is-due', { date: date(flag.due) })}`}
              </span>
            }
            acts={flag.mine && button(settle(flag), { of: flag.words })}
          >
            <Prose>{flag.words}</Prose>
          </Entry>
        )}
      </Entries>
      {dialog}
    </Notice>
  );
}

/** The button that raises a flag; nothing where the reader may not. */
export function RaiseFlag({ head }: { readonly head: CaseHead }) {
  const { t } = useTranslation('cases');
  const { button, dialog } = useActs(head, caseInputs);
  const { coming } = useQuestions();
  const mentions = useMentions(head.id);
  const raise: Act = {
    name: 'raise-flag',
    makes: 'flag',
    fields: [
      { name: 'reason', label: t('flag.reason'), said: (one) => t(`flag-reason.${one}`) },
      { name: 'words', label: t('flag.words'), hint: t('flag.words-hint') },
      { ...coming('due', t('flag.due')), hint: t('flag.due-hint') },
      mentions,
    ],
  };
  return (
    <>
      {button(raise)}
      {dialog}
    </>
  );
}
