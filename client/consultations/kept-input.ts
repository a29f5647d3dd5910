/** What was typed into a form and not saved yet, kept on this device until it is. */
import { createEffect, on, type Accessor } from "solid-js";

export interface KeptInput<Value> {
  /** What was left here, if anything. */
  readonly restore: () => Value | undefined;
  /** After saving, or when it is no longer wanted. */
  readonly forget: () => void;
}

/** Keeps `value` under `key` whenever it changes; `undefined` keeps nothing. Storage that refuses (full, private) is no error. */
export function createKeptInput<Value>(
  key: string,
  value: Accessor<Value | undefined>,
  isValue: (kept: unknown) => kept is Value,
): KeptInput<Value> {
  const forget = () => {
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept either.
    }
  };
  createEffect(
    on(
      value,
      (current) => {
        if (current === undefined) return forget();
        try {
          localStorage.setItem(key, JSON.stringify(current));
        } catch {
          // The form itself still holds it.
        }
      },
      { defer: true },
    ),
  );
  return {
    restore() {
      try {
        const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
        return isValue(kept) ? kept : undefined;
      } catch {
        return undefined;
      }
    },
    forget,
  };
}
