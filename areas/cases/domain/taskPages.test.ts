import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { taskPages } from './taskPages.ts';

test('every kind of task has its words and, where it is not done on the first page, the page where it is done', () => {
  for (const language of ['en', 'ko', 'ur']) {
    const { task, page } = JSON.parse(readFileSync(new URL(`../locales/${language}.json`, import.meta.url), 'utf8')) as {
      task: Record<string, string>;
      page: Record<string, string>;
    };
    for (const [kind, on] of Object.entries(taskPages)) {
      assert.ok(task[kind], `${language}: task.${kind} has no words`);
      if (on) assert.ok(page[on], `${language}: the page ${on} of ${kind} is not there`);
    }
  }
  assert.equal(taskPages['court-date'], 'justice');
});
