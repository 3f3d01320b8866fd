export * from './exports.ts';
export * from './papers.ts';
