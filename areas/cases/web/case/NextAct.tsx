import { useTranslation } from 'react-i18next';
import { type RecordActs, useFormat } from '../../../../platform/shell/index.ts';
import { LinkButton } from '../../../../platform/ui/index.ts';
import type { CaseHead } from '../../contract/index.ts';
import { addressOfTask } from '../../domain/index.ts';
import { useTaskWords } from '../taskWords.ts';
import { useTaskActs } from './acts.tsx';

/** What the reader does next in the case, with its day: the one act of the head. Nothing where nothing waits for them. */
export function NextAct({ head, acts }: { readonly head: CaseHead; readonly acts: RecordActs }) {
  const { t } = useTranslation('cases');
  const { date, isOver } = useFormat();
  const { task } = head;
  const words = useTaskWords()(task ?? { kind: 'action' });
  const { settle, addAction } = useTaskActs(head);
  if (!task) return null;
  const { id, kind, due } = task;
  const here = kind === 'action' ? settle({ id, what: words }) : kind === 'first-action' ? addAction : undefined;
  return (
    <div className="case-next">
      {(here && acts.button(here, { primary: true, words })) || (
        <LinkButton kind="primary" to={addressOfTask(head.id, kind, id)}>
          {words}
        </LinkButton>
      )}
      <small className={isOver(due) ? 'case-next__late' : undefined}>
        {t('head.next')} · {t(isOver(due) ? 'case.was-due' : 'case.is-due', { date: date(due) })}
      </small>
    </div>
  );
}
