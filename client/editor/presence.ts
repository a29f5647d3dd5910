/**
 * Who is in the document and where: our own caret on its way out (at most ten
 * times a second, as the room allows), the others' carets and names over the
 * sheet. Names and colours are those the server wrote into the states.
 */
import type { LexicalEditor, NodeKey } from "lexical";
import { $getNodeByKey, $isTextNode, BLUR_COMMAND, COMMAND_PRIORITY_LOW, FOCUS_COMMAND } from "lexical";
import type { Awareness } from "y-protocols/awareness";
import type { DocumentBinding, LocatedSelection } from "../../collab/document/binding.ts";
import type { AccountId, Cid } from "../../domain/ids.ts";
import { isCid } from "../../domain/ids.ts";
import type { PersonPresent } from "./editor-session.ts";
import { makeSubject, type Observable } from "./observable.ts";

const MIN_INTERVAL_MS = 120;
const COLOURS = 8;

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
    getStates: () => awareness.getStates(),
    stop: () => clearTimeout(timer),
  };
}

export interface Presence {
  readonly people: Observable<readonly PersonPresent[]>;
  /** Others whose caret stands in one of these clauses. */
  othersIn(cids: readonly Cid[]): readonly PersonPresent[];
  /** Draws the carets into `container` (positioned, over the sheet); null stops. */
  setContainer(container: HTMLElement | null): void;
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
): Presence {
  const people = makeSubject<readonly PersonPresent[]>([], (a, b) => JSON.stringify(a) === JSON.stringify(b));
  let container: HTMLElement | null = null;
  let frame = 0;
  let lastDrawn = "";

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
        colour: ((typeof colour === "number" ? colour : 0) % COLOURS) + 1,
        self: clientId === awareness.clientID,
        cid: isCid(cid) ? cid : null,
      });
    }
    people.set(present);
    schedule();
  };
  const schedule = () => {
    if (frame === 0 && container !== null) frame = requestAnimationFrame(draw);
  };
  const draw = () => {
    frame = 0;
    const root = editor.getRootElement();
    if (container === null || root === null) return;
    const marks: HTMLElement[] = [];
    const states = awareness.getStates();
    for (const person of people.get()) {
      const state = states.get(person.clientId);
      if (person.self || !state?.["focusing"]) continue;
      const located = editor.read(() => binding.$locate(state));
      const range = located && editor.read(() => domRange(editor, located));
      if (range) marks.push(...cursorMarks(range, person, container.getBoundingClientRect()));
    }
    // Most keys move nobody else's caret: what stands already is not laid out again.
    const drawn = marks.map((mark) => mark.outerHTML).join("");
    if (drawn === lastDrawn) return;
    lastDrawn = drawn;
    container.replaceChildren(...marks);
  };

  awareness.on("change", read);
  const focusing = (value: boolean) => () => {
    local.setLocalStateField("focusing", value);
    return false;
  };
  const stops = [
    () => awareness.off("change", read),
    editor.registerUpdateListener(schedule),
    editor.registerCommand(FOCUS_COMMAND, focusing(true), COMMAND_PRIORITY_LOW),
    editor.registerCommand(BLUR_COMMAND, focusing(false), COMMAND_PRIORITY_LOW),
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
    standIn: (cid) => {
      if (local.getLocalState()?.["cid"] !== cid) local.setLocalStateField("cid", cid);
    },
    dispose: () => {
      cancelAnimationFrame(frame);
      stops.forEach((stop) => stop());
    },
  };
}

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
    caret.append(name);
  }
  return marks;
}
