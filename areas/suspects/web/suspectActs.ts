import { useTranslation } from 'react-i18next';
import type { Act, FormField } from '../../../platform/shell/index.ts';
import type { Suspect } from '../contract/index.ts';
import { sayings, suspectSexes } from '../domain/index.ts';
import { saidIn } from './saying.ts';

/** What may be done to the record of a suspect. */
export function useSuspectActs(of: Suspect) {
  const { t } = useTranslation(['suspects', 'cases']);
  const because: FormField = { name: 'because', kind: 'text', lines: 3, label: t('act.because'), required: true };
  const standing = of.said.filter(({ wrong }) => !wrong);
  const learn: Act = {
    name: 'learn',
    fields: [
      { name: 'known', kind: 'text', lines: 4, label: t('suspects.known'), hint: t('suspects.known-hint') },
      ...sayings.map((what): FormField => ({ name: what, kind: 'text', lines: 1, label: t(`said.${what}`), hint: t(`said-hint.${what}`) })),
      { name: 'sex', kind: 'pick', label: t('suspects.sex'), options: [['', t('open.not-known')], ...suspectSexes.map((one) => [one, t(`sex.${one}`)] as const)], starts: of.sex ?? '' }, // biome-ignore format: one question
      { name: 'bornAbout', kind: 'number', label: t('suspects.born'), starts: of.bornAbout === null ? '' : String(of.bornAbout) },
      { name: 'wrong', kind: 'several', label: t('suspects.wrong'), options: standing.map(({ what, text }) => [`${what}:${text}`, text, t(`said.${what}`)] as const) }, // biome-ignore format: one question
    ],
    input: ({ known, sex, bornAbout, wrong, ...told }) => ({
      said: saidIn(told),
      wrong: (wrong as string[]).map((one) => ({ what: one.slice(0, one.indexOf(':')), text: one.slice(one.indexOf(':') + 1) })),
      ...(known === undefined ? {} : { known }),
      ...(sex === undefined ? {} : { sex }),
      ...(bornAbout === undefined ? {} : { bornAbout }),
    }),
  };
  const disconnect = (id: string): Act => ({
    name: 'disconnect',
    to: id,
    fields: [because],
    input: (answers) => ({ case: id, ...answers }),
  });
  const join = (into: string): Act => ({ name: 'join', to: into, fields: [because], input: (answers) => ({ into, ...answers }) });
  const clear: Act = { name: 'clear', fields: [because] };
  const suspectAgain: Act = { name: 'suspect-again', fields: [because] };
  const separate: Act = { name: 'separate', fields: [because] };
  return { learn, disconnect, join, clear, suspectAgain, separate };
}
