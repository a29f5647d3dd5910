/**
 * Whether an update can be applied whole. Yjs keeps what it cannot apply yet
 * in `pendingStructs` and sends it to every newcomer, and looks for some
 * missing parts only in the middle of a transaction, where it throws: so the
 * order in which Yjs would integrate is tried out here first. [RM13]
 */
import * as Y from "yjs";

export type Struct = Y.Item | Y.GC | Y.Skip;

export interface Section {
  readonly client: number;
  readonly structs: readonly Struct[];
  /** First clock that the section covers, and the one after its last. */
  readonly start: number;
  readonly end: number;
  /** What the document has of this client already. */
  readonly known: number;
}

export type Sections = ReadonlyMap<number, Section>;

/** Clock after the last that is here of a client. */
export type ClockOf = (client: number) => number;

/** Groups structs by client; null when a client comes twice or its clocks jump, which no Yjs writes. */
export function sectionsOf(structs: readonly Struct[], clockOf: ClockOf): Sections | null {
  const sections = new Map<
    number,
    { client: number; structs: Struct[]; start: number; end: number; known: number }
  >();
  let current: { client: number; structs: Struct[]; start: number; end: number; known: number } | null = null;
  for (const struct of structs) {
    const { client, clock } = struct.id;
    if (current === null || current.client !== client) {
      if (sections.has(client)) return null;
      current = { client, structs: [], start: clock, end: clock, known: clockOf(client) };
      sections.set(client, current);
    }
    if (clock !== current.end || struct.length < 1) return null;
    current.structs.push(struct);
    current.end += struct.length;
  }
  return sections;
}

/** The struct of a section that holds `clock`, found by halving. */
export function structAt(section: Section, clock: number): Struct | undefined {
  let low = 0;
  let high = section.structs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = section.structs[middle] as Struct;
    if (clock < struct.id.clock) high = middle - 1;
    else if (clock >= struct.id.clock + struct.length) low = middle + 1;
    else return struct;
  }
  return undefined;
}

/**
 * All structs that the document does not have yet, in an order in which each
 * comes after what it refers to; null when there is none (something is missing,
 * or the parts wait for each other).
 */
export function integrationOrder(sections: Sections, store: Y.Doc["store"]): readonly Struct[] | null {
  const reached = new Map<number, number>();
  const stateOf = (client: number): number => reached.get(client) ?? Y.getState(store, client);
  const waiting = new Map<number, Section[]>();
  const next = new Map<number, number>();
  const order: Struct[] = [];
  let open = 0;
  const ready: Section[] = [];
  for (const section of sections.values()) {
    if (section.start > section.known) return null;
    ready.push(section);
    open++;
  }
  while (ready.length > 0) {
    const section = ready.pop() as Section;
    const from = next.get(section.client) ?? 0;
    let index = from;
    let blockedOn: number | null = null;
    for (; index < section.structs.length; index++) {
      const struct = section.structs[index] as Struct;
      const end = struct.id.clock + struct.length;
      if (end <= section.known) continue;
      if (struct instanceof Y.Skip) return null;
      blockedOn = struct instanceof Y.Item ? missingClient(struct, stateOf) : null;
      if (blockedOn !== null) break;
      order.push(struct);
      reached.set(section.client, end);
    }
    next.set(section.client, index);
    if (blockedOn === null) open--;
    else if (blockedOn === section.client || !sections.has(blockedOn)) return null;
    else waiting.set(blockedOn, [...(waiting.get(blockedOn) ?? []), section]);
    const woken = waiting.get(section.client);
    if (woken !== undefined && index > from) {
      waiting.delete(section.client);
      ready.push(...woken);
    }
  }
  return open === 0 ? order : null;
}

/** The client of which something is missing before `item` can be integrated. A reference to itself or later is missing for ever. */
function missingClient(item: Y.Item, stateOf: (client: number) => number): number | null {
  for (const id of [item.origin, item.rightOrigin, item.parent instanceof Y.ID ? item.parent : null]) {
    if (id === null) continue;
    const limit = id.client === item.id.client ? item.id.clock : stateOf(id.client);
    if (id.clock >= limit) return id.client;
  }
  return null;
}

/** Whether every deleted stretch is of something that is there, or comes with the update. */
export function deletesWhatExists(deletes: DeleteSet, sections: Sections, store: Y.Doc["store"]): boolean {
  for (const [client, ranges] of deletes.clients) {
    const end = Math.max(Y.getState(store, client), sections.get(client)?.end ?? 0);
    for (const range of ranges) if (range.clock + range.len > end) return false;
  }
  return true;
}

/** Whether the document has all these deletions already. */
export function knowsDeletes(deletes: DeleteSet, store: Y.Doc["store"]): boolean {
  for (const [client, ranges] of deletes.clients) {
    const structs = store.clients.get(client);
    for (const range of ranges) {
      if (range.len === 0) continue;
      if (structs === undefined || range.clock + range.len > Y.getState(store, client)) return false;
      let index = Y.findIndexSS(structs, range.clock);
      for (; index < structs.length; index++) {
        const struct = structs[index] as Y.Item | Y.GC;
        if (struct.id.clock >= range.clock + range.len) break;
        if (!struct.deleted) return false;
      }
    }
  }
  return true;
}

export type DeleteSet = ReturnType<typeof Y.decodeUpdate>["ds"];
