export * from './linkage.ts';
export * from './people.ts';
export * from './registers.ts';
export * from './review.ts';
export type { FieldReason, ListedPerson, SourceRow } from './shown.ts';
