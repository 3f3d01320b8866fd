import { useTranslation } from 'react-i18next';
import { type Act, type AskedField, useDayFields } from '../../../platform/shell/index.ts';
import type { Proceedings, ShownAccusation, ShownCourtDate, ShownLimit, ShownStep } from '../contract/index.ts';
import { stepKinds, stepOutcomes } from '../domain/index.ts';

/** What may be done about the proceedings of a case. */
export function useJusticeActs({ wish: said, lawyer: named, residence: resides }: Pick<Proceedings, 'wish' | 'lawyer' | 'residence'>) {
  const { t } = useTranslation('justice');
  const { past, coming } = useDayFields();
  const because: AskedField = { name: 'because', label: t('because') };
  const record: Act = {
    name: 'record-step',
    makes: 'step',
    fields: [
      { name: 'kind', label: t('proceedings.kind'), said: (kind) => t(`step.${kind}`) },
      // Each kind has outcomes of its own: only those are offered.
      ...stepKinds
        .filter((kind) => stepOutcomes[kind].length > 0)
        .map(
          (kind): AskedField => ({
            name: 'outcome',
            kind: 'one',
            label: t('proceedings.outcome'),
            values: stepOutcomes[kind],
            said: (one) => t(`step-outcome.${one}`),
            required: true,
            of: 'kind',
            when: (answers) => answers['kind'] === kind,
          }),
        ),
      past('on', t('proceedings.on')),
      { name: 'authority', label: t('proceedings.authority'), hint: t('proceedings.authority-hint') },
      { name: 'reference', label: t('proceedings.reference') },
      { name: 'note', label: t('proceedings.note') },
    ],
  };
  const strike = ({ id }: ShownStep): Act => ({ name: 'strike-step', target: { step: id }, fields: [because] });
  const planDay = (known?: ShownCourtDate): Act => ({
    name: 'plan-court-date',
    ...(known ? { target: { courtDate: known.id }, held: known } : { makes: 'courtDate' }),
    fields: [
      coming('on', t('proceedings.court-on')),
      { name: 'purpose', label: t('proceedings.purpose') },
      { name: 'place', label: t('proceedings.place') },
      { name: 'accompaniedBy', label: t('proceedings.accompanied') },
    ],
  });
  const holdDay = ({ id, accompaniedBy }: ShownCourtDate): Act => ({
    name: 'hold-court-date',
    target: { courtDate: id },
    held: { accompaniedBy },
    fields: [
      past('on', t('proceedings.court-on')),
      { name: 'heard', kind: 'one', label: t('proceedings.heard'), said: (one) => t(`heard.${one}`) },
      { name: 'accompaniedBy', label: t('proceedings.was-accompanied'), hint: t('proceedings.was-accompanied-hint') },
      { name: 'note', label: t('proceedings.what-came') },
    ],
  });
  const cancelDay = ({ id }: ShownCourtDate): Act => ({ name: 'cancel-court-date', target: { courtDate: id }, fields: [because] });
  const wishes = (one: string) => t(`wish.${one}`);
  const wish: Act = {
    name: 'record-wish',
    held: { child: said?.child, carer: said?.carer },
    fields: [
      { name: 'child', kind: 'one', label: t('proceedings.child-says'), said: wishes },
      { name: 'carer', kind: 'one', label: t('proceedings.carer-says'), said: wishes },
      { name: 'note', label: t('proceedings.in-their-words') },
    ],
  };
  const since = past('since', t('proceedings.since'));
  const lawyer: Act = {
    name: 'name-lawyer',
    held: named ?? {},
    fields: [
      { name: 'name', label: t('proceedings.lawyer-name') },
      { name: 'contact', label: t('proceedings.lawyer-contact') },
      named ? { ...since, starts: named.since } : since,
    ],
  };
  const endLawyer: Act = { name: 'end-lawyer', fields: [because] };
  const accuse = (known?: ShownAccusation): Act => ({
    name: 'record-accusation',
    ...(known ? { target: { accusation: known.id }, held: known } : { makes: 'accusation' }),
    fields: [
      { name: 'offence', kind: 'one', label: t('accusation.offence'), said: (one) => t(`offence.${one}`) },
      { name: 'authority', label: t('accusation.authority') },
      { name: 'on', label: t('accusation.on') },
      { name: 'actOn', label: t('accusation.act-on') },
      { name: 'window', kind: 'one', label: t('accusation.window'), said: (one) => t(`window.${one}`) },
      { name: 'detained', label: t('accusation.detained') },
      { name: 'note', label: t('proceedings.note') },
    ],
  });
  const raise = ({ id }: ShownAccusation): Act => ({
    name: 'raise-non-punishment',
    target: { accusation: id },
    fields: [
      past('on', t('proceedings.on')),
      { name: 'authority', label: t('accusation.raised-with') },
      { name: 'note', label: t('proceedings.note') },
    ],
  });
  const endAccusation = ({ id }: ShownAccusation): Act => ({
    name: 'end-accusation',
    target: { accusation: id },
    fields: [
      { name: 'how', kind: 'one', label: t('accusation.how-ended'), said: (one) => t(`accusation-end.${one}`) },
      past('on', t('proceedings.on')),
      { name: 'note', label: t('proceedings.note') },
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
  const settleLimit = ({ key, state }: ShownLimit): Act => ({
    name: 'settle-timer',
    target: { timer: key },
    fields: [
      {
        name: 'how',
        kind: 'one',
        label: t('proceedings.limit-how'),
        values: state === 'runs' || state === 'over' ? ['done', 'not-applicable'] : ['runs-again'],
        said: (one) => t(`timer-end.${one}`),
      },
      past('on', t('proceedings.on')),
      { name: 'because', label: t('proceedings.limit-because') },
    ],
  });
  return { accuse, raise, endAccusation, residence, settleLimit, record, strike, planDay, holdDay, cancelDay, wish, lawyer, endLawyer };
}
