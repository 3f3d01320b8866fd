const headerBytes = 20;
const lengthBytes = 4;
/** PostgreSQL's number for `bytea`, by its `pg_type.dat`. */
const bytea = 17;

/**
 * A `bytea[]` of one dimension in PostgreSQL's binary form (`array_recv` in its source): dimensions, whether there are nulls, type of the
 * elements, how many there are, the number of the first, and each with its length before it.
 */
export function byteaArray(values: readonly (Buffer | null)[]): Buffer {
  const size = values.reduce((sum, value) => sum + lengthBytes + (value?.length ?? 0), headerBytes);
  const array = Buffer.allocUnsafe(size);
  const header = [1, values.includes(null) ? 1 : 0, bytea, values.length, 1];
  let at = 0;
  for (const number of header) at = array.writeInt32BE(number, at);
  for (const value of values) {
    at = array.writeInt32BE(value?.length ?? -1, at);
    if (value) at += value.copy(array, at);
  }
  return array;
}
