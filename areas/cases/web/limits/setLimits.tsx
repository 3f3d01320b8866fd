import { useTranslation } from 'react-i18next';
import { type Act, useSession } from '../../../../platform/shell/index.ts';
import type { CityLimits } from '../../contract/index.ts';

const daysIn = (text: unknown): readonly string[] =>
  String(text ?? '')
    .split(/[\s,،]+/)
    .filter(Boolean);
const areDays = (text: unknown): boolean => daysIn(text).length > 0 && daysIn(text).every((day) => /^\d{1,4}$/.test(day));

/** New time limits from a day on, and why: each between what it may lie. */
export function useSetLimits(): (held: CityLimits) => Act {
  const { t } = useTranslation('cases');
  const { city } = useSession();
  return (held) => ({
    name: 'set',
    title: t('limits.change'),
    submit: t('limits.submit'),
    done: t('limits.done'),
    about: <p className="soft">{t('limits.change-lead')}</p>,
    fields: [
      { name: 'from', label: t('limits.from'), min: city.today, starts: city.today },
      { name: 'because', label: t('limits.because') },
      // A field is named for its place in the command, where a refusal names it too.
      ...Object.entries(held.values).map(([name, starts]) => ({
        ...held.bounds[name],
        ...{ name: `values/${name}`, kind: 'number' as const, starts, required: true },
        label: t(`limit.${name}`),
        hint: t('limits.between', held.bounds[name]!),
      })),
      {
        ...{ name: 'visitDays', kind: 'line', starts: held.visitDays.join(', '), required: true },
        label: t('limit.visitDays'),
        hint: t('limits.visit-days-hint'),
        check: ({ visitDays }) => (areDays(visitDays) ? undefined : t('limits.visit-days-hint')),
      },
    ],
    input: ({ from, because, visitDays, ...answers }) => ({
      from,
      because,
      values: Object.fromEntries(Object.keys(held.values).map((name) => [name, answers[`values/${name}`]])),
      visitDays: daysIn(visitDays).map(Number),
    }),
  });
}
