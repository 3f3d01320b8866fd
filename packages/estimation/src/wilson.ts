/** A share, and the interval that holds the true one so often as was asked. */
export interface Interval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The Wilson score interval of `n` out of `of`. Throws where there is nobody, or more of a part than of the whole. */
export function wilson(n: number, of: number, z = 1.959963984540054): Interval {
  if (!(of > 0) || !(n >= 0) || n > of) throw new Error(`There is no share of ${n} in ${of}.`);
  const share = n / of;
  const square = z * z;
  const middle = share + square / (2 * of);
  const width = z * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of));
  const whole = 1 + square / of;
  return { share, low: n === 0 ? 0 : (middle - width) / whole, high: n === of ? 1 : (middle + width) / whole };
}
