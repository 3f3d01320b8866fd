import nepali from 'nepali-date-converter';
import { isPartialDate } from '../../../platform/decider/index.ts';
import { type CanonicalField, dateFields, headerWords, type StartInput, type Values } from '../domain/index.ts';

const zeros = [0x660, 0x6f0, 0x966, 0xe50, 0x17e0];
/** Digits of Arabic, Urdu, Devanagari, Thai and Khmer as the digits of ASCII. */
export const plainDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹०-९๐-๙០-៩]/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    return String(code - zeros.find((zero) => code >= zero && code < zero + 10)!);
  });

const pad = (n: number, width = 2) => String(n).padStart(width, '0');

/** An ISO date, whole or partial, from how a register writes it; undefined where there is no such date. */
export function readDate(text: string, order: StartInput['dateOrder'], calendar: StartInput['calendar']): string | undefined {
  const plain = plainDigits(text).trim().replace(/[T ]\d{1,2}:\d{2}.*$/, '');
  const parts = plain.split(/[-/. 년월]+/).map((part) => part.replace(/일$/, '')).filter(Boolean); // biome-ignore format: one thought
  if (parts.length === 0 || parts.length > 3 || parts.some((part) => !/^\d+$/.test(part))) {
    return /^\d{8}$/.test(plain) ? whole(Number(plain.slice(0, 4)), Number(plain.slice(4, 6)), Number(plain.slice(6)), calendar) : undefined;
  }
  if (parts.length === 1 && parts[0]!.length === 8) return readDate(`${plain.slice(0, 4)}-${plain.slice(4, 6)}-${plain.slice(6)}`, order, calendar);
  const n = parts.map(Number);
  if (parts[0]!.length === 4) {
    if (parts.length === 3) return whole(n[0]!, n[1]!, n[2]!, calendar);
    if (calendar === 'bikram-sambat') return undefined;
    const partial = parts.length === 2 ? `${parts[0]}-${pad(n[1]!)}` : parts[0]!;
    return isPartialDate(partial) ? partial : undefined;
  }
  if (parts.length !== 3 || parts[2]!.length !== 4) return undefined;
  return order === 'day-first' ? whole(n[2]!, n[1]!, n[0]!, calendar) : whole(n[2]!, n[0]!, n[1]!, calendar);
}

function whole(year: number, month: number, day: number, calendar: StartInput['calendar']): string | undefined {
  if (calendar === 'bikram-sambat') {
    try {
      const date = new nepali.default(year, month - 1, day);
      if (date.getMonth() !== month - 1 || date.getDate() !== day) return undefined;
      const { year: y, month: m, date: d } = date.getAD();
      return `${pad(y, 4)}-${pad(m + 1)}-${pad(d)}`;
    } catch {
      return undefined;
    }
  }
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  return isPartialDate(date) ? date : undefined;
}

const sexWords: Readonly<Record<string, string>> = {
  f: 'female', female: 'female', girl: 'female', woman: 'female', महिला: 'female', छोरी: 'female', عورت: 'female', لڑکی: 'female', 여: 'female', 여자: 'female', 여성: 'female',
  m: 'male', male: 'male', boy: 'male', man: 'male', पुरुष: 'male', छोरा: 'male', مرد: 'male', لڑکا: 'male', 남: 'male', 남자: 'male', 남성: 'male',
  o: 'other', other: 'other', x: 'other', अन्य: 'other', دیگر: 'other', 기타: 'other',
}; // biome-ignore format: one language a stretch

const statusWords: Readonly<Record<string, string>> = { dropped: 'left', 'dropped out': 'left', left: 'left', छोडेको: 'left', 'چھوڑ دیا': 'left', 자퇴: 'left', 중단: 'left', enrolled: 'enrolled', enrolled_: 'enrolled', active: 'enrolled', अध्ययनरत: 'enrolled', 'زیر تعلیم': 'enrolled', 재학: 'enrolled' };

export interface BadCell {
  readonly column: number;
  readonly reason: 'date' | 'sex' | 'no-name' | 'age' | 'future';
}

