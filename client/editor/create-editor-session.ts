/**
 * Puts the editor together: document, local copy, connection, and what typing,
 * history, presence, references and menus need. Order matters: the editor is
 * bound to an empty document, then the local copy is loaded, then the
 * connection opens.
 */
import { registerRichText } from "@lexical/rich-text";
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  BLUR_COMMAND,
  COMMAND_PRIORITY_LOW,
  FORMAT_TEXT_COMMAND,
  type LexicalEditor,
} from "lexical";
import { ulid } from "ulid";
import { Awareness } from "y-protocols/awareness";
import { Doc, encodeStateAsUpdate } from "yjs";
import { bindDocument } from "../../collab/document/binding.ts";
import { createDocumentEditor } from "../../collab/document/extension.ts";
import { $isClauseNode } from "../../collab/document/nodes.ts";
import { $clauseOf } from "../../collab/document/operations.ts";
import { citationOf } from "../../domain/clauses/citation.ts";
import {
  indented,
  insertableShapes,
  movableUnits,
  moveTargets,
  outdented,
  type Shape,
} from "../../domain/clauses/editing.ts";
import type { AccountId, Cid, PolicyId } from "../../domain/ids.ts";
import { gazetteLines, outlineOf, type OutlineEntry } from "../clauses/gazette-lines.ts";
import { registerClipboard } from "./clipboard.ts";
import { makeConnection } from "./connection.ts";
import type { CaretState, EditorSession, SoftLockQuestion } from "./editor-session.ts";
import { registerHistory, type Move } from "./history.ts";
import { openLocalCopy, type LocalCopy } from "./local-copy.ts";
import { registerMarginLabels } from "./margin-labels.ts";
import { makeSubject } from "./observable.ts";
import { registerPresence, throttledAwareness } from "./presence.ts";
import { registerReferences } from "./reference-marks.ts";
import { registerSlashMenu } from "./slash-menu.ts";
import { registerStructure } from "./structure.ts";
import { $insertAfterUnit } from "./insert-unit.ts";
import { $becomeShape, registerTyping } from "./typing.ts";

export interface EditorSessionOptions {
  readonly policyId: PolicyId;
  readonly account: { readonly id: AccountId; readonly name: string };
  readonly epoch: number;
  readonly mayWrite: boolean;
  /** Without the policy: `wss://host/collab`. */
  readonly socketUrl: string;
  /** Asks the server to move clauses; answers with the command that undoes it. */
  move(command: Move): Promise<Move>;
  /** Words that find a shape in the slash menu. */
  nameOf(shape: Shape): string;
}

