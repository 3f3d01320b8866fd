import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../platform/shell/index.ts';
import { unseenDays, untouchedDays } from '../../domain/index.ts';

/** How the list and the page of the team call what they narrow and count by. */
export function useNarrowedWords() {
  const { t } = useTranslation('cases');
  const { number } = useFormat();
  return {
    /** What a file lacks; after how many days something counts as missed, where others than the usual are told. */
    lack: (lack: string, days: { readonly untouchedDays: number; readonly unseenDays: number } = { untouchedDays, unseenDays }) =>
      t(`lack.${lack}`, { untouched: number(days.untouchedDays), unseen: number(days.unseenDays) }),
  };
}
