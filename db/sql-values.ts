/**
 * Which JavaScript values may be bound, and as what. Drivers differ in what
 * they do with the rest (libsql aborts the whole process on a boolean and cuts
 * text at a NUL), so nothing reaches one without passing here.
 */
import type { SqlValue } from "./sql-connection.ts";

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;

/** What a driver is given: no booleans, and bytes that are a copy of the caller's. */
export type BoundValue = string | number | bigint | null | Uint8Array<ArrayBuffer>;

/**
 * The values as they are bound. Integral numbers become integers (a driver may
 * bind every number as a real), `-0` becomes 0, booleans 0 and 1.
 * Throws a TypeError that names the parameter (from 1) for anything that would
 * not come back as it went in.
 */
export function bindableValues(params: readonly SqlValue[]): BoundValue[] {
  // `Array.from` also visits holes, which a map would skip.
  return Array.from(params, (value: unknown, index) => bindable(value, index + 1));
}

function bindable(value: unknown, position: number): BoundValue {
  if (value === null) return null;
  switch (typeof value) {
    case "string":
      if (value.includes("\0")) throw refusal(position, "text with a NUL character");
      if (!value.isWellFormed()) throw refusal(position, "text with a lone surrogate");
      return value;
    case "boolean":
      return value ? 1n : 0n;
    case "number":
      if (Number.isNaN(value)) throw refusal(position, "NaN");
      return Number.isSafeInteger(value) ? BigInt(value) : value;
    case "bigint":
      if (value < INT64_MIN || value > INT64_MAX) throw refusal(position, "an integer beyond 64 bits");
      return value;
    case "object":
      if (value instanceof Uint8Array) return copyBytes(value, position);
      throw refusal(position, "an object that is not a Uint8Array");
    default:
      throw refusal(position, typeof value === "undefined" ? "undefined" : `a ${typeof value}`);
  }
}

/** A copy of its own: the caller may reuse its buffer, and a small view may stand on a large pool. */
function copyBytes(value: Uint8Array, position: number): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(value);
  } catch {
    throw refusal(position, "bytes that cannot be read");
  }
}

function refusal(position: number, what: string): TypeError {
  return new TypeError(`SQL parameter ${position} cannot be bound: ${what}`);
}
