/** The server takes nothing more from this page: what happened, what is safe, what to do. */
import { Show, type JSX } from "solid-js";
import { signInHref } from "../accounts/session.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { textsOf } from "../ui/locale.ts";
import { downloadFile, fileDate } from "./download.ts";
import { useEditor } from "./editor-context.tsx";
import type { EndOfEpoch } from "./end-of-epoch.ts";
import { unsentTexts } from "./unsent.intl.ts";
import { unsentWordsFile, type UnsentWords } from "./unsent-words.ts";

/** Close codes of the socket after which the page itself can go on (collab/PROTOCOL.md). */
const AFTER_RELOAD = new Set([4409, 4413, 4426]);
const NO_ACCESS = new Set([4403, 4404]);

/** `end`: what became of the text, when its epoch ended. */
export function RefusalNotice(props: { end: EndOfEpoch | null }): JSX.Element {
  const { saved } = useEditor();
  const refused = () => {
    const state = saved();
    return state.state === "refused" ? state : undefined;
  };
  const erased = () => (props.end?.is === "erased" ? props.end : undefined);
  return (
    <Show when={refused()}>
      {(state) => (
        <Show
          when={erased()}
          fallback={
            <Refused code={state().code} pending={state().pending} asking={props.end?.is === "asking"} />
          }
        >
          {(end) => <Erased pending={state().pending} missing={end().missing} />}
        </Show>
      )}
    </Show>
  );
}

function Refused(props: {
  code: number;
  pending: number;
  /** Whether words were erased is not known yet: until it is, nothing is given out. */
  asking: boolean;
}): JSX.Element {
  const u = textsOf(unsentTexts);
  const { session } = useEditor();
  const words = () => {
    const all = u().refusal;
    const known = String(props.code);
    return Object.hasOwn(all, known) ? all[known as keyof typeof all] : all.other;
  };
  const sentence = () => {
    const { safe, act, actSaved } = words();
    const kept = props.pending === 0 ? u().nothingUnsent : `${u().unsentKept(props.pending)} ${safe}`;
    if (props.asking) return `${kept} ${u().askingWhy}`;
    return `${kept} ${props.pending === 0 ? actSaved : act}`;
  };
  const download = () => {
    const headings = { heading: u().unsentFileHeading(fileDate()), changesHeading: u().unsentFileChanges };
    downloadFile(session.exportUnsent(headings), `${u().unsentFile}-${fileDate()}`, "txt");
  };
  const mayReload = () => (props.code !== 4401 && !NO_ACCESS.has(props.code)) || AFTER_RELOAD.has(props.code);
  return (
    <section
      class="notice editor-notice refusal"
      classList={{ bad: !props.asking, warn: props.asking }}
      role="alert"
    >
      <p>
        <strong>{props.asking ? u().askingTitle : words().title}</strong>
      </p>
      <p>{sentence()}</p>
      <div class="row">
        <Show when={props.code === 4401}>
          <Button onClick={() => location.assign(signInHref())}>{u().signInAgain}</Button>
        </Show>
        <Show when={props.pending > 0 && !props.asking}>
          <Button onClick={download}>{u().downloadUnsent}</Button>
        </Show>
        <Show when={mayReload()}>
          <Button onClick={() => location.reload()}>{u().reload}</Button>
        </Show>
        <Show when={NO_ACCESS.has(props.code)}>
          <ButtonLink href="/kerja" look="plain">
            {u().toPolicies}
          </ButtonLink>
        </Show>
      </div>
    </section>
  );
}

/** Words of the text were erased: no fault, and the page must not go on showing them. [ER5] */
function Erased(props: { pending: number; missing: readonly UnsentWords[] }): JSX.Element {
  const u = textsOf(unsentTexts);
  const { session } = useEditor();
  const download = () => {
    const file = unsentWordsFile(u().unsentWordsHeading(fileDate()), u().unsentSomewhere, props.missing);
    downloadFile(file, `${u().unsentFile}-${fileDate()}`, "txt");
  };
  /** With nothing to take along the copy of the old words goes at once. */
  const reload = () => {
    if (props.missing.length > 0 && props.pending > 0) return location.reload();
    void session.abandon().finally(() => location.reload());
  };
  const standing = () => {
    if (props.pending === 0) return u().nothingUnsent;
    return props.missing.length === 0 ? u().nothingMissing : u().erasedMissing;
  };
  return (
    <section class="notice warn editor-notice refusal" role="alert">
      <p>
        <strong>{u().erasedTitle}</strong>
      </p>
      <p>{u().erasedText}</p>
      <p>
        {standing()} {u().erasedReload}
      </p>
      <div class="row">
        <Show when={props.pending > 0 && props.missing.length > 0}>
          <Button onClick={download}>{u().downloadUnsent}</Button>
        </Show>
        <Button onClick={reload}>{u().reload}</Button>
      </div>
    </section>
  );
}
