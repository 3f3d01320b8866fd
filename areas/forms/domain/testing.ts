// What a screening must say, written apart from `indicators.ts` and from what the questionnaire's file names: over the published items.
import type { Answers } from './answers.ts';
import { type Content, instrumentOf, shippedQuestionnaires } from './index.ts';

export const shippedNamed = (name: string): Content => shippedQuestionnaires.find(({ content }) => content.questionnaire === name)!.content;

/** What the first sections of a visit say where the child was seen alone and nothing endangers them. */
export const safeVisit = {
  where: 'home',
  seen: 'yes',
  'seen-alone': 'yes',
  'danger-now': 'no',
  'needs-doctor': 'no',
  'safe-tonight': 'yes',
  'self-harm': 'no',
  harmed: 'no',
} as const;

/** What the first and last sections of an assessment say where nothing endangers the child. */
const safeAssessment = { 'danger-now': 'no', 'needs-doctor': 'no', 'safe-tonight': 'yes', 'self-harm': 'no', grave: ['none'] } as const;
/** An assessment of needs as it is sent: steps by domain, 0 (nothing is well) to 4 (all is well). */
export const assessing = (answering: string, on: string, steps: Readonly<Record<string, number>>) => ({
  ...{ answering, questionnaire: 'assessment', version: 'olle-3', on, interviewed: ['caregiver'], language: 'ne', interpreter: 'none' },
  answers: { ...safeAssessment, ...Object.fromEntries(Object.entries(steps).map(([domain, step]) => [`${domain}-now`, step])) },
});

const flags = ['paid', 'images', 'place', 'arranged', 'offered', 'marriage', 'hurt', 'says'].map((one) => `flag-${one}`);
/** Of each dimension, how many items it has and which of them are strong. All others are medium. */
const published: Readonly<Record<string, readonly [items: number, strong: readonly number[]]>> = {
  D1: [10, [1, 10]],
  D2: [10, [1, 2, 3, 4]],
  D3: [15, []],
  D4: [8, [1]],
  D5: [15, [1, 2, 3, 4, 5, 6, 7, 8]],
  D6: [7, []],
};
const item = (dimension: string, n: number) => `${dimension}-${String(n).padStart(2, '0')}`;

/** Everything that forbids "no indication": named as a person would say it. */
function worriesIn(answers: Answers): readonly string[] {
  const yes = (name: string) => answers[name] === 'yes';
  const worries = [];
  if (yes('intended')) worries.push('exploitation was intended');
  for (const flag of flags) if (yes(flag)) worries.push(flag);
  for (const [dimension, [, strong]] of Object.entries(published))
    for (const n of strong) if (yes(item(dimension, n))) worries.push(item(dimension, n));
  if (yes('danger-now')) worries.push('in danger');
  if (yes('needs-doctor')) worries.push('needs a doctor');
  if (yes('self-harm')) worries.push('may hurt themselves');
  if (yes('harmed')) worries.push('was harmed');
  if (answers['safe-tonight'] === 'no') worries.push('no safe night');
  return worries;
}

/** Whether the answers say that it is trafficking (Palermo Protocol, article 3): the published rule, counted by hand. */
function isPresumed(answers: Answers): boolean {
  const yes = (name: string) => answers[name] === 'yes';
  const positive = (dimension: string): boolean => {
    const [items, strong] = published[dimension]!;
    const said = Array.from({ length: items }, (_, i) => i + 1).filter((n) => yes(item(dimension, n)));
    const strongOnes = said.filter((n) => strong.includes(n)).length;
    return strongOnes >= 2 || (strongOnes === 1 && said.length >= 2) || said.length >= 3;
  };
  const act = ['act-recruited', 'act-moved', 'act-received'].some(yes) || ['D1', 'D2', 'D3'].some(positive);
  const sold = flags.filter((flag) => flag !== 'flag-place' && flag !== 'flag-hurt').some(yes);
  const exploited = yes('intended') || sold || ['D4', 'D5'].some(positive);
  const means = answers['age'] !== 'adult' || ['D1', 'D2', 'D3', 'D5', 'D6'].some(positive);
  return act && exploited && means;
}

/** A chance that can be repeated. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    return state / 4_294_967_296;
  };
}

/** Made-up answers to the shipped screening, from those where nearly all is no to those where much is yes or not known. */
function* randomAnswers(many: number, seed: number): Generator<Answers> {
  const random = seeded(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const questions = shippedNamed('screening').sections.flatMap((section) => section.questions);
  const adults = new Set(['safe-tonight', 'seen-alone']);
  for (let i = 0; i < many; i++) {
    const [often, unknown, left] = [pick([0, 0.005, 0.02, 0.1, 0.4]), pick([0, 0, 0.01, 0.3]), pick([0, 0, 0.01, 0.3])];
    yield Object.fromEntries(
      questions.flatMap(({ name, type, choices }) => {
        if (type === 'one') return [[name, pick(choices!).name]];
        if (type !== 'yes-no' || random() < left) return [];
        const [usual, other] = adults.has(name) ? ['yes', 'no'] : ['no', 'yes'];
        return [[name, random() < unknown ? 'unknown' : random() < often ? other : usual]];
      }),
    );
  }
}

/** How often a screening gives a result against the rule that is written here, over made-up answers. */
export function tallyOf(many: number, seed: number) {
  const instrument = instrumentOf(shippedNamed('screening'));
  const tally = {
    answers: 0,
    presumed: 0,
    signs: 0,
    'not-enough': 0,
    'no-indication': 0,
    reassuredAgainstWorry: 0,
    otherPresumption: 0,
    notReferred: 0,
  };
  for (const answers of randomAnswers(many, seed)) {
    const { result, referAtOnce } = instrument.findings(answers)!;
    const worries = worriesIn(answers);
    tally.answers++;
    tally[result]++;
    if (result === 'no-indication' && worries.length > 0) tally.reassuredAgainstWorry++;
    if ((result === 'presumed') !== isPresumed(answers)) tally.otherPresumption++;
    const urgent = worries.some((worry) => /^flag-|danger|doctor|hurt|harmed|night/.test(worry));
    if (urgent !== referAtOnce) tally.notReferred++;
  }
  return tally;
}
