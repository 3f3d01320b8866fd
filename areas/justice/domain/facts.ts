import { type Child, type ChildFact, childFacts, type Fact } from './child.ts';
import { standing } from './stages.ts';
import type { Justice, Step } from './state.ts';

const step =
  (kind: Step['kind'], ...outcomes: readonly string[]) =>
  (justice: Justice): readonly Fact[] =>
    standing(justice).filter((one) => one.kind === kind && (outcomes.length === 0 || outcomes.includes(one.outcome ?? '')));

const stepFacts = {
  complaint: step('complaint', 'registered'),
  investigation: step('investigation'),
  charge: step('charge', 'filed'),
  verdict: step('verdict'),
  appeal: step('appeal'),
  'court-asked': step('court-asked'),
  'court-order': step('court-order'),
  'compensation-asked': step('compensation-asked'),
  'compensation-awarded': step('compensation-awarded'),
  'compensation-refused': step('compensation-refused'),
  'compensation-paid': step('compensation-paid'),
  'subsidy-asked': step('subsidy-asked'),
  'witness-protection-asked': step('witness-protection-asked'),
  'witness-protection-granted': step('witness-protection-granted'),
} as const;
type StepFact = keyof typeof stepFacts;

/** From what a legal timer starts, or by what it ends: words under `fact.<name>`. */
export type FactName = ChildFact | StepFact;
export const factNames: readonly FactName[] = [...childFacts, ...(Object.keys(stepFacts) as StepFact[])];

const isStep = (name: FactName): name is StepFact => name in stepFacts;

/** When something of that name happened. */
export const factsOf = ({ justice, happened }: Child, name: FactName): readonly Fact[] =>
  isStep(name) ? stepFacts[name](justice) : happened(name);
