/** A proposed wording with what differs from the present one marked. */
import { createMemo, type JSX } from "solid-js";
import { gatherMarks, markWords } from "../../domain/versions/word-marks.ts";
import { MarkedWords } from "../versions/marked-words.tsx";

export function ProposalDifference(props: { present: string; proposed: string }): JSX.Element {
  const marks = createMemo(() => gatherMarks(markWords(props.present, props.proposed.trim())));
  return (
    <p class="proposal" lang="id">
      <MarkedWords marks={marks()} side="both" />
    </p>
  );
}
