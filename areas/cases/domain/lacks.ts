/** Days for which nothing was written in a case, and for which its child was not seen, before it is said. */
export const untouchedDays = 30;
export const unseenDays = 91;

/** What an open case may lack, as supervisors look for it; what each means is in `server/case/lacks.ts`. */
export const lacks = ['worker', 'assessment', 'plan', 'consent', 'guardian', 'seen', 'touched'] as const;
export type Lack = (typeof lacks)[number];
