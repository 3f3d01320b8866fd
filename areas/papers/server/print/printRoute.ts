import { refuse, timelineEntry } from '../../../../platform/decider/index.ts';
import type { Block } from '../../../../platform/documents/document.ts';
import { sendDocument } from '../../../../platform/documents/sendDocument.ts';
import { type Named, speechOf, usersIn } from '../../../../platform/documents/speech.ts';
import { route } from '../../../../platform/http/area.ts';
import { cityOf } from '../../../../platform/ledger/city.ts';
import { historyOf } from '../../../../platform/ledger/follow.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import {
  type CaseState,
  type ConcernState,
  caseRecord,
  concernRecord,
  consentFor,
  groundOf,
  holds,
  tasksOf,
} from '../../../cases/domain/index.ts';
import { callable, concernsOf, readCase } from '../../../cases/server/readers.ts';
import { categories } from '../../../partners/domain/index.ts';
import * as contract from '../../contract/index.ts';
import { letterSections } from '../../domain/sections.ts';
import type { Printed } from './printed.ts';
import { sectionsOf } from './sections.ts';

interface Letter {
  readonly to: string;
  readonly kind: string;
  readonly until: string;
  readonly asks: string;
}

/** What a letter says above everything else: whom it is for, until when, and on what it rests. Refuses where that is nothing. */
function sharing(
  state: CaseState,
  { to, kind, until, asks }: Letter,
  today: string,
  { say, date }: Pick<Printed, 'say' | 'date'>,
): Block[] {
  if (until < today) throw new Refused(refuse('ledger.day-past', {}, ['/letter/until']));
  const found = consentFor(state, 'sharing', today, { id: kind, kind });
  const ground = holds(found) && found.consent ? groundOf(state, found.consent) : null;
  if (!ground) throw new Refused(refuse('papers.no-consent-to-share', {}, ['/letter/kind']));
  if (until > ground.until) throw new Refused(refuse('cases.shared-beyond-consent', { day: ground.until }, ['/letter/until']));
  const law = ground.mark === null || ground.mark === 'V' ? ground.by : say('cases:basis.not-verified', { law: ground.by ?? '' });
  const rests = say(`print.rests-on-${ground.kind}`, {
    ...{ date: date(ground.on), until: date(ground.until), by: law ?? '' },
    who: ground.who ?? say('paper.of-about.child'),
  });
  return [
    { kind: 'notice', text: `${say('print.shared', { to, until: date(until) })}\n${rests}\n${say('documents:handle')}` },
    { kind: 'heading', text: say('print.asks') },
    { kind: 'text', text: asks },
  ];
}

export const printRoute = route(contract.printCase, async (call) => {
  const { tx, actor, services, body } = call;
  const { city } = actor;
  const { letter, language, format } = body;
  const { id, state, may } = await readCase(call, call.params.id, letter ? 'case printed, referral letter' : 'case printed, summary');
  if (!may('print')) throw new Refused(refuse('ledger.not-allowed'));
  if (letter && body.sections.some((section) => !letterSections.includes(section)))
    throw new Refused(refuse('papers.not-in-a-letter', {}, ['/sections']));
  const today = await services.ledger.today(tx, city);
  const events = await historyOf(tx, services.ledger.keys, city, id);
  const history = events.flatMap((event) => timelineEntry(caseRecord, event) ?? []);
  const concerns = await services.ledger.findMany<ConcernState>(tx, city, concernRecord.kind, await concernsOf(tx, id));
  const consentedTo = state.consents.ledger.flatMap(({ partner }) => (partner && !categories.includes(partner) ? [partner] : []));
  const organisations = [...consentedTo, ...state.referrals.map(({ organisation }) => organisation)];
  const { solution } = state.bestInterests;
  const waiting = tasksOf(state).map(({ who }) => who);
  const doers = [state.worker, solution?.by, ...waiting]
    .filter((one) => typeof one === 'string')
    .concat(state.actions.map(({ who }) => who));
  const speech = await speechOf(call, language, [
    ...usersIn(history),
    ...doers.map((user): Named => ['accounts.user', user]),
    ...organisations.map((one): Named => ['partners.organisation', one]),
  ]);
  const { nameOf } = speech;
  const say: Printed['say'] = (key, params) => speech.t(key.includes(':') ? key : `papers:${key}`, params);
  const partnerOf = (id: string) => (categories.includes(id) ? say(`partners:category.${id}`) : nameOf(id));
  const { numbers } = await callable(services, tx, id, state);
  const raised = [...concerns.values()].map((one) => one.state);
  return await sendDocument(call, {
    language,
    title: say(letter ? 'print.letter' : 'print.summary'),
    speech,
    id,
    file: 'case',
    format,
    blocks: [
      ...(letter ? sharing(state, letter, today, { ...speech, say }) : [{ kind: 'notice', text: say('documents:handle') } as const]),
      ...sectionsOf({
        ...speech,
        state,
        today,
        by: actor.id,
        asked: body.sections,
        country: state.country ?? (await cityOf(tx)).country,
        numbers,
        history,
        concerns: raised,
        say,
        partnerOf,
      }),
      ...(letter ? [{ kind: 'signatures', labels: [say('cases:case.worker'), say('print.received')] } as const] : []),
    ],
  });
});
