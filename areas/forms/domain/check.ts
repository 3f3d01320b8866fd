import { Errors } from 'typebox/value';
import { yesNo } from './answers.ts';
import { type Content, ContentSchema, type Question, type Words } from './content.ts';
import { faultsOfExpression } from './expression.ts';
import type { ContentFault } from './fault.ts';

const faultOfKeyword: Readonly<Record<string, ContentFault['fault']>> = {
  required: 'missing',
  additionalProperties: 'not-known',
  boolean: 'not-known',
  const: 'not-allowed',
  enum: 'not-allowed',
  anyOf: 'not-allowed',
  minLength: 'too-short',
  minItems: 'too-short',
  maxLength: 'too-long',
  maxItems: 'too-long',
  minimum: 'out-of-range',
  maximum: 'out-of-range',
  pattern: 'written-wrong',
};

/** What does not have the shape of a questionnaire, one fault a place. */
function misshapen(json: unknown): ContentFault[] {
  const found = new Map<string, ContentFault>();
  for (const { keyword, instancePath, params } of Errors(ContentSchema, json)) {
    const { requiredProperties, additionalProperties } = params as { requiredProperties?: string[]; additionalProperties?: string[] };
    for (const name of requiredProperties ?? additionalProperties ?? [undefined]) {
      const path = name === undefined ? instancePath : `${instancePath}/${name}`;
      if (!found.has(path)) found.set(path, { path, fault: faultOfKeyword[keyword] ?? 'wrong-kind' });
    }
  }
  return [...found.values()];
}

/** Everything that is wrong with the file of a questionnaire; nothing where it can be used. Texts, names and references are looked at once its shape is right. */
export function faultsOfContent(json: unknown): ContentFault[] {
  const faults = misshapen(json);
  return faults.length > 0 ? faults : misused(json as Content);
}

