import { romanise } from '@olle/names';

/** Of a telephone number the part that every register writes: the last nine digits, without country prefix and leading nought. */
export function phoneForm(phone: string): string | null {
  const digits = romanise(phone.normalize('NFKC')).replace(/\D/g, '');
  return digits.length < 6 ? null : digits.slice(-9).replace(/^0+/, '');
}

/** The telephone numbers in what somebody wrote (`984-1234567, evenings`), each as every register writes it. */
export function phonesIn(text: string): string[] {
  const found = romanise(text.normalize('NFKC')).match(/\d(?:[\s().+-]*\d){5,}/g) ?? [];
  return [...new Set(found.flatMap((digits) => phoneForm(digits) ?? []))];
}

/** The purpose of the blind index under which persons are searched for, and the key in it of a number. */
export const searchPurpose = 'people.search';
export const phoneKey = (phone: string): string => `p${phoneForm(phone) ?? phone}`;
