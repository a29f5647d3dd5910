/**
 * One session of inputs against a text that is edited: splits, joins, moves,
 * deletions, cutting and pasting, undo, restoring, with freezes in between and
 * inputs on random versions. What became of every clause is followed here by
 * what each act did to the list of cids, apart from notes and lineage; the
 * standings must say the same.
 */
import { readDocument } from "../../collab/document/read.ts";
import {
  $clauseNodes,
  $cutSelection,
  $insertClauseAfter,
  $insertClauses,
  $joinWithPrevious,
  $removeClauses,
  $removeSelection,
  $selectText,
  $setShape,
  $splitClause,
} from "../../collab/document/operations.ts";
import { createDocumentUpdate, moveClauses, replaceContent } from "../../collab/document/write.ts";
import type { Clause, ClauseKind, ClauseLevel } from "../../domain/clauses/clause.ts";
import { clauseText } from "../../domain/clauses/clause.ts";
import type { ContributionTarget } from "../../domain/contributions/contribution.ts";
import {
  createStandings,
  originsAcross,
  standingOf,
  tallyStandings,
  type TargetStanding,
} from "../../domain/contributions/standing.ts";
import type { Cid } from "../../domain/ids.ts";
import type { Origins } from "../../domain/versions/lineage.ts";
import { naiveTree, type Node } from "../clauses/naive.ts";
import { cidSeries, clause, createPeer } from "../document/support.ts";
import { seededRandom } from "../support/seeded-random.ts";

/** Where the words of a clause that is not in the text are: in another clause, or nowhere. */
type Heirs = ReadonlyMap<Cid, Cid | null>;

interface Frozen {
  readonly clauses: readonly Clause[];
  readonly origins: Origins;
  readonly heirs: Heirs;
}

interface Input {
  readonly version: number;
  readonly targets: readonly ContributionTarget[];
}

export interface ContributionSession {
  readonly problems: readonly string[];
  /** Inputs set against a later text, each counted once per text. */
  readonly checked: number;
  readonly states: ReadonlyMap<string, number>;
  readonly acts: ReadonlyMap<string, number>;
}

const SHAPES: readonly (readonly [ClauseKind, ClauseLevel])[] = [
  ["bab", 0],
  ["pasal", 0],
  ["ayat", 0],
  ["huruf", 1],
  ["isi", 0],
];

export interface SessionOptions {
  readonly freezes?: number;
  readonly log?: (line: string) => void;
}

