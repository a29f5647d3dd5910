/** Drafting and sending a submission of a body. Rules: `RULES.md`. */
import canonicalize from "canonicalize";
import { sha256Hex } from "../sha256.ts";
import type { Account } from "../accounts/account.ts";
import type { ConsultationState } from "../consultations/consultation.ts";
import { CONTRIBUTION_LIMITS, type Stance } from "../contributions/contribution.ts";
import type { Cid, EpochMs, UnitId } from "../ids.ts";

export const SUBMISSION_STATES = ["drafting", "sent"] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** Lengths in UTF-16 units. [SB12] */
export const SUBMISSION_LIMITS = {
  items: 200,
  comments: 200,
  grounds: CONTRIBUTION_LIMITS.text,
  proposedText: CONTRIBUTION_LIMITS.proposedText,
  comment: 2_000,
} as const;

/** The words of an item. `cid` null: about the draft as a whole. [SB5] */
export interface ItemWords {
  readonly cid: Cid | null;
  readonly itemCid: Cid | null;
  readonly stance: Stance | null;
  readonly proposedText: string;
  readonly grounds: string;
}

/** The body an account speaks for; null for who speaks for none. [SB1] */
export const bodyOf = ({ role, unitId }: Pick<Account, "role" | "unitId">): UnitId | null =>
  role === "organisation" ? unitId : null;

export interface CallWindow {
  readonly state: ConsultationState;
  readonly submissions: boolean;
  readonly opensAt: EpochMs;
  readonly closesAt: EpochMs;
}

export type CallPhase = "upcoming" | "open" | "closed";

/** How the call stands at `now`; null where bodies are not called at all. [SB4] */
export function callPhase(call: CallWindow, now: EpochMs): CallPhase | null {
  if (!call.submissions || call.state !== "announced") return null;
  if (now < call.opensAt) return "upcoming";
  return now < call.closesAt ? "open" : "closed";
}

/** What is missing before sending. [SB7] */
export const HINDRANCES = ["no-items", "clause-gone", "no-stance", "no-grounds"] as const;
export const REMARKS = ["no-proposal", "same-clause", "open-comments", "same-wording"] as const;
export type Hindrance = (typeof HINDRANCES)[number];
export type Remark = (typeof REMARKS)[number];

export interface Finding {
  /** Null: of the whole submission. */
  readonly itemId: string | null;
  readonly problem: Hindrance | Remark;
}

export const hinders = ({ problem }: Finding): boolean => (HINDRANCES as readonly string[]).includes(problem);

export interface CheckedItem extends ItemWords {
  readonly id: string;
  readonly openComments: number;
  /** Of the clause or smaller item it points at; null for the whole draft, undefined where the text has it no more. */
  readonly presentText: string | null | undefined;
}

const plain = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** What is missing or worth a look, in the order of the items. [SB7] */
export function checkSubmission(items: readonly CheckedItem[]): Finding[] {
  if (items.length === 0) return [{ itemId: null, problem: "no-items" }];
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const problems: (Hindrance | Remark)[] = [];
    const proposed = plain(item.proposedText);
    if (item.presentText === undefined) problems.push("clause-gone");
    if (item.stance === null) problems.push("no-stance");
    if (plain(item.grounds) === "") problems.push("no-grounds");
    if (item.stance === "support-with-change" && proposed === "") problems.push("no-proposal");
    if (proposed !== "" && item.presentText && proposed === plain(item.presentText))
      problems.push("same-wording");
    if (item.openComments > 0) problems.push("open-comments");
    const place = `${item.cid ?? ""}/${item.itemCid ?? ""}`;
    if (item.stance === "against" || item.stance === "question") {
      if (seen.has(place)) problems.push("same-clause");
      seen.add(place);
    }
    return problems.map((problem) => ({ itemId: item.id, problem }));
  });
}

export interface SentItem extends ItemWords {
  /** SHA-256 of each file, in order. */
  readonly files: readonly string[];
}

/** Whether a correction left this item as it was sent. [SB10] */
export const sameItem = (a: SentItem, b: SentItem): boolean => canonicalItem(a) === canonicalItem(b);

/** The receipt of a sending: SHA-256 over the canonical form of body and items. [SB11] */
export const sendingHash = (body: UnitId, items: readonly SentItem[]): Promise<string> =>
  sha256Hex(canonical({ body, items: items.map(itemContent) }));

const canonicalItem = (item: SentItem): string => canonical(itemContent(item));

/** Only what was said, each text as it is sent: trimmed. */
function itemContent({ cid, itemCid, stance, proposedText, grounds, files }: SentItem) {
  return {
    cid,
    itemCid,
    stance,
    proposedText: proposedText.trim(),
    grounds: grounds.trim(),
    files: [...files],
  };
}

/** RFC 8785. */
function canonical(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("a submission without JSON form");
  return text;
}
