/** Opaque cursors: what the last item was sorted by. They are not secret, only not to be relied on. */
import { DomainError } from "../../domain/errors.ts";

export const DEFAULT_PAGE_SIZE = 50;

export function encodeCursor(parts: readonly (string | number)[]): string {
  return btoa(parts.join("~")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The parts of a cursor if they match `pattern` (one group per part); throws `bad-input` otherwise. */
export function decodeCursor(cursor: string, pattern: RegExp): readonly string[] {
  const decoded = /^[\w-]+$/.test(cursor) ? tryAtob(cursor.replaceAll("-", "+").replaceAll("_", "/")) : null;
  const match = decoded === null ? null : pattern.exec(decoded);
  if (!match) {
    throw new DomainError("bad-input", "invalid-cursor", "cursor not ours", [
      { path: "cursor", message: "invalid" },
    ]);
  }
  return match.slice(1);
}

function tryAtob(text: string): string | null {
  try {
    return atob(text);
  } catch {
    return null;
  }
}

/** A page out of `rows`, which were asked for with one more than `limit`. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
  cursorOf: (last: Row) => string,
): { items: Item[]; nextCursor?: string } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map(present);
  return rows.length > limit && last ? { items, nextCursor: cursorOf(last) } : { items };
}
