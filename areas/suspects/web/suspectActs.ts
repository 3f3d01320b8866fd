import { useTranslation } from 'react-i18next';
import type { Act } from '../../../platform/shell/index.ts';
import { caseChoice } from '../../cases/web/index.ts';
import { personChoice } from '../../people/web/index.ts';
import type { Suspect } from '../contract/index.ts';
import { type Saying, sayings } from '../domain/index.ts';
import { aboutFields, askFor, knownField, rolesField, saidIn, type Told } from './saying.ts';

const keyOf = ({ what, text }: { readonly what: Saying; readonly text: string }) => `${what}:${text}`;

/** What may be done to the record of a suspect; `whole` to all of it, with a reason. */
export function useSuspectActs() {
  const { t } = useTranslation(['suspects', 'cases']);
  const fields = [{ name: 'because', label: t('act.because') }];
  const learn = ({ said, sex, born }: Suspect): Act => {
    const standing = said.filter(({ wrong }) => !wrong);
    const options = standing.map((one) => [keyOf(one), one.text, t(`suspect.${one.what}`)] as const);
    return {
      name: 'learn',
      held: { sex, born },
      fields: [
        knownField(t),
        ...sayings.map((what) => askFor(t, what)),
        ...aboutFields(t),
        { name: 'wrong', kind: 'several', label: t('suspects.wrong'), options },
      ],
      input: ({ known, sex: ofSex, born: bornOn, wrong, ...told }) => ({
        ...{ known, sex: ofSex, born: bornOn, said: saidIn(told as Told) },
        wrong: standing.filter((one) => (wrong as string[]).includes(keyOf(one))).map(({ what, text }) => ({ what, text })),
      }),
    };
  };
  const identify = (name: string): Act => ({
    name: 'learn',
    title: t('suspects.identify'),
    submit: t('suspects.submit-identify'),
    fields: [{ name: 'person', kind: personChoice(name), label: t('act.which'), required: true }],
  });
  const connect = ({ cases }: Suspect): Act => ({
    name: 'connect',
    submit: t('act.connect'),
    fields: [
      { name: 'case', kind: caseChoice(cases.map((one) => one.case)), label: t('links.which'), required: true },
      rolesField(t),
      { name: 'basis', label: t('suspects.basis'), hint: t('suspects.basis-hint') },
    ],
  });
  const disconnect = (id: string): Act => ({ name: 'disconnect', target: { case: id }, fields });
  const join = (into: string): Act => ({ name: 'join', target: { into }, fields });
  const whole = ['clear', 'suspect-again', 'separate'].map((name): Act => ({ name, fields }));
  return { learn, identify, connect, disconnect, join, whole };
}
