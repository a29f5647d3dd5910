/** What was said about the text, for the outline and the panel: read at open, then calmly again, never because one types. */
import { createContext, createMemo, useContext, type Accessor } from "solid-js";
import type { ClauseHeat, HeatFigure } from "../../domain/contributions/contributions.contract.ts";
import type { Cid, PolicyId } from "../../domain/ids.ts";
import { isApiError } from "../api/api-error.ts";
import { createRemote } from "../api/create-remote.ts";
import { readHeat } from "../contributions/contribution-api.ts";
import { useCalmRefresh } from "../ui/calm-refresh.ts";
import { createClauseUnderCaret, type ClausePlace } from "./clause-under-caret.ts";
import type { EditorValue } from "./editor-context.tsx";

export interface DossierValue {
  /** The clause whose dossier is shown; null until there was a caret. */
  readonly place: Accessor<ClausePlace | null>;
  /** Whether this person may read what was said. */
  readonly allowed: Accessor<boolean>;
  /** Undefined until it is known. */
  readonly heat: Accessor<ClauseHeat | undefined>;
  readonly figureOf: (cid: Cid) => HeatFigure | undefined;
  readonly refreshHeat: () => void;
}

const DossierContext = createContext<DossierValue>();
export const DossierProvider = DossierContext.Provider;

export function useDossier(): DossierValue {
  const value = useContext(DossierContext);
  if (!value) throw new Error("useDossier: this part is rendered outside the editor page.");
  return value;
}

export function createDossierValue(policyId: Accessor<PolicyId>, editor: EditorValue): DossierValue {
  const remote = createRemote(policyId, (id, signal) => readHeat(id, signal));
  const allowed = createMemo(() => !isApiError(remote.error(), "not-allowed"));
  useCalmRefresh(() => allowed() && remote.reload());
  const byCid = createMemo(
    () => new Map(remote.data()?.figures.map((figure) => [figure.cid, figure] as const)),
  );
  const caretCid = createMemo(() => editor.caret()?.cid ?? null);
  return {
    place: createClauseUnderCaret(caretCid, () => editor.session.clauses()),
    allowed,
    heat: remote.data,
    figureOf: (cid) => byCid().get(cid),
    refreshHeat: remote.reload,
  };
}
