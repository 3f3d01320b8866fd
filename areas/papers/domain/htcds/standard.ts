import data from './htcds.json' with { type: 'json' };
import reasons from './notHeld.json' with { type: 'json' };

interface Field {
  readonly field: string;
  readonly section: string;
  readonly label: string;
  readonly type: string;
  readonly values?: readonly string[];
  /** What the standard's own form calls it. */
  readonly form?: string;
}

const { standard: name, licence, attribution, source } = data;
/** What stands in every file of the standard: its name, licence and whose it is. */
export const about = { standard: name, licence, attribution, source };

export const fields: ReadonlyMap<string, Field> = new Map((data.fields as readonly Field[]).map((one) => [one.field, one]));

/** Fields that a case has no place for, by why: they are not written; read, they become a note. */
export const notHeld: Readonly<Record<string, readonly string[]>> = reasons;

/** Names by which a field may come: its own, and what the standard's form calls it (`prs_First_Name`), whatever the case and the underscores. */
const spellings = new Map(
  [...fields.values()].flatMap(({ field, form }) => [field, ...(form ? [form] : [])].map((one) => [folded(one), field] as const)),
);
function folded(text: string): string {
  return text.trim().toLowerCase().replaceAll('_', '');
}

/** The field of the standard that a column means; the groups of a form before it (`group/prs_FirstName`, `group-prs_FirstName`) are passed over. */
export const fieldOf = (column: string): string | undefined => spellings.get(folded(column.split(/[-/.:]/).at(-1)!));

/** Marks of a field's type by which its value may be several. */
const multiple = (type: string) => type.startsWith('Multiselect');
const truth = /^(true|yes|1|y|x)$/i;

/**
 * A value as the standard has it, from how it came: several in one text with blanks or semicolons between (the form's select_multiple), a
 * list where one is meant (the form lets several sectors be chosen), blanks at the end (the form's `DebtBondage `), labels in place of
 * names. Undefined where nothing was said.
 */
export function valueSaid(field: string, raw: unknown): string | readonly string[] | boolean | undefined {
  const { type, values } = fields.get(field)!;
  if (raw === null || raw === undefined) return undefined;
  if (type === 'Checkbox') {
    if (typeof raw === 'boolean') return raw;
    const text = String(raw).trim();
    return text === '' ? undefined : truth.test(text);
  }
  const listed = Array.isArray(raw) ? raw.map(String) : [String(raw)];
  const parts = values || multiple(type) ? listed.flatMap((one) => partsOf(one, values)) : listed.map((one) => one.trim());
  const said = [...new Set(parts.filter((one) => one !== ''))];
  if (said.length === 0) return undefined;
  return said.length === 1 && !multiple(type) ? said[0]! : said;
}

function partsOf(text: string, values: readonly string[] | undefined): string[] {
  const known = (one: string) =>
    values?.find(
      (value) =>
        value.toLowerCase() ===
        one
          .trim()
          .toLowerCase()
          .replace(/[\s-]+/g, ''),
    );
  const whole = known(text);
  if (whole) return [whole];
  const parts = text.split(/[;,|\s]+/).filter(Boolean);
  const all = parts.map((one) => known(one));
  return all.every((one) => one !== undefined) ? (all as string[]) : text.split(/[;|]/).map((one) => one.trim());
}
