/** What became of the text when the server ended this page's epoch: begun anew, or words were erased from it. */
import { createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from "solid-js";
import type { LiveClauses } from "../../domain/policies/policies.contract.ts";
import { get } from "../api/http.ts";
import { policyPath, readPolicy } from "../policies/policy-api.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { useEditor } from "./editor-context.tsx";
import { unsentWords, type UnsentWords } from "./unsent-words.ts";

/** Close code of the socket (collab/PROTOCOL.md). */
const RESET = 4409;
const ASK_AGAIN_MS = 4_000;

export type EndOfEpoch =
  /** Not known yet: the server does not say while words are being erased. Asked again until it does. */
  | { readonly is: "asking" }
  | { readonly is: "restarted" }
  /** Words of this page were erased since it was loaded; `missing` is what it has besides and the text has not. */
  | { readonly is: "erased"; readonly missing: readonly UnsentWords[] };

/** Null as long as the epoch of this page holds. */
export function createEndOfEpoch(): Accessor<EndOfEpoch | null> {
  const { saved, session } = useEditor();
  const { policy, etag, accept } = usePolicy();
  const [end, setEnd] = createSignal<EndOfEpoch | null>(null);
  const reset = createMemo(() => {
    const state = saved();
    return state.state === "refused" && state.code === RESET;
  });

  async function ask(): Promise<EndOfEpoch> {
    const { id, epoch } = policy();
    // The text before the policy, whose epoch of the last erasure is written at the end of one.
    const { clauses, erasing } = await get<LiveClauses>(policyPath(id, "/clauses"));
    if (erasing) throw new Error("words are still being erased");
    const { data } = await readPolicy(id);
    if ((data.erasedEpoch ?? 0) <= epoch) return { is: "restarted" };
    // Of the policy itself only the title can hold such words; with its epoch this page would begin anew.
    accept({ data: { ...policy(), title: data.title }, etag: etag() });
    return { is: "erased", missing: unsentWords(session.clauses(), clauses) };
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  let gone = false;
  onCleanup(() => {
    gone = true;
    clearTimeout(timer);
  });
  function askUntilKnown(): void {
    ask().then(
      (found) => {
        if (!gone) setEnd(found);
      },
      () => {
        if (!gone) timer = setTimeout(askUntilKnown, ASK_AGAIN_MS);
      },
    );
  }
  // An epoch that ended does not begin again.
  createEffect(
    on(reset, (yes) => {
      if (!yes || end() !== null) return;
      setEnd({ is: "asking" });
      askUntilKnown();
    }),
  );
  return end;
}
