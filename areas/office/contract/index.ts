export * from './leaves.ts';
export * from './news.ts';
export * from './notices.ts';
export * from './work.ts';