export function createEditorSession(options: EditorSessionOptions): EditorSession {
  const { policyId, account, mayWrite } = options;
  const newCid = () => ulid() as Cid;
  const editor = createDocumentEditor({ newCid });
  const doc = new Doc();
  const awareness = new Awareness(doc);
  const local = throttledAwareness(awareness);
  const announcement = makeSubject<{ code: string; name?: string } | null>(null);
  const announce = (code: string, name?: string) =>
    announcement.set(name === undefined ? { code } : { code, name });
  const binding = bindDocument({
    editor,
    doc,
    awareness: local,
    onFault: (_error, rebuilt) => announce(rebuilt ? "editor-rebuilt" : "editor-broken"),
  });
  editor.setEditable(mayWrite);

  const structure = registerStructure(editor);
  const presence = registerPresence(editor, binding, awareness, local, account);
  const question = makeSubject<SoftLockQuestion | null>(null);
  const guard = (cids: readonly Cid[], act: SoftLockQuestion["act"], go: () => void) => {
    const people = [...new Set(presence.othersIn(cids).map(({ name }) => name))];
    if (people.length === 0) return go();
    question.set({
      act,
      people,
      answer: (goOn) => {
        question.set(null);
        if (goOn) go();
        editor.focus();
      },
    });
  };
  const beforeStep = () => binding.stopCapturing();
  const history = registerHistory(editor, binding, options.move, () => announce("undo-failed"));
  const slash = registerSlashMenu(editor, { structure, nameOf: options.nameOf, beforeStep });
  const references = registerReferences(editor, binding, structure);
  const outline = makeSubject<readonly OutlineEntry[]>([]);
  const caret = makeSubject<CaretState | null>(null, (a, b) => JSON.stringify(a) === JSON.stringify(b));
  const editable = makeSubject(mayWrite);

  const readOutline = () => {
    const { clauses, numbering } = structure.derived();
    outline.set(outlineOf(gazetteLines(clauses, numbering.labels)));
  };
  const readCaret = () => {
    const found = editor.read(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return null;
      const key = $clauseOf(selection.focus.getNode())?.getKey();
      return key === undefined
        ? null
        : { key, bold: selection.hasFormat("bold"), italic: selection.hasFormat("italic") };
    });
    const index = found ? structure.indexOfKey(found.key) : -1;
    const clause = structure.clauses[index];
    if (!found || !clause) return;
    const derived = structure.derived();
    const { clauses, tree } = derived;
    const targets = moveTargets(clauses, index, tree);
    presence.standIn(clause.cid);
    caret.set({
      cid: clause.cid,
      kind: clause.kind,
      level: clause.level,
      citation: citationOf(derived, index),
      bold: found.bold,
      italic: found.italic,
      canIndent: indented(clauses, index, tree) !== null,
      canOutdent: outdented(clauses, index, tree) !== null,
      canMoveUp: targets.up !== null,
      canMoveDown: targets.down !== null,
      insertable: insertableShapes(clauses, index, tree),
    });
  };
  // What stands beside the text may come a frame later than the text itself.
  let caretFrame = 0;
  const scheduleCaret = () => {
    if (caretFrame !== 0) return;
    caretFrame = requestAnimationFrame(() => {
      caretFrame = 0;
      readCaret();
    });
  };

  const stops = [
    registerRichText(editor),
    registerMarginLabels(editor, structure),
    registerTyping(editor, { guard, beforeStep }),
    registerClipboard(editor, { policyId, structure, newCid, beforeStep, guard, announce }),
    structure.onChange(({ structural, headings }) => {
      if (structural || headings) readOutline();
    }),
    editor.registerUpdateListener(scheduleCaret),
    editor.registerCommand(
      BLUR_COMMAND,
      () => {
        beforeStep();
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
  ];

  let copy: LocalCopy | null = null;
  let disposed = false;
  let connection: ReturnType<typeof makeConnection> | null = null;
  const saved = makeSubject<ReturnType<EditorSession["saved"]["get"]>>({ state: "loading" });
  // A reader has no local copy to wait for: everything it uses must be there by now.
  const connectionReady = openDocument();

  async function openDocument(): Promise<void> {
    // A reader's copy would only bring back what they may no longer send.
    if (mayWrite) copy = await openLocalCopy(doc, { policyId, epoch: options.epoch, accountId: account.id });
    if (disposed) return;
    connection = makeConnection({
      doc,
      awareness,
      socketUrl: options.socketUrl,
      policyId,
      epoch: options.epoch,
      unsentBefore: copy?.unsentBefore ?? 0,
    });
    connection.saved.subscribe((state) => {
      saved.set(state);
      copy?.noteUnsent("pending" in state ? state.pending : 0);
      if (state.state === "refused") {
        editor.setEditable(false);
        editable.set(false);
      }
    });
    connection.connect();
  }

  const warn = (event: BeforeUnloadEvent) => {
    const state = saved.get();
    // Offline work waits on this device: leaving loses nothing where there is a copy.
    if ("pending" in state && state.pending > 0 && (state.state !== "offline" || copy === null))
      event.preventDefault();
  };
  addEventListener("beforeunload", warn);

  const onShapes = (decide: typeof indented) => () => {
    beforeStep();
    editor.update(() => {
      const selection = $getSelection();
      const clause = $isRangeSelection(selection) ? $clauseOf(selection.anchor.getNode()) : null;
      if (clause === null) return;
      const shape = decide(structure.clauses, structure.indexOfKey(clause.getKey()));
      if (shape) $becomeShape(clause, shape);
    });
    editor.focus();
  };
  const atCaret = (act: (clause: NonNullable<ReturnType<typeof $clauseOf>>) => void) => {
    beforeStep();
    editor.update(() => {
      const selection = $getSelection();
      const clause = $isRangeSelection(selection) ? $clauseOf(selection.anchor.getNode()) : null;
      if (clause !== null) act(clause);
    });
    editor.focus();
  };

  return {
    mount: (element) => mount(editor, element, presence.setContainer),
    editable,
    saved,
    people: presence.people,
    outline,
    caret,
    history: history.state,
    references: references.states,
    slashMenu: slash.state,
    question,
    announcement,
    clauses: () => structure.clauses,
    focus: () => editor.focus(),
    jumpTo: (cid, withCaret = true) => {
      const key = structure.keyOfCid(cid);
      const element = key === null ? null : editor.getElementByKey(key);
      if (key === null || element === null) return;
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      element.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
      if (!withCaret || !editor.isEditable()) return;
      editor.update(() => {
        const node = $getNodeByKey(key);
        if ($isClauseNode(node)) node.selectStart();
      });
      editor.focus();
    },
    undo: history.undo,
    redo: history.redo,
    toggleBold: () => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, "bold"),
    toggleItalic: () => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, "italic"),
    indent: onShapes(indented),
    outdent: onShapes(outdented),
    setShape: (shape) => atCaret((clause) => $becomeShape(clause, shape)),
    insertAfter: (shape) => atCaret((clause) => $insertAfterUnit(structure, clause, shape)),
    chooseSlashItem: slash.choose,
    closeSlashMenu: slash.close,
    moveUnit: async (direction, cid) => {
      const index =
        cid === undefined ? structure.indexOfCid(caret.get()?.cid ?? ("" as Cid)) : structure.indexOfCid(cid);
      const { clauses, tree } = structure.derived();
      const target = moveTargets(clauses, index, tree)[direction];
      if (target === null) return announce("move-nowhere");
      const { start, end } = movableUnits(clauses, index, tree);
      const cids = clauses.slice(start, end).map((clause) => clause.cid);
      await new Promise<void>((resolve) => {
        let asked = false;
        guard(cids, "move", () => {
          asked = true;
          void moveNow({ cids, before: target.before }).finally(resolve);
        });
        if (!asked) resolve();
      });
    },
    correctReferences: (which) => references.correct(which ?? references.states.get()),
    settled: (timeoutMs) => settled(saved, timeoutMs),
    exportUnsent: () =>
      new Blob(
        [
          JSON.stringify({
            policyId,
            epoch: options.epoch,
            clauses: structure.clauses,
            update: [...encodeStateAsUpdate(doc)],
          }),
        ],
        { type: "application/json" },
      ),
    dispose: () => {
      disposed = true;
      removeEventListener("beforeunload", warn);
      cancelAnimationFrame(caretFrame);
      slash.dispose();
      references.dispose();
      history.dispose();
      presence.dispose();
      stops.forEach((stop) => stop());
      structure.dispose();
      binding.dispose();
      connection?.dispose();
      void connectionReady.then(() => copy?.dispose()).finally(() => doc.destroy());
      editor.dispose();
    },
  };

  async function moveNow(command: Move): Promise<void> {
    // The server moves what it has: everything typed here must be there first.
    if (!(await settled(saved, 5_000))) return announce("move-offline");
    try {
      history.moved(await options.move(command));
      announce("moved");
    } catch {
      announce("move-failed");
    }
  }
}

