import limits from 'virtual:record/cases.limits';
import { useTranslation } from 'react-i18next';
import { type AskedField, CommandForm, useSession } from '../../../../platform/shell/index.ts';
import { useToast } from '../../../../platform/ui/index.ts';
import type { CityLimits } from '../answers.ts';

const daysIn = (text: unknown) => String(text).split(/[\s,،]+/).filter(Boolean); // biome-ignore format: one thought

/** New time limits from a day on, and why: each between what it may lie. */
export function LimitsForm({ held, onClose }: { readonly held: CityLimits; readonly onClose: () => void }) {
  const { t } = useTranslation('cases');
  const { city } = useSession();
  const say = useToast();
  // A field is named for its place in the command, where a refusal names it too.
  const values = Object.entries(held.values).map(([name, value]): AskedField => {
    const { least, most } = held.bounds[name]!;
    return {
      ...{ name: `values/${name}`, kind: 'number', starts: value, least, most, required: true },
      label: t(`limit.${name}`),
      hint: t('limits.between', { least, most }),
    };
  });
  return (
    <CommandForm
      kind={limits}
      id={held.id}
      name="set"
      // Whoever set limits meanwhile is not overruled unseen.
      version={held.version}
      about={<p className="soft">{t('limits.change-lead')}</p>}
      fields={[
        { name: 'from', kind: 'day', label: t('limits.from'), min: city.today, starts: city.today, required: true },
        { name: 'because', label: t('limits.because') },
        ...values,
        {
          name: 'visitDays',
          kind: 'line',
          label: t('limit.visitDays'),
          hint: t('limits.visit-days-hint'),
          starts: held.visitDays.join(', '),
          check: ({ visitDays }) => (daysIn(visitDays).some((day) => !/^\d{1,4}$/.test(day)) ? t('limits.visit-days-hint') : undefined),
          required: true,
        },
      ]}
      input={({ from, because, visitDays, ...answers }) => ({
        ...{ from, because, visitDays: daysIn(visitDays).map(Number) },
        values: Object.fromEntries(Object.entries(answers).map(([name, value]) => [name.replace('values/', ''), value])),
      })}
      submit={t('limits.submit')}
      onDone={() => {
        onClose();
        say(t('limits.done'));
      }}
      onClose={onClose}
    />
  );
}
