import type { Static } from 'typebox';
import { addDays, changed, field, fields, has, refuse, without } from '../../../../platform/decider/index.ts';
import { emergencyPurposes, purposes, toBeTold } from '../choices.ts';
import { limitsConsulted, limitsNow } from '../limits.ts';
import { command, definePart } from '../part.ts';
import { protectsFirst } from '../safety/closing.ts';
import { standingOf } from '../safety/consentFor.ts';
import { carerOf, isSuspect } from '../safety/protection.ts';
import { begunAgain, byAnother, reviewedOnce, reviewTask } from '../safety/review.ts';
import { consentLostTasks } from '../safety/underWay.ts';
import type { CaseState } from '../state/case.ts';
import { type Consent, type Consents, consentEvents, type Emergency } from '../state/consents.ts';

const { 'consent-given': recorded, 'consent-withdrawn': withdrawn } = consentEvents;
const eventOf = { given: 'consent-given', refused: 'consent-refused', unable: 'child-not-asked' } as const;
const withAnswer =
  (answer: Consent['answer']) =>
  (
    { ledger, emergencies }: Consents,
    {
      type: _,
      consent: id,
      assentFromAge,
      ownConsentFromAge = 18,
      witness = '',
      note = '',
      ...one
    }: { readonly type: string } & Static<typeof recorded>,
  ): Consents => ({
    ledger: [...ledger, { id, answer, ...one, witness, note, attachment: null, withdrawn: null }],
    emergencies,
    assentFromAge,
    ownConsentFromAge,
  });

/** The consents that hold and would end by themselves, each the last of whoever gave it for that purpose. */
function ending(state: CaseState): readonly Consent[] {
  const key = ({ who, purpose, partner }: Consent) => `${who}|${purpose}|${partner}`;
  const last = new Map(state.consents.ledger.map((one) => [key(one), one]));
  // On the day it was given no consent has expired: what is left out here is refused, withdrawn or void.
  return [...last.values()].filter((one) => standingOf(state, one, one.until) === 'valid').sort((a, b) => (a.until < b.until ? -1 : 1));
}

