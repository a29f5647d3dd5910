/** What a room lets in. Each update is decoded once and looked at before it touches the document. */
import * as Y from "yjs";
import type { AccountId } from "../../domain/ids.ts";
import {
  deletesAreInOrder,
  deletesWhatExists,
  integrationOrder,
  knowsDeletes,
  sectionsOf,
  type Sections,
  type Struct,
} from "./guard-causality.ts";
import type { TypedRun } from "./guard-typing.ts";
import { refusedContent } from "./guard-content.ts";
import { beginsAnotherRoot } from "./guard-origin.ts";
import { CLAIMS_MAX, CLOCK_ADVANCE_MAX, CLOCK_MAX, CLOSE, type CloseCode } from "./protocol.ts";

/** Which account each Yjs client id belongs to in this epoch; null is the server. */
export type ClientOwners = ReadonlyMap<number, AccountId | null>;

export type Verdict =
  /**
   * May be applied. `claims` are client ids seen for the first time. `novel` is
   * false when the document has all of it, `fresh` when it repeats parts of it.
   */
  | {
      readonly outcome: "fine";
      readonly novel: boolean;
      readonly fresh: boolean;
      readonly claims: readonly number[];
      /** It is typing into plain texts, found without opening the document. [RM56] */
      readonly typing?: readonly TypedRun[];
    }
  /** Refers to something that is not here: ask for everything with a step1. */
  | { readonly outcome: "gap" }
  | { readonly outcome: "refused"; readonly code: CloseCode; readonly reason: string };

/** Of an update that holds nothing which is not here. */
export const NOTHING_NEW: Verdict = { outcome: "fine", novel: false, fresh: false, claims: [] };
const refuse = (code: CloseCode, reason: string): Verdict => ({ outcome: "refused", code, reason });

/** Judges an update of `account` against the document as it is now. Never changes the document. [RM12-RM17] */
export function examineUpdate(
  update: Uint8Array,
  doc: Y.Doc,
  owners: ClientOwners,
  account: AccountId,
): Verdict {
  const decoded = decode(update);
  if (decoded === null) return refuse(CLOSE.malformed, "the update cannot be read");
  const { store } = doc;
  const sections = sectionsOf(decoded.structs, (client) => Y.getState(store, client));
  if (sections === null) return refuse(CLOSE.malformed, "the update is not in order");

  if (!deletesAreInOrder(decoded.ds)) return refuse(CLOSE.malformed, "the deletions are not in order");
  const bomb = clockBomb(sections);
  if (bomb !== null) return refuse(CLOSE.malformed, bomb);
  const order = integrationOrder(sections, store);
  if (order === null || !deletesWhatExists(decoded.ds, sections, store)) return { outcome: "gap" };
  if (order.length === 0) {
    return knowsDeletes(decoded.ds, store)
      ? NOTHING_NEW
      : { outcome: "fine", novel: true, fresh: false, claims: [] };
  }

  const claims = claimsOf(sections, doc.clientID, owners, account);
  if (claims === null) return refuse(CLOSE.forbidden, "a client id of somebody else");
  if (claims.length > CLAIMS_MAX) return refuse(CLOSE.malformed, "too many client ids at once");
  const content = refusedContent(order, sections, doc);
  if (content !== null) return refuse(CLOSE.refusedContent, content);
  if (beginsAnotherRoot(order, doc, owners)) return refuse(CLOSE.refusedContent, "it is of another document");
  const fresh = [...sections.values()].every(({ start, known }) => start === known);
  return { outcome: "fine", novel: true, fresh, claims };
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return null; // cut short, unknown kind, bytes that are no UTF-8, or nested so deeply that the stack ran out
  }
}

/** Deleted and collected stretches advance a clock without costing bytes. [RM15] */
function clockBomb(sections: Sections): string | null {
  let advance = 0;
  for (const section of sections.values()) {
    if (section.client < 0 || section.client > 0xffff_ffff) return "a client id out of range";
    if (section.end > CLOCK_MAX) return "a clock beyond its limit";
    advance += Math.max(0, section.end - Math.max(section.start, section.known));
  }
  return advance > CLOCK_ADVANCE_MAX ? "a clock advanced too far at once" : null;
}

/** Client ids to bind to `account`; null when one with new content belongs to somebody else. [RM14] */
function claimsOf(
  sections: Sections,
  ownClient: number,
  owners: ClientOwners,
  account: AccountId,
): number[] | null {
  const claims: number[] = [];
  for (const { client, end, known } of sections.values()) {
    if (end <= known) continue;
    const owner = owners.get(client);
    if (mayClaim(client, known, ownClient, owner)) claims.push(client);
    else if (owner !== account) return null;
  }
  return claims;
}

/** What is in the document without an owner was written by the server. [RM14] */
export function mayClaim(
  client: number,
  known: number,
  ownClient: number,
  owner: AccountId | null | undefined,
): boolean {
  return owner === undefined && known === 0 && client !== ownClient;
}

export type { Struct };
