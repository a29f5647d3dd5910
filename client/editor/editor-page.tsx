/** The editor: outline, sheet and findings of one policy's live text. */
import { createEffect, createMemo, createSignal, on, onCleanup, onMount, Show, type JSX } from "solid-js";
import type { Clause } from "../../domain/clauses/clause.ts";
import { isCid } from "../../domain/ids.ts";
import type { MoveClauses } from "../../domain/policies/policies.contract.ts";
import { useSession } from "../accounts/session.tsx";
import { request } from "../api/http.ts";
import { policyPath } from "../policies/policy-api.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { PolicySections, usePolicyPlace, usePolicyTitle } from "../policies/policy-frame.tsx";
import { policyWords } from "../policies/policy-words.intl.ts";
import { StageMark } from "../policies/stage-mark.tsx";
import { ApprovalLink, createApproval } from "../reviews/approval-mark.tsx";
import { textsOf } from "../ui/locale.ts";
import { createMediaMatch } from "../ui/media-match.ts";
import { Announcer } from "./announcer.tsx";
import { createEditorSession } from "./create-editor-session.ts";
import { createDossierValue, DossierProvider, useDossier } from "./dossier-context.tsx";
import { createEditorValue, EditorContext, useEditor } from "./editor-context.tsx";
import { Icon } from "./editor-icons.tsx";
import { DivergedNotice } from "./diverged-notice.tsx";
import { EditorSheet } from "./editor-sheet.tsx";
import { createEndOfEpoch } from "./end-of-epoch.ts";
import { EditorToolbar } from "./editor-toolbar.tsx";
import { editorTexts } from "./editor.intl.ts";
import { FreezeButton } from "./freeze-button.tsx";
import { FreezeDialog } from "./freeze-dialog.tsx";
import { jumpToClause } from "./jump-to-clause.ts";
import { LeftoverCopies } from "./leftover-copies.tsx";
import { OutlineTree } from "./outline-tree.tsx";
import { PresenceMenu } from "./presence-menu.tsx";
import { RefusalNotice } from "./refusal-notice.tsx";
import { SaveMark } from "./save-mark.tsx";
import { useShapeWords } from "./shape-words.tsx";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";
import { Side } from "./side.tsx";
import { SidePanel } from "./side-panel.tsx";
import { SlashMenuList } from "./slash-menu-list.tsx";
import { SoftLockDialog } from "./soft-lock-dialog.tsx";
import { TableDialog } from "./table-dialog.tsx";
import "./dossier.css";
import "./editor.css";
import "./sheet.css";

/** Widths from which a side stands beside the sheet; the style sheet knows the same two. */
const OUTLINE_BESIDE = "(min-width: 60rem)";
const PANEL_BESIDE = "(min-width: 76rem)";

const socketUrl = (): string => `${location.origin.replace(/^http/, "ws")}/collab`;

/** `?` opens the list of shortcuts, except where one writes. */
function useHelpKey(open: () => void): void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "?" || event.ctrlKey || event.altKey || event.metaKey) return;
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (target?.isContentEditable || target?.closest("input, textarea, select, [role=dialog]")) return;
    event.preventDefault();
    open();
  };
  onMount(() => document.addEventListener("keydown", onKeyDown));
  onCleanup(() => document.removeEventListener("keydown", onKeyDown));
}

function ReadOnlyNotice(): JSX.Element {
  const t = textsOf(editorTexts);
  const words = textsOf(policyWords);
  const { policy } = usePolicy();
  const sentence = () => {
    const role = policy().relation;
    return role ? t().readOnlyRole(words().role[role]) : t().readOnly;
  };
  return (
    <Show when={!policy().may.write}>
      <p class="notice editor-notice">{sentence()}</p>
    </Show>
  );
}

/** An address that names a clause (`#<cid>`) leads to it once the text is there. */
function useClauseOfAddress(): void {
  const { session, saved } = useEditor();
  const wanted = location.hash.slice(1);
  if (!isCid(wanted)) return;
  const loaded = createMemo(() => saved().state !== "loading");
  createEffect(on(loaded, (yes) => yes && requestAnimationFrame(() => jumpToClause(session, wanted, true))));
}

