/** Why a row is set aside, `sex` and `age` in earlier imports only. Each has its words (`reason`) and a way to mend it (`mend`) in every language. */
export const asideReasons = [
  'date',
  'two-dates',
  'future',
  'sex',
  'age',
  'no-name',
  'no-id',
  'id-twice',
  'other-child',
  'too-many-cells',
  'figures-lost',
  'formula',
  'born-later',
  'stray-quote',
  'heading-again',
  'column-numbers',
  'total-row',
  'signature-row',
  'title-row',
] as const;
export type AsideReason = (typeof asideReasons)[number];
