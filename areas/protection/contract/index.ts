export * from './erasures.ts';
export * from './held.ts';
export * from './retention.ts';
