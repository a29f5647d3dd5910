import { DomainError } from "../../domain/errors.ts";
import type { AppContext } from "./context.ts";

/** The entity tag of a row that counts its revisions. */
export const revisionTag = (revision: number): string => `"${revision}"`;

/** The revision that `If-Match` names; throws `precondition-required` without one, `stale` for one that cannot be ours. */
export function requireRevision(c: AppContext): number {
  const header = c.req.header("if-match");
  if (header === undefined) throw new DomainError("precondition-required", "if-match", "If-Match is missing");
  const revision = /^(?:W\/)?"(\d{1,12})"$/.exec(header.trim())?.[1];
  if (revision === undefined) throw new DomainError("stale", "stale", "If-Match names no revision of ours");
  return Number(revision);
}

/** 304 when the asker has it already. */
export function notModified(c: AppContext, tag: string): Response | null {
  const known = c.req
    .header("if-none-match")
    ?.split(",")
    .map((each) => each.trim().replace(/^W\//, ""));
  return known?.includes(tag) ? c.body(null, 304, { etag: tag }) : null;
}
