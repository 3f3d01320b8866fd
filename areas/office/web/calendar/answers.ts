/** A day of the calendar. */
export interface CalendarDay {
  readonly day: string;
  /** All that is due; of a month `tasks` names a few of each day. */
  readonly total: number;
  readonly tasks: readonly {
    readonly record: string;
    readonly id: string;
    readonly kind: string;
    readonly name: string;
    readonly what: string | null;
    readonly who: string | null;
    readonly overdue: boolean;
  }[];
}

export interface Calendar {
  readonly today: string;
  readonly earlier: number;
  readonly days: readonly CalendarDay[];
}
