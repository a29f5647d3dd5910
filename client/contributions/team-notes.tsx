/** What the team says among itself about an input. */
import { createSignal, For, Show, type JSX } from "solid-js";
import { CONTRIBUTION_LIMITS } from "../../domain/contributions/contribution.ts";
import type { NoteView } from "../../domain/contributions/contributions.contract.ts";
import type { ContributionId } from "../../domain/ids.ts";
import { createIdempotencyKey } from "../api/http.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { TextField } from "../ui/field.tsx";
import { formatDateTime } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { addNote } from "./contribution-api.ts";
import { inboxTexts } from "./inbox.intl.ts";

export function TeamNotes(props: {
  contributionId: ContributionId;
  notes: readonly NoteView[];
  mayAdd: boolean;
  onAdded: (note: NoteView) => void;
}): JSX.Element {
  const t = textsOf(inboxTexts);
  const { policy } = usePolicy();
  const [text, setText] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  let key = createIdempotencyKey();

  async function save(): Promise<void> {
    const words = text().trim();
    if (words === "") return;
    setBusy(true);
    setError(undefined);
    try {
      const note = await addNote(policy().id, props.contributionId, words, key);
      key = createIdempotencyKey();
      setText("");
      showToast(t().noteSaved);
      props.onAdded(note);
    } catch (reason) {
      setError(() => reason);
    } finally {
      setBusy(false);
    }
  }

  return (
    <div class="stack">
      <Show when={props.notes.length > 0} fallback={<p class="small quiet">{t().noNotes}</p>}>
        <ul class="team-notes">
          <For each={props.notes}>
            {(note) => (
              <li>
                <p class="note-text">{note.text}</p>
                <p class="small quiet">
                  {note.author.name}, {formatDateTime(note.at, locale(), policy().authority.timeZone)}
                </p>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.mayAdd}>
        <form
          class="stack-small"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <TextField
            label={t().newNote}
            hint={t().notesHint}
            optional
            rows={2}
            maxLength={CONTRIBUTION_LIMITS.note}
            value={text()}
            onInput={setText}
          />
          <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
          <Button type="submit" size="small" busy={busy() || text().trim() === ""}>
            {t().addNote}
          </Button>
        </form>
      </Show>
    </div>
  );
}
