import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Box, type Group, groups, type LinkNode, layoutOf } from './layout.ts';

const nodesOf = (n: number): LinkNode[] =>
  Array.from({ length: n }, (_, i) => {
    const group = groups[i % groups.length] as Group;
    return {
      key: `n${i}`,
      group,
      ...(group === 'suspects' ? { under: Array.from({ length: i % 4 }, (_, j) => ({ key: `n${i}-${j}` })) } : {}),
    };
  });
const apart = (a: Box, b: Box) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

test('from none to thirty, on a phone and a desktop, everything is inside the picture and nothing covers anything', () => {
  for (let n = 0; n <= 30; n++)
    for (const width of [280, 358, 700, 1100])
      for (const rightToLeft of [false, true]) {
        const { height, child, boxes } = layoutOf(nodesOf(n), width, rightToLeft);
        const all = [child, ...boxes.values()];
        assert.equal(
          boxes.size,
          nodesOf(n).reduce((sum, { under = [] }) => sum + 1 + under.length, 0),
        );
        for (const [i, box] of all.entries()) {
          assert.ok(box.x >= 0 && box.x + box.width <= width + 0.01 && box.y >= 0 && box.y + box.height <= height, `${n} ${width}`);
          for (const other of all.slice(i + 1)) assert.ok(apart(box, other), `${n} ${width}`);
        }
      }
});

test('from right to left it is the mirror image', () => {
  const [there, here] = [layoutOf(nodesOf(9), 600, true), layoutOf(nodesOf(9), 600, false)];
  for (const [key, { x, y, width }] of here.boxes)
    assert.deepEqual([there.boxes.get(key)!.x, there.boxes.get(key)!.y], [600 - x - width, y]);
});

test('family and carers stand above the child, suspects and cases below, and each has a line', () => {
  const { child, boxes, paths } = layoutOf(nodesOf(8), 400, false);
  for (const { key, group } of nodesOf(8)) assert.equal(boxes.get(key)!.y < child.y, group === 'family' || group === 'carers', key);
  assert.deepEqual(paths.map(({ key }) => key).sort(), ['trunk', ...boxes.keys()].sort());
});
