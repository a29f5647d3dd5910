/** A stance as word and shape. */
import type { JSX } from "solid-js";
import type { Stance } from "../../domain/contributions/contribution.ts";
import { contributionWords } from "../contributions/contributions.intl.ts";
import { textsOf } from "../ui/locale.ts";
import { StatusMark, type StatusShape, type StatusTone } from "../ui/status-mark.tsx";

const LOOKS: Record<Stance | "none", { readonly shape: StatusShape; readonly tone: StatusTone }> = {
  support: { shape: "filled", tone: "good" },
  "support-with-change": { shape: "half", tone: "warn" },
  against: { shape: "crossed", tone: "bad" },
  question: { shape: "ring", tone: "accent" },
  none: { shape: "dashed", tone: "neutral" },
};

export function StanceMark(props: { stance: Stance | null }): JSX.Element {
  const t = textsOf(contributionWords);
  const stance = () => props.stance ?? "none";
  return <StatusMark {...LOOKS[stance()]}>{t().stance[stance()]}</StatusMark>;
}