function misused(content: Content): ContentFault[] {
  const { sections, languages, scales = {}, indicators, domains = [], visit } = content;
  const all = new Map(sections.flatMap(({ questions }) => questions.map((question) => [question.name, question] as const)));
  const sectionNames = new Set(sections.map(({ name }) => name));
  const earlier = new Map<string, Question>();
  const faults: ContentFault[] = [];
  const fault = (path: string, what: ContentFault['fault']) => {
    faults.push({ path, fault: what });
  };
  const words = (given: Words | undefined, path: string) => {
    if (!given) return;
    if (!Object.hasOwn(given, languages[0]!)) fault(path, 'first-language-missing');
    for (const language of Object.keys(given)) if (!languages.includes(language)) fault(`${path}/${language}`, 'no-such-language');
  };
  const once = (names: readonly string[], pathOf: (i: number) => string) =>
    names.forEach((name, i) => {
      if (names.indexOf(name) < i) fault(pathOf(i), 'twice');
    });
  words(content.title, '/title');
  words(content.lead, '/lead');
  words(content.source, '/source');
  for (const [when, steps] of Object.entries(content.script ?? {}))
    steps.forEach((step, i) => {
      words(step, `/script/${when}/${i}`);
    });
  for (const [name, { steps }] of Object.entries(scales))
    steps.forEach((step, i) => {
      words(step, `/scales/${name}/steps/${i}`);
    });
  once(
    sections.map(({ name }) => name),
    (i) => `/sections/${i}/name`,
  );
  sections.forEach((section, s) => {
    const at = `/sections/${s}`;
    words(section.title, `${at}/title`);
    words(section.lead, `${at}/lead`);
    if (section.when !== undefined) faults.push(...faultsOfExpression(section.when, earlier, all, `${at}/when`));
    section.questions.forEach((question, q) => {
      const here = `${at}/questions/${q}`;
      words(question.label, `${here}/label`);
      words(question.hint, `${here}/hint`);
      if (earlier.has(question.name)) fault(`${here}/name`, 'twice');
      if (question.when !== undefined) faults.push(...faultsOfExpression(question.when, earlier, all, `${here}/when`));
      faults.push(...unfitting(question, scales, here));
      question.choices?.forEach((choice, c) => {
        words(choice.label, `${here}/choices/${c}/label`);
      });
      once(question.choices?.map(({ name }) => name) ?? [], (i) => `${here}/choices/${i}/name`);
      earlier.set(question.name, question);
    });
  });
  const sectionThere = (name: string, path: string) => {
    if (!sectionNames.has(name)) fault(path, 'no-such-section');
  };
  const yesNoThere = (name: string, path: string) => {
    const question = all.get(name);
    if (!question) fault(path, 'no-such-question');
    else if (question.type !== 'yes-no') fault(path, 'not-yes-no');
  };
  content.alarms?.forEach(({ question: name, answers }, a) => {
    const question = all.get(name);
    if (!question) fault(`/alarms/${a}/question`, 'no-such-question');
    const known: readonly string[] = question?.type === 'yes-no' ? yesNo : (question?.choices ?? []).map((choice) => choice.name);
    answers.forEach((answer, i) => {
      if (!known.includes(answer)) fault(`/alarms/${a}/answers/${i}`, 'no-such-choice');
    });
  });
  if (indicators) {
    const { recruitment, exploitation, means, act, intended, exploited = [], signs = [], redFlags, adult } = indicators;
    for (const [list, names] of Object.entries({ recruitment, exploitation, means }))
      for (const [i, name] of names.entries()) sectionThere(name, `/indicators/${list}/${i}`);
    for (const [list, names] of Object.entries({ act, intended, exploited, signs }))
      for (const [i, name] of names.entries()) yesNoThere(name, `/indicators/${list}/${i}`);
    const dimensions = new Set([...recruitment, ...exploitation, ...means]);
    sections.forEach(({ name, safety, questions }, s) => {
      questions.forEach((question, q) => {
        const here = `/sections/${s}/questions/${q}`;
        if (dimensions.has(name) && question.type === 'yes-no' && !question.strength) fault(here, 'strength-missing');
        if (name === redFlags && question.type !== 'yes-no') fault(here, 'not-yes-no');
      });
      // What happened to the child is no first question of safety.
      if (safety && dimensions.has(name)) fault(`/sections/${s}/safety`, 'not-of-this-type');
    });
    // What is weighed for trafficking is a screening: only of that it is asked whether the child may be questioned, and its result counts.
    if (content.purpose !== 'screening') fault('/indicators', 'not-of-this-type');
    if (redFlags !== undefined) sectionThere(redFlags, '/indicators/redFlags');
    if (adult) {
      const question = all.get(adult.question);
      if (!question) fault('/indicators/adult/question', 'no-such-question');
      else if (!question.choices?.some(({ name }) => name === adult.choice)) fault('/indicators/adult/choice', 'no-such-choice');
    }
  }
  for (const [what, name] of Object.entries(visit ?? {})) yesNoThere(name, `/visit/${what}`);
  domains.forEach(({ section, risk, grave = [] }, d) => {
    sectionThere(section, `/domains/${d}/section`);
    const question = risk === undefined ? undefined : all.get(risk);
    if (risk !== undefined && !question) fault(`/domains/${d}/risk`, 'no-such-question');
    grave.forEach((name, i) => {
      if (!question?.choices?.some((choice) => choice.name === name)) fault(`/domains/${d}/grave/${i}`, 'no-such-choice');
    });
  });
  once(
    domains.map(({ domain }) => domain),
    (i) => `/domains/${i}/domain`,
  );
  return faults;
}

/** What a question of its type lacks or may not have. */
function unfitting(question: Question, scales: NonNullable<Content['scales']>, at: string): ContentFault[] {
  const { type, tier, choices, scale, least, most, strength } = question;
  const faults: ContentFault[] = [];
  const fault = (path: string, what: ContentFault['fault']) => {
    faults.push({ path, fault: what });
  };
  if ((type === 'one' || type === 'several') !== (choices !== undefined))
    fault(choices ? `${at}/choices` : at, choices ? 'not-of-this-type' : 'choices-missing');
  if (type === 'scale' && (scale === undefined || !Object.hasOwn(scales, scale))) fault(`${at}/scale`, 'no-such-scale');
  if (type !== 'scale' && scale !== undefined) fault(`${at}/scale`, 'not-of-this-type');
  if (type !== 'number' && (least !== undefined || most !== undefined))
    fault(`${at}/${least === undefined ? 'most' : 'least'}`, 'not-of-this-type');
  if (least !== undefined && most !== undefined && least > most) fault(`${at}/most`, 'out-of-range');
  if (type !== 'yes-no' && strength !== undefined) fault(`${at}/strength`, 'not-of-this-type');
  // Free text may hold a name or a story: never in clear.
  if (type === 'text' && tier === 'coded') fault(`${at}/tier`, 'text-in-clear');
  return faults;
}
