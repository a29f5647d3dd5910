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

/** How far a section has come, and up to which clock somebody waits for it. */
interface Walk {
  readonly section: Section;
  /** Its next struct. */
  index: number;
  /** Clock after the last that is in order. */
  reached: number;
  /** It waits for another one, or is being walked. */
  onPath: boolean;
}

/**
 * All structs that the document does not have yet, in an order in which each
 * comes after what it refers to; null when there is none (something is missing,
 * or the parts wait for each other). Takes as many steps as there are
 * references, in whatever order they come.
 */
export function integrationOrder(sections: Sections, store: Y.Doc["store"]): readonly Struct[] | null {
  const walks = new Map<number, Walk>();
  for (const section of sections.values()) {
    if (section.start > section.known) return null;
    walks.set(section.client, { section, index: 0, reached: section.known, onPath: false });
  }
  const stateOf = (client: number): number => walks.get(client)?.reached ?? Y.getState(store, client);
  const order: Struct[] = [];
  for (const first of walks.values()) {
    // Each waits for the clock that the next one is to reach.
    const path = [{ walk: first, goal: Infinity }];
    first.onPath = true;
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const missing = advance(step.walk, step.goal, stateOf, order);
      if (missing === "never") return null;
      if (missing === null) {
        step.walk.onPath = false;
        path.pop();
        continue;
      }
      const other = walks.get(missing.client);
      if (other === undefined || other.onPath || missing.clock >= other.section.end) return null;
      other.onPath = true;
      path.push({ walk: other, goal: missing.clock });
    }
  }
  return order;
}

/** Goes on until clock `goal` is in order or the section ends (null), or to what must come first. */
function advance(
  walk: Walk,
  goal: number,
  stateOf: (client: number) => number,
  order: Struct[],
): Y.ID | "never" | null {
  const { structs, known } = walk.section;
  for (; walk.index < structs.length && walk.reached <= goal; walk.index++) {
    const struct = structs[walk.index] as Struct;
    const end = struct.id.clock + struct.length;
    if (end <= known) continue;
    if (struct instanceof Y.Skip) return "never";
    const missing = struct instanceof Y.Item ? missingFor(struct, stateOf) : null;
    if (missing !== null) return missing;
    order.push(struct);
    walk.reached = end;
  }
  return null;
}

/** What must be there before `item` can be integrated. A reference to itself or later is missing for ever. */
function missingFor(item: Y.Item, stateOf: (client: number) => number): Y.ID | null {
  for (const id of [item.origin, item.rightOrigin, item.parent instanceof Y.ID ? item.parent : null]) {
    if (id === null) continue;
    const limit = id.client === item.id.client ? item.id.clock : stateOf(id.client);
    if (id.clock >= limit) return id;
  }
  return null;
}

/** Whether deletions are in order and none is said twice, as Yjs writes them: what repeats itself costs without end. */
export function deletesAreInOrder(deletes: DeleteSet): boolean {
  for (const ranges of deletes.clients.values()) {
    let end = 0;
    for (const { clock, len } of ranges) {
      if (clock < end) return false;
      end = clock + len;
    }
  }
  return true;
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
