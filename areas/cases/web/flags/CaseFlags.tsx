import { useTranslation } from 'react-i18next';
import { type Act, useFormat, useOffice, useSession } from '../../../../platform/shell/index.ts';
import { Badge, Name, Notice } from '../../../../platform/ui/index.ts';
import type { CaseHead } from '../../contract/index.ts';
import { flagReasons } from '../../domain/index.ts';
import { useActs } from '../case/useActs.tsx';
import { useMentions } from './useMentions.ts';

/** What was raised on a case and is not settled, above each of its pages. */
export function CaseFlags({ head }: { readonly head: CaseHead }) {
  const { t } = useTranslation('cases');
  const { date, isOver } = useFormat();
  const { nameOf } = useOffice();
  const { button, dialog } = useActs(head);
  if (head.raised.length === 0) return null;
  const danger = head.raised.some(({ reason }) => reason === 'safety');
  return (
    <Notice tone={danger ? 'red' : 'orange'} title={t('flag.open', { count: head.raised.length })}>
      <ul className="stack">
        {head.raised.map((flag) => (
          <li key={flag.id} className="section__head">
            <div>
              <Badge tone={flag.reason === 'safety' ? 'red' : 'orange'}>{t(`flag-reason.${flag.reason}`)}</Badge>{' '}
              <span className="small">
                <Name>{nameOf(flag.by)}</Name> · {date(flag.on)}
                {flag.due && ` · ${t(isOver(flag.due) ? 'case.was-due' : 'case.is-due', { date: date(flag.due) })}`}
              </span>
              <p className="prose" dir="auto">
                {flag.words}
              </p>
            </div>
            {flag.mine && button(settle(flag), { of: flag.words })}
          </li>
        ))}
      </ul>
      {dialog}
    </Notice>
  );

  function settle({ id, words }: CaseHead['raised'][number]): Act {
    return {
      name: 'settle-flag',
      to: id,
      about: (
        <p className="prose" dir="auto">
          {words}
        </p>
      ),
      fields: [{ name: 'answer', kind: 'text', lines: 3, label: t('flag.answer'), hint: t('flag.answer-hint'), required: true }],
      input: (answers) => ({ flag: id, ...answers }),
    };
  }
}

/** The button that raises a flag; nothing where the reader may not. */
export function RaiseFlag({ head }: { readonly head: CaseHead }) {
  const { t } = useTranslation('cases');
  const { city } = useSession();
  const { button, dialog } = useActs(head);
  const mentions = useMentions(head.id);
  const raise: Act = {
    name: 'raise-flag',
    fields: [
      {
        name: 'reason',
        kind: 'pick',
        label: t('flag.reason'),
        options: flagReasons.map((one) => [one, t(`flag-reason.${one}`)] as const),
        starts: flagReasons[0],
      },
      { name: 'words', kind: 'text', lines: 3, label: t('flag.words'), hint: t('flag.words-hint'), required: true },
      { name: 'due', kind: 'day', label: t('flag.due'), hint: t('flag.due-hint'), min: city.today },
      mentions,
    ],
    input: (answers, flag) => ({ flag, ...answers }),
  };
  return (
    <>
      {button(raise)}
      {dialog}
    </>
  );
}
