import type { AnyRoute } from '../../../../platform/http/area.ts';
import { activeUsers } from '../../../accounts/server/readers.ts';
import { proceedingsOf } from '../../../justice/server/readers.ts';
import * as contract from '../../contract/index.ts';
import {
  type CaseState,
  childOf,
  domainsAt,
  feedbackFor,
  mayInterviewOnFacts,
  mayRead,
  needsOf,
  traffickingOf,
} from '../../domain/index.ts';
import { searchNow } from '../../domain/parts/closing.ts';
import { waitsForReview } from '../../domain/parts/conferences.ts';
import { safetyNow } from '../../domain/safety/danger.ts';
import { asksReview, missedVisits } from '../../domain/safety/missedVisits.ts';
import { needsIndependentGuardian } from '../../domain/safety/protection.ts';
import { reconsiderSince } from '../../domain/safety/reconsider.ts';
import { safetyOf, stayNow } from '../../domain/safety/whereabouts.ts';
import { countryOf, pageRoute, todayOf } from './readCase.ts';

function spokenWith({ safeguards: { languages, interpreter } }: CaseState) {
  const [language] = languages;
  return language === undefined ? null : { language, interpreter };
}

/** Pages of a case that show a part of it: each reading is noted as of that part of the file. */
export const partPages: readonly AnyRoute[] = [
  pageRoute(contract.readPlan, 'case plan', (state) => ({
    ...state.plan,
    needs: needsOf(state),
    approvals: state.approvals,
    conferences: state.conferences.map((one) => ({ ...one, waitsForReview: waitsForReview(one) })),
    declined: state.closing.declined,
    carers: state.safeguards.carers,
  })),
  pageRoute(contract.readJustice, 'case justice', async (state, call) => {
    const country = await countryOf(state, call);
    return proceedingsOf({ ...childOf(state), country }, await todayOf(call));
  }),
  pageRoute(contract.readFollowUp, 'case follow-up', async (state, call) => ({
    ...state.followUp,
    missed: missedVisits(state, await todayOf(call)),
    search: searchNow(state),
    leavingCare: state.leavingCare,
    feedback: feedbackFor(state, call.actor.id).toReversed(),
    visits: state.followUp.visits.map((visit) => ({
      ...visit,
      domains: domainsAt(state, visit),
      waitsForReview: asksReview(state, visit),
    })),
  })),
  pageRoute(contract.readAssessment, 'case assessment', async (state, call) => ({
    ...state.answers,
    interview: mayInterviewOnFacts(state, await todayOf(call))?.refused ?? null,
    trafficking: traffickingOf(state),
    speaks: spokenWith(state),
  })),
  pageRoute(contract.readCare, 'case care', async (state, call) => {
    const today = await todayOf(call);
    const { assessments, determinations, places, solution } = state.bestInterests;
    const unseen = new Map(
      state.placements.stays.flatMap(({ place, name, kind }) =>
        place && !places.some(({ id }) => id === place) ? [[place, { name, kind, country: null, carer: null, assessment: null }]] : [],
      ),
    );
    return {
      ...state.placements,
      safety: safetyNow(state, today),
      now: stayNow(state)?.id ?? null,
      places: [...[...unseen].map(([id, place]) => ({ id, ...place })), ...places].map(({ assessment, ...place }) => ({
        ...place,
        safety: safetyOf(state, place.id, today),
        assessed: assessment,
      })),
      assessments: assessments.toReversed(),
      determinations: determinations.toReversed(),
      reconsider: reconsiderSince(state),
      needsGuardian: needsIndependentGuardian(state) || ['unaccompanied', 'separated'].includes(state.safeguards.situation ?? ''),
      solution,
      carers: state.safeguards.carers,
    };
  }),
  pageRoute(contract.readCaseReaders, null, async (state, { tx, actor, services }) => {
    const users = await activeUsers(tx, await services.ledger.today(tx, tx.city));
    const now = services.clock().toISOString();
    const readers = users.filter(({ id, roles }) => id !== actor.id && mayRead(state, { id, roles, active: true }, now));
    return { readers: readers.map(({ id }) => id) };
  }),
];
