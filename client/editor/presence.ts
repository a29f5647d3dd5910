/**
 * Who is in the document and where: our own caret on its way out (at most ten
 * times a second, as the room allows), the others' carets and names over the
 * sheet. Names and colours are those the server wrote into the states.
 */
import type { LexicalEditor, NodeKey } from "lexical";
import { $getNodeByKey, $isTextNode } from "lexical";
import type { Awareness } from "y-protocols/awareness";
import type { DocumentBinding } from "../../collab/document/binding.ts";
import type { LocatedSelection } from "../../collab/document/located-selection.ts";
import type { AccountId, Cid } from "../../domain/ids.ts";
import { isCid } from "../../domain/ids.ts";
import type { PersonPresent } from "./editor-session.ts";
import type { FramePace } from "./frame-pace.ts";
import { makeSubject, type Observable } from "./observable.ts";

const MIN_INTERVAL_MS = 120;
const COLOURS = 8;
/** `.peer-name` in the style sheet is no wider: 14rem. */
const NAME_MAX_PX = 224;
/** So long after a caret last moved its name is shown. */
const NAME_MS = 3_000;

/** The part of `Awareness` that the binding writes through, slowed down to what the room accepts. */
export function throttledAwareness(awareness: Awareness) {
  let waiting: Record<string, unknown> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    if (waiting === null) return;
    // Somebody who left (null) stays away.
    if (awareness.getLocalState() !== null) awareness.setLocalState(waiting);
    waiting = null;
    timer = setTimeout(flush, MIN_INTERVAL_MS);
  };
  const set = (state: Record<string, unknown> | null) => {
    waiting = state;
    if (timer === undefined) flush();
  };
  return {
    getLocalState: () => waiting ?? awareness.getLocalState(),
    setLocalState: set,
    setLocalStateField: (field: string, value: unknown) =>
      set({ ...(waiting ?? awareness.getLocalState()), [field]: value }),
    stop: () => clearTimeout(timer),
  };
}

export interface Presence {
  readonly people: Observable<readonly PersonPresent[]>;
  /** Others whose caret stands in one of these clauses. */
  othersIn(cids: readonly Cid[]): readonly PersonPresent[];
  /** Draws the carets into `container` (positioned, over the sheet); null stops. */
  setContainer(container: HTMLElement | null): void;
  /** Takes our own colour from what the server made of our state. */
  hearOwn(state: Readonly<Record<string, unknown>>): void;
  /** Says in which clause our own caret stands. */
  standIn(cid: Cid | null): void;
  dispose(): void;
}

export function registerPresence(
  editor: LexicalEditor,
  binding: DocumentBinding,
  awareness: Awareness,
  local: ReturnType<typeof throttledAwareness>,
  self: { readonly id: AccountId; readonly name: string },
  pace: FramePace,
): Presence {
  const people = makeSubject<readonly PersonPresent[]>([], (a, b) => JSON.stringify(a) === JSON.stringify(b));
  let container: HTMLElement | null = null;
  let scheduled = false;
  let lastDrawn = "";
  let ownColour: number | null = null;
  /** By client: the place of its caret and since when it stands there, in milliseconds. */
  const stands = new Map<number, { readonly at: string; readonly since: number }>();
  let quieting: ReturnType<typeof setTimeout> | undefined;

  awareness.setLocalState({
    user: { id: self.id, name: self.name, colour: 0 },
    name: self.name,
    color: "",
    awarenessData: {},
    anchorPos: null,
    focusPos: null,
    focusing: false,
    cid: null,
  });

  /** Until the server has told ours: a colour that nobody else here wears. */
  const free = () => {
    const worn = new Set<unknown>();
    for (const [clientId, { user }] of awareness.getStates()) {
      if (clientId !== awareness.clientID)
        worn.add((user as { colour?: unknown } | null | undefined)?.colour);
    }
    return Array.from({ length: COLOURS }, (_, colour) => colour).find((colour) => !worn.has(colour)) ?? 0;
  };
  const read = () => {
    const present: PersonPresent[] = [];
    for (const [clientId, state] of awareness.getStates()) {
      const { user, cid } = state as { user?: unknown; cid?: unknown };
      if (typeof user !== "object" || user === null) continue;
      const { id, name, colour } = user as { id?: unknown; name?: unknown; colour?: unknown };
      if (typeof id !== "string" || typeof name !== "string") continue;
      present.push({
        clientId,
        accountId: id as AccountId,
        name,
        colour: hueOf(clientId === awareness.clientID ? (ownColour ?? free()) : colour),
        self: clientId === awareness.clientID,
        cid: isCid(cid) ? cid : null,
      });
    }
    people.set(present);
    noteStands();
    schedule();
  };
  const noteStands = () => {
    const states = awareness.getStates();
    for (const clientId of stands.keys()) if (!states.has(clientId)) stands.delete(clientId);
    for (const [clientId, { anchorPos, focusPos }] of states) {
      const at = JSON.stringify([anchorPos, focusPos]);
      if (stands.get(clientId)?.at !== at) stands.set(clientId, { at, since: Date.now() });
    }
  };
  /** Names of carets that stand still fade, those of moving ones show; comes again when the next one is due. */
  const quiet = () => {
    clearTimeout(quieting);
    let next = Number.POSITIVE_INFINITY;
    for (const name of container?.querySelectorAll<HTMLElement>(".peer-name") ?? []) {
      const left = (stands.get(Number(name.dataset["client"]))?.since ?? 0) + NAME_MS - Date.now();
      name.toggleAttribute("data-quiet", left <= 0);
      if (left > 0) next = Math.min(next, left);
    }
    if (next < Number.POSITIVE_INFINITY) quieting = setTimeout(quiet, next + 1);
  };
  const schedule = () => {
    if (scheduled || container === null) return;
    scheduled = true;
    // With what others did, in one frame; but one's own letter does not wait for others' carets.
    pace.inFrame(draw);
  };
  const draw = () => {
    scheduled = false;
    const root = editor.getRootElement();
    if (container === null || root === null) return;
    const marks: HTMLElement[] = [];
    const states = awareness.getStates();
    for (const person of people.get()) {
      const state = states.get(person.clientId);
      // A caret is shown where it was left, also of somebody who looks elsewhere for a while.
      if (person.self || !state) continue;
      const located = editor.read(() => binding.$locate(state));
      const range = located && editor.read(() => domRange(editor, located));
      if (range) marks.push(...cursorMarks(range, person, container.getBoundingClientRect()));
    }
    // Most keys move nobody else's caret: what stands already is not laid out again.
    const drawn = marks.map((mark) => mark.outerHTML).join("");
    if (drawn !== lastDrawn) {
      lastDrawn = drawn;
      // The order says which names cover which, the content is new: one that was quiet stays so without fading anew.
      const silent = new Set(
        Array.from(
          container.querySelectorAll<HTMLElement>("[data-quiet]"),
          ({ dataset }) => dataset["client"],
        ),
      );
      for (const mark of marks) {
        const name = mark.querySelector<HTMLElement>(".peer-name");
        if (name && silent.has(name.dataset["client"])) name.toggleAttribute("data-quiet", true);
      }
      container.replaceChildren(...marks);
    }
    quiet();
  };

  awareness.on("change", read);
  const stops = [
    () => awareness.off("change", read),
    editor.registerUpdateListener(schedule),
    () => removeEventListener("resize", schedule),
    () => local.stop(),
  ];
  addEventListener("resize", schedule);
  read();

  return {
    people,
    othersIn: (cids) =>
      people.get().filter(({ self: own, cid }) => !own && cid !== null && cids.includes(cid)),
    setContainer: (next) => {
      container?.replaceChildren();
      lastDrawn = "";
      container = next;
      schedule();
    },
    hearOwn: ({ user }) => {
      const colour = (user as { colour?: unknown } | null | undefined)?.colour;
      if (typeof colour !== "number" || colour === ownColour) return;
      ownColour = colour;
      read();
    },
    standIn: (cid) => {
      if (local.getLocalState()?.["cid"] !== cid) local.setLocalStateField("cid", cid);
    },
    dispose: () => {
      container = null;
      clearTimeout(quieting);
      stops.forEach((stop) => stop());
    },
  };
}

