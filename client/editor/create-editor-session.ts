/**
 * Puts the editor together: document, local copy, connection, and what typing,
 * history, presence, references and menus need. Order matters: the editor is
 * bound to an empty document, then the local copy is loaded, then the
 * connection opens.
 */
import { registerRichText } from "@lexical/rich-text";
import { $getNodeByKey, BLUR_COMMAND, COMMAND_PRIORITY_LOW, FORMAT_TEXT_COMMAND } from "lexical";
import { ulid } from "ulid";
import { Awareness } from "y-protocols/awareness";
import { Doc, encodeStateAsUpdate } from "yjs";
import { bindDocument } from "../../collab/document/binding.ts";
import { createDocumentEditor } from "../../collab/document/extension.ts";
import { $isClauseNode } from "../../collab/document/nodes.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import type { Shape } from "../../domain/clauses/editing.ts";
import type { AccountId, Cid, PolicyId } from "../../domain/ids.ts";
import { registerCaretFollowing } from "./caret-following.ts";
import { registerCaretState } from "./caret-state.ts";
import { registerClipboard } from "./clipboard.ts";
import { registerDigestCheck } from "./digest-check.ts";
import type { Announcement, EditorSession } from "./editor-session.ts";
import { makeFramePace } from "./frame-pace.ts";
import { registerHistory, type Move } from "./history.ts";
import { registerMarginLabels } from "./margin-labels.ts";
import { mountSheet } from "./mounting.ts";
import { makeMoving } from "./moving.ts";
import { registerNumberMarks } from "./number-marks.ts";
import { makeSubject } from "./observable.ts";
import { openDocument } from "./opening.ts";
import { registerPresence, throttledAwareness } from "./presence.ts";
import { registerReferences } from "./reference-marks.ts";
import { replaceWords } from "./replace-words.ts";
import { makeShaping } from "./shaping.ts";
import { registerSlashMenu } from "./slash-menu.ts";
import { makeSoftLock } from "./soft-lock.ts";
import { registerStructure } from "./structure.ts";
import { registerTables } from "./tables.ts";
import { registerTypedLabels } from "./typed-labels.ts";
import { registerTyping } from "./typing.ts";
import { unsentFile } from "./unsent-file.ts";

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
  const pace = makeFramePace();
  const awareness = new Awareness(doc);
  const local = throttledAwareness(awareness);
  const announcement = makeSubject<Announcement | null>(null);
  const announce = (code: string) => announcement.set({ code });
  const binding = bindDocument({
    editor,
    doc,
    awareness: local,
    onFault: (_error, rebuilt) => announce(rebuilt ? "editor-rebuilt" : "editor-broken"),
  });
  editor.setEditable(mayWrite);
  const editable = makeSubject(mayWrite);
  const diverged = makeSubject<readonly Clause[] | null>(null);
  const beforeStep = () => binding.stopCapturing();

  const structure = registerStructure(editor);
  const presence = registerPresence(editor, binding, awareness, local, account, pace);
  const lock = makeSoftLock(presence.othersIn, () => editor.focus());
  const opened = openDocument({
    doc,
    awareness,
    policyId,
    accountId: account.id,
    epoch: options.epoch,
    mayWrite,
    socketUrl: options.socketUrl,
    pace,
    onOwnPresence: presence.hearOwn,
    onRefused: () => {
      editor.setEditable(false);
      editable.set(false);
    },
    onCopyTrouble: (trouble) => announce(`copy-${trouble}`),
    onDiverged: () => {
      editor.setEditable(false);
      editable.set(false);
      diverged.set(structure.clauses);
    },
  });
  const moving = makeMoving({
    structure,
    lock,
    settled: opened.settled,
    send: options.move,
    announce: announcement.set,
    arrived: (cids) => {
      const caret = place.caret.get()?.cid;
      const key = structure.keyOfCid(cids.find((cid) => cid === caret) ?? (cids[0] as Cid));
      if (key !== null) editor.getElementByKey(key)?.scrollIntoView({ block: "nearest" });
    },
  });
  const history = registerHistory(editor, binding, moving.move, () => announce("undo-failed"));
  const slash = registerSlashMenu(editor, { structure, nameOf: options.nameOf, beforeStep });
  const tables = registerTables(editor, structure, beforeStep);
  const references = registerReferences(editor, binding, structure);
  const numbers = registerNumberMarks(
    editor,
    binding,
    structure,
    () => opened.saved.get().state === "loading",
  );
  const place = registerCaretState(editor, structure, presence.standIn, pace);
  const shaping = makeShaping(editor, structure, beforeStep, tables.edit);
  const digest = registerDigestCheck(
    editor,
    doc,
    binding,
    (repaired) => announce(repaired ? "editor-rebuilt" : "editor-broken"),
    opened.compare,
  );
  const stops = [
    registerRichText(editor),
    registerMarginLabels(editor, structure),
    registerTyping(editor, { guard: lock.guard, beforeStep, $clauses: structure.$clauses }),
    registerTypedLabels(editor, beforeStep),
    registerClipboard(editor, { policyId, structure, newCid, beforeStep, guard: lock.guard, announce }),
    editor.registerCommand(BLUR_COMMAND, () => (beforeStep(), false), COMMAND_PRIORITY_LOW),
    registerCaretFollowing(editor, structure),
    digest.dispose,
    place.dispose,
    tables.dispose,
    slash.dispose,
    references.dispose,
    numbers.dispose,
    history.dispose,
    presence.dispose,
  ];

  return {
    mount: (element) => mountSheet(editor, element, presence.setContainer),
    editable,
    diverged,
    abandon: opened.abandon,
    saved: opened.saved,
    people: presence.people,
    outline: place.outline,
    caret: place.caret,
    history: history.state,
    references: references.states,
    numbering: numbers.findings,
    slashMenu: slash.state,
    question: lock.question,
    announcement,
    tableEditing: tables.editing,
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
    ...shaping,
    chooseSlashItem: slash.choose,
    closeSlashMenu: slash.close,
    moveUnit: async (direction, cid) => {
      const back = await moving.moveUnit(direction, cid ?? place.caret.get()?.cid);
      if (back !== null) history.moved(back);
    },
    correctReferences: (which) =>
      editor.isEditable() ? references.correct(which ?? references.states.get()) : 0,
    bindReference: (state) => {
      if (editor.isEditable()) references.bind(state);
    },
    renumber: (cids) => (editor.isEditable() ? numbers.renumber(cids) : 0),
    replaceWords: (cid, words) => replaceWords(editor, beforeStep, cid, words),
    editTable: tables.edit,
    closeTable: tables.close,
    tableOf: tables.value,
    setTable: tables.set,
    settled: opened.settled,
    exportUnsent: (words) =>
      unsentFile({
        ...words,
        policyId,
        epoch: options.epoch,
        clauses: structure.clauses,
        update: encodeStateAsUpdate(doc),
      }),
    dispose: () => {
      stops.forEach((stop) => stop());
      structure.dispose();
      binding.dispose();
      void opened.dispose().finally(() => doc.destroy());
      pace.dispose();
      editor.dispose();
    },
  };
}
