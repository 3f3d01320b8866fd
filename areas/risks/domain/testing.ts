import type { EntryState, RegisterName, Values } from '../../registers/domain/index.ts';

let made = 0;

/** A row that a register has, as it was on a day. */
export const rowOf = (register: RegisterName, values: Values, day: string): { id: string; state: EntryState } => ({
  id: `00000000-0000-8000-8000-${String(++made).padStart(12, '0')}`,
  state: {
    register,
    status: 'present',
    importId: '',
    row: 2,
    ward: '1',
    sex: null,
    birthYear: null,
    firstSeen: day,
    lastChanged: day,
    values,
  },
});
