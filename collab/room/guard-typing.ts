/**
 * Typing, judged without a Yjs document: one person's characters into plain
 * texts, and characters taken out of them. It lets in less than `guards.ts`
 * would; whatever is not plainly that is left to it. [RM56]
 */
import * as Y from "yjs";
import { hasRefusedCharacter } from "../document/characters.ts";
import { deletesAreInOrder, sectionsOf, type Section } from "./guard-causality.ts";
import { CLOCK_MAX } from "./protocol.ts";
import { TextIndex } from "./text-index.ts";

/** Characters that were typed, and where. */
export interface TypedRun {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly text: number;
}

/** The runs of `update` in order; null when it is more than typing, or might be. */
export function readTyping(
  update: Uint8Array,
  clockOf: (client: number) => number,
  index: TextIndex,
): readonly TypedRun[] | null {
  const decoded = decode(update);
  if (decoded === null) return null;
  const sections = sectionsOf(decoded.structs, clockOf);
  if (sections === null || sections.size > 1 || !deletesAreInOrder(decoded.ds)) return null;
  const runs: TypedRun[] = [];
  for (const section of sections.values()) if (!readSection(section, index, runs)) return null;
  for (const [client, ranges] of decoded.ds.clients)
    for (const { clock, len } of ranges) if (len === 0 || !index.covers(client, clock, len)) return null;
  return runs.length > 0 || decoded.ds.clients.size > 0 ? runs : null;
}

function readSection(
  { structs, start, end, known, client }: Section,
  index: TextIndex,
  runs: TypedRun[],
): boolean {
  if (start !== known || end > CLOCK_MAX || client > 0xffff_ffff) return false;
  const own = new TextIndex();
  const textAt = (id: Y.ID): number | null =>
    (id.client !== client || id.clock < known ? index : own).textAt(id);
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return false;
    if (struct.parent !== null || struct.parentSub !== null) return false;
    if (hasRefusedCharacter(struct.content.str)) return false;
    const { origin, rightOrigin } = struct;
    const text = origin === null ? null : textAt(origin);
    const textAfter = rightOrigin === null ? null : textAt(rightOrigin);
    if ((origin !== null && text === null) || (rightOrigin !== null && textAfter === null)) return false;
    if (text !== null && textAfter !== null && text !== textAfter) return false;
    const place = text ?? textAfter;
    if (place === null) return false;
    const { clock } = struct.id;
    own.add(client, clock, struct.length, place);
    runs.push({ client, clock, length: struct.length, text: place });
  }
  return true;
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return null;
  }
}