function EditorLayout(props: { before: readonly Clause[] | null }): JSX.Element {
  const t = textsOf(editorTexts);
  const title = usePolicyTitle();
  const { policy } = usePolicy();
  const account = useSession().account;
  const { findingCount, saved } = useEditor();
  const { heat } = useDossier();
  const end = createEndOfEpoch();
  /** Words of what is shown here were erased. [ER5] */
  const covered = () => end()?.is === "erased";
  const approval = createApproval(
    () => policy().id,
    () => saved().state === "saved",
  );
  const outlineBeside = createMediaMatch(OUTLINE_BESIDE);
  const panelBeside = createMediaMatch(PANEL_BESIDE);
  const [outlineOpen, setOutlineOpen] = createSignal(outlineBeside());
  const [panelOpen, setPanelOpen] = createSignal(panelBeside());
  const [helpOpen, setHelpOpen] = createSignal(false);
  const [freezing, setFreezing] = createSignal(false);
  const [versionsTurn, setVersionsTurn] = createSignal(0);
  const [sheet, setSheet] = createSignal<HTMLElement>();
  // A column that became a drawer must not cover the text unasked, and one that fits again comes back.
  createEffect(on(outlineBeside, setOutlineOpen, { defer: true }));
  createEffect(on(panelBeside, setPanelOpen, { defer: true }));
  useHelpKey(() => setHelpOpen(true));
  useClauseOfAddress();
  usePolicyPlace(() => t().page);
  useEditorFrame();

  return (
    <div class="editor-page">
      <div class="editor-sections no-print">
        <PolicySections />
      </div>
      <header class="editor-chrome no-print">
        <div class="editor-title">
          <h1 title={title()}>{title()}</h1>
          <span class="editor-stage">
            <StageMark stage={policy().stage} />
          </span>
          <ApprovalLink
            policyId={policy().id}
            approval={approval.data()}
            dirty={saved().state !== "saved" && saved().state !== "loading"}
          />
        </div>
        <div class="editor-acts">
          <PresenceMenu />
          <Show when={policy().may.freeze}>
            <FreezeButton onPress={() => setFreezing(true)} />
          </Show>
        </div>
        <div class="editor-sides" hidden={covered()}>
          <button
            type="button"
            class="tool side-tool"
            aria-expanded={outlineOpen()}
            onClick={() => setOutlineOpen((open) => !open)}
          >
            <Icon name="list" />
            {outlineOpen() && outlineBeside() ? t().hideOutline : t().showOutline}
          </button>
          <button
            type="button"
            class="tool side-tool"
            aria-expanded={panelOpen()}
            onClick={() => setPanelOpen((open) => !open)}
          >
            <Icon name="panel" />
            {panelOpen() && panelBeside() ? t().hidePanel : t().showPanel(findingCount(), heat()?.open ?? 0)}
          </button>
        </div>
        <SaveMark />
        <Show when={policy().may.write && !covered()}>
          <EditorToolbar onHelp={() => setHelpOpen(true)} />
        </Show>
      </header>
      <RefusalNotice end={end()} />
      <ReadOnlyNotice />
      <Show when={props.before}>{(before) => <DivergedNotice before={before()} />}</Show>
      <LeftoverCopies
        present={{ policyId: policy().id, epoch: policy().epoch, accountId: account().id }}
        mayWrite={policy().may.write}
      />
      <div class="editor-columns" hidden={covered()}>
        <Side
          at="left"
          id="sisi-isi"
          title={t().outline}
          drawer={!outlineBeside()}
          open={outlineOpen() && !covered()}
          onClose={() => setOutlineOpen(false)}
        >
          <OutlineTree onJump={outlineBeside() ? undefined : () => setOutlineOpen(false)} />
        </Side>
        <EditorSheet ref={setSheet} />
        <Side
          at="right"
          id="sisi-temuan"
          title={t().panel}
          drawer={!panelBeside()}
          open={panelOpen() && !covered()}
          onClose={() => setPanelOpen(false)}
        >
          <SidePanel
            versionsTurn={versionsTurn()}
            onJump={panelBeside() ? undefined : () => setPanelOpen(false)}
          />
        </Side>
      </div>
      <Show when={!covered()}>
        <SlashMenuList sheet={sheet} />
        <SoftLockDialog />
        <TableDialog />
      </Show>
      <ShortcutsDialog open={helpOpen()} onClose={() => setHelpOpen(false)} />
      <Show when={freezing() && !covered()}>
        <FreezeDialog
          onClose={() => setFreezing(false)}
          onFrozen={() => setVersionsTurn((turn) => turn + 1)}
        />
      </Show>
      <Announcer />
    </div>
  );
}

/**
 * Lets the style sheet treat the frame otherwise while the editor is open. Not
 * `:has`: that would be looked for among all clauses after every key.
 */
function useEditorFrame(): void {
  const { dataset } = document.documentElement;
  dataset["editor"] = "";
  onCleanup(() => delete dataset["editor"]);
}

/** One session for one policy, epoch and right to write; another of these is another document. */
function OpenEditor(props: {
  /** What was shown before the text was loaded anew. */
  before: readonly Clause[] | null;
  onDiverged: (shown: readonly Clause[]) => void;
}): JSX.Element {
  const { policy } = usePolicy();
  const account = useSession().account;
  const nameOf = useShapeWords();
  const session = createEditorSession({
    policyId: policy().id,
    account: account(),
    epoch: policy().epoch,
    mayWrite: policy().may.write,
    socketUrl: socketUrl(),
    move: async (command) =>
      (
        await request<MoveClauses>(policyPath(policy().id, "/clauses/move"), {
          method: "POST",
          body: command,
        })
      ).data,
    nameOf,
  });
  onCleanup(() => session.dispose());
  const onDiverged = (shown: readonly Clause[]) => props.onDiverged(shown);
  onCleanup(
    session.diverged.subscribe((shown) => {
      if (shown === null) return;
      const goOn = () => onDiverged(shown);
      session.abandon().then(goOn, goOn);
    }),
  );
  const editor = createEditorValue(session);
  return (
    <EditorContext.Provider value={editor}>
      <DossierProvider value={createDossierValue(() => policy().id, editor)}>
        <EditorLayout before={props.before} />
      </DossierProvider>
    </EditorContext.Provider>
  );
}

/** `/kerja/rancangan/:policyId` */
export function EditorPage(): JSX.Element {
  const { policy } = usePolicy();
  /** What this page showed when its text was found to be another than the server's; each time it is loaded anew. */
  const [before, setBefore] = createSignal<{
    readonly policyId: string;
    readonly shown: readonly Clause[];
  }>();
  const [turn, setTurn] = createSignal(0);
  const identity = () => [policy().id, policy().epoch, policy().may.write, turn()].join(" ");
  return (
    <Show when={identity()} keyed>
      <OpenEditor
        before={before()?.policyId === policy().id ? (before()?.shown ?? null) : null}
        onDiverged={(shown) => {
          setBefore({ policyId: policy().id, shown });
          setTurn((last) => last + 1);
        }}
      />
    </Show>
  );
}
