export * from './children.ts';
export * from './counts.ts';
export * from './rules.ts';
