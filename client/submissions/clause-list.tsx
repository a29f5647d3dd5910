/** The clauses of the text, with how many items stand at each; on a phone one choice in place of the list. */
import { For, Show, type JSX } from "solid-js";
import { clauseText, type Clause } from "../../domain/clauses/clause.ts";
import type { ClausePlace } from "../../domain/submissions/clause-places.ts";
import { deriveLabels } from "../../domain/clauses/labels.ts";
import { isCid } from "../../domain/ids.ts";
import { textsOf } from "../ui/locale.ts";
import { useDraft, type Place } from "./draft-context.tsx";
import { submissionTexts } from "./submissions.intl.ts";

interface Group {
  /** The chapter, empty before the first. */
  readonly heading: string;
  readonly places: readonly ClausePlace[];
}

/** By chapter. A text that stands alone under its Pasal is that Pasal, unless somebody pointed at it. */
function groupsOf(
  clauses: readonly Clause[],
  places: readonly ClausePlace[],
  isUsed: (place: ClausePlace) => boolean,
): Group[] {
  const groups: { heading: string; places: ClausePlace[] }[] = [{ heading: "", places: [] }];
  let next = 0;
  const labels = deriveLabels(clauses);
  for (const [index, clause] of clauses.entries()) {
    if (clause.kind === "bab" || clause.kind === "lampiran" || clause.kind === "penjelasan-umum")
      groups.push({ heading: headingOf(labels[index] ?? "", clause), places: [] });
    const place = places[next];
    if (place?.index !== index) continue;
    next += 1;
    if (clause.kind !== "isi" || isUsed(place)) groups.at(-1)?.places.push(place);
  }
  return groups.filter((group) => group.places.length > 0);
}

const headingOf = (label: string, clause: Clause): string =>
  [label, clauseText(clause).replaceAll("\n", " ")].filter((part) => part !== "").join(" ");

export function ClauseList(props: {
  place: Place | undefined;
  onChoose: (place: Place | undefined) => void;
}): JSX.Element {
  const t = textsOf(submissionTexts);
  const { view, clauses, places, itemsAt } = useDraft();
  const groups = () => groupsOf(clauses(), places(), ({ cid }) => itemsAt(cid).length > 0);
  const labelled = (label: string, count: number) => (count > 0 ? `${label} (${t().itemsAt(count)})` : label);

  const entry = (place: Place | undefined, label: string, count: number, deep = false) => (
    <li>
      <button
        type="button"
        classList={{ deep }}
        aria-current={props.place === place ? "true" : undefined}
        onClick={() => props.onChoose(place)}
      >
        <span lang={isCid(place) ? "id" : undefined}>{label}</span>
        <Show when={count > 0}>
          <span class="count-pill" aria-hidden="true">
            {count}
          </span>
          <span class="visually-hidden">{t().itemsAt(count)}</span>
        </Show>
      </button>
    </li>
  );

  return (
    <nav class="clause-list" aria-label={t().clauses}>
      <ul class="only-desk">
        {entry(undefined, t().overview, view().items.length)}
        {entry("whole", t().wholeDraft, itemsAt("whole").length)}
        <For each={groups()}>
          {(group) => (
            <>
              <Show when={group.heading}>
                <li class="chapter" lang="id">
                  {group.heading}
                </li>
              </Show>
              <For each={group.places}>
                {(place) =>
                  entry(place.cid, place.label, itemsAt(place.cid).length, /\bayat\b/.test(place.label))
                }
              </For>
            </>
          )}
        </For>
      </ul>
      <label class="only-phone field">
        <span>{t().chooseClause}</span>
        <select
          class="input"
          onChange={(event) => {
            const { value } = event.currentTarget;
            props.onChoose(value === "whole" || isCid(value) ? value : undefined);
          }}
        >
          <option value="" selected={props.place === undefined}>
            {labelled(t().overview, view().items.length)}
          </option>
          <option value="whole" selected={props.place === "whole"}>
            {labelled(t().wholeDraft, itemsAt("whole").length)}
          </option>
          <For each={groups()}>
            {(group) => {
              const options = () => (
                <For each={group.places}>
                  {(place) => (
                    <option value={place.cid} selected={props.place === place.cid}>
                      {labelled(place.label, itemsAt(place.cid).length)}
                    </option>
                  )}
                </For>
              );
              return (
                <Show when={group.heading} fallback={options()}>
                  <optgroup label={group.heading}>{options()}</optgroup>
                </Show>
              );
            }}
          </For>
        </select>
      </label>
    </nav>
  );
}
