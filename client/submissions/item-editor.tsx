/** Writing an item: what it points at, stance, wording with the difference beside it, grounds, files. */
import { createEffect, createMemo, createSignal, For, on, Show, type JSX } from "solid-js";
import { STANCES } from "../../domain/contributions/contribution.ts";
import { presentText } from "../../domain/submissions/clause-places.ts";
import { SUBMISSION_LIMITS } from "../../domain/submissions/submission.ts";
import type { ItemView, ItemWordsInput } from "../../domain/submissions/submissions.contract.ts";
import { isApiError } from "../api/api-error.ts";
import { createIdempotencyKey } from "../api/http.ts";
import { useSession } from "../accounts/session.tsx";
import { contributionWords } from "../contributions/contributions.intl.ts";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { useDraft } from "./draft-context.tsx";
import type { Editing } from "./draft-page.tsx";
import { ItemConflict } from "./item-conflict.tsx";
import { ItemFiles } from "./item-files.tsx";
import { keptKey } from "./kept-keys.ts";
import { keepWords, keptWords } from "./kept-words.ts";
import { ProposalDifference } from "./proposal-difference.tsx";
import { addItem, changeItem, readItem } from "./submission-api.ts";
import { submissionTexts } from "./submissions.intl.ts";

const wordsOf = ({ cid, itemCid, stance, proposedText, grounds }: ItemWordsInput): ItemWordsInput => ({
  cid,
  itemCid,
  stance,
  proposedText,
  grounds,
});

const same = (a: ItemWordsInput, b: ItemWordsInput): boolean =>
  JSON.stringify(wordsOf(a)) === JSON.stringify(wordsOf(b));

export function ItemEditor(props: {
  what: Editing;
  /** A new item was stored: it goes on being written, now with files. */
  onSaved: (item: ItemView) => void;
  onClose: () => void;
}): JSX.Element {
  const t = textsOf(submissionTexts);
  const stances = textsOf(contributionWords);
  const session = useSession();
  const { view, places, placeOf, putItem } = useDraft();
  // What is written is fixed while the editor is open; the page makes another one for another item.
  // oxlint-disable-next-line solid/reactivity
  const what = props.what;
  const [stored, setStored] = createSignal<ItemView | undefined>("item" in what ? what.item : undefined);
  const empty: ItemWordsInput = {
    cid: "at" in what && what.at !== "whole" ? what.at : null,
    itemCid: null,
    stance: null,
    proposedText: "",
    grounds: "",
  };
  const start = wordsOf(stored() ?? empty);
  const key = keptKey(session.account().id, view().id, stored()?.id ?? `baru:${empty.cid ?? "keseluruhan"}`);
  const kept = keptWords(key);
  const restored = kept !== undefined && kept.cid === start.cid && !same(kept, start);
  const [words, setWords] = createSignal<ItemWordsInput>(restored ? kept : start);
  const [theirs, setTheirs] = createSignal<ItemView>();
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const newKey = createIdempotencyKey();
  const set = (change: Partial<ItemWordsInput>) => setWords((before) => ({ ...before, ...change }));
  const dirty = () => !same(words(), stored() ?? empty);
  createEffect(on(words, (now) => keepWords(key, same(now, stored() ?? empty) ? undefined : now)));

  const place = () => {
    const { cid } = words();
    return cid === null ? undefined : placeOf(cid);
  };
  const present = createMemo(() => presentText(places(), words()) ?? "");

  async function save(over?: ItemView): Promise<void> {
    setBusy(true);
    setError(undefined);
    const before = over ?? stored();
    try {
      const item = before
        ? await changeItem(view().id, before.id, before.revision, words())
        : await addItem(view().id, words(), newKey);
      keepWords(key, undefined);
      setTheirs(undefined);
      putItem(item);
      showToast(t().saved);
      if (before) props.onClose();
      else props.onSaved(item);
    } catch (reason) {
      setError(() => reason);
      if (before && isApiError(reason, "stale")) {
        setTheirs(await readItem(view().id, before.id).catch(() => undefined));
      }
    } finally {
      setBusy(false);
    }
  }

  /** Files are stored at once; the words go on being written. */
  const keepFiles = (item: ItemView) => {
    setStored((before) => (before ? { ...before, files: item.files } : item));
    putItem(item);
  };

  return (
    <form
      class="stack item-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy()) void save();
      }}
    >
      <h2 lang={place() ? "id" : undefined}>{place()?.label ?? t().wholeDraft}</h2>
      <Show when={restored}>
        <p class="notice">{t().kept}</p>
      </Show>
      <Show when={place()?.text}>
        {(text) => (
          <blockquote class="clause-words" lang="id" aria-label={t().wordsNow}>
            {text()}
          </blockquote>
        )}
      </Show>
      <Show when={place()?.inside.length}>
        <SelectField
          label={t().point}
          hint={t().pointHint}
          value={words().itemCid ?? ""}
          placeholder={t().pointAll}
          choices={(place()?.inside ?? []).map(({ cid, label }) => ({ value: cid, label }))}
          onChange={(value) => set({ itemCid: value === "" ? null : value })}
          optional
        />
      </Show>
      <fieldset class="field">
        <legend>{t().stance}</legend>
        <div class="stances">
          <For each={STANCES}>
            {(each) => (
              <label class="choice">
                <input
                  type="radio"
                  name="stance"
                  checked={words().stance === each}
                  onChange={() => set({ stance: each })}
                />
                {stances().stance[each]}
              </label>
            )}
          </For>
        </div>
      </fieldset>
      <div class="stack-small">
        <TextField
          label={t().proposal}
          hint={t().proposalHint}
          value={words().proposedText}
          onInput={(proposedText) => set({ proposedText })}
          rows={4}
          maxLength={SUBMISSION_LIMITS.proposedText}
          optional
        />
        <Show when={present() !== "" && words().proposedText === ""}>
          <div>
            <Button size="small" onClick={() => set({ proposedText: present() })}>
              {t().startFromWords}
            </Button>
          </div>
        </Show>
        <Show when={present() !== "" && words().proposedText.trim() !== ""}>
          <div class="difference" role="group" aria-label={t().difference}>
            <p class="small quiet">{t().showDifference}</p>
            <ProposalDifference present={present()} proposed={words().proposedText} />
          </div>
        </Show>
      </div>
      <TextField
        label={t().grounds}
        hint={t().groundsHint}
        value={words().grounds}
        onInput={(grounds) => set({ grounds })}
        rows={5}
        maxLength={SUBMISSION_LIMITS.grounds}
        optional
      />
      <Show when={stored()} fallback={<p class="small quiet">{t().filesFirst}</p>}>
        {(item) => <ItemFiles submissionId={view().id} item={item()} onChange={keepFiles} />}
      </Show>
      <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
      <Show when={theirs()}>
        {(item) => (
          <ItemConflict
            mine={words()}
            theirs={item()}
            busy={busy()}
            onMine={() => {
              void save(item());
            }}
            onTheirs={() => {
              setStored(item());
              setWords(wordsOf(item()));
              setTheirs(undefined);
              setError(undefined);
              putItem(item());
            }}
          />
        )}
      </Show>
      <div class="row">
        <Show when={!theirs()}>
          <Button type="submit" look="primary" busy={busy()}>
            {t().saveItem}
          </Button>
        </Show>
        <Button
          onClick={() => {
            keepWords(key, undefined);
            props.onClose();
          }}
        >
          {dirty() ? t().cancelEdit : t().closeEdit}
        </Button>
      </div>
    </form>
  );
}
