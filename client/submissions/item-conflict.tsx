/** A colleague was first: both writings side by side in words, and a choice. Nothing typed is lost meanwhile. */
import { Show, type JSX } from "solid-js";
import type { ItemView, ItemWordsInput } from "../../domain/submissions/submissions.contract.ts";
import { Button } from "../ui/button.tsx";
import { textsOf } from "../ui/locale.ts";
import { ProposalDifference } from "./proposal-difference.tsx";
import { StanceMark } from "./stance-mark.tsx";
import { submissionTexts } from "./submissions.intl.ts";

export function ItemConflict(props: {
  mine: ItemWordsInput;
  theirs: ItemView;
  busy: boolean;
  onMine: () => void;
  onTheirs: () => void;
}): JSX.Element {
  const t = textsOf(submissionTexts);
  return (
    <section class="notice warn stack-small">
      <h3>{t().conflictTheirs(props.theirs.updatedBy.name)}</h3>
      <StanceMark stance={props.theirs.stance} />
      <Show when={props.theirs.proposedText.trim()}>
        <div>
          <p class="small">{t().proposal}</p>
          <ProposalDifference present={props.mine.proposedText} proposed={props.theirs.proposedText} />
        </div>
      </Show>
      <div>
        <p class="small">{t().grounds}</p>
        <ProposalDifference present={props.mine.grounds} proposed={props.theirs.grounds} />
      </div>
      <div class="row">
        <Button busy={props.busy} onClick={() => props.onMine()}>
          {t().conflictUseMine}
        </Button>
        <Button onClick={() => props.onTheirs()}>{t().conflictUseTheirs}</Button>
      </div>
    </section>
  );
}
