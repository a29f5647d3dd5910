import type { Derived } from "../clauses/citation.ts";
import type { Cid } from "../ids.ts";
import type { Locale } from "../locale.ts";
import type { DocCell, DocTable } from "./document.ts";
import { inTextOrder, type ExportInput } from "./export-input.ts";
import { exportTexts } from "./exports.intl.ts";
import { answerWords, groundsWords, groupWords, inputWords } from "./input-words.ts";
import { inventoryStatus, isIssue } from "./inventory-status.ts";
import { spokenClauses, spokenFor, type SpokenClause } from "./spoken-clauses.ts";

/** Daftar inventarisasi masalah over `text`. [EX4] */
export function issueInventory(text: Derived, inputs: readonly ExportInput[], locale: Locale): DocTable {
  const t = exportTexts[locale];
  const { columns } = t;
  const issues = inputs.filter(isIssue).toSorted(inTextOrder);
  const byClause = new Map<Cid | null, ExportInput[]>();
  const gone = new Map<string, ExportInput[]>();
  for (const issue of issues) {
    // One that is about several clauses stands under each of them.
    const keys = new Set(issue.places.map(({ cid }) => spokenFor(text, cid) ?? `gone ${cid}`));
    if (keys.size === 0) put(byClause, null, issue);
    for (const key of keys) {
      if (key.startsWith("gone ")) put(gone, citationIn(issue, key.slice(5)), issue);
      else put(byClause, key as Cid, issue);
    }
  }
  const named = new Set([...byClause.keys()].filter((cid): cid is Cid => cid !== null));
  const rows: DocCell[][] = [];
  const add = (wording: string, clauseWords: string, proposals: readonly ExportInput[] = []): void => {
    for (const [at, proposal] of (proposals.length > 0 ? proposals : [null]).entries()) {
      const status = proposal ? inventoryStatus(proposal, clauseWords) : "kept";
      rows.push([
        rows.length + 1,
        at === 0 ? wording : "",
        proposal ? groupWords(proposal, locale) : "",
        proposal ? (proposal.proposedText ?? "") : "",
        proposal ? reasonWords(proposal, locale) : "",
        t.status[status],
        proposal ? (proposal.answer ? answerWords(proposal.answer, locale) : t.notAnswered) : "",
      ]);
    }
  };
  const whole = byClause.get(null);
  if (whole) add(t.whole, "", whole);
  for (const clause of spokenClauses(text, named))
    add(headed(clause), clause.wording, byClause.get(clause.cid));
  for (const [citation, proposals] of gone) add(`${citation}\n${t.goneClauses}`, "", proposals);
  return {
    caption: t.title.inventory,
    columns: [
      { title: columns.no, width: 4 },
      { title: columns.wording, width: 30 },
      { title: columns.proposer, width: 13 },
      { title: columns.proposal, width: 26 },
      { title: columns.reason, width: 20 },
      { title: columns.status, width: 11 },
      { title: columns.decision, width: 22 },
    ],
    rows,
    empty: t.empty.inventory,
  };
}

const put = <Key>(map: Map<Key, ExportInput[]>, key: Key, input: ExportInput): unknown =>
  map.set(key, [...(map.get(key) ?? []), input]);

const citationIn = ({ places }: ExportInput, cid: string): string =>
  places.find((place) => place.cid === cid)?.citation ?? "";

const headed = ({ citation, wording }: SpokenClause): string =>
  [citation, wording].filter((part) => part !== "").join("\n");

/** Where no wording was proposed the words themselves are the reason. */
function reasonWords(input: ExportInput, locale: Locale): string {
  const grounds = groundsWords(input, locale);
  return input.proposedText === null
    ? [grounds, inputWords(input, locale)].filter(Boolean).join("\n")
    : grounds;
}