export function runContributionSession(
  seed: number,
  { freezes = 6, log = () => {} }: SessionOptions = {},
): ContributionSession {
  const random = seededRandom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const problems: string[] = [];
  const states = new Map<string, number>();
  const acts = new Map<string, number>();
  const peer = createPeer(createDocumentUpdate(firstText()), {
    clientID: 1,
    newCid: cidSeries(10),
    captureTimeoutMs: 0,
  });
  peer.binding.undoManager.clear();
  const pasted = cidSeries(11);
  let heirs: Heirs = new Map();
  let clipboard: readonly Clause[] = [];
  let words = 0;
  /** Every clause that a clause ever came out of, or was joined into. */
  const kin = new Map<Cid, Set<Cid>>();
  const relate = (cid: Cid, to: Cid) => kin.set(cid, (kin.get(cid) ?? new Set<Cid>()).add(to));
  const versions: Frozen[] = [];
  const inputs: Input[] = [];
  const live = () => readDocument(peer.doc);
  const cids = () => live().clauses.map(({ cid }) => cid);

  /** Runs an act; `into` says which clause took in one that is gone after it. */
  const act = (what: string, fn: () => ReadonlyMap<Cid, Cid> | undefined | void): void => {
    const before = cids();
    const into = fn() ?? new Map<Cid, Cid>();
    const after = new Set(cids());
    const next = new Map(heirs);
    const vanished = before.filter((cid) => !after.has(cid));
    for (const cid of vanished) {
      const heir = into.get(cid) ?? null;
      next.set(cid, heir);
      if (heir !== null) relate(cid, heir);
      // What it had taken in goes the same way.
      for (const [taken, by] of next) if (by === cid) next.set(taken, heir);
    }
    for (const cid of after) next.delete(cid);
    heirs = next;
    acts.set(what, (acts.get(what) ?? 0) + 1);
    log(
      `${what}: ${before.join(" ")} -> ${[...after].join(" ")} | ${[...heirs].map(([a, b]) => `${a}>${b}`).join(" ")} | ${live()
        .origins.map((o) => `${o.cid}(${o.from ?? ""};${o.merged?.join(",") ?? ""})`)
        .join(" ")}`,
    );
  };
  const edit = (what: string, fn: (at: number) => ReadonlyMap<Cid, Cid> | undefined | void) =>
    act(what, () => {
      let into: ReadonlyMap<Cid, Cid> | undefined;
      peer.edit(() => {
        into = fn(pick($clauseNodes().length)) ?? undefined;
      });
      return into;
    });
  const node = (at: number) => {
    const nodes = $clauseNodes();
    const found = nodes[Math.min(at, nodes.length - 1)];
    if (!found) throw new Error("an empty document");
    return found;
  };
  const cidOfNode = (at: number): Cid => {
    const cid = node(at).getCid();
    if (cid === null) throw new Error("a clause without cid");
    return cid;
  };
  const write = () => ` kata${++words}`;

  /** Selects from within one clause into a later one; says what removing the selection would join. */
  const selectAcross = (at: number): ReadonlyMap<Cid, Cid> => {
    const end = Math.min($clauseNodes().length - 1, at + pick(3));
    const [first, last] = [node(at), node(end)];
    const [from, to] = [pick(first.getTextContentSize() + 1), pick(last.getTextContentSize() + 1)];
    if (end === at) $selectText(first, Math.min(from, to), first, Math.max(from, to));
    else $selectText(first, from, last, to);
    const size = last.getTextContentSize();
    // What was struck whole has nothing that could be taken in.
    return end === at || (to === size && size > 0) ? new Map() : new Map([[cidOfNode(end), cidOfNode(at)]]);
  };

  const perform = (): void => {
    const choice = random();
    if (choice < 0.16)
      return edit("type", (at) => {
        const target = node(at);
        $selectText(target, pick(target.getTextContentSize() + 1)).insertText(write());
      });
    if (choice < 0.26) {
      let born = { from: "" as Cid, index: -1 };
      edit("split", (at) => {
        const target = node(at);
        $selectText(target, pick(target.getTextContentSize() + 1));
        const next = $splitClause({ kind: target.getKind(), level: target.getLevel() });
        born = { from: target.getCid() ?? born.from, index: next?.getIndexWithinParent() ?? -1 };
      });
      const fresh = cids()[born.index];
      if (fresh !== undefined && fresh !== born.from) relate(fresh, born.from);
      return;
    }
    if (choice < 0.38)
      return edit("join", (at) => {
        if (at === 0) return;
        const pair = new Map([[cidOfNode(at), cidOfNode(at - 1)]]);
        $joinWithPrevious(node(at));
        return pair;
      });
    if (choice < 0.46)
      return edit("delete", (at) =>
        $removeClauses(
          $clauseNodes()
            .slice(at, at + 1 + pick(2))
            .slice(0, $clauseNodes().length - 1),
        ),
      );
    if (choice < 0.52)
      return edit("erase", (at) => {
        const into = selectAcross(at);
        $removeSelection();
        return into;
      });
    if (choice < 0.58)
      return edit("cut", (at) => {
        const into = selectAcross(at);
        const left = $clauseNodes().length;
        clipboard = $cutSelection() ?? clipboard;
        // Cut out whole: nothing was joined.
        return left - $clauseNodes().length === clipboard.length ? new Map() : into;
      });
    if (choice < 0.64) return edit("paste", (at) => void $insertClauses(clipboard, node(at), pasted));
    if (choice < 0.69)
      return edit("insert", (at) => {
        const [kind, level] = SHAPES[pick(SHAPES.length)] ?? ["ayat", 0];
        const fresh = $insertClauseAfter(node(at), { kind, level });
        fresh.select().insertText(write());
      });
    if (choice < 0.74)
      return edit("shape", (at) => {
        const [kind, level] = SHAPES[pick(SHAPES.length)] ?? ["ayat", 0];
        $setShape(node(at), { kind, level });
      });
    if (choice < 0.84)
      return act("move", () => {
        const all = cids();
        const from = pick(all.length);
        const run = all.slice(from, from + 1 + pick(3));
        const others = all.filter((cid) => !run.includes(cid));
        const before = others[pick(others.length + 1)] ?? null;
        if (others.length > 0) moveClauses(peer.doc, { cids: run, before }, { name: "move" });
      });
    if (choice < 0.95 && versions.length > 0) {
      const version = versions[pick(versions.length)];
      if (version) restore(version);
      return;
    }
    undoOne();
  };

  /** Brings a version back as it was: its clauses, and what they had taken in by then. */
  const restore = (version: Frozen): void => {
    act("restore", () =>
      replaceContent(
        peer.doc,
        version.clauses,
        { name: "restore" },
        [...version.origins].map(([cid, origin]) => ({ cid, ...origin })),
      ),
    );
    const present = new Set(version.clauses.map(({ cid }) => cid));
    const known = new Set<Cid>([...heirs.keys(), ...version.heirs.keys()]);
    heirs = new Map(
      [...known].filter((cid) => !present.has(cid)).map((cid) => [cid, version.heirs.get(cid) ?? null]),
    );
    // What this peer did before the restore cannot be undone as one act any more.
    peer.binding.undoManager.clear();
  };

  /** An act and its undoing: whatever it did, all is as it was. */
  const undoOne = (): void => {
    const [clauses, before] = [JSON.stringify(live()), heirs];
    peer.binding.undoManager.clear();
    edit("undone", (at) => {
      if (at === 0 || random() < 0.3) {
        node(at).remove();
        return new Map();
      }
      const pair = new Map([[cidOfNode(at), cidOfNode(at - 1)]]);
      $joinWithPrevious(node(at));
      return pair;
    });
    if (live().clauses.length === 0) throw new Error("an empty document");
    peer.binding.undo();
    if (JSON.stringify(live()) !== clauses) problems.push("undo did not bring the text back");
    heirs = before;
    peer.binding.undoManager.clear();
  };

  const freeze = (): void => {
    log(`freeze ${versions.length + 1}`);
    const { clauses, origins } = live();
    versions.push({ clauses, heirs, origins: new Map(origins.map(({ cid, ...origin }) => [cid, origin])) });
  };

  const attachInputs = (): void => {
    for (let count = 0; count < 10; count += 1) {
      const version = pick(versions.length);
      const { clauses } = versions[version] as Frozen;
      const targets = Array.from(
        { length: pick(8) === 0 ? 0 : 1 + pick(10 - 9 * Math.min(1, pick(3))) },
        () => randomTarget(clauses, pick, random),
      ).slice(0, 3);
      inputs.push({ version, targets });
    }
  };

  const check = (
    later: { clauses: readonly Clause[]; origins: Origins; heirs: Heirs },
    number: number,
  ): void => {
    const reference = readText(later.clauses);
    const tally: TargetStanding[][] = [];
    let received = 0;
    for (const [version, read] of versions.slice(0, number).entries()) {
      const between = versions.slice(version + 1, number).map(({ origins }) => origins);
      const present = new Set(later.clauses.map(({ cid }) => cid));
      const standings = createStandings(
        read.clauses,
        later.clauses,
        originsAcross(later.origins, present, between),
      );
      const earlier = readText(read.clauses);
      for (const input of inputs.filter((each) => each.version === version)) {
        received += 1;
        const said = input.targets.map((target) => standings.of(target));
        tally.push(said);
        for (const [at, target] of input.targets.entries()) {
          const standing = said[at] as TargetStanding;
          const wrong = disagreement(target, standing, earlier, reference, later.heirs, kin);
          if (wrong) problems.push(`version ${version + 1} to ${number + 1}: ${wrong}`);
          states.set(standing.state, (states.get(standing.state) ?? 0) + 1);
        }
        if (input.targets.length === 0) states.set("general", (states.get("general") ?? 0) + 1);
      }
    }
    const sums = tallyStandings(tally.map(standingOf));
    const total = Object.values(sums).reduce((sum, each) => sum + each, 0);
    if (total !== received) problems.push(`${received} received, ${total} in a state`);
    checked += received;
  };
  let checked = 0;

  freeze();
  attachInputs();
  for (let round = 0; round < freezes; round += 1) {
    for (let step = 0; step < 8; step += 1) perform();
    const { clauses, origins } = live();
    check(
      { clauses, heirs, origins: new Map(origins.map(({ cid, ...origin }) => [cid, origin])) },
      versions.length,
    );
    freeze();
    attachInputs();
    for (let number = 1; number < versions.length; number += 1) check(versions[number] as Frozen, number);
  }
  peer.dispose();
  return { problems, checked, states, acts };
}

