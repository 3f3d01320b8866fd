import { Readable } from 'node:stream';
import type { Tx } from '../../../../platform/database/pool.ts';
import { refuse, systemId, timelineEntry } from '../../../../platform/decider/index.ts';
import type { Block } from '../../../../platform/documents/document.ts';
import { print } from '../../../../platform/documents/printer.ts';
import { route, type Services } from '../../../../platform/http/area.ts';
import { historyOf } from '../../../../platform/ledger/follow.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import type { UserState } from '../../../accounts/domain/index.ts';
import { type CaseState, type ConcernState, caseRecord, concernRecord, consentFor } from '../../../cases/domain/index.ts';
import { callable, concernsOf, readCase } from '../../../cases/server/readers.ts';
import { categories, type OrganisationState } from '../../../partners/domain/index.ts';
import * as contract from '../../contract/index.ts';
import { letterSections } from '../../domain/sections.ts';
import { type Printed, sectionsOf } from './sections.ts';
import { wordsIn } from './words.ts';

interface Letter {
  readonly to: string;
  readonly kind: string;
  readonly until: string;
  readonly asks: string;
}

/** Names of colleagues or partners by id; an id that nobody has stays without a name. */
async function names(services: Services, tx: Tx, city: number, kind: 'accounts.user' | 'partners.organisation', ids: readonly string[]) {
  const found = await services.ledger.findMany<UserState | OrganisationState>(tx, city, kind, [...new Set(ids)]);
  return (id: string): string => found.get(id)?.state.name ?? '–';
}

/** What a letter says above everything else: whom it is for, until when, and whose consent it rests on. Refuses where there is none. */
function sharing(state: CaseState, { to, kind, until, asks }: Letter, today: string, say: Printed['say']): Block[] {
  if (until < today) throw new Refused(refuse('cases.due-in-the-past', {}, ['/letter/until']));
  const { status, consent } = consentFor(state, 'sharing', today, { id: kind, kind });
  if (status !== 'valid' && status !== 'emergency') throw new Refused(refuse('papers.no-consent-to-share', {}, ['/letter/kind']));
  const given = state.consents.ledger.find(({ id }) => id === consent);
  const emergency = state.consents.emergencies.find(({ id }) => id === consent);
  const ends = given?.until ?? emergency?.until ?? until;
  if (until > ends) throw new Refused(refuse('cases.shared-beyond-consent', { day: ends }, ['/letter/until']));
  const rests = given
    ? say('print.rests-on-consent', {
        date: given.on,
        until: given.until,
        who:
          given.who === 'child'
            ? say('paper.of-about.child')
            : (state.safeguards.carers.find(({ id }) => id === given.who)?.name ?? say('paper.of-about.guardian')),
      })
    : emergency
      ? say('print.rests-on-emergency', { date: emergency.on, until: emergency.until })
      : say('print.rests-on-age');
  return [
    { kind: 'notice', text: `${say('print.shared', { to, until })}\n${rests}\n${say('print.handle')}` },
    { kind: 'heading', text: say('print.asks') },
    { kind: 'text', text: asks },
  ];
}

export const printRoute = route(contract.printCase, async (call) => {
  const { tx, actor, services, body, reply } = call;
  const { city } = actor;
  const { letter, language } = body;
  const { id, state, may } = await readCase(call, call.params.id, letter ? 'case printed, referral letter' : 'case printed, summary');
  if (!may('print')) throw new Refused(refuse('ledger.not-allowed'));
  if (letter && body.sections.some((section) => !letterSections.includes(section)))
    throw new Refused(refuse('papers.not-in-a-letter', {}, ['/sections']));
  const say = wordsIn(language);
  const today = await services.ledger.today(tx, city);
  const events = await historyOf(tx, services.ledger.keys, city, id);
  const history = events.flatMap((event) => timelineEntry(caseRecord, event) ?? []);
  const concerns = await services.ledger.findMany<ConcernState>(tx, city, concernRecord.kind, await concernsOf(tx, id));
  const inHistory = history.flatMap(({ by, values }) => [
    by,
    ...Object.values(values).flatMap((one) => (one?.as === 'user' ? one.is : [])),
  ]);
  const doers = [actor.id, ...(state.worker ? [state.worker] : []), ...state.actions.map(({ who }) => who)];
  const colleagues = await names(services, tx, city, 'accounts.user', [...doers, ...inHistory]);
  const nameOf = (user: string) => (user === systemId ? say('shell:name') : colleagues(user));
  const consentedTo = state.consents.ledger.flatMap(({ partner }) => (partner && !categories.includes(partner) ? [partner] : []));
  const partners = await names(services, tx, city, 'partners.organisation', [
    ...consentedTo,
    ...state.referrals.map(({ organisation }) => organisation),
  ]);
  const partnerOf = (id: string) => (categories.includes(id) ? say(`partners:category.${id}`) : partners(id));
  const { rows } = await tx.query<{ name: string; time_zone: string }>('select name, time_zone from city where number = $1', [city]);
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: rows[0]!.time_zone, dateStyle: 'short', timeStyle: 'short' });
  const moment = (iso: string) => clock.format(new Date(iso));
  const list = (parts: readonly string[]) => new Intl.ListFormat(language).format(parts);
  const { numbers } = await callable(services, tx, id, state);
  const raised = [...concerns.values()].map((one) => one.state);
  const printed: Printed = { state, numbers, history, concerns: raised, say, list, moment, nameOf, partnerOf };
  const { bytes } = await print({
    language,
    title: say(letter ? 'print.letter' : 'print.summary'),
    letterhead: { name: rows[0]!.name, lines: [say('print.office')] },
    reference: [today, id.slice(-8).toUpperCase()],
    mark: say('print.mark', { name: nameOf(actor.id), at: moment(services.clock().toISOString()) }),
    pageOf: say('print.page'),
    blocks: [
      ...(letter ? sharing(state, letter, today, say) : [{ kind: 'notice', text: say('print.handle') } as const]),
      ...sectionsOf(printed, body.sections),
      ...(letter ? [{ kind: 'signatures', labels: [say('cases:case.worker'), say('print.received')] } as const] : []),
    ],
  });
  // No name of a child in the name of a file.
  reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `attachment; filename="case-${id.slice(-8)}.pdf"`)
    .header('content-security-policy', "sandbox; default-src 'none'");
  return Readable.from([bytes]);
});
