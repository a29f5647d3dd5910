/** An item as it is: stance, proposed wording beside the present one, grounds, files, comments. */
import { createSignal, For, Show, type JSX } from "solid-js";
import type { ItemView } from "../../domain/submissions/submissions.contract.ts";
import { presentText } from "../../domain/submissions/clause-places.ts";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { formatDateTime } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { useDraft } from "./draft-context.tsx";
import { FileLinks } from "../attachments/file-links.tsx";
import { ItemComments } from "./item-comments.tsx";
import { ProposalDifference } from "./proposal-difference.tsx";
import { StanceMark } from "./stance-mark.tsx";
import { fileHref, removeItem } from "./submission-api.ts";
import { submissionTexts } from "./submissions.intl.ts";

export function ItemCard(props: {
  item: ItemView;
  onEdit: () => void;
  /** Names the clause, where no heading does. */
  withLabel?: boolean;
  /** What the check found of it. */
  problems?: readonly string[];
}): JSX.Element {
  const t = textsOf(submissionTexts);
  const { view, places, labelOf, editable, dropItem } = useDraft();
  const [asking, setAsking] = createSignal(false);
  const label = () => labelOf(props.item);
  const present = () => presentText(places(), props.item) ?? "";

  return (
    <article class="item-card stack-small" aria-label={label()}>
      <Show when={props.withLabel || props.item.itemCid !== null}>
        <h3 lang={props.item.cid === null ? undefined : "id"}>{label()}</h3>
      </Show>
      <div class="row">
        <StanceMark stance={props.item.stance} />
        <span class="small quiet">
          {t().changedBy(
            props.item.updatedBy.name,
            formatDateTime(props.item.updatedAt, locale(), view().consultation.timeZone),
          )}
        </span>
      </div>
      <Show when={props.problems?.length}>
        <ul class="problems small">
          <For each={props.problems}>{(problem) => <li>{problem}</li>}</For>
        </ul>
      </Show>
      <Show when={props.item.proposedText.trim()}>
        <div>
          <h4 class="small quiet">{t().proposal}</h4>
          <ProposalDifference present={present()} proposed={props.item.proposedText} />
        </div>
      </Show>
      <Show when={props.item.grounds.trim()}>
        <div>
          <h4 class="small quiet">{t().grounds}</h4>
          <p class="own-words">{props.item.grounds}</p>
        </div>
      </Show>
      <FileLinks files={props.item.files} hrefOf={(file) => fileHref(view().id, file.id)} />
      <Show when={editable() || props.item.comments.length > 0}>
        <ItemComments item={props.item} />
      </Show>
      <Show when={editable()}>
        <div class="row">
          <Button size="small" onClick={() => props.onEdit()} aria-label={`${t().edit}: ${label()}`}>
            {t().edit}
          </Button>
          <Button
            size="small"
            look="plain"
            onClick={() => setAsking(true)}
            aria-label={`${t().remove}: ${label()}`}
          >
            {t().remove}
          </Button>
        </div>
      </Show>
      <Confirm
        open={asking()}
        onClose={() => setAsking(false)}
        title={t().removeTitle(label())}
        description={t().removeText}
        action={t().remove}
        danger
        onConfirm={async () => {
          await removeItem(view().id, props.item.id, props.item.revision);
          dropItem(props.item.id);
          showToast(t().removed);
        }}
      />
    </article>
  );
}
