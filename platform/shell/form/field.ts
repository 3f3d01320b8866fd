import type { FunctionComponent } from 'react';
import type { Inputs } from '../../contract/inputs.ts';

export type { Inputs } from '../../contract/inputs.ts';

export type Options = readonly (readonly [value: string, label: string, hint?: string])[];
/** The values of the fields of a form, by their names. */
export type FormValues = Readonly<Record<string, unknown>>;

/** What a control is given of its field. */
export interface Words {
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
  readonly hint?: string;
}

/** A kind of field that an area brings: how it is asked, and what is sent of it. */
export interface FieldKind<V> {
  readonly Control: FunctionComponent<{
    readonly words: Words;
    readonly value: V;
    readonly onChange: (value: V) => void;
    /** The values of the fields beside it. */
    readonly values: FormValues;
  }>;
  /** Its value for a record's value; `undefined` if there is no record yet. */
  readonly from: (held: unknown) => V;
  /** What is sent; `undefined` where nothing was said. */
  readonly answer: (value: V) => unknown;
  /** How a record's value is shown on its page. */
  readonly Shown?: FunctionComponent<{ readonly held: unknown }>;
}

interface Common {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** Its initial value, as in a record; not of a choice, which has only what a record says of it, or `usual`. */
  readonly starts?: unknown;
  /** What a choice starts with that judges nobody: the format of a file, a language. `checks/judgements.ts` keeps it out of the areas about children. */
  readonly usual?: string;
  /** Asked only if this is true of the answers so far. */
  readonly when?: (values: FormValues) => boolean;
  /** A field that it depends on: if that one changes, this one is reset. */
  readonly of?: string;
  /** What is wrong with its value, in a sentence. */
  readonly check?: (values: FormValues) => string | undefined;
  /** Begins a section of the page under this title. */
  readonly section?: string;
  /** Shown above it: what the following fields are about, and what one should know about it. */
  readonly heading?: string;
  readonly lead?: string;
  /** Stands beside the field before it where there is room. */
  readonly beside?: boolean;
  /** What is shown if a record has no value; without it the field is left out. */
  readonly none?: string;
}

/** A record's commands and the fields of each, as `virtual:record/<kind>` gives them. */
export interface RecordInputs {
  readonly kind: string;
  readonly commands: Readonly<Record<string, Inputs>>;
}

/** A question of a form. Its answer is sent under its name; left out where it is empty and not required. */
export type FormField = Common & {
  readonly maxLength?: number;
  readonly blank?: '' | null | readonly never[];
  readonly least?: number;
  readonly most?: number;
} /** `autoComplete`: what of its user's own the browser fills in. */ & (
    | { readonly kind: 'line'; readonly type?: 'tel' | 'email'; readonly autoComplete?: string }
    | { readonly kind: 'number' }
    | { readonly kind: 'text'; readonly lines?: number }
    /** A list of lines. */
    | { readonly kind: 'lines' }
    /** `soon`: the day from which a few near days are offered, one press each. */
    | { readonly kind: 'day'; readonly min?: string; readonly max?: string; readonly soon?: string }
    /** A date of which the day, or the month too, may not be known. */
    | { readonly kind: 'partial-date' }
    /** The days between which somebody was born. */
    | { readonly kind: 'born' }
    /** A ward of the city, or several. */
    | { readonly kind: 'ward' | 'wards' }
    /** One of the people of the office who work with children. */
    | { readonly kind: 'user' }
    /** One of a few, all in sight. */
    | { readonly kind: 'one'; readonly options: Options }
    /** One of many. */
    | { readonly kind: 'pick'; readonly options: Options }
    /** Several; `groups` puts them under headings, `fold` away until they are opened. */
    | {
        readonly kind: 'several';
        readonly options: Options;
        readonly groups?: readonly (readonly [label: string, values: readonly string[]])[];
        readonly fold?: boolean;
        readonly inline?: boolean;
      }
    /** Several of the people of the office; not asked where there is nobody. */
    | { readonly kind: 'people'; readonly options: Options }
    /** Yes, or nothing said: sent as true or false. */
    | { readonly kind: 'yes' }
    /** The same questions for each of several; `one` names each, `add` the button for another. */
    | {
        readonly kind: 'group';
        readonly fields: readonly FormField[];
        readonly one: (n: number) => string;
        readonly add: string;
      }
    // biome-ignore lint/suspicious/noExplicitAny: the value of an area's own kind is that area's
    | { readonly kind: FieldKind<any> }
  );

type WithoutKind<F> = F extends { kind: string } ? Partial<Omit<F, 'kind' | 'options' | 'fields'>> : never;
/** A question whose kind, limits and choices come from the command's schema: the page gives its words. */
export type SchemaField = Common &
  WithoutKind<FormField> & {
    readonly kind?: 'one' | undefined;
    /** The values to choose from, where not all that the schema has; what each is called, and what more is said of it. */
    readonly values?: readonly string[];
    readonly said?: (value: string) => string;
    readonly means?: (value: string) => string;
    readonly fields?: readonly (FormField | SchemaField)[];
  };
export type AskedField = FormField | SchemaField;

/** A field with what the command's schema says about it; what the page says has precedence. Throws if neither states its kind. */
export function completed(field: AskedField, inputs: Inputs = {}): FormField {
  const limits = inputs[field.name];
  const { values: all, fields: nested, ...more } = limits ?? {};
  const { said, means, values = all } = field as SchemaField;
  const whole = {
    ...more,
    ...field,
    ...(values && !('options' in field)
      ? { options: values.map((value) => [value, said?.(value) ?? value, ...(means ? [means(value)] : [])]) }
      : {}),
    ...('fields' in field && field.fields ? { fields: field.fields.map((one) => completed(one, nested)) } : {}),
    kind: field.kind ?? limits?.kind,
  };
  if (!whole.kind) throw new Error(`The field "${field.name}" has no kind, and no command's schema says one.`);
  return whole as FormField;
}
