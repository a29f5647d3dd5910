/** Counts of a vote as words and bars. The bars are SVG: a strict policy lets no style attribute through. */
import { For, type JSX } from "solid-js";
import { VOTE_ORDER } from "../../domain/workshops/minutes.ts";
import type { Vote, VoteCounts } from "../../domain/workshops/workshop.ts";
import { textsOf } from "../ui/locale.ts";
import { workshopTexts } from "./workshops.intl.ts";
import { voteWords } from "./vote-words.intl.ts";

const LENGTH = 100;

export function VoteBars(props: { votes: VoteCounts }): JSX.Element {
  const t = textsOf(workshopTexts);
  const words = textsOf(voteWords);
  const total = () => props.votes.agree + props.votes.neutral + props.votes.disagree;
  const length = (vote: Vote) => (total() === 0 ? 0 : (props.votes[vote] / total()) * LENGTH);
  return (
    <dl class="vote-bars" aria-label={total() === 0 ? t().noVotes : undefined}>
      <For each={VOTE_ORDER}>
        {(vote) => (
          <div class={`vote-bar ${vote}`}>
            <dt>{words()[vote]}</dt>
            <dd>
              <svg viewBox={`0 0 ${LENGTH} 10`} preserveAspectRatio="none" aria-hidden="true">
                <rect class="ground" width={LENGTH} height="10" />
                <rect class="figure" width={length(vote)} height="10" />
              </svg>
              <span class="numeric">{props.votes[vote]}</span>
            </dd>
          </div>
        )}
      </For>
    </dl>
  );
}
