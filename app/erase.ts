import { parseArgs } from 'node:util';
import { eraseAgain, readErasedList } from '../areas/protection/server/erasedList.ts';
import { readConfiguration } from './configuration.ts';
import { lineLog, openInstance } from './instance.ts';

/**
 * `olle erase --again FILE`: makes the erasures of a list again, in a database that was brought back from a copy older than they are.
 * Refused while a server runs on the folder. Nobody is erased for the first time here: that takes two people.
 */
export async function erase(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { again: { type: 'string' } } });
  if (values.again === undefined)
    throw new Error(
      'say which list: olle erase --again FILE. To erase somebody, a data-protection officer asks on the page of the person.',
    );
  const list = await readErasedList(values.again);
  const instance = await openInstance(readConfiguration(process.env), { log: lineLog, serve: false, queue: false });
  try {
    const { made, records } = await eraseAgain(instance.services, list);
    console.log(
      `${made} of ${list.length} erasures made again, ${records} records unreadable now; the others were made before, or there is nobody here to erase.`,
    );
    return 0;
  } finally {
    await instance.stop();
  }
}
