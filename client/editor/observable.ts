/**
 * A value that can be watched. The editor knows no framework; Solid reads these
 * through `from`.
 */
export interface Observable<T> {
  get(): T;
  /** Calls `listener` now and after each change; returns how to stop. */
  subscribe(listener: (value: T) => void): () => void;
}

export interface Subject<T> extends Observable<T> {
  set(value: T): void;
}

/** A value that `set` replaces; equal values (by `equals`, else identity) tell nobody. */
export function makeSubject<T>(initial: T, equals: (a: T, b: T) => boolean = Object.is): Subject<T> {
  let value = initial;
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => value,
    set: (next) => {
      if (equals(value, next)) return;
      value = next;
      listeners.forEach((listener) => listener(next));
    },
    subscribe: (listener) => {
      listeners.add(listener);
      listener(value);
      return () => void listeners.delete(listener);
    },
  };
}
