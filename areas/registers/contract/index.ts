export * from './entries.ts';
export * from './files.ts';
export * from './imports.ts';
