/** Errors in three parts: what happened, what is safe, what to do. */
import { For, Show, type JSX } from "solid-js";
import { isApiError, type Problem } from "../api/api-error.ts";
import { Button, ButtonLink } from "./button.tsx";
import { textsOf } from "./locale.ts";
import { uiTexts } from "./ui.intl.ts";

interface Words {
  title: string;
  detail: string;
  safe: string;
  problem?: Problem;
}

function createWords(error: () => unknown): () => Words {
  const t = textsOf(uiTexts);
  return () => {
    const value = error();
    const safe = t().errorSafe;
    if (!isApiError(value)) return { title: t().brokenTitle, detail: t().brokenDetail, safe };
    const { problem } = value;
    if (problem.code === "offline")
      return { title: t().offlineTitle, detail: t().offlineDetail, safe, problem };
    return { title: problem.title || t().errorTitle, detail: problem.detail, safe, problem };
  };
}

function Issues(props: { problem: Problem | undefined }): JSX.Element {
  return (
    <Show when={props.problem?.errors?.length}>
      <ul class="issues">
        <For each={props.problem?.errors?.slice(0, 8)}>{(issue) => <li>{issue.message}</li>}</For>
      </ul>
    </Show>
  );
}

/** Beside what failed: in a form or a dialog, which keeps what was typed. */
export function ErrorNotice(props: { error: unknown }): JSX.Element {
  const words = createWords(() => props.error);
  return (
    <div class="notice bad" role="alert">
      <p>
        <strong>{words().title}</strong>
      </p>
      <p>
        {words().detail} {words().safe}
      </p>
      <Issues problem={words().problem} />
    </div>
  );
}

/** Refusals that trying again does not change: nothing was under way, so nothing is said of what is safe. */
const FINAL: ReadonlySet<string> = new Set(["not-allowed", "not-found", "gone"]);

/** `01J...` out of `urn:rembuk:request:01J...`: what one reads out to an administrator. */
const requestNumber = (instance: string): string => instance.slice(instance.lastIndexOf(":") + 1);

/** In the place of the content; as the whole page it brings the page's own heading. */
export function ErrorView(props: {
  error: unknown;
  onRetry?: (() => void) | undefined;
  wholePage?: boolean | undefined;
}): JSX.Element {
  const t = textsOf(uiTexts);
  const words = createWords(() => props.error);
  const final = () => FINAL.has(words().problem?.code ?? "");
  return (
    <section class="empty" role="alert">
      <Show when={props.wholePage} fallback={<h2>{words().title}</h2>}>
        <h1>{words().title}</h1>
      </Show>
      <p>{words().detail}</p>
      <Show when={!final()}>
        <p class="quiet">{words().safe}</p>
      </Show>
      <Issues problem={words().problem} />
      <div class="row">
        <Show when={!final()}>
          <Show
            when={props.onRetry}
            fallback={<Button onClick={() => location.reload()}>{t().reload}</Button>}
          >
            {(retry) => <Button onClick={() => retry()()}>{t().retry}</Button>}
          </Show>
        </Show>
        <ButtonLink href="/kerja" look={final() ? "primary" : "plain"}>
          {t().policies}
        </ButtonLink>
      </div>
      <Show when={words().problem?.instance}>
        {(instance) => (
          <p class="small quiet">
            {t().requestId}: <code>{requestNumber(instance())}</code>
          </p>
        )}
      </Show>
    </section>
  );
}
