/** One editor session for the parts of its page: its values as signals, its commands as they are. */
import { createContext, createMemo, createSignal, onCleanup, useContext, type Accessor } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import type { NumberFinding } from "../../domain/clauses/number-findings.ts";
import type { Cid } from "../../domain/ids.ts";
import type { ReferenceState } from "../../domain/references/reference-states.ts";
import { calmSaveState } from "./calm-save-state.ts";
import type {
  Announcement,
  CaretState,
  EditorSession,
  OutlineEntry,
  PersonPresent,
  SaveState,
  SlashMenuState,
  SoftLockQuestion,
} from "./editor-session.ts";
import type { Observable } from "./observable.ts";

export interface EditorValue {
  readonly session: EditorSession;
  readonly editable: Accessor<boolean>;
  readonly saved: Accessor<SaveState>;
  /** One entry per account: somebody with two windows is one person. */
  readonly people: Accessor<readonly PersonPresent[]>;
  /** Items keep their identity while their words change. */
  readonly outline: readonly OutlineEntry[];
  readonly caret: Accessor<CaretState | null>;
  readonly history: Accessor<{ readonly canUndo: boolean; readonly canRedo: boolean }>;
  /** References that are shifted, broken or unbound. */
  readonly findings: Accessor<readonly ReferenceState[]>;
  /** Numbers that counting would not give. */
  readonly numbering: Accessor<readonly NumberFinding[]>;
  /** Whether the text has been looked at: until then there is nothing to say about findings. */
  readonly checked: Accessor<boolean>;
  /** References and numbers together. */
  readonly findingCount: Accessor<number>;
  readonly slashMenu: Accessor<SlashMenuState | null>;
  readonly question: Accessor<SoftLockQuestion | null>;
  readonly announcement: Accessor<Announcement | null>;
  readonly tableEditing: Accessor<Cid | null>;
  /** The outline entry in which the caret stands. */
  readonly currentEntry: Accessor<Cid | null>;
  /** The others by the outline entry in which they stand. */
  readonly peopleByEntry: Accessor<ReadonlyMap<Cid, readonly PersonPresent[]>>;
}

export const EditorContext = createContext<EditorValue>();

export function useEditor(): EditorValue {
  const value = useContext(EditorContext);
  if (!value) throw new Error("useEditor: this part is rendered outside the editor page.");
  return value;
}

/** Menus open inside the page's main part, so that they belong to a landmark as their buttons do. */
export const menuPlace = (): HTMLElement =>
  document.querySelector<HTMLElement>(".editor-page") ?? document.body;

function createObserved<T>(observable: Observable<T>): Accessor<T> {
  const [value, setValue] = createSignal<T>(observable.get());
  onCleanup(observable.subscribe((next) => setValue(() => next)));
  return value;
}

/** Reads every value of `session` until the owner is disposed; does not dispose the session. */
export function createEditorValue(session: EditorSession): EditorValue {
  const everyone = createObserved(session.people);
  const saved = calmSaveState(session.saved);
  onCleanup(saved.stop);
  const caret = createObserved(session.caret);
  const references = createObserved(session.references);
  const numbers = createObserved(session.numbering);
  const findings = createMemo(() => references().filter(({ state }) => state !== "ok"));
  const [outline, setOutline] = createStore<{ entries: OutlineEntry[] }>({ entries: [] });
  // Where a clause belongs changes with the order as well, of which the outline tells.
  const [turn, setTurn] = createSignal(0);
  onCleanup(
    session.outline.subscribe((entries) => {
      setOutline("entries", reconcile([...entries], { key: "cid" }));
      setTurn((n) => n + 1);
    }),
  );

  const people = createMemo(() => {
    const byAccount = new Map<string, PersonPresent>();
    for (const person of everyone()) {
      const known = byAccount.get(person.accountId);
      // Of several windows the one that is here, else the one with a caret, speaks for the person.
      if (!known || person.self || (!known.self && known.cid === null))
        byAccount.set(person.accountId, person);
    }
    return [...byAccount.values()];
  });

  const entryOf = createMemo(() => {
    turn();
    const entries = new Set(outline.entries.map((entry) => entry.cid));
    return (cid: Cid): Cid | null => {
      const clauses = session.clauses();
      for (let at = clauses.findIndex((clause) => clause.cid === cid); at >= 0; at--) {
        const above = clauses[at]?.cid;
        if (above !== undefined && entries.has(above)) return above;
      }
      return null;
    };
  });
  const caretCid = createMemo(() => caret()?.cid ?? null);

  return {
    session,
    editable: createObserved(session.editable),
    saved: createObserved(saved.state),
    people,
    get outline() {
      return outline.entries;
    },
    caret,
    history: createObserved(session.history),
    findings,
    numbering: () => numbers() ?? [],
    checked: () => numbers() !== null,
    findingCount: () => findings().length + (numbers()?.length ?? 0),
    slashMenu: createObserved(session.slashMenu),
    question: createObserved(session.question),
    announcement: createObserved(session.announcement),
    tableEditing: createObserved(session.tableEditing),
    currentEntry: createMemo(() => {
      const cid = caretCid();
      return cid === null ? null : entryOf()(cid);
    }),
    peopleByEntry: createMemo(() => {
      const byEntry = new Map<Cid, PersonPresent[]>();
      for (const person of people()) {
        if (person.self || person.cid === null) continue;
        const entry = entryOf()(person.cid);
        if (entry !== null) byEntry.set(entry, [...(byEntry.get(entry) ?? []), person]);
      }
      return byEntry;
    }),
  };
}
