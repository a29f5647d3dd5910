/** Where, who, how and when, in one line; never more than is kept. */
import { Show, type JSX } from "solid-js";
import type { ContributionItem } from "../../domain/contributions/contributions.contract.ts";
import { formatDay } from "../ui/format-day.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { contributionWords } from "./contributions.intl.ts";
import "./contributions.css";

/** Who gave it: the body that speaks, the account under `named`, the group; never more than is kept. */
function useWhoGave(): (item: ContributionItem) => string {
  const words = textsOf(contributionWords);
  return (item) =>
    [item.author?.name ?? item.unit?.name, item.group?.name, item.author && item.unit?.name]
      .filter(Boolean)
      .join(", ") || (item.channel === "survey-figure" ? "" : words().someone);
}

/** The clauses an input is about, in short. */
function useWhere(): (item: ContributionItem) => string {
  const words = textsOf(contributionWords);
  return (item) => {
    const [first, ...more] = item.targets;
    if (!first) return words().wholeDraft;
    return more.length === 0 ? first.citation : `${first.citation} +${more.length}`;
  };
}

export function ItemFacts(props: { item: ContributionItem; withoutPlace?: boolean }): JSX.Element {
  const words = textsOf(contributionWords);
  const who = useWhoGave();
  const where = useWhere();
  return (
    <>
      <Show when={!props.withoutPlace}>
        <span lang="id">{where(props.item)}</span>
      </Show>
      <Show when={who(props.item)}>{(name) => <span>{name()}</span>}</Show>
      <span>{words().channel[props.item.channel]}</span>
      <time datetime={props.item.createdOn}>{formatDay(props.item.createdOn, locale(), "short")}</time>
    </>
  );
}
