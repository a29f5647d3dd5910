/** Erasing words from a text and its past, in two steps: `/kerja/rancangan/:policyId/riwayat/penghapusan`. */
import { useSearchParams } from "@solidjs/router";
import { createSignal, Match, Show, Switch, type JSX } from "solid-js";
import type { ErasureDone, ErasurePreview, PreviewErasure } from "../../domain/erasure/erasure.contract.ts";
import { isCid, type Cid } from "../../domain/ids.ts";
import { WORDS_MIN_LENGTH } from "../../domain/erasure/erasure.ts";
import { auditTexts } from "../audit/audit.intl.ts";
import { HistoryKinds } from "../history/history-kinds.tsx";
import { usePolicy } from "../policies/policy-context.tsx";
import { PolicyFrame, policyHref, usePolicyPlace } from "../policies/policy-frame.tsx";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { TextField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { eraseWords, previewErasure } from "./erasure-api.ts";
import { ErasureEffect, findsNothing } from "./erasure-effect.tsx";
import { erasureTexts } from "./erasure.intl.ts";
import "./erasure.css";

interface Shown {
  readonly terms: PreviewErasure;
  readonly preview: ErasurePreview;
}

function Words(props: {
  text: string;
  /** A clause that was chosen in the text, to go as a whole. */
  cid: Cid | undefined;
  onInput: (text: string) => void;
  onShown: (shown: Shown) => void;
}): JSX.Element {
  const t = textsOf(erasureTexts);
  const { policy } = usePolicy();
  const [whole, setWhole] = createSignal(true);
  const [tried, setTried] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const words = () => [
    ...new Set(
      props.text
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
  const cids = () => (props.cid !== undefined && whole() ? [props.cid] : []);
  const flaw = () => {
    if (words().length + cids().length === 0) return t().wordsMissing;
    return words().some((each) => each.length < WORDS_MIN_LENGTH) ? t().wordsShort : undefined;
  };
  async function look(): Promise<void> {
    setTried(true);
    if (flaw() !== undefined) return;
    setBusy(true);
    setError(undefined);
    const terms = { words: words(), cids: cids() };
    try {
      props.onShown({ terms, preview: await previewErasure(policy().id, terms) });
    } catch (reason) {
      setError(() => reason);
    } finally {
      setBusy(false);
    }
  }
  return (
    <form
      class="stack erasure-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void look();
      }}
    >
      <TextField
        label={t().words}
        optional={cids().length > 0}
        hint={t().wordsHint}
        error={tried() ? flaw() : undefined}
        rows={4}
        maxLength={5_000}
        value={props.text}
        onInput={(text) => props.onInput(text)}
      />
      <Show when={props.cid}>
        <div class="field">
          <label class="choice">
            <input
              type="checkbox"
              checked={whole()}
              aria-describedby="erasure-whole"
              onChange={(event) => setWhole(event.currentTarget.checked)}
            />
            <span>{t().cids}</span>
          </label>
          <p class="hint" id="erasure-whole">
            {t().cidsHint}
          </p>
        </div>
      </Show>
      <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
      <div>
        <Button look="primary" type="submit" busy={busy()}>
          {t().look}
        </Button>
      </div>
    </form>
  );
}

function Decide(props: {
  shown: Shown;
  onBack: () => void;
  onDone: (done: ErasureDone) => void;
}): JSX.Element {
  const t = textsOf(erasureTexts);
  const { policy } = usePolicy();
  const [basis, setBasis] = createSignal("");
  const [sure, setSure] = createSignal(false);
  const [tried, setTried] = createSignal(false);
  const [asking, setAsking] = createSignal(false);
  const ready = () => basis().trim() !== "" && sure();
  return (
    <div class="stack">
      <ErasureEffect preview={props.shown.preview} />
      <form
        class="stack erasure-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (ready()) setAsking(true);
        }}
      >
        <TextField
          label={t().basis}
          hint={t().basisHint}
          error={tried() && basis().trim() === "" ? t().basisMissing : undefined}
          maxLength={300}
          value={basis()}
          onInput={setBasis}
        />
        <div class="field">
          <label class="choice">
            <input
              type="checkbox"
              checked={sure()}
              aria-describedby={tried() && !sure() ? "erasure-sure" : undefined}
              aria-invalid={tried() && !sure() ? "true" : undefined}
              onChange={(event) => setSure(event.currentTarget.checked)}
            />
            <span>{t().confirm}</span>
          </label>
          <Show when={tried() && !sure()}>
            <p class="error" id="erasure-sure">
              {t().confirmMissing}
            </p>
          </Show>
        </div>
        <div class="row">
          <Button onClick={() => props.onBack()}>{t().back}</Button>
          <Button look="danger" type="submit">
            {t().erase}
          </Button>
        </div>
      </form>
      <Confirm
        open={asking()}
        onClose={() => setAsking(false)}
        danger
        title={t().finalTitle}
        description={t().finalText}
        action={t().erase}
        onConfirm={async () => {
          const { terms, preview } = props.shown;
          const body = { ...terms, basis: basis().trim(), token: preview.token };
          props.onDone(await eraseWords(policy().id, body));
        }}
      />
    </div>
  );
}

export function ErasurePage(): JSX.Element {
  const t = textsOf(erasureTexts);
  const a = textsOf(auditTexts);
  const { policy } = usePolicy();
  const [query] = useSearchParams();
  const cid = () => (isCid(query["bagian"]) ? query["bagian"] : undefined);
  const [text, setText] = createSignal("");
  const [shown, setShown] = createSignal<Shown>();
  const [done, setDone] = createSignal<ErasureDone>();
  usePolicyPlace(
    () => t().title,
    () => [{ text: a().title, href: policyHref(policy().id, "/riwayat") }],
  );
  const nothing = () => {
    const found = shown();
    return found !== undefined && findsNothing(found.preview);
  };
  const again = () => {
    setShown(undefined);
    setDone(undefined);
  };
  return (
    <PolicyFrame>
      <header class="stack-small">
        <h1>{t().title}</h1>
        <p class="quiet erasure-lead">{t().lead}</p>
        <HistoryKinds />
      </header>
      <Show when={policy().may.erase} fallback={<EmptyState title={t().title} text={t().notAllowed} />}>
        <Switch
          fallback={
            <>
              <Words text={text()} cid={cid()} onInput={setText} onShown={setShown} />
              <div role="status">
                <Show when={nothing()}>
                  <p class="notice">{t().nothing}</p>
                </Show>
              </div>
            </>
          }
        >
          <Match when={done()}>
            {(result) => (
              <section class="notice good stack-small" role="status">
                <h2>{t().doneTitle}</h2>
                <p>{t().done(result().live, result().rows, result().versions.length)}</p>
                <p>{result().scrubbed ? t().doneScrubbed : t().doneNotScrubbed}</p>
                <div>
                  <Button
                    onClick={() => {
                      setText("");
                      again();
                    }}
                  >
                    {t().more}
                  </Button>
                </div>
              </section>
            )}
          </Match>
          <Match when={!nothing() && shown()}>
            {(found) => <Decide shown={found()} onBack={again} onDone={setDone} />}
          </Match>
        </Switch>
      </Show>
    </PolicyFrame>
  );
}
