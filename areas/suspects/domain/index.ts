export { takenOf } from './joining.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
export {
  casesOf,
  type Saying,
  type SuspectRole,
  type SuspectState,
  saidOf,
  sayings,
  standings,
  suspectRoles,
  suspectSexes,
  tellingWho,
} from './state.ts';
export { type SuspectEvent, suspectRecord } from './suspect.ts';
export { suspectList } from './suspectList.ts';
