import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isUnnamed } from './unnamed.ts';

test('words for a child who has no name yet are no name, in any of the languages', () => {
  for (const name of ['B/O Sita Rai', 'b/o. Sita', 'Baby of Sita', 'Baby', 'BABY BOY', 'Newborn', 'Unnamed', 'Not named', 'NYN', 'Male child', 'Twin 1', 'twin II', 'बच्चा', 'नवजात शिशु', 'नाम नराखेको', 'सीता को बच्चा', 'نومولود', 'බබා', 'குழந்தை', 'нярай', 'Bayi Ny. Siti', '新生兒', '未命名', 'ទារក', 'Sanggol', '신생아', 'शिशु २']) // biome-ignore format: one list
    assert.ok(isUnnamed(name), name);
});

test('names that begin or end like such words are names', () => {
  for (const name of ['Babita Rai', 'Bo Ram', 'Bobby', 'Sonam Lama', 'Infanta Cruz', 'Sondra', 'आशा राई', 'Girlie Santos', 'Childa', 'Маша', '아기라', 'Boyd']) // biome-ignore format: one list
    assert.ok(!isUnnamed(name), name);
});
