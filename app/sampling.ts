import type { TSchema } from 'typebox';

/** A seeded chance (mulberry32): the same seed, the same run. Gives numbers from 0 to just below 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How many of what a test tries: a sample in `npm test`, the whole with `npm test -- --whole`. */
export const howMany = (sample: number, whole: number): number => (process.env['WHOLE_TESTS'] ? whole : sample);

interface Shape {
  const?: unknown;
  enum?: unknown[];
  examples?: unknown[];
  anyOf?: TSchema[];
  type?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  items?: TSchema;
  properties?: Record<string, TSchema>;
  required?: string[];
}

/** Texts that fit the patterns our schemas use; an id is taken from `ids`, so that a request speaks of records that are there. */
const textOf = ({ pattern = '', minLength = 1, maxLength = 200 }: Shape, random: () => number, ids: readonly string[]): string => {
  if (pattern.startsWith('^[0-9a-f]{8}-')) return ids[Math.floor(random() * ids.length)] ?? '0199aaaa-0000-7000-8000-000000000001';
  for (const text of ['2026-11-20', '2026', 'NP', 'en', 'a1', '1', 'abc-def', 'A1', '00:00'])
    if (pattern !== '' && new RegExp(pattern, 'u').test(text)) return text;
  return 'Laliguras '
    .repeat(20)
    .slice(0, Math.max(minLength, Math.min(maxLength, 9)))
    .trimEnd()
    .padEnd(minLength, 'x');
};

/** A value that a schema accepts. */
export function sampleOf(schema: TSchema | undefined, random: () => number, ids: readonly string[]): unknown {
  const shape = (schema ?? {}) as Shape;
  if ('const' in shape) return shape.const;
  const listed = shape.enum ?? shape.examples;
  if (listed) return listed[Math.floor(random() * listed.length)];
  if (shape.anyOf) return sampleOf(shape.anyOf[Math.floor(random() * shape.anyOf.length)], random, ids);
  switch (shape.type) {
    case 'string':
      return textOf(shape, random, ids);
    case 'integer':
    case 'number':
      return Math.min(shape.maximum ?? 5, Math.max(shape.minimum ?? 1, 1));
    case 'boolean':
      return random() < 0.5;
    case 'array':
      return Array.from({ length: Math.max(shape.minItems ?? 0, 1) }, () => sampleOf(shape.items, random, ids));
    case 'object': {
      const required = new Set(shape.required ?? []);
      return Object.fromEntries(
        Object.entries(shape.properties ?? {})
          .filter(([name]) => required.has(name) || name === 'input' || random() < 0.3)
          .map(([name, inner]) => [name, sampleOf(inner, random, ids)]),
      );
    }
    default:
      return null;
  }
}