/** A text as the reference reads it: subtrees by the slow reading of the rules. */
interface ReferenceText {
  readonly texts: ReadonlyMap<Cid, string>;
  /** Cids of a clause and what is under it, in order. */
  readonly under: ReadonlyMap<Cid, readonly Cid[]>;
  readonly parent: ReadonlyMap<Cid, Cid | null>;
  readonly order: readonly Cid[];
}

const readBefore = new WeakMap<readonly Clause[], ReferenceText>();

function readText(clauses: readonly Clause[]): ReferenceText {
  const known = readBefore.get(clauses);
  if (known) return known;
  const text = readSlowly(clauses);
  readBefore.set(clauses, text);
  return text;
}

function readSlowly(clauses: readonly Clause[]): ReferenceText {
  const under = new Map<Cid, Cid[]>();
  const parent = new Map<Cid, Cid | null>();
  const at = (index: number): Cid => (clauses[index] as Clause).cid;
  const walk = (node: Node, above: Cid | null): Cid[] => {
    const own = at(node.index);
    parent.set(own, above);
    const all = [own, ...node.children.flatMap((child) => walk(child, own))];
    under.set(own, all);
    return all;
  };
  for (const root of naiveTree(clauses)) walk(root, null);
  return {
    texts: new Map(clauses.map((each) => [each.cid, clauseText(each).normalize("NFC")])),
    under,
    parent,
    order: clauses.map(({ cid }) => cid),
  };
}

