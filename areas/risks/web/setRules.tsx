import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Act, type AskedField, useSession } from '../../../platform/shell/index.ts';
import type { Rules } from '../contract/index.ts';

type RuleHeld = Rules['rules'][number];
/** A rule that may hit a group and is not used: it is turned on by itself, beside whom it would list. */
export const isToTurnOn = ({ about }: Rules, { id, active }: RuleHeld): boolean => !active && (about[id]?.hits.length ?? 0) > 0;
const settingOf = ({ weight, active, parameters }: RuleHeld) => ({ weight, active, parameters });

/** Turns one rule on that may hit a group, or keeps one on that Olle began with, the others left as they are, with why although it hits them. */
export function useTurnOn(): (held: Rules, rule: string, whom: ReactNode) => Act {
  const { t } = useTranslation('risks');
  const { city } = useSession();
  return (held, rule, whom) => ({
    name: 'set',
    title: t(held.undecided.includes(rule) ? 'groups.keep-on' : 'groups.turn-on'),
    submit: t(held.undecided.includes(rule) ? 'groups.submit-keep-on' : 'groups.submit-turn-on'),
    about: whom,
    fields: [
      { name: 'from', kind: 'day', label: t('rules.from'), min: city.today, starts: city.today, required: true },
      { name: 'because', label: t('rules.because') },
      { name: 'although', label: t('groups.although'), hint: t('groups.although-hint'), kind: 'text', required: true },
    ],
    input: ({ from, because, although }) => ({
      ...{ from, because },
      rules: Object.fromEntries(held.rules.map((one) => [one.id, { ...settingOf(one), active: one.active || one.id === rule }])),
      turnedOn: [{ rule, because: although }],
    }),
  });
}

/** New rules from a day on: every rule with its weight and its numbers, and why. */
export function useSetRules(): (held: Rules) => Act {
  const { t } = useTranslation('risks');
  const { city } = useSession();
  return (held) => {
    // A field is named for its place in the command, where a refusal names it too.
    const fields: readonly AskedField[] = held.rules
      .filter((rule) => !isToTurnOn(held, rule))
      .flatMap(({ id, weight, active, parameters }) => [
        {
          name: `rules/${id}/active`,
          kind: 'yes',
          heading: t(`rule.${id}.name`),
          lead: t(`rule.${id}.says`, parameters),
          label: t('rules.active'),
          starts: active,
        },
        { name: `rules/${id}/weight`, kind: 'number', label: t('rules.weight'), starts: weight, required: true },
        ...Object.entries(parameters).map(([name, value]): AskedField => {
          const { least, most } = held.limits[id]?.[name] ?? {};
          const limits = { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
          return {
            ...{ name: `rules/${id}/parameters/${name}`, kind: 'number', starts: value, required: true, beside: true, ...limits },
            label: t(`parameter.${name}`),
            hint: `${least ?? ''}–${most ?? ''}`,
          };
        }),
      ]);
    // Sent by rule, so that none is left out or named twice.
    const settings = (answers: Record<string, unknown>) =>
      Object.fromEntries(
        held.rules.map((rule) => {
          const { id, parameters } = rule;
          if (isToTurnOn(held, rule)) return [id, settingOf(rule)];
          const answer = (field: string) => answers[`rules/${id}/${field}`];
          const numbers = Object.keys(parameters).map((name) => [name, answer(`parameters/${name}`)]);
          return [id, { weight: answer('weight'), active: answer('active'), parameters: Object.fromEntries(numbers) }];
        }),
      );
    return {
      name: 'set',
      about: <p className="soft">{t('rules.change-lead')}</p>,
      fields: [
        { name: 'from', kind: 'day', label: t('rules.from'), min: city.today, starts: city.today, required: true },
        { name: 'because', label: t('rules.because') },
        ...fields,
      ],
      input: (answers) => ({ from: answers['from'], because: answers['because'], rules: settings(answers) }),
    };
  };
}
