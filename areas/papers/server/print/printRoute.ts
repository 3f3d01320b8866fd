import { refuse, timelineEntry } from '../../../../platform/decider/index.ts';
import type { Block } from '../../../../platform/documents/document.ts';
import { sendDocument } from '../../../../platform/documents/sendDocument.ts';
import { type Named, speechOf, usersIn } from '../../../../platform/documents/speech.ts';
import { route } from '../../../../platform/http/area.ts';
import { cityOf } from '../../../../platform/ledger/city.ts';
import { historyOf } from '../../../../platform/ledger/follow.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import { type CaseState, type ConcernState, caseRecord, concernRecord, consentFor } from '../../../cases/domain/index.ts';
import { callable, concernsOf, readCase } from '../../../cases/server/readers.ts';
import { categories } from '../../../partners/domain/index.ts';
import * as contract from '../../contract/index.ts';
import { letterSections } from '../../domain/sections.ts';
import { type Printed, sectionsOf } from './sections.ts';

interface Letter {
  readonly to: string;
  readonly kind: string;
  readonly until: string;
  readonly asks: string;
}

/** What a letter says above everything else: whom it is for, until when, and whose consent it rests on. Refuses where there is none. */
function sharing(
  state: CaseState,
  { to, kind, until, asks }: Letter,
  today: string,
  { say, date }: Pick<Printed, 'say' | 'date'>,
): Block[] {
  if (until < today) throw new Refused(refuse('ledger.day-past', {}, ['/letter/until']));
  const { status, consent } = consentFor(state, 'sharing', today, { id: kind, kind });
  if (status !== 'valid' && status !== 'emergency') throw new Refused(refuse('papers.no-consent-to-share', {}, ['/letter/kind']));
  const { ledger, emergencies } = state.consents;
  const basis = [...ledger, ...emergencies].find(({ id }) => id === consent)!;
  if (until > basis.until) throw new Refused(refuse('cases.shared-beyond-consent', { day: basis.until }, ['/letter/until']));
  const days = { date: date(basis.on), until: date(basis.until) };
  const nameOf = (who: string) => state.safeguards.carers.find(({ id }) => id === who)?.name ?? say('paper.of-about.guardian');
  const rests =
    'who' in basis
      ? say('print.rests-on-consent', { ...days, who: basis.who === 'child' ? say('paper.of-about.child') : nameOf(basis.who) })
      : say('print.rests-on-emergency', days);
  return [
    { kind: 'notice', text: `${say('print.shared', { to, until: date(until) })}\n${rests}\n${say('documents:handle')}` },
    { kind: 'heading', text: say('print.asks') },
    { kind: 'text', text: asks },
  ];
}

export const printRoute = route(contract.printCase, async (call) => {
  const { tx, actor, services, body } = call;
  const { city } = actor;
  const { letter, language } = body;
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
  const doers = [...(state.worker ? [state.worker] : []), ...state.actions.map(({ who }) => who)];
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
    blocks: [
      ...(letter ? sharing(state, letter, today, { ...speech, say }) : [{ kind: 'notice', text: say('documents:handle') } as const]),
      ...sectionsOf(
        {
          ...speech,
          state,
          today,
          country: state.country ?? (await cityOf(tx)).country,
          numbers,
          history,
          concerns: raised,
          say,
          partnerOf,
        },
        body.sections,
      ),
      ...(letter ? [{ kind: 'signatures', labels: [say('cases:case.worker'), say('print.received')] } as const] : []),
    ],
  });
});
