/** Sets of Yjs ids as stretches of clocks. */
export class IdRanges {
  readonly #clients = new Map<number, [start: number, end: number][]>();

  static from(json: readonly (readonly [number, readonly (readonly [number, number])[]])[]): IdRanges {
    const ranges = new IdRanges();
    for (const [client, stretches] of json) {
      for (const [start, end] of stretches) ranges.add(client, start, end - start);
    }
    return ranges;
  }

  get empty(): boolean {
    return this.#clients.size === 0;
  }

  /** Adds `length` clocks from `clock` on. */
  add(client: number, clock: number, length: number): void {
    const stretches = this.#clients.get(client);
    if (stretches === undefined) {
      this.#clients.set(client, [[clock, clock + length]]);
      return;
    }
    // What is typed on follows the last one; only edits elsewhere come out of order.
    const last = stretches.at(-1) as [number, number];
    if (clock === last[1]) last[1] += length;
    else if (clock > last[1]) stretches.push([clock, clock + length]);
    else this.#insert(client, stretches, clock, clock + length);
  }

  has(client: number, clock: number): boolean {
    const stretches = this.#clients.get(client);
    if (stretches === undefined) return false;
    let low = 0;
    let high = stretches.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [start, end] = stretches[middle] as [number, number];
      if (clock < start) high = middle - 1;
      else if (clock >= end) low = middle + 1;
      else return true;
    }
    return false;
  }

  *[Symbol.iterator](): Generator<readonly [client: number, start: number, end: number]> {
    for (const [client, stretches] of this.#clients) {
      for (const [start, end] of stretches) yield [client, start, end];
    }
  }

  toJSON(): [number, [number, number][]][] {
    return [...this.#clients];
  }

  #insert(client: number, stretches: [number, number][], from: number, to: number): void {
    let [start, end] = [from, to];
    const kept: [number, number][] = [];
    for (const [left, right] of stretches) {
      if (right < start || left > end) kept.push([left, right]);
      else [start, end] = [Math.min(start, left), Math.max(end, right)];
    }
    kept.push([start, end]);
    this.#clients.set(
      client,
      kept.toSorted(([left], [right]) => left - right),
    );
  }
}
