import { relative } from 'node:path';
import type { TestEvent } from 'node:test/reporters';

const shown = 10;

/** A reporter of `node --test`: the tests and the files that took longest, once all have run. */
export default async function* slowest(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const tests: (readonly [seconds: number, name: string])[] = [];
  const files: (readonly [seconds: number, name: string])[] = [];
  const place = (file = '') => relative(process.cwd(), file);
  for await (const { type, data } of events) {
    if (type === 'test:pass' || type === 'test:fail') {
      const seconds = data.details.duration_ms / 1000;
      // A file among several of a process is a suite, which has its path for a name.
      if (data.details.type === 'suite') files.push([seconds, data.name]);
      else tests.push([seconds, `${data.name} (${place(data.file)})`]);
    }
    if (type === 'test:summary' && data.file && !data.file.endsWith('.mjs')) files.push([data.duration_ms / 1000, place(data.file)]);
  }
  for (const [title, all] of [
    ['tests', tests],
    ['files', files],
  ] as const) {
    yield `The slowest ${title}:\n`;
    for (const [seconds, name] of all.sort(([a], [b]) => b - a).slice(0, shown)) yield `${seconds.toFixed(1).padStart(7)} s  ${name}\n`;
  }
}