/** The values of a row under a mapping, each in our form; or what cannot be read, and where. `today` bounds dates from above. */
export function readRow(cells: readonly string[], plan: Pick<StartInput, 'mapping' | 'dateOrder' | 'calendar'>, today: string): { values: Values } | { bad: BadCell } {
  const values: Partial<Record<CanonicalField, string>> = {};
  for (const { column, field } of plan.mapping) {
    const text = (cells[column] ?? '').normalize('NFC').trim().slice(0, 500);
    if (text === '' || text === '-' || /^(n\/?a|null|unknown)$/i.test(text)) continue;
    if (dateFields.has(field)) {
      const date = readDate(text, plan.dateOrder, plan.calendar);
      if (!date) return { bad: { column, reason: 'date' } };
      if (date > today) return { bad: { column, reason: 'future' } };
      values[field] = date;
    } else if (field === 'sex') {
      const sex = sexWords[text.toLowerCase()];
      if (!sex) return { bad: { column, reason: 'sex' } };
      values.sex = sex;
    } else if (field === 'age_years') {
      const age = plainDigits(text);
      if (!/^\d{1,3}$/.test(age)) return { bad: { column, reason: 'age' } };
      values.age_years = age;
    } else if (field === 'enrolment_status') values.enrolment_status = statusWords[text.toLowerCase()] ?? text;
    else if (field === 'ward' || field === 'phone' || field === 'national_id' || field === 'birth_registration_no' || field === 'source_id') values[field] = plainDigits(text);
    else values[field] = text;
  }
  if (!values.given_name && !values.family_name && !values.full_name && !values.other_name) {
    return { bad: { column: plan.mapping.find(({ field }) => field.endsWith('name'))?.column ?? 0, reason: 'no-name' } };
  }
  return { values };
}

const plainHeader = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim(); // biome-ignore format: one thought

/** What each column may be: by its header's words first, then by what its cells look like. `confidence` 0 to 1. */
export function proposeMapping(headers: readonly string[], samples: readonly (readonly string[])[]): { column: number; field: CanonicalField; confidence: number }[] {
  const taken = new Set<CanonicalField>();
  const proposed: { column: number; field: CanonicalField; confidence: number }[] = [];
  headers.forEach((header, column) => {
    const text = plainHeader(header);
    const exact = (Object.keys(headerWords) as CanonicalField[]).find((field) => !taken.has(field) && (plainHeader(field) === text || headerWords[field].some((word) => plainHeader(word) === text)));
    if (exact) {
      taken.add(exact);
      proposed.push({ column, field: exact, confidence: 1 });
    }
  });
  headers.forEach((_, column) => {
    if (proposed.some((one) => one.column === column)) return;
    const cells = samples.map((row) => (row[column] ?? '').trim()).filter(Boolean);
    if (cells.length < 3) return;
    const share = (test: (cell: string) => boolean) => cells.filter(test).length / cells.length;
    const guesses: [CanonicalField, number][] = [
      ['sex', share((cell) => sexWords[cell.toLowerCase()] !== undefined)],
      ['birth_date', share((cell) => readDate(cell, 'day-first', 'gregorian') !== undefined && plainDigits(cell).replace(/\D/g, '').length >= 8) * 0.9],
      ['phone', share((cell) => /^\+?[\d -]{9,15}$/.test(plainDigits(cell))) * 0.7],
    ];
    const [field, confidence] = guesses.sort((a, b) => b[1] - a[1])[0]!;
    if (confidence > 0.6 && !taken.has(field)) {
      taken.add(field);
      proposed.push({ column, field, confidence: Math.round(confidence * 80) / 100 });
    }
  });
  return proposed.sort((a, b) => a.column - b.column);
}

/** Day or month first, and which calendar, from all dates of a sample: a part over 12 settles the order, years beyond today the calendar. */
export function guessDates(samples: readonly (readonly string[])[], columns: readonly number[], today: string): Pick<StartInput, 'dateOrder' | 'calendar'> & { ambiguous: boolean } {
  let [day, month, ahead, dates] = [0, 0, 0, 0];
  for (const row of samples) {
    for (const column of columns) {
      const parts = plainDigits(row[column] ?? '').split(/[-/. ]+/);
      if (parts.length !== 3) continue;
      dates++;
      const year = Number(parts.find((part) => part.length === 4));
      if (year > Number(today.slice(0, 4))) ahead++;
      if (parts[2]!.length === 4 && Number(parts[0]) > 12) day++;
      if (parts[2]!.length === 4 && Number(parts[1]) > 12) month++;
    }
  }
  return { dateOrder: month > day ? 'month-first' : 'day-first', calendar: dates > 0 && ahead > dates / 2 ? 'bikram-sambat' : 'gregorian', ambiguous: dates > 0 && day === 0 && month === 0 };
}
