import { isUnshown, type Shown, shownFields } from '../../platform/decider/index.ts';
import { type Fault, filesOf } from '../fault.ts';
import { recordsOf } from '../publicApi.ts';
import { englishCatalogues } from './catalogues.ts';

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** The possible values of a field whose values are words. */
const valuesOf = ({ type, const: only, enum: some, anyOf = [], items }: Schema): string[] => {
  if (type === 'boolean') return ['true', 'false'];
  if (items) return valuesOf(items);
  return [...(typeof only === 'string' ? [only] : []), ...(some ?? []), ...anyOf.flatMap(valuesOf)];
};

/** Whether an event may be without that field. */
const mayLack = ({ properties = {}, required = [] }: Schema, field: string): boolean => {
  const { anyOf = [], type, minItems = 0 } = properties[field]!;
  return !required.includes(field) || anyOf.some((one) => one.type === 'null') || (type === 'array' && minItems === 0);
};

const beside: ReadonlySet<Shown['as']> = new Set(['prose', 'on', 'told']);

interface EventWords {
  readonly api: string;
  readonly kind: string;
  readonly event: string;
  readonly schema: Schema;
  /** Fields whose values are in its sentence. */
  readonly inSentence: readonly string[];
  /** Keys of the words of their values, each with its catalogue. */
  readonly words: readonly string[];
}

/** What the histories of all records say. */
const eventWords = (root: string): EventWords[] =>
  filesOf(root, 'areas/*/domain/index.ts').flatMap((api) =>
    recordsOf(root, api).flatMap(({ kind, events }) =>
      Object.entries(events)
        .filter(([, schema]) => !isUnshown(schema))
        .map(([event, schema]) => {
          const shown = shownFields(schema).filter(([, { as }]) => !beside.has(as));
          const words = shown.flatMap(([field, how]) => {
            if (how.as !== 'word') return [];
            const of = how.of.includes(':') ? how.of : `${kind.split('.')[0]}:${how.of}`;
            return valuesOf((schema as Schema).properties![field]!).map((value) => `${of}.${value}`);
          });
          return { api, kind, event, schema, inSentence: shown.map(([field]) => field), words };
        }),
    ),
  );

const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name!);

/** Events without a sentence in the catalogues, or with one that uses a field the event does not have. */
export function eventsSpeak(root: string): Fault[] {
  const english = englishCatalogues(root);
  return eventWords(root).flatMap(({ api, kind, event, schema, inSentence, words }) => {
    const catalogue = english.get(kind.split('.')[0]!);
    const fault = (says: string): Fault => ({ file: api, says: `${kind} ${event} ${says}` });
    const sentence = catalogue?.get(`event.${event}`);
    if (sentence === undefined) return [fault(`has no sentence: add event.${event} to the catalogues of ${kind.split('.')[0]}.`)];
    const without = catalogue?.get(`event.${event}_without`);
    const named = [...new Set([...placeholders(sentence), ...placeholders(without ?? '')])];
    const lacking = (text: string) => placeholders(text).filter((name) => inSentence.includes(name) && mayLack(schema, name));
    return [
      ...named.filter((name) => !inSentence.includes(name)).map((name) => fault(`shows no field ${name}, which its sentence names.`)),
      ...inSentence.filter((name) => !named.includes(name)).map((name) => fault(`shows ${name}, which its sentence does not name.`)),
      ...(without === undefined ? lacking(sentence) : lacking(without)).map((name) =>
        fault(`may lack ${name}: add event.${event}_without, which does not name it.`),
      ),
      ...words
        .filter((word) => !english.get(word.split(':')[0]!)?.has(word.slice(word.indexOf(':') + 1)))
        .map((word) => fault(`may hold a value whose word ${word} is in no catalogue.`)),
    ];
  });
}

/** Keys that histories say: sentences of events, and words of the values in them. */
export const saidByHistories = (root: string): ReadonlySet<string> =>
  new Set(
    eventWords(root).flatMap(({ kind, event, words }) => {
      const key = `${kind.split('.')[0]}:event.${event}`;
      return [key, `${key}_without`, ...words];
    }),
  );
