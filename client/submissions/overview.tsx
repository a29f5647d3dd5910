/** All items in the order of the text, what is missing, and the way on: the head sends, colleagues tell the head. */
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { presentText } from "../../domain/submissions/clause-places.ts";
import { checkSubmission, hinders } from "../../domain/submissions/submission.ts";
import type { ItemView } from "../../domain/submissions/submissions.contract.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { textsOf } from "../ui/locale.ts";
import { StatusMark } from "../ui/status-mark.tsx";
import { showToast } from "../ui/toasts.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import { useDraft, type Place } from "./draft-context.tsx";
import { ItemCard } from "./item-card.tsx";
import { SendDialog } from "./send-dialog.tsx";
import { tellHead } from "./submission-api.ts";
import { submissionTexts } from "./submissions.intl.ts";

export function Overview(props: {
  onEdit: (item: ItemView) => void;
  onGo: (place: Place) => void;
}): JSX.Element {
  const t = textsOf(submissionTexts);
  const ui = textsOf(uiTexts);
  const { view, places, placeOf, editable } = useDraft();
  const [sending, setSending] = createSignal(false);
  const [telling, setTelling] = createSignal(false);
  const items = createMemo(() => {
    const at = ({ cid }: ItemView) => (cid === null ? -1 : (placeOf(cid)?.index ?? Number.MAX_SAFE_INTEGER));
    return view().items.toSorted((a, b) => at(a) - at(b));
  });
  const findings = createMemo(() =>
    checkSubmission(
      items().map((item) => ({
        ...item,
        openComments: item.comments.filter(({ resolved }) => !resolved).length,
        presentText: presentText(places(), item),
      })),
    ),
  );
  const hindrances = () => findings().filter(hinders).length;
  const remarks = () => findings().length - hindrances();
  const problemsOf = (item: ItemView) =>
    findings().flatMap(({ itemId, problem }) => (itemId === item.id ? [t().problem[problem]] : []));

  async function tell(): Promise<void> {
    setTelling(true);
    try {
      await tellHead(view().id);
      showToast(t().headTold);
    } catch (error) {
      showToast(error instanceof Error && error.message ? error.message : ui().offlineDetail);
    } finally {
      setTelling(false);
    }
  }

  return (
    <>
      <h2>{t().overview}</h2>
      <Show
        when={items().length > 0}
        fallback={<EmptyState title={t().noItemsTitle} text={t().noItemsText} />}
      >
        <For each={items()}>
          {(item) => (
            <ItemCard
              item={item}
              withLabel
              problems={editable() ? problemsOf(item) : []}
              onEdit={() => {
                props.onGo(item.cid ?? "whole");
                props.onEdit(item);
              }}
            />
          )}
        </For>
      </Show>
      <Show when={editable() && items().length > 0}>
        <section class="send-bar stack-small" aria-label={t().check}>
          <h3>{t().check}</h3>
          <div class="row">
            <Show
              when={hindrances() > 0}
              fallback={
                <StatusMark shape="filled" tone="good">
                  {t().ready}
                </StatusMark>
              }
            >
              <StatusMark shape="crossed" tone="bad">
                {t().hindered(hindrances())}
              </StatusMark>
            </Show>
            <Show when={remarks() > 0}>
              <StatusMark shape="half" tone="warn">
                {t().remarks(remarks())}
              </StatusMark>
            </Show>
          </div>
          <Show
            when={view().head}
            fallback={
              <>
                <p class="small quiet">{t().headOnly}</p>
                <div>
                  <Button
                    busy={telling()}
                    onClick={() => {
                      void tell();
                    }}
                  >
                    {t().tellHead}
                  </Button>
                </div>
              </>
            }
          >
            <div>
              <Button look="primary" disabled={hindrances() > 0} onClick={() => setSending(true)}>
                {t().send}
              </Button>
            </div>
          </Show>
        </section>
        <SendDialog open={sending()} remarks={remarks()} onClose={() => setSending(false)} />
      </Show>
    </>
  );
}
