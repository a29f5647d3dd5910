/** What colleagues say about an item among themselves; folded until there is something open. */
import { createSignal, For, Show, type JSX } from "solid-js";
import { SUBMISSION_LIMITS } from "../../domain/submissions/submission.ts";
import type { ItemView } from "../../domain/submissions/submissions.contract.ts";
import { createIdempotencyKey } from "../api/http.ts";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { TextField } from "../ui/field.tsx";
import { formatDateTime } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { useDraft } from "./draft-context.tsx";
import { addComment, settleComment } from "./submission-api.ts";
import { submissionTexts } from "./submissions.intl.ts";

export function ItemComments(props: { item: ItemView }): JSX.Element {
  const t = textsOf(submissionTexts);
  const { view, editable, putItem } = useDraft();
  const [text, setText] = createSignal("");
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  const open = () => props.item.comments.filter(({ resolved }) => !resolved).length;
  let key = createIdempotencyKey();

  async function write(doing: () => Promise<ItemView>): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      putItem(await doing());
    } catch (reason) {
      setError(() => reason);
    } finally {
      setBusy(false);
    }
  }
  const send = () =>
    write(async () => {
      const item = await addComment(view().id, props.item.id, text(), key);
      key = createIdempotencyKey();
      setText("");
      return item;
    });

  return (
    <details class="comments" open={open() > 0}>
      <summary>{t().comments(open())}</summary>
      <div class="stack-small">
        <p class="small quiet">{t().commentsHint}</p>
        <ul class="comment-list">
          <For each={props.item.comments}>
            {(comment) => (
              <li>
                <p class="small quiet">
                  {comment.author.name}, {formatDateTime(comment.at, locale(), view().consultation.timeZone)}
                  <Show when={comment.resolved}> · {t().settled}</Show>
                </p>
                <p class="own-words" classList={{ quiet: comment.resolved ?? false }}>
                  {comment.text}
                </p>
                <Show when={editable()}>
                  <Button
                    look="plain"
                    size="small"
                    busy={busy()}
                    aria-label={`${comment.resolved ? t().reopen : t().settle}: ${comment.text.slice(0, 60)}`}
                    onClick={() => {
                      void write(() =>
                        settleComment(view().id, props.item.id, comment.id, !comment.resolved),
                      );
                    }}
                  >
                    {comment.resolved ? t().reopen : t().settle}
                  </Button>
                </Show>
              </li>
            )}
          </For>
        </ul>
        <Show when={editable()}>
          <TextField
            label={t().comment}
            value={text()}
            onInput={setText}
            rows={2}
            maxLength={SUBMISSION_LIMITS.comment}
          />
          <div>
            <Button
              size="small"
              busy={busy()}
              onClick={() => {
                if (text().trim()) void send();
              }}
            >
              {t().sendComment}
            </Button>
          </div>
        </Show>
        <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
      </div>
    </details>
  );
}
