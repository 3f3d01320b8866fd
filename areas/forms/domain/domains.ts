import { type Answer, type Answers, answerTo } from './answers.ts';
import { type Alarm, alarms, type Content } from './content.ts';

/** How a child fares in one domain by the answers. */
export interface DomainScore {
  readonly domain: string;
  /** 0 (nothing is well) to 4 (all is well), one decimal: the mean of the scored questions that were answered; null where none was. */
  readonly score: number | null;
  /** A person judged the danger here as grave. */
  readonly red: boolean;
}

/** The score at and below which a domain of a child's life needs somebody now. */
const redScore = 1;
/** A domain that needs somebody now: it scores badly, or a person judged the danger as grave. */
export const isRed = ({ score, red }: DomainScore): boolean => red || (score !== null && score <= redScore);

/** The score of each domain of an assessment or a visit. Scores order work and show change; they decide nothing. */
export function scoreDomains({ domains = [], sections, scales = {} }: Content, answers: Answers): readonly DomainScore[] {
  return domains.map(({ domain, section, risk, grave = [] }) => {
    const questions = sections.find(({ name }) => name === section)?.questions ?? [];
    const parts = questions.flatMap(({ name, scale }) => {
      const answer = answerTo(answers, name);
      const known = scale === undefined ? undefined : scales[scale];
      return known && typeof answer === 'number' ? [(answer - known.from) / (known.steps.length - 1)] : [];
    });
    const mean = parts.reduce((sum, part) => sum + part, 0) / parts.length;
    const judged = risk === undefined ? undefined : answerTo(answers, risk);
    const chosen = typeof judged === 'object' ? judged : typeof judged === 'string' ? [judged] : [];
    return { domain, score: parts.length === 0 ? null : Math.round(mean * 40) / 10, red: chosen.some((name) => grave.includes(name)) };
  });
}

/** What answers say of the child's safety. */
interface AlarmFindings {
  /** What was answered in a way that somebody must act on today. */
  readonly alarms: readonly Alarm[];
  /** What was asked and answered safely, by every question about it: it answers an alarm of an earlier questionnaire. */
  readonly answered: readonly Alarm[];
  /** Whether something that could raise an alarm is not known. */
  readonly open: boolean;
}

type Said = 'alarm' | 'safe' | 'open';

/** What an answer says of the alarm that its question can raise. */
function saidOf({ answers: unsafe }: NonNullable<Content['alarms']>[number], answer: Answer | undefined): Said {
  const said = typeof answer === 'object' ? answer : answer === undefined ? [] : [String(answer)];
  if (said.some((one) => unsafe.includes(one))) return 'alarm';
  return said.length === 0 || said.includes('unknown') ? 'open' : 'safe';
}

/** Questions of which one yes is a red flag. */
const flagsOf = ({ sections, indicators }: Content) => sections.find(({ name }) => name === indicators?.redFlags)?.questions ?? [];

/** The alarms that the answer to a question raises. */
export function alarmsAt(content: Content, question: string, answers: Answers): readonly Alarm[] {
  const answer = answerTo(answers, question);
  const raised = (content.alarms ?? []).filter((one) => one.question === question && saidOf(one, answer) === 'alarm');
  const flagged = answer === 'yes' && flagsOf(content).some(({ name }) => name === question);
  const judged = (content.domains ?? []).filter(({ risk }) => risk === question).map(({ domain }) => domain);
  const grave = scoreDomains(content, answers).some(({ domain, red }) => red && judged.includes(domain));
  return [...raised.map(({ alarm }) => alarm), ...(flagged ? ['refer-at-once' as const] : []), ...(grave ? ['grave' as const] : [])];
}

/** The alarms that answers raise. "Not known" is no safe answer, and one answer that is not safe outweighs all others. */
export function alarmsIn(content: Content, answers: Answers): AlarmFindings {
  const asked = (content.alarms ?? []).map((one): readonly [Alarm, Said] => [one.alarm, saidOf(one, answerTo(answers, one.question))]);
  const flagged = flagsOf(content).map(({ name }): readonly [Alarm, Said] => {
    const answer = answerTo(answers, name);
    return ['refer-at-once', answer === 'yes' ? 'alarm' : answer === 'no' ? 'safe' : 'open'];
  });
  const judged = (content.domains ?? []).flatMap(({ risk }) => (risk === undefined ? [] : [answerTo(answers, risk)]));
  const grave: Said[] = scoreDomains(content, answers).some(({ red }) => red)
    ? ['alarm']
    : judged.map((answer) => (answer === undefined ? 'open' : 'safe'));
  const all = [...asked, ...flagged, ...grave.map((said) => ['grave', said] as const)];
  const of = (alarm: Alarm) => all.flatMap(([one, said]) => (one === alarm ? [said] : []));
  return {
    alarms: alarms.filter((alarm) => of(alarm).includes('alarm')),
    answered: alarms.filter((alarm) => of(alarm).length > 0 && of(alarm).every((said) => said === 'safe')),
    open: all.some(([, said]) => said === 'open'),
  };
}
