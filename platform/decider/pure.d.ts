// In the domain's project only: the clock and chance of the language give a symbol, so that any use of what they return is a
// compile error, while `new Date(iso)` and `new Date(milliseconds)` still work.
interface DateConstructor {
  new (): symbol;
  (): symbol;
  now(): symbol;
}
interface Math {
  random(): symbol;
}

/** Pure, and in every runtime, though not in the language's own library. */
declare function structuredClone<T>(value: T): T;
