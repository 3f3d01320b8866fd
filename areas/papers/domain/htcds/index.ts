export { fieldsNotHeld, fromHtcds } from './read.ts';
export { about } from './standard.ts';
export { toHtcds } from './write.ts';
