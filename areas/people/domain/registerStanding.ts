import type { Age } from '../../../platform/decider/index.ts';
import type { RegisterName } from '../../registers/domain/index.ts';
import rules from './registerRules.json' with { type: 'json' };

/** What a register can say of anybody: from when its last file is, and for which wards and years of birth it has rows. */
export interface Coverage {
  readonly asOf: string;
  readonly wards: readonly string[];
  readonly bornFrom: number | null;
  readonly bornTo: number | null;
}

/**
 * Where a person stands with a register: `in` it; `none`, though it covers their ward and year of birth; `not-covered`, so that no entry says nothing;
 * or `not-allowed`, where whoever asks may not look, for their purpose or at that age.
 */
export const standings = ['in', 'none', 'not-covered', 'not-allowed'] as const;
export type Standing = (typeof standings)[number];

const within = (age: Age | null, limits: readonly number[] | null) =>
  limits !== null && age !== null && age.most >= limits[0]! && age.least <= limits[1]!;

/** Whether somebody of these roles may look up a person of that age in a register: for what their roles are there for. */
function mayLook(register: RegisterName, age: Age | null, roles: readonly string[]): boolean {
  const { looked, for: purposes } = rules.registers[register];
  const allowed = purposes.some((purpose) => rules.purposes[purpose as keyof typeof rules.purposes].some((role) => roles.includes(role)));
  return allowed && (age === null || within(age, looked));
}

export function standingIn(
  register: RegisterName,
  {
    found,
    coverage,
    ward,
    birthYear,
    age,
    roles,
  }: {
    readonly found: boolean;
    readonly coverage: Coverage | undefined;
    readonly ward: string | null;
    readonly birthYear: number | null;
    readonly age: Age | null;
    readonly roles: readonly string[];
  },
): { readonly standing: Standing; readonly due: boolean } {
  const due = within(age, rules.registers[register].due);
  if (!mayLook(register, age, roles)) return { standing: 'not-allowed', due };
  if (found) return { standing: 'in', due };
  if (!coverage) return { standing: 'not-covered', due };
  // What is not known of the person is not held against the register; a ward or year without any row is.
  const inWard = ward === null || coverage.wards.length === 0 || coverage.wards.includes(ward);
  const { bornFrom, bornTo } = coverage;
  const inYears = birthYear === null || bornFrom === null || bornTo === null || (birthYear >= bornFrom && birthYear <= bornTo);
  return { standing: inWard && inYears ? 'none' : 'not-covered', due };
}
