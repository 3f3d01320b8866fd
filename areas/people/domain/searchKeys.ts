import { phoneForm, phonesIn } from '../../registers/domain/index.ts';

/** The purpose of the blind index under which persons are searched for, and the keys in it of what a cell holds of telephone numbers. */
export const searchPurpose = 'people.search';
export const phoneKey = (phone: string): string => `p${phoneForm(phone) ?? phone}`;
export const phoneKeys = (phones: string): string[] => {
  const numbers = phonesIn(phones);
  return numbers.length > 0 ? numbers.map(phoneKey) : [phoneKey(phones)];
};
