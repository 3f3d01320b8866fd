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

/**
 * Asks which of these numbers ($2, blind keys of a city $1) nobody may call, whoever else they stand with: a case says so of the carer, or
 * of the home of somebody who has the number. Whatever shows a number asks this first; it is here because three areas do.
 */
export const numbersNotToCall = `select t.token::text from unnest($2::bigint[]) t(token) where
  exists (select 1 from cases_forbidden_number f where f.city = $1 and f.token = t.token)
  or exists (
    select 1 from people_token k join people_person p on p.city = k.city and p.id = k.person
    where k.city = $1 and k.token = t.token and p.rows > 0 and (
      exists (select 1 from cases_safe_contact s where s.city = p.city and s.person = p.id)
      or exists (
        select 1 from people_person c join cases_safe_contact s on s.city = c.city and s.person = c.id
        where c.city = p.city and c.household = p.household and c.rows > 0)))`;
