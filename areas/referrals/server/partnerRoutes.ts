import { refuse } from '../../../platform/decider/index.ts';
import { type AnyRoute, route } from '../../../platform/http/area.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { allows } from '../../../platform/permissions/ability.ts';
import { nextOf } from '../../../platform/permissions/next.ts';
import { readReferral } from '../contract/index.ts';
import { type ReferralState, referralRecord, statusOn } from '../domain/index.ts';

/** What a partner sees: nothing of the case, nothing of the office, and of the child what was told to their organisation. */
export const partnerRoutes: readonly AnyRoute[] = [
  route(readReferral, async ({ tx, actor, ability, params, services, note }) => {
    const { city } = actor;
    const { ledger } = services;
    const found = await ledger.find<ReferralState>(tx, city, referralRecord.kind, params.id);
    const facts = found && { ...referralRecord.facts(found.state), id: params.id, city };
    if (!found || !allows(ability, 'know', referralRecord.kind, facts!)) throw new Refused(refuse('ledger.not-found'));
    const { state } = found;
    const readable = allows(ability, 'read', referralRecord.kind, facts!);
    await note('referrals.referral', readable ? [params.id] : [], 'referral page');
    return {
      id: params.id,
      status: statusOn(state, await ledger.today(tx, city)),
      service: state.service,
      urgency: state.urgency,
      sentOn: state.sentOn,
      until: state.until,
      endedOn: state.endedOn,
      next: readable ? await nextOf(referralRecord, { id: params.id, state }, { tx, actor, ability, services }) : [],
      open: readable
        ? {
            answerBy: state.answerBy,
            handover: state.handover,
            because: state.because,
            rests: state.rests ?? null,
            law: state.law || null,
            told: state.told as Record<string, string>,
            said: state.said,
            delivered: state.delivered,
          }
        : null,
    };
  }),
];
