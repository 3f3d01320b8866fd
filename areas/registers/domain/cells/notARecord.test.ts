import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notARecord } from './notARecord.ts';

const headers = ['S.N.', 'Name of child', 'Age', 'Mother', '', 'Father', ''];
const columns = [0, 1, 2, 3, 5];
const what = (...cells: string[]) => notARecord(cells, headers, columns);

test('rows of a sheet that are nobody’s are told apart, each as what it is', () => {
  assert.equal(what('1', '2', '3', '4', '5', '6', '7'), 'column-numbers');
  assert.equal(what('(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'), 'column-numbers');
  assert.equal(what('१', '२', '३', '४', '५', '६', '७'), 'column-numbers');
  assert.equal(what('S.N.', 'Name of child', 'Age', 'Mother', '', 'Father'), 'heading-again');
  assert.equal(what('s.n.', 'NAME OF CHILD', 'age', 'mother'), 'heading-again');
  for (const total of ['Total', 'Grand total', 'कुल जम्मा', 'کل', '합계', 'សរុប', 'Jumlah', 'Нийт', 'மொத்தம்', '合計']) {
    assert.equal(what(total, '3'), 'total-row', total);
    assert.equal(what('', total, '12'), 'total-row', total);
  }
  assert.equal(what('', 'Prepared by: Hem Raj'), 'signature-row');
  assert.equal(what('', 'Class teacher: H. R. Bhandari'), 'signature-row');
  assert.equal(what('', 'हस्ताक्षर'), 'signature-row');
  assert.equal(what('Class 5'), 'title-row');
  assert.equal(what('', 'कक्षा ५'), 'title-row');
});

test('a child is a record, whatever they are called and however little is known', () => {
  assert.equal(what('1', 'Maya Rai', '7', 'Gita Rai', '111', 'Hari Rai', '222'), undefined);
  assert.equal(what('', 'Maya Rai'), undefined);
  assert.equal(what('4', 'Total Singh', '7', 'Class Devi'), undefined);
  assert.equal(what('1', '2', '7', '4'), undefined);
  assert.equal(what(), undefined);
});
