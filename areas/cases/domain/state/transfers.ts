/** An offer of a case to a colleague: responsibility moves when he takes it, not before. */
export interface Transfer {
  readonly id: string;
  readonly to: string;
  readonly by: string;
  readonly on: string;
  readonly answerBy: string;
  readonly because: string;
  readonly answer: 'accepted' | 'declined' | 'withdrawn' | null;
  readonly answeredOn: string | null;
}
export type Transfers = readonly Transfer[];
