/** The values that were asked for last; the oldest goes when there are more than `max`. A failed one is not kept. */
export function createRecent<Value>(max: number) {
  const kept = new Map<string, Promise<Value>>();
  return function recent(key: string, make: () => Promise<Value>): Promise<Value> {
    const known = kept.get(key);
    if (known) {
      // Asked for again: to the end, away from those that go first.
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    const made = make();
    kept.set(key, made);
    made.catch(() => kept.get(key) === made && kept.delete(key));
    for (const oldest of kept.keys()) {
      if (kept.size <= max) break;
      kept.delete(oldest);
    }
    return made;
  };
}
