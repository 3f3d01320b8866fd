import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { TObject } from 'typebox';
import { type Actor, type Policy, roles } from '../platform/decider/index.ts';

const require = createRequire(import.meta.url);

interface RecordLike {
  readonly kind: string;
  readonly events: Readonly<Record<string, TObject>>;
  readonly commands: object;
}
const isRecord = (value: unknown): value is RecordLike =>
  typeof value === 'object' && value !== null && 'kind' in value && 'events' in value && 'commands' in value;

/** The records that an area's public API (`areas/<area>/domain/index.ts`) shows. */
export const recordsOf = (root: string, api: string): RecordLike[] => Object.values(require(join(root, api)) as object).filter(isRecord);

/** What the area's policy allows to anybody at all: `action kind`. */
export function allowedBy(root: string, api: string): Set<string> {
  const { policy } = require(join(root, api)) as { policy?: Policy };
  const everybody: Actor = {
    id: '00000000-0000-7000-8000-000000000001',
    city: 1,
    roles,
    organisation: '00000000-0000-7000-8000-000000000002',
  };
  const list = (one: string | string[]) => (typeof one === 'string' ? [one] : one);
  return new Set(
    (policy?.(everybody, '2026-01-01', '2026-01-01T00:00:00.000Z') ?? []).flatMap(({ action, subject }) =>
      list(subject).flatMap((kind) => list(action).map((name) => `${name} ${kind}`)),
    ),
  );
}
