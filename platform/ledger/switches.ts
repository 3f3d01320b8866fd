import type { Tx } from '../database/pool.ts';

/** A city's choice of areas. In one that is off nobody changes anything any more; what is there stays, and can be read. */
export interface AreaSwitches {
  readonly optional: ReadonlySet<string>;
  off(tx: Tx, city: number, day: string): Promise<ReadonlySet<string>>;
}

/** The area that a kind of record belongs to. */
export const areaOf = (kind: string): string => kind.slice(0, kind.indexOf('.'));

/** The areas that a city does without, where one of these is an area that a city may do without. */
export async function areasOff(
  switches: AreaSwitches | undefined,
  tx: Tx,
  city: number,
  day: string,
  areas: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!switches || !areas.some((area) => switches.optional.has(area))) return new Set();
  return await switches.off(tx, city, day);
}
