export * from './erasures.ts';
export * from './held.ts';
