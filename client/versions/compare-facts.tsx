/** What became of a clause, in words with a shape: "semula Pasal 8", "dipecah dari ayat (2)". */
import { For, type JSX } from "solid-js";
import type { ComparisonRow } from "../../domain/versions/compare.ts";
import { textsOf } from "../ui/locale.ts";
import { StatusMark, type StatusShape, type StatusTone } from "../ui/status-mark.tsx";
import { compareTexts } from "./compare.intl.ts";

interface Said {
  readonly text: string;
  readonly shape: StatusShape;
  readonly tone: StatusTone;
}

export function CompareFacts(props: { row: ComparisonRow }): JSX.Element {
  const t = textsOf(compareTexts);
  const said = (): Said[] => {
    const { row } = props;
    const relative = row.relative?.citation || t().elsewhere;
    const all: Said[] = [];
    for (const { fact } of row.facts) {
      switch (fact) {
        case "kept":
          break;
        case "words":
          all.push({ text: t().words, shape: "half", tone: "warn" });
          break;
        case "form":
          all.push({ text: t().form, shape: "ring", tone: "neutral" });
          break;
        case "moved":
          all.push({
            text: row.movedWithParent ? t().movedWithParent : t().moved,
            shape: "ring",
            tone: "accent",
          });
          break;
        case "split":
          all.push({ text: t().split(relative), shape: "dashed", tone: "accent" });
          break;
        case "merged":
          all.push({ text: t().merged(relative), shape: "dashed", tone: "accent" });
          break;
        case "new":
          all.push({ text: t().new, shape: "filled", tone: "good" });
          break;
        case "removed":
          all.push({ text: t().removed, shape: "crossed", tone: "bad" });
          break;
      }
    }
    if (row.renumbered) {
      const formerly = row.before?.citation || row.before?.label;
      if (formerly) all.push({ text: t().formerly(formerly), shape: "ring", tone: "neutral" });
    }
    return all;
  };
  return (
    <For each={said()}>
      {(each) => (
        <StatusMark shape={each.shape} tone={each.tone}>
          {each.text}
        </StatusMark>
      )}
    </For>
  );
}
