import { type Static, Type } from 'typebox';
import { fields, Line, oneOf, Prose } from '../../../platform/decider/index.ts';

const Words = Type.String({ minLength: 1, maxLength: 1000 });
const child = {
  name: Line,
  'birth-date': Line,
  sex: oneOf('female', 'male', 'other'),
  ward: Line,
  language: Line,
  guardian: Words,
};
const needs = { needs: Prose, safety: Prose, story: Prose };
const optional = <P extends Record<string, Parameters<typeof Type.Optional>[0]>>(properties: P) =>
  Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, Type.Optional(schema)])) as unknown as {
    [K in keyof P]: ReturnType<typeof Type.Optional<P[K]>>;
  };

/** What may be told of a child with a referral, by the names that agreements use: who it is, and what it needs. */
export const ToldOfChild = fields(optional(child));
export const ToldOfNeeds = fields(optional(needs));
export const Told = fields(optional({ ...child, ...needs }));
export type Told = Static<typeof Told>;

const some = (told: Told, of: object) => Object.fromEntries(Object.entries(told).filter(([name]) => name in of));
/** What was told by its tiers: who the child is apart from their story. */
export const splitTold = (told: Told): { child: Static<typeof ToldOfChild>; needs: Static<typeof ToldOfNeeds> } => ({
  child: some(told, child),
  needs: some(told, needs),
});
