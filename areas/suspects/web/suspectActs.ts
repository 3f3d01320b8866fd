import { useTranslation } from 'react-i18next';
import type { Act } from '../../../platform/shell/index.ts';
import { caseChoice } from '../../cases/web/index.ts';
import { personChoice } from '../../people/web/index.ts';
import type { Suspect } from '../contract/index.ts';
import { type Saying, sayings } from '../domain/index.ts';
import { askFor, saidIn, type Told } from './saying.ts';

const keyOf = ({ what, text }: { readonly what: Saying; readonly text: string }) => `${what}:${text}`;

/** What may be done to the record of a suspect, who is called `name`. */
export function useSuspectActs(of: Suspect, name: string | undefined) {
  const { t } = useTranslation(['suspects', 'cases']);
  const because = { name: 'because', label: t('act.because') };
  const standing = of.said.filter(({ wrong }) => !wrong);
  const learn: Act = {
    name: 'learn',
    held: { sex: of.sex, bornAbout: of.bornAbout },
    fields: [
      { name: 'known', label: t('suspects.known'), hint: t('suspects.known-hint') },
      ...sayings.map((what) => askFor(t, what)),
      { name: 'sex', label: t('suspects.sex'), said: (one) => t(`sex.${one}`) },
      { name: 'bornAbout', label: t('suspects.born') },
      {
        name: 'wrong',
        kind: 'several',
        label: t('suspects.wrong'),
        options: standing.map((one) => [keyOf(one), one.text, t(`said.${one.what}`)]),
      },
    ],
    input: ({ known, sex, bornAbout, wrong, ...told }) => ({
      ...{ known, sex, bornAbout, said: saidIn(told as Told) },
      wrong: standing.filter((one) => (wrong as string[]).includes(keyOf(one))).map(({ what, text }) => ({ what, text })),
    }),
  };
  const identify: Act = {
    name: 'learn',
    title: t('suspects.identify'),
    submit: t('suspects.submit-identify'),
    fields: [
      {
        name: 'person',
        kind: personChoice(name ?? ''),
        label: t('act.which'),
        required: true,
      },
    ],
  };
  const connect: Act = {
    name: 'connect',
    submit: t('act.connect'),
    fields: [
      { name: 'case', kind: caseChoice(of.cases.map((one) => one.case)), label: t('links.which'), required: true },
      { name: 'roles', label: t('suspects.roles'), said: (role) => t(`suspect-role.${role}`), required: true },
      { name: 'basis', label: t('suspects.basis'), hint: t('suspects.basis-hint') },
    ],
  };
  const disconnect = (id: string): Act => ({ name: 'disconnect', target: { case: id }, fields: [because] });
  const join = (into: string): Act => ({ name: 'join', target: { into }, fields: [because] });
  const clear: Act = { name: 'clear', fields: [because] };
  const suspectAgain: Act = { name: 'suspect-again', fields: [because] };
  const separate: Act = { name: 'separate', fields: [because] };
  return { learn, identify, connect, disconnect, join, clear, suspectAgain, separate };
}
