import type { TObject } from 'typebox';
import { type Inputs, inputsOf, type Limits } from '../contract/inputs.ts';
import { printContract } from '../contract/print.ts';
import type { Born, RecordDefinition } from '../decider/index.ts';
import { type AnyRoute, route } from '../http/area.ts';
import { type HistoryParts, readHistory } from '../http/historyRoute.ts';
import { readRecord } from '../http/readRecord.ts';
import { historyBlocks } from './historyBlocks.ts';
import { sendDocument } from './sendDocument.ts';
import { type Named, speechOf, usersIn } from './speech.ts';

/** The most events on paper; the history on the screen has all. */
const mostEvents = 500;

interface Printed<State> extends HistoryParts<State> {
  /** What is printed of the state. Each field has its word under `<record>.<field>` in the catalogue of the record's area, each value of a choice `<field>.<value>`. */
  readonly shows: TObject;
  readonly title: (state: State) => string;
  /** What is printed under those words, where that is not the state itself. */
  readonly of?: (state: State) => object;
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const isNothing = (held: unknown) => held === null || held === undefined || held === '' || (Array.isArray(held) && held.length === 0);
type Held = Readonly<Record<string, unknown>>;
const rowsOf = (held: unknown) => held as readonly Held[];

/** The records that a state names. */
const namedIn = (inputs: Inputs, state: Held): Named[] =>
  Object.entries(inputs).flatMap(([name, { kind, refers, fields }]): Named[] => {
    const held = state[name];
    if (isNothing(held)) return [];
    if (fields) return rowsOf(held).flatMap((row) => namedIn(fields, row));
    const of = kind === 'user' ? 'accounts.user' : refers;
    return of ? [[of, String(held)]] : [];
  });

/** The route that prints a record of a kind for users who may read it: its fields, and its history. Printing is noted as a reading. */
export function printRecord<State extends object>(
  record: Pick<RecordDefinition<State>, 'kind' | 'events' | 'facts' | 'commands' | 'status'>,
  { shows, title, of = (state) => state, ...parts }: Printed<State>,
): AnyRoute {
  const [area, name] = record.kind.split('.') as [string, string];
  const inputs = inputsOf(shows);
  return route(printContract(record.kind), async (call) => {
    const { language, format } = call.body;
    const read = await readRecord(call, record, call.params.id, 'printed');
    const printed = of(read.state) as Held;
    const { rows: history } = await readHistory(call, record, read, parts, { limit: mostEvents });
    const speech = await speechOf(call, language, [...namedIn(inputs, printed), ...usersIn(history)]);
    const { t, number, list, nameOf, ward, date, days } = speech;

    const shown = (of: string, { kind, fields, refers }: Limits, held: unknown): string => {
      if (kind === 'number') return number(held as number);
      if (kind === 'yes') return t(`shell:meanwhile.${held === true ? 'yes' : 'no'}`);
      if (kind === 'born') return days(held as Born);
      if (kind === 'day' || kind === 'partial-date') return date(String(held));
      if (kind === 'group') return rowsOf(held).map(lineOf(fields!)).join('\n');
      const one: (value: string) => string =
        kind === 'ward' || kind === 'wards'
          ? ward
          : kind === 'pick' || kind === 'several'
            ? (value) => t(`${area}:${kebab(of)}.${value}`)
            : kind === 'user' || refers
              ? nameOf
              : String;
      return list([held].flat().map((value) => one(String(value))));
    };
    const lineOf = (some: Inputs) => (row: Held) =>
      factsOf(some, row)
        .map(([, value]) => value)
        .join(' · ');
    const factsOf = (some: Inputs, of: Held) =>
      Object.entries(some).flatMap(([field, limits]) =>
        isNothing(of[field]) ? [] : [[t(`${area}:${name}.${kebab(field)}`), shown(field, limits, of[field])] as const],
      );
    return await sendDocument(call, {
      language,
      title: title(read.state),
      speech,
      id: read.id,
      file: name,
      format,
      blocks: [
        { kind: 'notice', text: t('documents:handle') },
        { kind: 'facts', rows: factsOf(inputs, printed) },
        { kind: 'heading', text: t('shell:history.title') },
        ...historyBlocks(history.toReversed(), speech),
      ],
    });
  });
}
