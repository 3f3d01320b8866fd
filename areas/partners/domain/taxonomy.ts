import { oneOf } from '../../../platform/decider/index.ts';
import words from './taxonomy.json' with { type: 'json' };

export const categories: readonly string[] = words.categories;
/** The services of the directory by what they are for, in the order in which they are offered. */
export const serviceGroups: Readonly<Record<string, readonly string[]>> = words.services;
export const services = Object.values(serviceGroups).flat();
/** What an agreement may allow to be told of a child. */
export const sharedFields: readonly string[] = words.shared;
export const sexes: readonly string[] = words.sexes;
export const closeReasons: readonly string[] = words.closeReasons;
/** ISO 639 codes; the browser knows what each is called. */
export const languages: readonly string[] = words.languages;

export const Service = oneOf(...services);
export const SharedField = oneOf(...sharedFields);
