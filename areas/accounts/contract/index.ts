export { listUsers, readSession, signOut, type User } from '../../../platform/contract/frame.ts';
export * from './office.ts';
export * from './readings.ts';
export * from './session.ts';
export * from './settings.ts';
