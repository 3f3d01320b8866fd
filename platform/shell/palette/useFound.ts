import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WebArea } from '../area.ts';
import type { Problem } from '../data/api.ts';
import { usePaused } from '../data/usePaused.ts';
import { useFormat } from '../format.ts';
import { useSession } from '../session.tsx';
import type { Found } from './find.ts';

/** Fewer letters than this find half the city. */
export const fewestLetters = 2;

/** The children found for what is typed, once it stands still; undefined while it is looked for, or where there is nothing to look for. */
export function useFound(areas: readonly WebArea[], typed: string) {
  const { may } = useSession();
  const { t } = useTranslation();
  const { date, ward } = useFormat();
  const finders = areas.flatMap(({ find }) => (find && may(...find.may) ? [find] : []));
  const wanted = typed.trim();
  const text = usePaused(wanted, '');
  const enabled = finders.length > 0 && text.length >= fewestLetters;
  const { data, isFetching, error } = useQuery<readonly Found[], Problem>({
    queryKey: ['palette', text],
    enabled,
    // What was looked up is not kept: the next look is another reading.
    gcTime: 0,
    queryFn: async () => {
      const answers = await Promise.all(finders.map(async ({ load }) => (await load()).default(text, { t, date, ward })));
      return answers.flat();
    },
  });
  return { can: finders.length > 0, found: enabled && text === wanted ? data : undefined, looking: enabled && isFetching, error };
}
