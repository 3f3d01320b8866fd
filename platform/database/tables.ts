/**
 * The tables as Kysely sees them. An area that uses the query builder adds its own by declaration merging; plain SQL by
 * `tx.query` needs nothing here.
 */
// biome-ignore lint/suspicious/noEmptyInterface: areas fill it by declaration merging
export interface Tables {}
