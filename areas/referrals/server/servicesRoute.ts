import { Type } from 'typebox';
import { addDays, Id, Maybe } from '../../../platform/decider/index.ts';
import { route } from '../../../platform/http/area.ts';
import { theOne } from '../../../platform/ledger/ledger.ts';
import { type CaseState, isAsked, isLive, type LimitsState, limitsOn, limitsRecord } from '../../cases/domain/index.ts';
import { readCase } from '../../cases/server/readers.ts';

const Strings = Type.Array(Type.String());

/** What a referral rests on, for people to read; `who` names the carer, null the child itself. */
function basisOf({ consents, safeguards }: CaseState, id: string) {
  const consent = consents.ledger.find((one) => one.id === id);
  if (consent) {
    const { on, until, who } = consent;
    return { kind: 'consent', on, until, who: safeguards.carers.find((carer) => carer.id === who)?.name ?? null };
  }
  const emergency = consents.emergencies.find((one) => one.id === id);
  return emergency ? { kind: 'emergency', on: emergency.on, until: emergency.until, who: null } : null;
}

export const servicesRoute = route({
  method: 'GET',
  path: '/api/referrals/case/{id}/services',
  summary: 'What partners were asked to do for the child, what each was told, answered and did; and whom the case is being given to',
  may: ['read', 'cases.case'],
  shows: 'identity',
  params: Type.Object({ id: Id }),
  answer: Type.Object({
    referrals: Type.Array(
      Type.Object({
        id: Type.String(),
        organisation: Type.String(),
        service: Type.String(),
        urgency: Type.String(),
        handover: Type.Boolean(),
        because: Type.String(),
        /** What it rests on: whose consent, or the danger in which nobody was asked. */
        basis: Maybe(Type.Object({ kind: Type.String(), on: Type.String(), until: Type.String(), who: Maybe(Type.String()) })),
        shares: Strings,
        on: Type.String(),
        by: Type.String(),
        until: Type.String(),
        answerBy: Type.String(),
        /** As it stands today: `over` where its last day has passed. */
        status: Type.String(),
        answeredOn: Maybe(Type.String()),
        declined: Maybe(Type.Object({ reason: Type.String(), because: Type.String() })),
        asked: Type.Boolean(),
        said: Type.Array(Type.Object({ from: Type.String(), on: Type.String(), text: Type.String() })),
        delivered: Type.Array(Type.Object({ on: Type.String(), what: Type.String() })),
        outcome: Maybe(Type.String()),
        endedOn: Maybe(Type.String()),
        /** The partner is lost, and nobody has said yet what is done instead. */
        lost: Type.Boolean(),
      }),
    ),
    transfers: Type.Array(
      Type.Object({
        id: Type.String(),
        to: Type.String(),
        by: Type.String(),
        on: Type.String(),
        answerBy: Type.String(),
        because: Type.String(),
        answer: Maybe(Type.String()),
        answeredOn: Maybe(Type.String()),
      }),
    ),
    /** The last day of a referral made today where nothing else is said. */
    shareUntil: Type.String(),
  }),
  async handle(call) {
    const { tx, actor, params, services } = call;
    const { state } = await readCase(call, params.id, 'case services');
    const today = await services.ledger.today(tx, actor.city);
    const limitsId = services.sealing.idFor(actor.city, limitsRecord.kind, theOne);
    const limits = await services.ledger.find<LimitsState>(tx, actor.city, limitsRecord.kind, limitsId);
    return {
      referrals: state.referrals.map(({ consent, ...one }) => ({
        ...one,
        basis: basisOf(state, consent),
        status: isLive(one) && one.until < today ? 'over' : one.status,
        shares: [...one.shares],
        declined: one.declined && { ...one.declined },
        asked: isAsked(one),
        lost: one.lostOn !== null && !one.lossSettled,
        said: one.said.map((words) => ({ ...words })),
        delivered: one.delivered.map((done) => ({ ...done })),
      })),
      transfers: state.transfers.map((one) => ({ ...one })),
      shareUntil: addDays(today, limitsOn(limits?.state, today).values.shareDays),
    };
  },
});
