import { romanise } from '@olle/names';

/** Of a telephone number the part that every register writes: the last nine digits, without country prefix and leading nought. */
export function phoneForm(phone: string): string | null {
  const digits = romanise(phone.normalize('NFKC')).replace(/\D/g, '');
  return digits.length < 6 ? null : digits.slice(-9).replace(/^0+/, '');
}
