/**
 * What the editor page sees of the editor: values to show and commands to give.
 * Framework-free; `create-editor-session.ts` makes one, the Solid page mounts it.
 */
import type { Clause, ClauseKind, TableValue } from "../../domain/clauses/clause.ts";
import type { NumberFinding } from "../../domain/clauses/number-findings.ts";
import type { Shape } from "../../domain/clauses/shapes.ts";
import type { AccountId, Cid } from "../../domain/ids.ts";
import type { ReferenceState } from "../../domain/references/reference-states.ts";
import type { OutlineEntry } from "../../domain/clauses/gazette-lines.ts";
import type { Observable } from "./observable.ts";

export type { OutlineEntry } from "../../domain/clauses/gazette-lines.ts";

/** How the work stands between this device and the server. `pending` counts sync frames not yet acknowledged. */
export type SaveState =
  | { readonly state: "loading" }
  | { readonly state: "saved" }
  | { readonly state: "saving"; readonly pending: number }
  | { readonly state: "offline"; readonly pending: number }
  /** The server does not take it any more (rights, epoch, old client): it is kept here and can be downloaded. */
  | { readonly state: "refused"; readonly code: number; readonly pending: number };

export interface PersonPresent {
  readonly clientId: number;
  readonly accountId: AccountId;
  readonly name: string;
  /** 1 to 8: an index into the eight hues of people. */
  readonly colour: number;
  readonly self: boolean;
  /** The clause their caret stands in. */
  readonly cid: Cid | null;
}

export interface CaretState {
  readonly cid: Cid;
  readonly kind: ClauseKind;
  readonly level: number;
  /** "Pasal 7 ayat (1) huruf a" */
  readonly citation: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly canIndent: boolean;
  readonly canOutdent: boolean;
  readonly canMoveUp: boolean;
  readonly canMoveDown: boolean;
  /** Shapes that the slash menu and the toolbar may offer here. */
  readonly insertable: readonly Shape[];
}

/** The slash menu, open at the caret. Arrow keys and Enter are handled by the session; the page draws it. */
export interface SlashMenuState {
  readonly query: string;
  readonly items: readonly Shape[];
  readonly active: number;
  /** In viewport pixels: where the caret is. */
  readonly at: { readonly left: number; readonly top: number; readonly bottom: number };
}

export interface Announcement {
  readonly code: string;
  /** `moved`: the citations of what was moved, where they changed. */
  readonly from?: string;
  readonly to?: string;
}

/** Something a person should be asked before it happens: the clause holds somebody else's caret. */
export interface SoftLockQuestion {
  readonly act: "remove" | "join" | "move";
  readonly people: readonly string[];
  answer(goOn: boolean): void;
}

export interface EditorSession {
  /** Mounts into an empty element that is positioned (the cursors are drawn inside). Returns how to unmount. */
  mount(element: HTMLElement): () => void;
  readonly editable: Observable<boolean>;
  readonly saved: Observable<SaveState>;
  /** What was shown here when the room turned out to have another text; nothing is written any more then. */
  readonly diverged: Observable<readonly Clause[] | null>;
  /** Ends the connection and deletes the copy on this device. */
  abandon(): Promise<void>;
  readonly people: Observable<readonly PersonPresent[]>;
  readonly outline: Observable<readonly OutlineEntry[]>;
  readonly caret: Observable<CaretState | null>;
  readonly history: Observable<{ readonly canUndo: boolean; readonly canRedo: boolean }>;
  /** Broken, shifted and unbound references of the text as it stands; recomputed when idle. */
  readonly references: Observable<readonly ReferenceState[]>;
  /** Fixed numbers that counting would not give; recomputed when idle. Null until the text was looked at for the first time. */
  readonly numbering: Observable<readonly NumberFinding[] | null>;
  readonly slashMenu: Observable<SlashMenuState | null>;
  readonly question: Observable<SoftLockQuestion | null>;
  /** A sentence code to announce politely (aria-live), for example that somebody joined or that a move failed. */
  readonly announcement: Observable<Announcement | null>;

  /** The `tabel` that the dialog is open for. */
  readonly tableEditing: Observable<Cid | null>;

  clauses(): readonly Clause[];
  focus(): void;
  /** Scrolls to a clause and puts the caret there when `caret`. */
  jumpTo(cid: Cid, caret?: boolean): void;
  undo(): void;
  redo(): void;
  toggleBold(): void;
  toggleItalic(): void;
  indent(): void;
  outdent(): void;
  setShape(shape: Shape): void;
  insertAfter(shape: Shape): void;
  chooseSlashItem(index: number): void;
  closeSlashMenu(): void;
  /** Moves the unit under the caret (a heading with its subtree) by a server command; undo takes it back by its inverse. */
  moveUnit(direction: "up" | "down", cid?: Cid): Promise<void>;
  /** Corrects the words of these references (all shifted ones when left out): an edit of this person, one step of undo. */
  correctReferences(which?: readonly ReferenceState[]): number;
  /** A person confirms that these unbound words mean what they name: they become a reference, in one step of undo. */
  bindReference(state: ReferenceState): void;
  /** Lets these clauses be counted again, in one step of undo; returns how many had a fixed number. */
  renumber(cids: readonly Cid[]): number;
  /** Gives a clause other words, as an edit of this person in one step of undo; false where nothing changed. */
  replaceWords(cid: Cid, words: string): boolean;
  /** Resolves when all is acknowledged, false after `timeoutMs`. */
  settled(timeoutMs: number): Promise<boolean>;
  /** Opens the dialog for a `tabel`. */
  editTable(cid: Cid): void;
  closeTable(): void;
  /** The cells of a `tabel`; null while it has none. */
  tableOf(cid: Cid): TableValue | null;
  /** Gives a `tabel` other cells, in one step of undo; false when they are too many or it is gone. */
  setTable(cid: Cid, value: TableValue): boolean;
  /** The text and all changes of this device as a file to download, under these sentences. */
  exportUnsent(words: { readonly heading: string; readonly changesHeading: string }): Blob;
  /** Ends the session and frees everything; the local copy stays. */
  dispose(): void;
}
