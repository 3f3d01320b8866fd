export type { Glimpse } from './glimpse.ts';
export * from './links.ts';
export * from './suspects.ts';
