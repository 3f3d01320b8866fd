import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { type Refusal, refuse } from '../decider/index.ts';

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
    const errors = [...validator.Errors(input)];
    const missing = errors.flatMap((e) =>
      e.keyword === 'required'
        ? ((e.params as { requiredProperties?: string[] }).requiredProperties ?? []).map((p) => `${e.instancePath}/${p}`)
        : [],
    );
    const wrong = errors.map((e) => e.instancePath).filter((path) => path !== '');
    return refuse('ledger.invalid-input', {}, [...new Set([...missing, ...wrong])]);
  }
}
