/** How an input is to be shown, while somebody decides it: kept while the page is open, whatever is looked at meanwhile. */
import { createSignal, type Accessor } from "solid-js";
import type { Visibility } from "../../domain/contributions/contribution.ts";
import type {
  ContributionDetail,
  PersonalDataSpan,
  Triage,
} from "../../domain/contributions/contributions.contract.ts";
import type { Span } from "../../domain/contributions/redaction.ts";
import type { ContributionId } from "../../domain/ids.ts";
import { joinStretches, redact, stretchesOf } from "./redaction.ts";

export type RedactedField = PersonalDataSpan["field"];

export interface TriageDraft {
  readonly visibility: Accessor<Visibility>;
  readonly setVisibility: (value: Visibility) => void;
  readonly note: Accessor<string>;
  readonly setNote: (value: string) => void;
  /** The person says that what looks like personal data may be shown. */
  readonly checked: Accessor<boolean>;
  readonly setChecked: (value: boolean) => void;
  readonly stretches: (field: RedactedField) => readonly Span[];
  readonly setStretches: (field: RedactedField, stretches: readonly Span[]) => void;
  /** The words of a field as the public would read them. */
  readonly shown: (field: RedactedField) => string;
  readonly isRedacted: () => boolean;
  /** What looks like personal data and would be shown. */
  readonly open: () => readonly PersonalDataSpan[];
  /** What keeps it from being saved. */
  readonly problem: () => "check" | "note" | undefined;
  /** Without redaction, as several inputs take it. */
  readonly plain: () => Pick<Triage, "visibility" | "moderationNote">;
  readonly body: () => Triage;
}

const drafts = new Map<ContributionId, TriageDraft>();

/** The decision was saved: what comes next begins with it. */
export const forgetTriageDraft = (id: ContributionId): void => void drafts.delete(id);

export function triageDraftOf(detail: ContributionDetail): TriageDraft {
  const known = drafts.get(detail.id);
  if (known) return known;
  const made = createTriageDraft(detail);
  drafts.set(detail.id, made);
  return made;
}

function createTriageDraft(detail: ContributionDetail): TriageDraft {
  const words = { text: detail.text, proposedText: detail.proposedText ?? "" };
  const before = (field: RedactedField, redacted: string | undefined): readonly Span[] =>
    (redacted !== undefined && stretchesOf(words[field], redacted)) || [];
  const isNew = detail.state === "received";
  const [visibility, setVisibility] = createSignal<Visibility>(isNew ? "public" : detail.visibility);
  const [note, setNote] = createSignal(detail.moderationNote ?? "");
  // What was sorted before was looked at before.
  const [checked, setChecked] = createSignal(!isNew);
  const [stretches, setStretches] = createSignal<Readonly<Record<RedactedField, readonly Span[]>>>({
    text: before("text", detail.redactedText),
    proposedText: before("proposedText", detail.redactedProposedText),
  });
  const isRedacted = () => stretches().text.length + stretches().proposedText.length > 0;
  const open = () =>
    visibility() === "team"
      ? []
      : detail.personalData.filter(
          (found) =>
            !stretches()[found.field].some(({ start, end }) => start <= found.start && found.end <= end),
        );
  const plain = () => ({
    visibility: visibility(),
    ...(note().trim() !== "" && { moderationNote: note().trim() }),
  });
  return {
    visibility,
    setVisibility,
    note,
    setNote,
    checked,
    setChecked,
    stretches: (field) => stretches()[field],
    setStretches: (field, next) => setStretches((all) => ({ ...all, [field]: joinStretches(next) })),
    shown: (field) => redact(words[field], stretches()[field]),
    isRedacted,
    open,
    problem: () => {
      if (open().length > 0 && !checked()) return "check";
      return (isRedacted() || visibility() === "team") && note().trim() === "" ? "note" : undefined;
    },
    plain,
    body: () => ({
      contributionIds: [detail.id],
      ...plain(),
      ...(stretches().text.length > 0 && { redactedText: redact(words.text, stretches().text) }),
      ...(stretches().proposedText.length > 0 && {
        redactedProposedText: redact(words.proposedText, stretches().proposedText),
      }),
    }),
  };
}