const wordsOf = ({ under, texts }: ReferenceText, cid: Cid): string[] =>
  (under.get(cid) ?? []).map((each) => texts.get(each) ?? "").filter((text) => text !== "");

const plain = (text: string): string =>
  text
    .split(/\s+/u)
    .filter((word) => word !== "")
    .join(" ");

/** What is wrong with a standing, or nothing. */
function disagreement(
  target: ContributionTarget,
  said: TargetStanding,
  earlier: ReferenceText,
  later: ReferenceText,
  heirs: Heirs,
  kin: ReadonlyMap<Cid, ReadonlySet<Cid>>,
): string | null {
  const { cid, itemCid, quote } = target;
  for (const piece of said.splitInto ?? []) {
    if (!later.texts.has(piece) || earlier.texts.has(piece) || !comesFrom(piece, cid, earlier, kin))
      return `${piece} was not split from ${cid}`;
  }
  const placeOf = (which: Cid): Cid | null => {
    let place: Cid | null | undefined = which;
    for (let steps = 0; place && !later.texts.has(place) && steps < 1000; steps += 1)
      place = heirs.get(place) ?? null;
    return place ?? null;
  };
  const place = placeOf(cid);
  const told = JSON.stringify(said);
  if (place === null) return said.state === "removed" ? null : `${cid} is gone, said ${told}`;
  if (place !== cid)
    return said.state === "merged" && said.into === place
      ? null
      : `${cid} was joined into ${place}, said ${told}`;

  const [then, now] = [wordsOf(earlier, cid), wordsOf(later, cid)];
  const passage = plain(quote ?? "");
  const stood = passage !== "" && plain(then.join(" ")).includes(passage);
  const itemPlace = itemCid !== undefined && itemCid !== cid ? placeOf(itemCid) : cid;
  const gone = stood
    ? !plain(now.join(" ")).includes(passage)
    : itemPlace === null || !later.under.get(cid)?.includes(itemPlace);
  const changed = then.join("\u0000") !== now.join("\u0000");
  const expected = gone ? "orphaned" : changed ? "changed" : null;
  if (expected !== null) return said.state === expected ? null : `${cid} is ${expected}, said ${told}`;
  if (said.state !== "attached" && said.state !== "moved") return `${cid} reads the same, said ${told}`;

  // Sure cases of moving: nothing changed its order or its parent; or it stands under another one that was there before.
  const common = earlier.order.filter((each) => later.texts.has(each));
  const inOrder = later.order
    .filter((each) => earlier.texts.has(each))
    .every((each, at) => each === common[at]);
  const [oldParent, newParent] = [earlier.parent.get(cid) ?? null, later.parent.get(cid) ?? null];
  if (inOrder && oldParent === newParent && said.state === "moved")
    return `${cid} did not move, said ${told}`;
  const strangers =
    oldParent !== newParent &&
    newParent !== null &&
    oldParent !== null &&
    earlier.texts.has(newParent) &&
    later.texts.has(oldParent);
  return strangers && said.state !== "moved" ? `${cid} stands under another, said ${told}` : null;
}

