/**
 * A survey that is being built: its definition as a store, saved by itself
 * shortly after each change while it is a draft, and by a button once it is
 * open. What is not saved yet is kept on this device.
 */
import { createMemo, createSignal, onCleanup, untrack, type Accessor } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import type { Cid } from "../../domain/ids.ts";
import type { SurveyDefinition } from "../../domain/surveys/survey.ts";
import type { SurveyView } from "../../domain/surveys/surveys.contract.ts";
import { isApiError } from "../api/api-error.ts";
import { createKeptInput } from "../consultations/kept-input.ts";
import { unfinishedParts, type Unfinished } from "./definition-state.ts";
import { patchSurvey, readSurvey } from "./survey-api.ts";

export type SaveState = "saved" | "changed" | "saving" | "unfinished" | "failed" | "stale";

export interface SurveyDraft {
  readonly definition: SurveyDefinition;
  /** Takes over what an edit made of the definition. */
  readonly apply: (next: SurveyDefinition) => void;
  /** As it is now, detached from the store: what edits start from and undo goes back to. */
  readonly snapshot: () => SurveyDefinition;
  readonly state: Accessor<SaveState>;
  readonly error: Accessor<unknown>;
  readonly unfinished: Accessor<readonly Unfinished[]>;
  readonly saveNow: () => Promise<void>;
  /** Somebody else saved: put mine over it, or take theirs. */
  readonly overwrite: () => Promise<void>;
  readonly takeTheirs: () => Promise<void>;
  /** What lay on this device was typed on an older state. */
  readonly leftBehind: Accessor<SurveyDefinition | undefined>;
  readonly useLeftBehind: () => void;
  readonly dropLeftBehind: () => void;
}

interface Kept {
  readonly revision: number;
  readonly definition: SurveyDefinition;
}
const isKept = (kept: unknown): kept is Kept =>
  typeof kept === "object" && kept !== null && "revision" in kept && "definition" in kept;

/**
 * A copy without ties to the store, whose parts edits may have put into it. It
 * has read every part: what depends on it is told of each change.
 */
const copy = (definition: SurveyDefinition) => JSON.parse(JSON.stringify(definition)) as SurveyDefinition;

const SAVE_AFTER_MS = 1200;
const RETRY_AFTER_MS = 5000;

export function createSurveyDraft(options: {
  readonly survey: Accessor<SurveyView>;
  readonly accept: (survey: SurveyView) => void;
  readonly cids: Accessor<ReadonlySet<Cid>>;
}): SurveyDraft {
  const { survey, accept, cids } = options;
  const [store, setStore] = createStore<{ definition: SurveyDefinition }>({
    definition: copy(survey().definition),
  });
  const [state, setState] = createSignal<SaveState>("saved");
  const [error, setError] = createSignal<unknown>();
  const [kept, setKept] = createSignal<Kept>();
  const [leftBehind, setLeftBehind] = createSignal<SurveyDefinition>();
  const snapshot = (): SurveyDefinition => untrack(() => copy(store.definition));
  const unfinished = createMemo(() => unfinishedParts(copy(store.definition), cids()));
  const keeping = createKeptInput(`rembuk.survei.${survey().id}`, kept, isKept);
  const isDraft = () => survey().state === "draft";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  onCleanup(() => clearTimeout(timer));

  function put(definition: SurveyDefinition): void {
    setStore(reconcile({ definition: copy(definition) }, { key: "id" }));
  }
  function schedule(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void saveNow(), ms);
  }
  function apply(next: SurveyDefinition): void {
    turn += 1;
    put(next);
    setKept({ revision: survey().revision, definition: copy(next) });
    if (state() === "stale") return;
    setState("changed");
    if (isDraft()) schedule(SAVE_AFTER_MS);
  }

  async function saveNow(): Promise<void> {
    clearTimeout(timer);
    if (state() === "saving") return;
    if (unfinished().length > 0) {
      setState("unfinished");
      return;
    }
    const saved = turn;
    setState("saving");
    setError(undefined);
    try {
      accept(await patchSurvey(survey(), { definition: snapshot() }));
      if (turn === saved) {
        setKept(undefined);
        setState("saved");
      } else {
        setState("changed");
        if (isDraft()) schedule(SAVE_AFTER_MS);
      }
    } catch (reason) {
      setError(() => reason);
      setState(isApiError(reason, "stale") ? "stale" : "failed");
      if (isApiError(reason, "offline")) schedule(RETRY_AFTER_MS);
    }
  }

  const readTheirs = async () => readSurvey(survey().policyId, survey().id);

  const left = keeping.restore();
  if (left && JSON.stringify(left.definition) !== JSON.stringify(survey().definition)) {
    if (left.revision === survey().revision) apply(left.definition);
    else setLeftBehind(left.definition);
  }

  return {
    get definition() {
      return store.definition;
    },
    apply,
    snapshot,
    state,
    error,
    unfinished,
    saveNow,
    async overwrite() {
      accept(await readTheirs());
      setState("changed");
      await saveNow();
    },
    async takeTheirs() {
      const theirs = await readTheirs();
      accept(theirs);
      put(theirs.definition);
      setKept(undefined);
      setError(undefined);
      setState("saved");
    },
    leftBehind,
    useLeftBehind() {
      const definition = leftBehind();
      setLeftBehind(undefined);
      if (definition) apply(definition);
    },
    dropLeftBehind() {
      setLeftBehind(undefined);
      keeping.forget();
    },
  };
}
