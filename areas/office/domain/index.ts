export {
  type Channel,
  type Choice,
  channels,
  countsOf,
  isHour,
  type NoticeKind,
  noticeKinds,
  toTell,
  type Waits,
  type When,
  whens,
} from './choice.ts';
export { Leave, LeavePlan, type LeaveState, leaveEnds, leaveRecord } from './leave.ts';
export { type Notice, newsKinds, noticesOf, pageOfNews } from './news.ts';
export { outsideKind } from './outsideKind.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
