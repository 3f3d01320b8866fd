import { useTranslation } from 'react-i18next';
import type { Act, AskedField } from '../../../../../platform/shell/index.ts';
import type { CaseJustice, JusticeAccusation, JusticeCourtDate, JusticeStep, LegalLimit } from '../../../contract/index.ts';
import { stepKinds, stepOutcomes } from '../../../domain/index.ts';
import { useQuestions } from '../questions.ts';

/** What may be done about the proceedings of a case. */
export function useJusticeActs({ wish: said, lawyer: named, residence: resides }: Pick<CaseJustice, 'wish' | 'lawyer' | 'residence'>) {
  const { t } = useTranslation('cases');
  const { because, past, coming } = useQuestions();
  const record: Act = {
    name: 'record-step',
    makes: 'step',
    fields: [
      { name: 'kind', label: t('justice.kind'), said: (kind) => t(`step.${kind}`) },
      // Each kind has outcomes of its own: only those are offered.
      ...stepKinds
        .filter((kind) => stepOutcomes[kind].length > 0)
        .map(
          (kind): AskedField => ({
            name: 'outcome',
            kind: 'one',
            label: t('justice.outcome'),
            values: stepOutcomes[kind],
            said: (one) => t(`step-outcome.${one}`),
            required: true,
            of: 'kind',
            when: (answers) => answers['kind'] === kind,
          }),
        ),
      past('on', t('justice.on')),
      { name: 'authority', label: t('justice.authority'), hint: t('justice.authority-hint') },
      { name: 'reference', label: t('justice.reference') },
      { name: 'note', label: t('justice.note') },
    ],
  };
  const strike = ({ id }: JusticeStep): Act => ({ name: 'strike-step', target: { step: id }, fields: [because] });
  const planDay = (known?: JusticeCourtDate): Act => ({
    name: 'plan-court-date',
    ...(known ? { target: { courtDate: known.id }, held: known } : { makes: 'courtDate' }),
    fields: [
      coming('on', t('justice.court-on')),
      { name: 'purpose', label: t('justice.purpose') },
      { name: 'place', label: t('justice.place') },
      { name: 'accompaniedBy', label: t('justice.accompanied') },
    ],
  });
  const holdDay = ({ id, accompaniedBy }: JusticeCourtDate): Act => ({
    name: 'hold-court-date',
    target: { courtDate: id },
    held: { accompaniedBy },
    fields: [
      past('on', t('justice.court-on')),
      { name: 'heard', kind: 'one', label: t('justice.heard'), said: (one) => t(`heard.${one}`) },
      { name: 'accompaniedBy', label: t('justice.was-accompanied'), hint: t('justice.was-accompanied-hint') },
      { name: 'note', label: t('justice.what-came') },
    ],
  });
  const cancelDay = ({ id }: JusticeCourtDate): Act => ({ name: 'cancel-court-date', target: { courtDate: id }, fields: [because] });
  const wishes = (one: string) => t(`wish.${one}`);
  const wish: Act = {
    name: 'record-wish',
    held: { child: said?.child, carer: said?.carer },
    fields: [
      { name: 'child', kind: 'one', label: t('justice.child-says'), said: wishes },
      { name: 'carer', kind: 'one', label: t('justice.carer-says'), said: wishes },
      { name: 'note', label: t('justice.in-their-words') },
    ],
  };
  const since = past('since', t('justice.since'));
  const lawyer: Act = {
    name: 'name-lawyer',
    held: named ?? {},
    fields: [
      { name: 'name', label: t('justice.lawyer-name') },
      { name: 'contact', label: t('justice.lawyer-contact') },
      named ? { ...since, starts: named.since } : since,
    ],
  };
  const endLawyer: Act = { name: 'end-lawyer', fields: [because] };
  const accuse = (known?: JusticeAccusation): Act => ({
    name: 'record-accusation',
    ...(known ? { target: { accusation: known.id }, held: known } : { makes: 'accusation' }),
    fields: [
      { name: 'offence', kind: 'one', label: t('accusation.offence'), said: (one) => t(`offence.${one}`) },
      { name: 'authority', label: t('accusation.authority') },
      { name: 'on', label: t('accusation.on') },
      { name: 'actOn', label: t('accusation.act-on') },
      { name: 'window', kind: 'one', label: t('accusation.window'), said: (one) => t(`window.${one}`) },
      { name: 'detained', label: t('accusation.detained') },
      { name: 'note', label: t('justice.note') },
    ],
  });
  const raise = ({ id }: JusticeAccusation): Act => ({
    name: 'raise-non-punishment',
    target: { accusation: id },
    fields: [
      past('on', t('justice.on')),
      { name: 'authority', label: t('accusation.raised-with') },
      { name: 'note', label: t('justice.note') },
    ],
  });
  const endAccusation = ({ id }: JusticeAccusation): Act => ({
    name: 'end-accusation',
    target: { accusation: id },
    fields: [
      { name: 'how', kind: 'one', label: t('accusation.how-ended'), said: (one) => t(`accusation-end.${one}`) },
      past('on', t('justice.on')),
      { name: 'note', label: t('justice.note') },
    ],
  });
  const residence: Act = {
    name: 'record-residence',
    ...(resides ? { held: resides } : {}),
    fields: [
      { name: 'status', kind: 'one', label: t('residence-of.status'), said: (one) => t(`residence.${one}`) },
      { name: 'until', label: t('residence-of.until') },
      { name: 'removal', label: t('residence-of.removal') },
      { name: 'protection', label: t('residence-of.protection') },
    ],
  };
  const settleLimit = ({ key, state }: LegalLimit): Act => ({
    name: 'settle-timer',
    target: { timer: key },
    fields: [
      {
        name: 'how',
        kind: 'one',
        label: t('justice.limit-how'),
        values: state === 'runs' || state === 'over' ? ['done', 'not-applicable'] : ['runs-again'],
        said: (one) => t(`timer-end.${one}`),
      },
      past('on', t('justice.on')),
      { name: 'because', label: t('justice.limit-because') },
    ],
  });
  return { accuse, raise, endAccusation, residence, settleLimit, record, strike, planDay, holdDay, cancelDay, wish, lawyer, endLawyer };
}