/** Whether a way leads from a new clause to an old one, through clauses that came in between. */
function comesFrom(
  piece: Cid,
  cid: Cid,
  earlier: ReferenceText,
  kin: ReadonlyMap<Cid, ReadonlySet<Cid>>,
): boolean {
  const seen = new Set<Cid>();
  const open = [piece];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === cid) return true;
    if (seen.has(at) || earlier.texts.has(at)) continue;
    seen.add(at);
    open.push(...(kin.get(at) ?? []));
  }
  return false;
}

function randomTarget(
  clauses: readonly Clause[],
  pick: (count: number) => number,
  random: () => number,
): ContributionTarget {
  const text = readText(clauses);
  const cid = text.order[pick(text.order.length)] as Cid;
  const under = text.under.get(cid) ?? [cid];
  const item = random() < 0.3 ? under[pick(under.length)] : undefined;
  const words = plain(wordsOf(text, cid).join(" "));
  const from = pick(words.length + 1);
  const quote = words.slice(from, from + 1 + pick(12)).trim();
  return {
    cid,
    ...(item !== undefined && { itemCid: item }),
    ...(random() < 0.4 && quote !== "" && { quote }),
  };
}

function firstText(): Clause[] {
  const rows: [ClauseKind, string, ClauseLevel?][] = [
    ["bab", "UMUM"],
    ["pasal", ""],
    ["ayat", "Setiap pegawai wajib:"],
    ["huruf", "hadir tepat waktu; dan", 1],
    ["huruf", "mengisi laporan harian.", 1],
    ["ayat", "Laporan diperiksa atasan langsung."],
    ["pasal", ""],
    ["isi", "Pelanggaran dikenai teguran lisan."],
    ["bab", "HAK"],
    ["pasal", ""],
    ["ayat", "Pegawai berhak atas cuti tahunan."],
    ["ayat", "Cuti diajukan paling lambat tiga hari sebelumnya."],
    ["pasal", ""],
    ["isi", "Peraturan ini mulai berlaku."],
  ];
  return rows.map(([kind, text, level = 0], at) => clause(at + 1, text, kind, level));
}
