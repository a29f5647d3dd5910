/** How an input, its answer and what followed read in a cell (RULES.md EX3, EX8). */
import type { Locale } from "../locale.ts";
import { exportTexts } from "./exports.intl.ts";
import type { ExportAnswer, ExportInput } from "./export-input.ts";

const lines = (...parts: readonly (string | false | null | undefined)[]): string =>
  parts.filter((part): part is string => typeof part === "string" && part !== "").join("\n");

export function placeWords({ places }: ExportInput, locale: Locale): string {
  if (places.length === 0) return exportTexts[locale].whole;
  return places.map(({ citation }) => citation).join("\n");
}

export function groupWords({ group, body }: ExportInput, locale: Locale): string {
  const named = lines(body, group === body ? "" : group);
  return named === "" ? exportTexts[locale].noGroup : named;
}

/** What is said of the words: taken out, not shown, withdrawn. Empty where they stand as they are. */
function remark(input: ExportInput, locale: Locale): string {
  const t = exportTexts[locale];
  if (input.state === "withdrawn" && (input.text ?? "") === "") return t.withdrawn;
  if (input.text === null && input.state === "received") return t.notSorted;
  if (input.text === null) return t.notShown(input.moderationNote ?? "");
  const withdrawn = input.state === "withdrawn" ? t.withdrawn : "";
  const cut = input.moderationNote !== null ? t.partlyTaken(input.moderationNote) : "";
  const hidden = input.hiddenFromPublic ? t.notPublic : "";
  return lines(withdrawn, hidden === "" ? cut : lines(hidden, input.moderationNote));
}

/** The proposed wording where there is one, else the words. */
export function inputWords(input: ExportInput, locale: Locale): string {
  return lines(input.proposedText ?? input.text, remark(input, locale));
}

/** The stand, and the words where a wording was proposed. */
export function groundsWords({ stance, text, proposedText }: ExportInput, locale: Locale): string {
  const stand = stance === null ? "" : exportTexts[locale].stance[stance];
  return lines(stand, proposedText === null ? "" : text);
}

export function answerWords(answer: ExportAnswer | null, locale: Locale): string {
  const t = exportTexts[locale];
  return answer === null ? t.notAnswered : lines(`${t.outcome[answer.outcome]}.`, answer.reason);
}

export function followUpWords(answer: ExportAnswer | null, locale: Locale): string {
  const t = exportTexts[locale];
  const change = answer?.change;
  if (!change) return t.noChange;
  if (change.version === null) return t.promised(change.citation);
  return lines(t.changed(change.citation), change.notSeen && `(${t.changeNotSeen})`);
}

export function versionWords({ versionRead, answer }: ExportInput, locale: Locale): string {
  const t = exportTexts[locale];
  const version = answer?.change?.version;
  return lines(t.readVersion(versionRead), version ? t.changeVersion(version) : null);
}
