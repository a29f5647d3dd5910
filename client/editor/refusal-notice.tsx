/** The server takes nothing more from this page: what happened, what is safe, what to do. */
import { Show, type JSX } from "solid-js";
import { signInHref } from "../accounts/session.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { textsOf } from "../ui/locale.ts";
import { downloadFile, fileDate } from "./download.ts";
import { useEditor } from "./editor-context.tsx";
import { editorTexts } from "./editor.intl.ts";

/** Close codes of the socket after which the page itself can go on (collab/PROTOCOL.md). */
const AFTER_RELOAD = new Set([4409, 4413, 4426]);
const NO_ACCESS = new Set([4403, 4404]);

export function RefusalNotice(): JSX.Element {
  const t = textsOf(editorTexts);
  const { saved, session } = useEditor();
  const refused = () => {
    const state = saved();
    return state.state === "refused" ? state : undefined;
  };
  const words = (code: number) => {
    const all = t().refusal;
    const known = String(code);
    return Object.hasOwn(all, known) ? all[known as keyof typeof all] : all.other;
  };
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
              fallback={`${t().nothingUnsent} ${words(state().code).actSaved}`}
            >
              {t().unsentKept(state().pending)} {words(state().code).safe} {words(state().code).act}
            </Show>
          </p>
          <div class="row">
            <Show when={state().code === 4401}>
              <Button onClick={() => location.assign(signInHref())}>{t().signInAgain}</Button>
            </Show>
            <Show when={state().pending > 0}>
              <Button
                onClick={() => {
                  const words = {
                    heading: t().unsentFileHeading(fileDate()),
                    changesHeading: t().unsentFileChanges,
                  };
                  downloadFile(session.exportUnsent(words), `${t().unsentFile}-${fileDate()}`, "txt");
                }}
              >
                {t().downloadUnsent}
              </Button>
            </Show>
            <Show when={mayReload(state().code) || AFTER_RELOAD.has(state().code)}>
              <Button onClick={() => location.reload()}>{t().reload}</Button>
            </Show>
            <Show when={NO_ACCESS.has(state().code)}>
              <ButtonLink href="/kerja" look="plain">
                {t().toPolicies}
              </ButtonLink>
            </Show>
          </div>
        </section>
      )}
    </Show>
  );
}
