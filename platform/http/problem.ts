import type { Params, Refusal } from '../decider/index.ts';
import type { Catalogues } from './catalogues.ts';

/** The HTTP layer's own problems; those of areas are in their `domain/problems.ts`. */
export const httpProblems = {
  'http.not-found': 404,
  'http.not-signed-in': 401,
  'http.not-allowed': 403,
  'http.csrf': 403,
  'http.invalid-input': 400,
  'http.too-large': 413,
  'http.unsupported-media-type': 415,
  'http.too-many-requests': 429,
  'http.busy': 503,
  'http.failed': 500,
} as const;

/** What goes over the wire: RFC 9457, with our code, its parameters and the fields at fault. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly params: Params;
  readonly fields: readonly string[];
}

/** All problems of the product: code → status. Throws where two areas use one code. */
export function problemTable(...tables: Readonly<Record<string, number>>[]): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const table of tables) {
    for (const [code, status] of Object.entries(table)) {
      if (all.has(code)) throw new Error(`Two problems have the code ${code}.`);
      all.set(code, status);
    }
  }
  return all;
}

/** The document for a refusal, its sentence in the reader's language. */
export function problemDocument(
  table: ReadonlyMap<string, number>,
  catalogues: Catalogues,
  language: string,
  refusal: Refusal,
): ProblemDocument {
  const status = table.get(refusal.refused);
  if (status === undefined) throw new Error(`The problem ${refusal.refused} is in no table.`);
  const [area, ...rest] = refusal.refused.split('.');
  const sentence = catalogues.say(language, area!, `problem.${rest.join('.')}`, refusal.params);
  return {
    type: `urn:olle:problem:${refusal.refused}`,
    title: sentence,
    status,
    detail: sentence,
    code: refusal.refused,
    params: refusal.params,
    fields: refusal.fields,
  };
}