/** Who said yes or no to what, told what; and what was done without, because a child was in danger. */
export const consents = definePart(consentEvents)({
  slice: 'consents',
  page: 'protection',
  initial: { ledger: [], emergencies: [], assentFromAge: 0, ownConsentFromAge: 18 },
  evolve: {
    'consent-given': withAnswer('given'),
    'consent-refused': withAnswer('refused'),
    'child-not-asked': withAnswer('unable'),
    'consent-withdrawn': (slice, { consent, who, on }) => ({
      ...slice,
      ledger: changed(slice.ledger, consent, { withdrawn: { on, who } }),
    }),
    'consent-paper-attached': (slice, { consent, attachment }) => ({ ...slice, ledger: changed(slice.ledger, consent, { attachment }) }),
    'emergency-invoked': (slice, { type: _, emergency: id, ...one }) => ({
      ...slice,
      emergencies: [...slice.emergencies, { id, ...one, review: null } satisfies Emergency],
    }),
    'emergency-reviewed': (slice, { emergency, upheld, on, by }) => ({
      ...slice,
      emergencies: changed(slice.emergencies, emergency, { review: { upheld, on, by } }),
    }),
  },
  commands: {
    'record-consent': command({
      summary: 'Write down what a carer or the child said to one purpose, how it was asked and what was told',
      by: 'worker',
      input: fields({
        ...without(recorded, 'at', 'assentFromAge', 'ownConsentFromAge').properties,
        answer: field.choice(['given', 'refused', 'unable']),
        until: field.dateIfAny,
      }),
      consults: () => [limitsConsulted],
      decide(state, input, context) {
        const { values } = limitsNow(context);
        const { until, answer, ...one } = input;
        if (has(state.consents.ledger, one.consent)) return [];
        const carer = one.who === 'child' ? undefined : carerOf(state, one.who);
        if (one.who !== 'child' && !carer) return refuse('cases.no-such-carer', {}, ['/who']);
        if (carer && isSuspect(state, carer)) return refuse('cases.carer-suspect', {}, ['/who']);
        if (answer === 'unable' && one.who !== 'child') return refuse('cases.only-child-unable', {}, ['/answer']);
        if (answer === 'unable' && !one.note) return refuse('cases.say-why-unable', {}, ['/note']);
        if ((one.purpose === 'sharing') !== (one.partner !== null)) return refuse('cases.share-with-whom', {}, ['/partner']);
        if (answer === 'given' && toBeTold.some((what) => !one.told.includes(what))) return refuse('cases.told-first', {}, ['/told']);
        if (one.how === 'thumb-print' && !one.witness) return refuse('cases.thumb-print-witness', {}, ['/witness']);
        const { assentFromAge, ownConsentFromAge } = values;
        const ages = { assentFromAge, ownConsentFromAge };
        const longest = addDays(one.on, values.consentDays);
        if (until !== undefined && until < one.on) return refuse('cases.until-before', {}, ['/until']);
        if (until !== undefined && until > longest) return refuse('cases.consent-too-long', { days: values.consentDays }, ['/until']);
        return [{ type: eventOf[answer], ...one, at: context.now, until: until ?? longest, ...ages }];
      },
    }),
    'withdraw-consent': command({
      summary: 'Write down that consent was withdrawn, when and by whom',
      by: 'worker',
      input: withdrawn,
      about: 'consent',
      decide(state, given, _context, known) {
        if (given.who !== 'child' && !carerOf(state, given.who)) return refuse('cases.no-such-carer', {}, ['/who']);
        if (known.answer !== 'given') return refuse('cases.nothing-to-withdraw', {}, ['/consent']);
        if (given.on < known.on) return refuse('cases.until-before', {}, ['/on']);
        return known.withdrawn ? [] : [{ type: 'consent-withdrawn', ...given }];
      },
    }),
    'attach-consent': command({
      summary: 'Say which paper of the case is the one of a consent',
      in: ['open', 'closed'],
      by: 'worker',
      input: consentEvents['consent-paper-attached'],
      about: 'consent',
      decide(state, given, _context, { attachment }) {
        if (!state.papers.some(({ id, removed }) => id === given.attachment && !removed))
          return refuse('ledger.no-such-entry', {}, ['/attachment']);
        return attachment === given.attachment ? [] : [{ type: 'consent-paper-attached', ...given }];
      },
    }),
    'invoke-emergency': command({
      summary: 'Protect a child in danger without consent, with the reason; a supervisor reviews it',
      by: 'worker',
      input: fields({
        ...{ emergency: field.id, purpose: field.choice(purposes), because: field.prose },
        ...without(consentEvents['emergency-invoked'], 'emergency', 'purpose', 'on', 'until', 'by', 'reviewDue', 'because').properties,
      }),
      consults: () => [limitsConsulted],
      decide(state, input, context) {
        const { today, actor } = context;
        const { values } = limitsNow(context);
        const { emergency, purpose: wanted, ...why } = input;
        const purpose = emergencyPurposes.find((one) => one === wanted);
        if (!purpose) return refuse('cases.no-emergency-for', {}, ['/purpose']);
        if (has(state.consents.emergencies, emergency)) return [];
        const again = begunAgain(
          state.consents.emergencies.filter((one) => one.purpose === purpose),
          why,
        );
        if (again) return again;
        const ends = { until: addDays(today, values.emergencyDays), reviewDue: addDays(today, values.emergencyReviewDays) };
        return [{ type: 'emergency-invoked', emergency, purpose, on: today, ...ends, by: actor.id, ...why }];
      },
    }),
    'review-emergency': command({
      summary: 'Say whether protection without consent was right and may go on',
      by: 'supervisor',
      input: without(consentEvents['emergency-reviewed'], 'on', 'by'),
      about: 'emergency',
      secondPerson: byAnother,
      decide: reviewedOnce('emergency-reviewed'),
    }),
  },
  // Of the consents the one that ends first: with it, all are looked at again.
  tasks: (state) => [
    ...ending(state)
      .slice(0, 1)
      .map(({ id, until }) => ({ id, kind: 'consent-ends' as const, who: null, due: until })),
    ...state.consents.emergencies.flatMap(reviewTask('emergency-review')),
    ...consentLostTasks(state),
  ],
  hinders(state, reason) {
    const open = state.consents.emergencies.filter(({ review }) => review === null).length;
    return open > 0 && protectsFirst(reason) ? [refuse('cases.emergency-unreviewed')] : [];
  },
});