function mount(
  editor: LexicalEditor,
  element: HTMLElement,
  setCursors: (container: HTMLElement | null) => void,
): () => void {
  const text = document.createElement("div");
  text.className = "sheet-text";
  text.contentEditable = String(editor.isEditable());
  text.lang = "id";
  text.spellcheck = false;
  text.setAttribute("role", "textbox");
  text.setAttribute("aria-multiline", "true");
  if (!editor.isEditable()) text.setAttribute("aria-readonly", "true");
  const label = element.getAttribute("aria-label");
  if (label !== null) text.setAttribute("aria-label", label);
  const cursors = document.createElement("div");
  cursors.className = "peer-cursors";
  cursors.setAttribute("aria-hidden", "true");
  element.replaceChildren(text, cursors);
  editor.setRootElement(text);
  // Until somebody clicks there is no caret: the first focus begins at the top.
  editor.update(() => $setSelection(null), { tag: "skip-dom-selection" });
  setCursors(cursors);
  const stop = editor.registerEditableListener((now) => {
    text.contentEditable = String(now);
    text.setAttribute("aria-readonly", String(!now));
  });
  return () => {
    stop();
    setCursors(null);
    editor.setRootElement(null);
    element.replaceChildren();
  };
}

function settled(saved: EditorSession["saved"], timeoutMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (result: boolean) => {
      clearTimeout(timer);
      queueMicrotask(() => stop());
      resolve(result);
    };
    const timer = setTimeout(() => done(false), timeoutMs);
    const stop = saved.subscribe((state) => {
      if (state.state === "saved") done(true);
      if (state.state === "refused") done(false);
    });
  });
}
