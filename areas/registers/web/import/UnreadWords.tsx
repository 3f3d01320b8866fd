import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../platform/shell/index.ts';
import { Buttons, Notice, Section } from '../../../../platform/ui/index.ts';
import type { DryRun } from '../../contract/index.ts';
import type { MendedWord } from '../../domain/index.ts';
import { type Meaning, WordField } from '../unread/Words.tsx';

type Unread = DryRun['unread'];
export type OnSaid = (word: Pick<MendedWord, 'field' | 'word'>, meaning: Meaning) => void;

/** Words shown at first; all others wait until these are mended, or for the list of the register. */
const shown = 40;

/** What cannot be read in the file, each word once; and what was said of words before, to be said otherwise. */
export function UnreadWords({
  unread,
  others,
  said,
  onSaid,
  children,
}: {
  readonly unread: Unread;
  readonly others: number;
  readonly said: readonly MendedWord[];
  readonly onSaid: OnSaid;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('registers');
  const { number } = useFormat();
  const keyOf = ({ field, word }: Pick<MendedWord, 'field' | 'word'>) => `${field}|${word}`;
  const open = new Set(unread.map(keyOf));
  const before = said.filter((one) => !open.has(keyOf(one)));
  const meaningOf = (key: string) => said.find((one) => keyOf(one) === key)?.value;
  if (unread.length === 0 && before.length === 0) return null;
  const more = Math.max(0, unread.length - shown);
  return (
    <Section title={t('words.title')}>
      <p className="soft">{t(unread.length > 0 ? 'words.lead' : 'words.lead-said')}</p>
      <div className="words">
        {[...unread.slice(0, shown), ...before].map((one) => (
          <WordField key={keyOf(one)} of={one} value={meaningOf(keyOf(one))} onChange={(meaning) => onSaid(one, meaning)} />
        ))}
      </div>
      {more + others > 0 && <p className="soft">{t('words.more', { count: more + others, n: number(more + others) })}</p>}
      <Buttons>{children}</Buttons>
    </Section>
  );
}

/** Where so many rows have words in one column that cannot be read, and so many words, the column is most likely another. */
const most = 0.5;
const fewestWords = 4;

export function Misread({ unread, rows }: { readonly unread: Unread; readonly rows: number }) {
  const { t } = useTranslation('registers');
  const byField = Map.groupBy(unread, ({ field }) => field);
  const misread = [...byField].filter(
    ([, words]) => words.length >= fewestWords && words.reduce((sum, word) => sum + word.rows, 0) > rows * most,
  );
  return misread.map(([field]) => (
    <Notice key={field} tone="orange">
      {t('words.misread', { field: t(`field.${field}`) })}
    </Notice>
  ));
}
