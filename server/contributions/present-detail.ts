/** One input with everything that answering it needs: the clause then and now, its neighbours, what was said and answered. */
import { presentAttachment } from "../../domain/attachments/attachment.ts";
import { citationOf } from "../../domain/clauses/citation.ts";
import { subtreeOf } from "../../domain/clauses/tree.ts";
import type { Contribution } from "../../domain/contributions/contribution.ts";
import type {
  ContributionDetail,
  PersonalDataSpan,
  TargetRow,
  TargetView,
} from "../../domain/contributions/contributions.contract.ts";
import { isOpen } from "../../domain/contributions/handling.ts";
import { findPersonalData } from "../../domain/contributions/redaction.ts";
import type { Cid, PolicyId } from "../../domain/ids.ts";
import type { Comparison, ComparisonRow, RowSide } from "../../domain/versions/compare.ts";
import type { Deps } from "../deps.ts";
import type { PresentDispositions } from "../dispositions/present-dispositions.ts";
import { nameOf, type LoadedInbox, type LoadedInput } from "./load-inbox.ts";
import { clauseName, type PresentContributions } from "./present-contributions.ts";
import type { ReadText, TextStandings } from "./text-standings.ts";

/** Most neighbours that are shown beside an input. */
const SIBLINGS = 50;
/** Most clauses of one target, then and now together. */
const ROWS = 200;

export function createPresentDetail(
  { repos }: Pick<Deps, "repos">,
  texts: TextStandings,
  present: PresentContributions,
  dispositions: PresentDispositions,
) {
  return async function presentDetail(
    policy: PolicyId,
    inbox: LoadedInbox,
    input: LoadedInput,
    contribution: Contribution,
    may: ContributionDetail["may"],
  ): Promise<ContributionDetail> {
    const read = inbox.read.get(contribution.versionId)?.text;
    if (!read) throw new Error(`contribution ${contribution.id} without its version`);
    const around = siblingsOf(inbox, input).slice(0, SIBLINGS);
    const [[item], siblings, notes, answers, comparison, attached] = await Promise.all([
      present.items(policy, inbox, [input]),
      present.items(policy, inbox, around),
      repos.contributions.notes(contribution.id),
      repos.dispositions.ofContributions([contribution.id]),
      texts.compared(read, inbox.live),
      repos.attachments.ofContributions([contribution.id]),
    ]);
    if (!item) throw new Error(`contribution ${contribution.id} is not presented`);
    const people = await repos.accounts.names(notes.map(({ author }) => author));
    const views = await dispositions.present(policy, answers.toReversed(), contribution.versionId);
    const current = new Set(
      answers.filter((each) => each.current.includes(contribution.id)).map(({ id }) => id),
    );
    const files = attached.get(contribution.id)?.map(presentAttachment);
    const { text, proposedText, redactedText, redactedProposedText, moderationNote } = contribution;
    return {
      ...item,
      text,
      ...(proposedText !== null && { proposedText }),
      ...(redactedText !== null && { redactedText }),
      ...(redactedProposedText !== null && { redactedProposedText }),
      ...(moderationNote !== null && { moderationNote }),
      ...(files && { files }),
      targetViews: contribution.targets.map((_, at) => targetView(inbox, read, comparison, input, at)),
      personalData: personalDataOf(contribution),
      notes: notes.map(({ id, author, text: words, at }) => ({
        id,
        author: { id: author, name: people.get(author) ?? "" },
        text: words,
        at,
      })),
      dispositions: views
        .map((view) => ({ ...view, current: current.has(view.id) }))
        .toSorted((a, b) => Number(b.current) - Number(a.current)),
      siblings,
      may,
    };
  };
}

/** Others on the same clauses: open ones first, then by day. */
function siblingsOf({ inputs }: LoadedInbox, { listed, entry }: LoadedInput): LoadedInput[] {
  const cids = listed.targets.map(({ cid }) => cid);
  return inputs
    .filter((other) => other.listed.id !== listed.id && cids.some((cid) => other.entry.listedUnder.has(cid)))
    .toSorted(
      (a, b) =>
        Number(isOpen(b.entry.state)) - Number(isOpen(a.entry.state)) ||
        Number(b.entry.place === entry.place) - Number(a.entry.place === entry.place) ||
        (a.entry.createdOn < b.entry.createdOn ? 1 : -1),
    );
}

function targetView(
  inbox: LoadedInbox,
  read: ReadText,
  comparison: Comparison,
  { listed, standings }: LoadedInput,
  at: number,
): TargetView {
  const target = listed.targets[at];
  const standing = standings[at];
  if (!target || !standing) throw new Error(`contribution ${listed.id} has no target ${at}`);
  const { cid, itemCid, quote } = target;
  const { live } = inbox;
  const place = standing.into ?? cid;
  const index = live.indexOf.get(cid);
  const relatives = [...(standing.into ? [standing.into] : []), ...(standing.splitInto ?? [])];
  return {
    cid,
    ...(itemCid !== undefined && { itemCid }),
    ...(quote !== undefined && { quote }),
    standing,
    citationThen: nameOf(read, cid),
    ...(index !== undefined && { citationNow: citationOf(live, index) || nameOf(live, cid) }),
    relatives: relatives.map((relative) => clauseName(live, read, relative)),
    rows: rowsOf(comparison, read, live, [cid, place, ...relatives], itemCid),
  };
}

/** Rows of the clause and what is under it, in either text; in reading order. */
function rowsOf(
  comparison: Comparison,
  read: ReadText,
  live: ReadText,
  roots: readonly Cid[],
  itemCid: Cid | undefined,
): TargetRow[] {
  const wanted = new Set<Cid>();
  for (const text of [read, live]) {
    for (const cid of roots) {
      const index = text.indexOf.get(cid);
      if (index === undefined) continue;
      const { start, end } = subtreeOf(text.tree, index);
      for (const clause of text.clauses.slice(start, end)) wanted.add(clause.cid);
    }
  }
  return comparison.rows
    .filter(({ cid }) => wanted.has(cid))
    .slice(0, ROWS)
    .map((row) => targetRow(row, itemCid));
}

function targetRow({ cid, facts, before, after, marks }: ComparisonRow, itemCid: Cid | undefined): TargetRow {
  const side = ({ kind, level, label, text }: RowSide) => ({ kind, level, label, text });
  return {
    cid,
    facts,
    ...(before && { before: side(before) }),
    ...(after && { after: side(after) }),
    marks,
    ...(cid === itemCid && { pointedAt: true as const }),
  };
}

function personalDataOf({ text, proposedText }: Contribution): PersonalDataSpan[] {
  const spans = (field: PersonalDataSpan["field"], words: string) =>
    findPersonalData(words).map((span) => ({ field, ...span }));
  return [...spans("text", text), ...spans("proposedText", proposedText ?? "")];
}
