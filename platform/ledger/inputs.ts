import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { type Refusal, refuse } from '../decider/index.ts';

/** What a schema says is wrong in an input. */
export interface SchemaError {
  readonly keyword?: string;
  readonly instancePath: string;
  readonly params?: object;
}

/** The fields that are wrong, those that are missing first: a missing one has no place of its own in the input. */
export function faultyFields(errors: readonly SchemaError[]): readonly string[] {
  const isMissing = ({ keyword, params }: SchemaError) => keyword === 'required' && params !== undefined && 'requiredProperties' in params;
  const missing = errors
    .filter(isMissing)
    .flatMap(({ instancePath, params }) =>
      (params as { readonly requiredProperties: readonly string[] }).requiredProperties.map((name) => `${instancePath}/${name}`),
    );
  const wrong = errors.flatMap((error) => (isMissing(error) || error.instancePath === '' ? [] : [error.instancePath]));
  return [...new Set([...missing, ...wrong])];
}

/** Checks inputs of commands; a schema is compiled once. */
export class Inputs {
  readonly #validators = new WeakMap<TSchema, ReturnType<typeof Compile>>();

  /** What is wrong with an input by the schema of its command, naming the fields; undefined where nothing is. */
  refusalOf(schema: TSchema, input: unknown): Refusal | undefined {
    let validator = this.#validators.get(schema);
    if (!validator) {
      validator = Compile(schema);
      this.#validators.set(schema, validator);
    }
    if (validator.Check(input)) return undefined;
    return refuse('ledger.invalid-input', {}, faultyFields([...validator.Errors(input)]));
  }
}
