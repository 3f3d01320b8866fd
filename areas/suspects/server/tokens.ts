import { searchKeys } from '@olle/names';
import type { Sealing } from '../../../platform/sealing/sealing.ts';
import { phoneForm } from '../../registers/domain/index.ts';
import { type SuspectState, saidOf } from '../domain/index.ts';

const unique = <T>(of: readonly T[]): T[] => [...new Set(of)];
/** An online account without what is written around it: `https://www.site.example/Name/` and `@name` by their own letters. */
const accountForm = (account: string): string =>
  account
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/^https?:\/\/(www\.|m\.)?|^@|\/+$/g, '');

/** The keys under which a suspect is found by a name, in any script. Of their own purpose: nobody can lay them beside those of children. */
export const nameTokensOf = (sealing: Sealing, city: number, name: string): bigint[] =>
  unique(searchKeys(name)).map((key) => sealing.blind(city, 'suspects.suspect-name', key));

/** The key of a telephone number; none of what is too short to be one. */
export const phoneTokensOf = (sealing: Sealing, city: number, phone: string): bigint[] => {
  const form = phoneForm(phone);
  return form === null ? [] : [sealing.blind(city, 'suspects.suspect-phone', form)];
};
export const accountTokensOf = (sealing: Sealing, city: number, account: string): bigint[] => {
  const form = accountForm(account);
  return form === '' ? [] : [sealing.blind(city, 'suspects.suspect-account', form)];
};

/** All keys of a suspect, but of what turned out to be wrong. */
export const tokensOfSuspect = (sealing: Sealing, city: number, state: SuspectState): bigint[] =>
  unique([
    ...saidOf(state, 'name', 'alias').flatMap((name) => nameTokensOf(sealing, city, name)),
    ...saidOf(state, 'phone').flatMap((phone) => phoneTokensOf(sealing, city, phone)),
    ...saidOf(state, 'account').flatMap((account) => accountTokensOf(sealing, city, account)),
  ]);
