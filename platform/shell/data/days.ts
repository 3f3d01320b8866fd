/** A sentence with the days of its parameters, which are ISO dates, written as `date` writes them. */
export const withDays = (sentence: string, params: Readonly<Record<string, unknown>>, date: (iso: string) => string): string =>
  Object.values(params).reduce<string>(
    (text, value) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? text.replaceAll(value, date(value)) : text),
    sentence,
  );
