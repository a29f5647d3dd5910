/** The clause an input is about: as it was read beside as it is now, and how the input stands to it, said in words. */
import { createMemo, For, Show, type JSX } from "solid-js";
import type {
  ContributionDetail,
  TargetRow,
  TargetSide,
  TargetView,
} from "../../domain/contributions/contributions.contract.ts";
import type { TargetState } from "../../domain/contributions/standing.ts";
import { gatherMarks, joinTexts, markWords } from "../../domain/versions/word-marks.ts";
import { textsOf } from "../ui/locale.ts";
import { StatusMark, type StatusShape, type StatusTone } from "../ui/status-mark.tsx";
import { MarkedWords } from "../versions/marked-words.tsx";
import { contributionWords } from "./contributions.intl.ts";
import { inboxTexts } from "./inbox.intl.ts";
import { sideMarks, type SideName } from "./side-marks.ts";
import { useStandingWords } from "./standing-words.ts";

const LOOKS: Record<TargetState, { readonly shape: StatusShape; readonly tone: StatusTone }> = {
  removed: { shape: "crossed", tone: "bad" },
  merged: { shape: "dashed", tone: "warn" },
  orphaned: { shape: "crossed", tone: "warn" },
  changed: { shape: "half", tone: "warn" },
  moved: { shape: "ring", tone: "accent" },
  attached: { shape: "filled", tone: "neutral" },
};

/** More than these are folded: a long Pasal must not push the answer away. */
const SHOWN_ROWS = 8;

function Words(props: {
  row: TargetRow;
  rows: readonly TargetRow[];
  side: TargetSide;
  which: SideName;
}): JSX.Element {
  const marks = createMemo(() => sideMarks(props.row, props.which, props.rows));
  const isMarked = () => marks().some(({ op }) => op !== "same");
  return (
    <p class="target-row" data-level={props.side.level} classList={{ pointed: props.row.pointedAt === true }}>
      <Show when={props.side.label}>
        <span class="target-label">{props.side.label} </span>
      </Show>
      <Show when={isMarked()} fallback={props.side.text}>
        <MarkedWords marks={marks()} side={props.which} />
      </Show>
    </p>
  );
}

function Column(props: {
  rows: readonly TargetRow[];
  which: SideName;
  title: string;
  nothing: string;
}): JSX.Element {
  const shown = () => props.rows.filter((row) => row[props.which] !== undefined);
  const list = (rows: readonly TargetRow[]) => (
    <For each={rows}>
      {(row) => (
        <Show when={row[props.which]}>
          {(side) => <Words row={row} rows={props.rows} side={side()} which={props.which} />}
        </Show>
      )}
    </For>
  );
  const t = textsOf(inboxTexts);
  return (
    <div class="target-side">
      <p class="small quiet">{props.title}</p>
      <div class="target-text" lang="id">
        <Show when={shown().length > 0} fallback={<p class="quiet target-nothing">{props.nothing}</p>}>
          {list(shown().slice(0, SHOWN_ROWS))}
          <Show when={shown().length > SHOWN_ROWS}>
            <details>
              <summary>{t().fold}</summary>
              {list(shown().slice(SHOWN_ROWS))}
            </details>
          </Show>
        </Show>
      </div>
    </div>
  );
}

export function TargetCompare(props: { target: TargetView; version: number }): JSX.Element {
  const words = textsOf(contributionWords);
  const sentences = useStandingWords();
  const name = () => props.target.citationNow || props.target.citationThen;
  const isSame = createMemo(() =>
    props.target.rows.every(
      ({ before, after, marks }) =>
        before?.text === after?.text &&
        before?.label === after?.label &&
        marks.every(({ op }) => op === "same"),
    ),
  );
  return (
    <section class="target">
      <div class="row">
        <h4 lang="id">{name()}</h4>
        <Show when={props.target.citationThen !== name()}>
          <span class="small quiet">{words().stands.formerly(props.target.citationThen)}</span>
        </Show>
        <StatusMark
          shape={LOOKS[props.target.standing.state].shape}
          tone={LOOKS[props.target.standing.state].tone}
        >
          {words().standing[props.target.standing.state]}
        </StatusMark>
      </div>
      <p class="small">{sentences(props.target, props.version).join(" ")}</p>
      <Show when={props.target.quote}>
        {(quote) => (
          <p class="small target-quote">
            {words().quoted}: <q lang="id">{quote()}</q>
          </p>
        )}
      </Show>
      <div class="target-sides" classList={{ same: isSame() }}>
        <Show
          when={!isSame()}
          fallback={
            <Column rows={props.target.rows} which="after" title={words().now} nothing={words().nowEmpty} />
          }
        >
          <Column
            rows={props.target.rows}
            which="before"
            title={words().formerVersion(props.version)}
            nothing={words().thenEmpty}
          />
          <Column rows={props.target.rows} which="after" title={words().now} nothing={words().nowEmpty} />
        </Show>
      </div>
    </section>
  );
}

/** The words of the clause that a proposal would replace: the item pointed at, else the clause with all in it. */
function readWords(detail: ContributionDetail): string | undefined {
  const [target, ...more] = detail.targetViews;
  if (!target || more.length > 0) return undefined;
  const pointed = target.rows.find((row) => row.pointedAt)?.before;
  if (pointed) return pointed.text;
  return joinTexts(target.rows.flatMap(({ before }) => (before ? [before.text] : [])));
}

export function ProposedWording(props: { detail: ContributionDetail }): JSX.Element {
  const t = textsOf(inboxTexts);
  const words = textsOf(contributionWords);
  const marks = createMemo(() => {
    const read = readWords(props.detail);
    return read ? gatherMarks(markWords(read, props.detail.proposedText ?? "")) : undefined;
  });
  return (
    <section class="proposal">
      <h3>{words().proposal}</h3>
      <p class="target-text" lang="id">
        <Show when={marks()} fallback={props.detail.proposedText}>
          {(found) => <MarkedWords marks={found()} side="both" />}
        </Show>
      </p>
      <Show when={marks()}>
        <p class="small quiet">{t().proposalAgainst}</p>
      </Show>
    </section>
  );
}
