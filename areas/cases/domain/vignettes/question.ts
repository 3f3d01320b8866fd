import { hindrances } from '../case.ts';
import { consentFor, holds, mayInterviewOnFacts } from '../safety/consentFor.ts';
import type { Purpose } from '../state/consents.ts';
import { anId, contextOn, me, other } from '../testing.ts';
import {
  assessmentOf,
  basisOf,
  consenting,
  dayOf,
  guardianOf,
  matched,
  partnerPattern,
  placingOf,
  purposePattern,
  returningOf,
  type Situation,
  untilPattern,
  whoPattern,
} from './situation.ts';

type Answer = (situation: Situation, said: Readonly<Record<string, string>>) => readonly string[];

const short = (code: string) => code.replace('cases.', '');
/** What a command comes to: `yes`, or `no: <code>`. */
const tried = ({ file, days }: Situation, name: string, input: object, boss = false): readonly string[] => {
  const { outcome } = file.when(name, input, contextOn(days, boss ? other : me, boss ? 'supervisor' : 'case-worker'));
  return [typeof outcome === 'string' ? `no: ${short(outcome)}` : 'yes'];
};
/** Whether the office may act for a purpose: on what, or whose word is missing. */
function resting(situation: Situation, purpose: string, partner?: string): readonly string[] {
  const to = partner ? { id: partner, kind: partner } : undefined;
  const found = consentFor(situation.file.state, purpose as Purpose, dayOf(situation), to);
  return holds(found) ? ['yes', `yes, ${found.status}`] : [`no: ${found.status}`, `no: ${found.status} (${found.of})`];
}

/** What a vignette may ask, each with how the answer is found. */
const questions: readonly (readonly [pattern: string, answer: Answer])[] = [
  [
    'may they be interviewed',
    (now) => {
      const refusal = mayInterviewOnFacts(now.file.state, dayOf(now));
      return [refusal ? `no: ${short(refusal.refused)}` : 'yes'];
    },
  ],
  [`may the office do ${purposePattern}${partnerPattern}`, (now, said) => resting(now, said['purpose']!, said['partner'])],
  [
    'may a (?<kind>photo|medical) of the child be kept',
    (now, said) => tried(now, 'attach-paper', { paper: anId(900), kind: said['kind'], about: 'child' }),
  ],
  ['may the family be traced', (now) => tried(now, 'request-tracing', { tracing: anId(901), whom: 'An aunt', through: 'An office' })],
  [
    `may ${whoPattern} be named guardian by (?<basis>[a-z-]+)`,
    (now, said) => tried(now, 'name-guardian', guardianOf(now, said['who']!, said['basis']!)),
  ],
  [
    `may ${whoPattern} answer (?<answer>given|refused|unable) about ${purposePattern}`,
    (now, said) => tried(now, 'record-consent', consenting(now, said['who']!, said['purpose']!, said['answer']!)),
  ],
  [
    `may (?<what>court order|law nobody listed|legal duty|[A-Z]+-[A-Za-z0-9-]+) cover (?<purposes>[a-z, -]+?)${partnerPattern}${untilPattern}`,
    (now, said) => tried(now, 'record-basis', basisOf(now, said['what']!, said['purposes']!, said['partner'], said['until'])),
  ],
  [
    `may danger be invoked for ${purposePattern}`,
    (now, said) => tried(now, 'invoke-emergency', { emergency: anId(902), purpose: said['purpose'], because: 'Now.' }),
  ],
  ['may (?<kind>[a-z]+) take the child', (now, said) => tried(now, 'place-child', placingOf(now, said['kind']!))],
  [
    'may a supervisor bring the child to (?<kind>[a-z]+) at once',
    (now, said) => tried(now, 'place-in-emergency', { ...placingOf(now, said['kind']!), name: 'A place' }, true),
  ],
  [
    `may the child return to ${whoPattern} in (?<kind>[a-z]+)`,
    (now, said) => tried(now, 'record-return', returningOf(now, said['who']!, said['kind']!)),
  ],
  ['may (?<solution>[a-z-]+) be decided', (now, said) => tried(now, 'decide-solution', { solution: said['solution'] }, true)],
  [
    'may (?<fact>[a-z-]+) be written down',
    (now, said) => tried(now, 'record-whereabouts', { stay: anId(903), fact: said['fact'], since: dayOf(now) }),
  ],
  [
    `may place (?<kind>[a-z]+)(?: of ${whoPattern})? be found safe`,
    (now, said) => tried(now, 'assess-place', assessmentOf(now, said['kind']!, { ...(said['who'] ? { carer: said['who'] } : {}) })),
  ],
  [
    'may the case be closed as (?<reason>[a-z-]+)',
    (now, said) => {
      const found = hindrances(now.file.state, said['reason']!, dayOf(now)).map(({ refused }) => `no: ${short(refused)}`);
      return found.length === 0 ? ['yes'] : found;
    },
  ],
];

/** All that is true of a question: a vignette expects one of it. Throws on a question that is none. */
export function answerTo(situation: Situation, question: string): readonly string[] {
  for (const [pattern, answer] of questions) {
    const said = matched(pattern, question);
    if (said) return answer(situation, said);
  }
  throw new Error(`No question is "${question}".`);
}
