/** The server takes nothing more from this page: what happened, what is safe, what to do. */
import { createSignal, Show, type JSX } from "solid-js";
import type { Clause } from "../../domain/clauses/clause.ts";
import type { LiveClauses } from "../../domain/policies/policies.contract.ts";
import { get } from "../api/http.ts";
import { policyPath, readPolicy } from "../policies/policy-api.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { signInHref } from "../accounts/session.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { textsOf } from "../ui/locale.ts";
import { downloadFile, fileDate } from "./download.ts";
import { useEditor } from "./editor-context.tsx";
import { unsentTexts } from "./unsent.intl.ts";
import { unsentWords, unsentWordsFile } from "./unsent-words.ts";

/** Close codes of the socket after which the page itself can go on (collab/PROTOCOL.md). */
const RESET = 4409;
const AFTER_RELOAD = new Set([4409, 4413, 4426]);
const NO_ACCESS = new Set([4403, 4404]);

export function RefusalNotice(): JSX.Element {
  const u = textsOf(unsentTexts);
  const { saved, session } = useEditor();
  const { policy } = usePolicy();
  const refused = () => {
    const state = saved();
    return state.state === "refused" ? state : undefined;
  };
  const words = (code: number) => {
    const all = u().refusal;
    const known = String(code);
    return Object.hasOwn(all, known) ? all[known as keyof typeof all] : all.other;
  };
  const [unanswered, setUnanswered] = createSignal(false);
  /**
   * After a new epoch the words may have been erased that are still here: then only what is not in the text is taken
   * along, and nothing as long as that cannot be asked.
   */
  async function download(code: number): Promise<void> {
    const name = `${u().unsentFile}-${fileDate()}`;
    const erased = code === RESET ? await textAfterErasure().catch(() => undefined) : null;
    setUnanswered(erased === undefined);
    if (erased === undefined) return;
    if (erased !== null) {
      const file = unsentWordsFile(
        u().unsentWordsHeading(fileDate()),
        u().unsentSomewhere,
        unsentWords(session.clauses(), erased),
      );
      return downloadFile(file, name, "txt");
    }
    const words = { heading: u().unsentFileHeading(fileDate()), changesHeading: u().unsentFileChanges };
    downloadFile(session.exportUnsent(words), name, "txt");
  }
  /** The text that holds, when words were erased since this page loaded it; else null. Fails while they are being erased. */
  async function textAfterErasure(): Promise<readonly Clause[] | null> {
    const { id, epoch } = policy();
    const { clauses } = await get<LiveClauses>(policyPath(id, "/clauses"));
    const { data } = await readPolicy(id);
    return (data.erasedEpoch ?? 0) <= epoch ? null : clauses;
  }
  const mayReload = (code: number) => code !== 4401 && !NO_ACCESS.has(code);
  return (
    <Show when={refused()}>
      {(state) => (
        <section class="notice bad editor-notice refusal" role="alert">
          <p>
            <strong>{words(state().code).title}</strong>
          </p>
          <p>
            <Show
              when={state().pending > 0}
              fallback={`${u().nothingUnsent} ${words(state().code).actSaved}`}
            >
              {u().unsentKept(state().pending)} {words(state().code).safe} {words(state().code).act}
            </Show>
          </p>
          <Show when={unanswered()}>
            <p>{u().downloadLater}</p>
          </Show>
          <div class="row">
            <Show when={state().code === 4401}>
              <Button onClick={() => location.assign(signInHref())}>{u().signInAgain}</Button>
            </Show>
            <Show when={state().pending > 0}>
              <Button onClick={() => void download(state().code)}>{u().downloadUnsent}</Button>
            </Show>
            <Show when={mayReload(state().code) || AFTER_RELOAD.has(state().code)}>
              <Button onClick={() => location.reload()}>{u().reload}</Button>
            </Show>
            <Show when={NO_ACCESS.has(state().code)}>
              <ButtonLink href="/kerja" look="plain">
                {u().toPolicies}
              </ButtonLink>
            </Show>
          </div>
        </section>
      )}
    </Show>
  );
}
