/**
 * Freezing: waits until the server has everything, shows what should be looked
 * at first, and asks once, however often the button is pressed (one idempotency
 * key for the dialog).
 */
import { A } from "@solidjs/router";
import { createMemo, createSignal, For, onCleanup, Show, type JSX } from "solid-js";
import type { VersionView } from "../../domain/versions/versions.contract.ts";
import { createIdempotencyKey } from "../api/http.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { policyHref } from "../policies/policy-frame.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { TextField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { Modal } from "../ui/modal.tsx";
import { showToast } from "../ui/toasts.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import { freezeVersion, listVersions } from "../versions/version-api.ts";
import { useEditor } from "./editor-context.tsx";
import { editorTexts } from "./editor.intl.ts";
import { findingTexts } from "./findings.intl.ts";
import { freezeTexts } from "./freeze.intl.ts";
import { FindingItem, useCitations, useCorrection } from "./findings-panel.tsx";

const SETTLE_MS = 15_000;
const SHOWN_FINDINGS = 4;

export function FreezeDialog(props: {
  onClose: () => void;
  onFrozen: (version: VersionView) => void;
}): JSX.Element {
  const t = textsOf(editorTexts);
  const f = textsOf(freezeTexts);
  const ui = textsOf(uiTexts);
  const { session, saved } = useEditor();
  const { policy } = usePolicy();
  const key = createIdempotencyKey();
  const [typedLabel, setTypedLabel] = createSignal<string>();
  const [suggested, setSuggested] = createSignal("");
  const [note, setNote] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const [waiting, setWaiting] = createSignal(false);
  const [unsettled, setUnsettled] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const [frozen, setFrozen] = createSignal<VersionView>();

  const asking = new AbortController();
  onCleanup(() => asking.abort());
  listVersions(policy().id, undefined, asking.signal).then(
    (page) => setSuggested(f().suggestedLabel((page.items[0]?.number ?? 0) + 1)),
    // Only the suggestion is missing; the person names the version.
    () => undefined,
  );

  const frozenTitle = () => {
    const version = frozen();
    return version && f().frozenTitle(version.number, version.label);
  };
  const label = () => typedLabel() ?? suggested();
  const obstacle = createMemo(() => {
    const { state } = saved();
    if (state === "offline") return f().freezeOffline;
    return state === "refused" ? f().freezeRefused : undefined;
  });

  async function freeze(): Promise<void> {
    if (label().trim() === "" || obstacle()) return;
    setBusy(true);
    setUnsettled(false);
    setError(undefined);
    try {
      setWaiting(true);
      const settled = await session.settled(SETTLE_MS);
      setWaiting(false);
      if (!settled) {
        setUnsettled(true);
        return;
      }
      const text = note().trim();
      const body = text ? { label: label().trim(), note: text } : { label: label().trim() };
      const version = await freezeVersion(policy().id, body, key);
      setFrozen(version);
      showToast(f().frozenToast(version.number));
      props.onFrozen(version);
    } catch (reason) {
      setError(() => reason);
    } finally {
      setWaiting(false);
      setBusy(false);
    }
  }

  // One dialog throughout: what it was opened from gets the focus back, and not a button that is gone.
  return (
    <Modal
      open
      onClose={props.onClose}
      title={frozenTitle() ?? f().freezeTitle}
      description={frozen() ? f().frozenText : f().freezeText}
      actions={
        <Show
          when={frozen()}
          fallback={
            <>
              <Button onClick={props.onClose}>{ui().cancel}</Button>
              <Button
                look="primary"
                busy={busy()}
                disabled={obstacle() !== undefined || label().trim() === ""}
                onClick={() => void freeze()}
              >
                {busy() ? f().freezing : f().freezeAction}
              </Button>
            </>
          }
        >
          {(version) => (
            <>
              <Button onClick={props.onClose}>{t().close}</Button>
              <A class="button" href={policyHref(policy().id, `/versi/${version().number}`)}>
                {f().frozenOpen(version().number)}
              </A>
            </>
          )}
        </Show>
      }
    >
      <Show
        when={frozen()}
        fallback={
          <>
            <Show when={obstacle()}>
              {(words) => (
                <p class="notice warn" role="alert">
                  {words()}
                </p>
              )}
            </Show>
            <Show when={!obstacle()}>
              <FreezeFindings onClose={props.onClose} />
            </Show>
            <TextField
              label={f().freezeLabel}
              hint={f().freezeLabelHint}
              value={label()}
              maxLength={120}
              onInput={setTypedLabel}
            />
            <TextField
              label={f().freezeNote}
              hint={f().freezeNoteHint}
              optional
              rows={3}
              value={note()}
              maxLength={4000}
              onInput={setNote}
            />
            <p class="small quiet" role="status">
              {waiting() ? f().freezeWaiting : ""}
            </p>
            <Show when={unsettled()}>
              <p class="notice warn" role="alert">
                {f().freezeNotSettled}
              </p>
            </Show>
            <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
          </>
        }
      >
        {(version) => (
          <p
            class="small"
            // The button that had the focus is gone: it stays in the dialog, whose new title is then read.
            ref={(text) =>
              queueMicrotask(() => text.closest<HTMLElement>("[role=dialog]")?.focus({ preventScroll: true }))
            }
          >
            {f().hash}
            <br />
            <code class="frozen-hash">{version().hash}</code>
          </p>
        )}
      </Show>
    </Modal>
  );
}

function FreezeFindings(props: { onClose: () => void }): JSX.Element {
  const found = textsOf(findingTexts);
  const f = textsOf(freezeTexts);
  const { findings, numbering, editable } = useEditor();
  const correct = useCorrection();
  const placeOf = useCitations();
  const shifted = createMemo(() => findings().filter(({ state }) => state === "shifted"));
  const ordered = createMemo(() =>
    findings().toSorted((a, b) => Number(a.state === "shifted") - Number(b.state === "shifted")),
  );
  return (
    <>
      <Show when={numbering().length > 0}>
        <p class="small">{f().freezeNumbers(numbering().length)}</p>
      </Show>
      <Show when={findings().length > 0}>
        <section class="freeze-findings">
          <h3 class="panel-heading">{f().freezeFindings(findings().length)}</h3>
          <p class="small quiet">{f().freezeFindingsText}</p>
          <ul class="findings">
            <For each={ordered().slice(0, SHOWN_FINDINGS)}>
              {(finding) => <FindingItem finding={finding} placeOf={placeOf} onJump={props.onClose} />}
            </For>
          </ul>
          <Show when={findings().length > SHOWN_FINDINGS}>
            <p class="small quiet">{found().moreFindings(findings().length - SHOWN_FINDINGS)}</p>
          </Show>
          <Show when={editable() && shifted().length > 0}>
            <Button size="small" onClick={() => correct(shifted())}>
              {found().correctAll(shifted().length)}
            </Button>
          </Show>
        </section>
      </Show>
    </>
  );
}
