/**
 * Pieces of wire schemas that every feature needs: ids, lines and bodies of
 * text, cursors. They bound every string and let through no character that a
 * database or a log could choke on. The server words the issues (by the type
 * of the failed check), so no message stands here.
 */
import * as v from "valibot";
import { isUlid } from "./ids.ts";

/** A ULID with the brand of `Id`. */
export const idSchema = <Id extends string>() => v.custom<Id>((value) => isUlid(value), "ulid");

// C0 controls without tab and line feed, C1 controls, lone surrogates (through isWellFormed).
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
const isClean = (text: string): boolean =>
  text.isWellFormed() && !CONTROL.test(text.replaceAll("\r\n", "\n"));

// Marks that turn the direction of what follows: in a name they turn the words beside it, too.
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;

const isLine = (text: string): boolean =>
  isClean(text) && !/[\n\r\t\u2028\u2029]/.test(text) && !TURNING.test(text);

/** One line of text: trimmed, not empty, at most `maxLength` UTF-16 units, no line break, nothing that turns its direction. */
export const lineSchema = (maxLength: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(maxLength), v.check(isLine, "one-line"));

/** As `lineSchema`, but it may be empty. */
export const lineOrNothingSchema = (maxLength: number) =>
  v.pipe(v.string(), v.trim(), v.maxLength(maxLength), v.check(isLine, "one-line"));

/** Text of several lines, at most `maxLength` UTF-16 units; may be empty. */
export const textSchema = (maxLength: number) =>
  v.pipe(v.string(), v.maxLength(maxLength), v.check(isClean, "control-characters"));

/** What somebody searches for; may be empty. */
export const searchSchema = (maxLength: number) =>
  v.pipe(v.string(), v.maxLength(maxLength), v.check(isClean, "control-characters"));

export const emailSchema = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(254), v.email());

/** Query of a list: an opaque cursor from the page before, and how many items. */
export const pageQueryEntries = {
  cursor: v.optional(v.pipe(v.string(), v.maxLength(200))),
  limit: v.optional(v.pipe(v.string(), v.regex(/^[1-9][0-9]{0,2}$/), v.transform(Number), v.maxValue(100))),
};

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Pass it as `cursor` for the next page; absent on the last one. */
  readonly nextCursor?: string;
}
