export * from './partner.ts';
export * from './services.ts';