/** A colour of the server (from 0) as an index into the eight hues. */
const hueOf = (colour: unknown): number => ((typeof colour === "number" ? colour : 0) % COLOURS) + 1;

function domRange(editor: LexicalEditor, at: LocatedSelection): Range | null {
  const anchor = domPoint(editor, at.anchorKey, at.anchorOffset);
  const focus = domPoint(editor, at.focusKey, at.focusOffset);
  if (anchor === null || focus === null) return null;
  const range = document.createRange();
  range.setStart(...anchor);
  range.setEnd(...focus);
  // A selection made backwards collapses when its end is set: turn it round.
  if (range.collapsed && (at.anchorKey !== at.focusKey || at.anchorOffset !== at.focusOffset)) {
    range.setStart(...focus);
    range.setEnd(...anchor);
  }
  return range;
}

function domPoint(editor: LexicalEditor, key: NodeKey, offset: number): [Node, number] | null {
  const element = editor.getElementByKey(key);
  if (element === null) return null;
  if (!$isTextNode($getNodeByKey(key))) return [element, Math.min(offset, element.childNodes.length)];
  let inner: Node = element;
  while (inner.firstChild !== null) inner = inner.firstChild;
  return [inner, Math.min(offset, inner.textContent?.length ?? 0)];
}

/** At least as wide as the name is set, in CSS pixels, without asking the browser to lay it out. */
const nameWidth = (name: string): number => Math.min(NAME_MAX_PX, 12 + 8 * Array.from(name).length);

/** Tints for what is selected and a caret with a name at its end; styled by class and `data-colour`. */
function cursorMarks(range: Range, person: PersonPresent, origin: DOMRect): HTMLElement[] {
  const marks: HTMLElement[] = [];
  const put = (className: string, rect: { left: number; top: number; width: number; height: number }) => {
    const mark = document.createElement("span");
    mark.className = className;
    mark.dataset["colour"] = String(person.colour);
    mark.style.left = `${rect.left - origin.left}px`;
    mark.style.top = `${rect.top - origin.top}px`;
    mark.style.height = `${rect.height}px`;
    if (rect.width > 0) mark.style.width = `${rect.width}px`;
    marks.push(mark);
    return mark;
  };
  if (!range.collapsed) {
    for (const rect of [...range.getClientRects()].slice(0, 100)) put("peer-selection", rect);
  }
  const end = range.cloneRange();
  end.collapse(false);
  const rects = end.getClientRects();
  const host = end.endContainer;
  const box =
    rects[0] ?? (host instanceof Element ? host : host.parentElement)?.getBoundingClientRect() ?? null;
  if (box !== null) {
    const caret = put("peer-caret", {
      left: rects[0] ? box.right : box.left,
      top: box.top,
      width: 0,
      height: Math.min(box.height, 32),
    });
    const name = document.createElement("span");
    name.className = "peer-name";
    name.textContent = person.name;
    name.dataset["client"] = String(person.clientId);
    // At the right edge of the sheet the name stands to the left of its caret.
    const room = origin.right - (rects[0] ? box.right : box.left);
    if (room < nameWidth(person.name)) name.dataset["side"] = "left";
    caret.append(name);
  }
  return marks;
}
