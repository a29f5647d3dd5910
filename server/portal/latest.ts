/**
 * Reads that many ask for at once: all who come while one is under way share
 * the *next* one, never the one that began before they came. So nobody is told
 * what was true before they asked, and there is at most one read of a key at a time.
 */
export function createLatest<Key, Value>(read: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  interface Reading {
    readonly running: Promise<unknown>;
    next: Promise<Value> | null;
  }
  const readings = new Map<Key, Reading>();

  function start(key: Key): Promise<Value> {
    const running = read(key);
    const reading: Reading = { running, next: null };
    readings.set(key, reading);
    const done = () => {
      if (readings.get(key) === reading && reading.next === null) readings.delete(key);
    };
    running.then(done, done);
    return running;
  }

  return (key) => {
    const reading = readings.get(key);
    if (!reading) return start(key);
    reading.next ??= reading.running.then(
      () => start(key),
      () => start(key),
    );
    return reading.next;
  };
}
