/** What a person typed into the form of a comment, and what becomes of it. Rules: `RULES.md`. */
import { CONTRIBUTION_LIMITS, STANCES, type Stance } from "../contributions/contribution.ts";
import type { Cid, GroupId } from "../ids.ts";

/** As typed and chosen; empty where nothing was. */
export interface TypedComment {
  readonly group: string;
  readonly stance: string;
  readonly text: string;
  readonly proposedText: string;
  readonly item: string;
}

export const NOTHING_TYPED: TypedComment = { group: "", stance: "", text: "", proposedText: "", item: "" };

/** In the select of groups: none of those listed. */
export const ANOTHER_GROUP = "lain";

export interface ReadComment {
  readonly groupId: GroupId | null;
  readonly stance: Stance;
  readonly text: string;
  readonly proposedText: string | null;
  readonly itemCid: Cid | null;
}

export type CommentField = keyof TypedComment;
export type CommentProblem = "missing" | "too-long" | "unknown";
export type CommentProblems = Readonly<Partial<Record<CommentField, CommentProblem>>>;

export interface CommentChoices {
  readonly groups: readonly GroupId[];
  /** Items inside the clause that may be pointed at. */
  readonly items: readonly Cid[];
}

// C0 and C1 controls but tab and line feed.
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Words as they are kept. [CM3, CM4] */
export const cleanWords = (typed: string): string =>
  typed.replaceAll(/\r\n?/g, "\n").replaceAll(CONTROLS, "").toWellFormed().trim();

/** The comment, or every field that is wrong; never both. [CM3] */
export function readComment(
  typed: TypedComment,
  { groups, items }: CommentChoices,
): { readonly comment: ReadComment } | { readonly problems: CommentProblems } {
  const problems: Partial<Record<CommentField, CommentProblem>> = {};
  const text = cleanWords(typed.text);
  const proposedText = cleanWords(typed.proposedText);
  const stance = STANCES.find((each) => each === typed.stance);
  const groupId = groups.find((each) => each === typed.group) ?? null;
  const itemCid = items.find((each) => each === typed.item) ?? null;

  if (text === "") problems.text = "missing";
  if (text.length > CONTRIBUTION_LIMITS.text) problems.text = "too-long";
  if (proposedText.length > CONTRIBUTION_LIMITS.proposedText) problems.proposedText = "too-long";
  if (!stance) problems.stance = typed.stance === "" ? "missing" : "unknown";
  if (groups.length > 0 && groupId === null && typed.group !== ANOTHER_GROUP)
    problems.group = typed.group === "" ? "missing" : "unknown";
  if (typed.item !== "" && itemCid === null) problems.item = "unknown";
  if (!stance || Object.keys(problems).length > 0) return { problems };
  return { comment: { groupId, stance, text, proposedText: proposedText || null, itemCid } };
}
