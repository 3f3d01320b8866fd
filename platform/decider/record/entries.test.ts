import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Type } from 'typebox';
import { ComingDay, changed, command, commandsOf, defineRecord, type EventOf, field, fields, has, Id, Maybe } from '../index.ts';
import { anId, contextOn, givenOf, me, other } from '../testing.ts';

const events = {
  lent: fields({ book: field.id, by: field.id, due: field.coming }),
  returned: fields({ book: field.id, on: field.past }),
};
interface Loans {
  readonly status: string;
  readonly books: readonly { readonly id: string; readonly by: string; readonly due: string }[];
}
const onShelf = commandsOf<Loans>()(['open'], { book: ({ books }) => books });

const shelfRecord = defineRecord<Loans, EventOf<typeof events>>()({
  kind: 'tests.shelf',
  events,
  facts: () => ({}),
  grants: { clerk: { roles: ['case-worker'] } },
  evolve: (state, event) => ({
    status: 'open',
    books:
      event.type === 'lent'
        ? [...(state?.books ?? []), { id: event.book, by: event.by, due: event.due }]
        : state!.books.filter(({ id }) => id !== event.book),
  }),
  commands: {
    lend: command({
      summary: 'Lend books',
      in: 'new-or-existing',
      by: 'clerk',
      input: fields({ books: Type.Array(fields({ id: Id, due: Maybe(ComingDay) })) }),
      decide: (_, { books }, { actor, today }) => books.map(({ id, due }) => ({ type: 'lent', book: id, by: actor.id, due: due ?? today })),
    }),
    extend: onShelf({
      summary: 'Lend a book for longer',
      by: 'clerk',
      input: fields({ book: Id }),
      about: 'book',
      decide: (_, { book }, { today }, { by, due }) => (due < today ? [] : [{ type: 'lent', book, by, due: today }]),
    }),
    return: command({
      summary: 'Take a book back',
      in: 'existing',
      by: 'clerk',
      input: events.returned,
      about: 'book',
      among: ({ books }) => books,
      secondPerson: { refusal: 'tests.same', first: (_, _input, { by }) => by },
      decide: (_, given, _context, { due }) => (given.on > due ? [] : [{ type: 'returned', ...given }]),
    }),
  },
});
const given = givenOf(shelfRecord);
const lent = given({ type: 'lent', book: anId(1), by: other, due: '2026-11-30' });

test('a command about something in the record is given it, and refused where there is none of that id', () => {
  lent.when('return', { book: anId(1), on: '2026-11-23' }).then('returned');
  lent.when('return', { book: anId(1), on: '2026-12-01' }, contextOn(9)).then();
  const none = lent.when('return', { book: anId(2), on: '2026-11-23' });
  assert.deepEqual([none.outcome, none.fields], ['ledger.no-such-entry', ['/book']]);
});

test('a command of a record that states its usual statuses and its entries once is possible in those, and finds what it is about in these', () => {
  lent.when('extend', { book: anId(1) }).then('lent');
  assert.equal(lent.when('extend', { book: anId(2) }).outcome, 'ledger.no-such-entry');
  assert.deepEqual(shelfRecord.commands.extend.in, ['open']);
});

test('who did the first part is read off what the command is about', () =>
  given({ type: 'lent', book: anId(1), by: me, due: '2026-11-30' })
    .when('return', { book: anId(1), on: '2026-11-23' })
    .refused('tests.same'));

test('a day to come is refused where it must be over, one that is over where it must come, wherever it stands in the input', () => {
  const early = lent.when('return', { book: anId(1), on: '2026-11-24' });
  assert.deepEqual([early.outcome, early.fields], ['ledger.day-to-come', ['/on']]);
  const books = [
    { id: anId(2), due: '2026-11-23' },
    { id: anId(3), due: null },
  ];
  given().when('lend', { books }).then('lent', 'lent');
  const late = given().when('lend', { books: [...books, { id: anId(4), due: '2026-11-22' }] });
  assert.deepEqual([late.outcome, late.fields], ['ledger.day-past', ['/books/2/due']]);
});

test('a list is changed at one of its entries alone', () => {
  const all = [
    { id: 'a', n: 1 },
    { id: 'b', n: 2 },
  ];
  assert.deepEqual(
    changed(all, 'b', ({ n }) => ({ n: n + 1 })),
    [
      { id: 'a', n: 1 },
      { id: 'b', n: 3 },
    ],
  );
  assert.deepEqual(changed(all, 'c', { n: 0 }), all);
  assert.deepEqual([has(all, 'a'), has(all, 'c')], [true, false]);
});
