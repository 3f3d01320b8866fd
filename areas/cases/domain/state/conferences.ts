/** A meeting of those who work with a child, about the child. */
export interface Conference {
  readonly id: string;
  readonly on: string;
  readonly state: 'planned' | 'held' | 'cancelled';
  readonly purpose: string;
  /** Who takes or took part; the words of people, with their office. */
  readonly participants: string;
  readonly decisions: string | null;
}
export type Conferences = readonly Conference[];
