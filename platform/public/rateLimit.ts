/** Counts requests by address within a minute, in memory: nothing of who opened a public page is kept. */
export class RateLimit {
  readonly #most: number;
  readonly #clock: () => Date;
  #counts = new Map<string, number>();
  #minute = 0;

  constructor(most: number, clock: () => Date) {
    this.#most = most;
    this.#clock = clock;
  }

  /** Seconds to wait, where the address has asked too often; undefined where it may. */
  count(address: string): number | undefined {
    const seconds = Math.floor(this.#clock().getTime() / 1000);
    const minute = Math.floor(seconds / 60);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#counts = new Map();
    }
    const n = (this.#counts.get(address) ?? 0) + 1;
    this.#counts.set(address, n);
    return n > this.#most ? 60 - (seconds % 60) : undefined;
  }
}
