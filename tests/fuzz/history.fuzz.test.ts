/**
 * Random sessions of three editors, in which every typed character is unique:
 * the history must say of each who typed it, whatever was split, joined, moved,
 * removed and undone since, and however the derivation was interrupted.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { Replay } from "../../collab/history/replay.ts";
import { createDocumentHistory } from "../../collab/history/document-history.ts";
import { openSqlLog } from "../../collab/log/sql-log.ts";
import type { ArchivedRow, NewPassage } from "../../collab/log/archive.ts";
import type { UpdateLog } from "../../collab/log/update-log.ts";
import { systemClock } from "../../collab/room/clock.ts";
import { openLibsql } from "../../db/libsql.node.ts";
import type { PolicyId } from "../../domain/ids.ts";
import { ACCOUNTS, runRoomSession, TRACKED } from "./room-session.ts";

const ALL = process.env["FUZZ_ALL"] === "1";
const SESSIONS = Number(process.env["FUZZ_SEEDS"] ?? (ALL ? 500 : 30));
const FIRST = Number(process.env["FUZZ_FIRST"] ?? 1);
const PER_TEST = 10;

let folder: string;
let log: UpdateLog;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rembuk-history-"));
  log = await openSqlLog(await openLibsql(join(folder, "rooms.db")));
});
afterAll(async () => {
  await log.close();
  await rm(folder, { recursive: true, force: true });
});

/** Derives everything; from `packEvery` rows to the next by what was kept alone, as after a restart. */
function derive(rows: readonly ArchivedRow[], packEvery = Infinity): NewPassage[] {
  let replay = new Replay();
  const passages: NewPassage[] = [];
  for (const [index, row] of rows.entries()) {
    replay.read(row);
    if (index % packEvery !== packEvery - 1) continue;
    passages.push(...replay.takeDerived().settled);
    replay = Replay.from(replay.progress());
  }
  replay.settle(Infinity);
  return [...passages, ...replay.takeDerived().settled];
}

const bySeq = (passages: readonly NewPassage[]) =>
  passages
    .map(({ settledSeq: _settled, open: _open, ...passage }) => JSON.stringify(passage))
    .toSorted((left, right) => (left < right ? -1 : 1));

const charactersIn = ({ pieces }: NewPassage, op: "added" | "removed") =>
  pieces.flatMap((piece) => (piece.op === op ? (piece.text.match(TRACKED) ?? []) : []));

/** Whether who typed the character deleted it again, so that only a copy that somebody carried away is left. */
function tookBack(rows: readonly ArchivedRow[], character: string): boolean {
  const decoded = rows.map(({ actor, update }) => ({ actor, ...Y.decodeUpdate(update) }));
  for (const { actor, structs } of decoded) {
    for (const { id, content } of structs as Y.Item[]) {
      const at = content instanceof Y.ContentString ? content.str.indexOf(character) : -1;
      if (at < 0) continue;
      const typed = Y.createID(id.client, id.clock + at);
      return decoded.some((row) => row.actor === actor && Y.isDeleted(row.ds, typed));
    }
  }
  return false;
}

/** Several acts in one row: which words one carried and which one wrote is then told as well as can be. */
function isOfflineSpell({ update }: ArchivedRow): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  const items = structs.filter((struct) => struct instanceof Y.Item);
  const isClause = ({ content }: Y.Item) =>
    content instanceof Y.ContentType && (content.type as Y.XmlElement).nodeName === "clause";
  const joins = new Set(items.flatMap(({ parentSub }) => (parentSub?.startsWith("s_m:") ? [parentSub] : [])));
  const clauses = items.filter(isClause).length;
  const texts = items.filter(({ content }) => content instanceof Y.ContentString).length;
  return (
    clauses + joins.size > 1 ||
    texts > 2 ||
    structs.some(({ id }) => Y.isDeleted(ds, id)) ||
    ds.clients.size > 2
  );
}

const STRUCTURAL: ReadonlySet<string> = new Set(["split", "joined", "moved"]);

async function check(seed: number): Promise<void> {
  const policy = `01H${String(seed).padStart(23, "0")}` as PolicyId;
  const { writtenBy, present, problems } = await runRoomSession(seed, { log, policy });
  expect(problems).toEqual([]);
  const rows = await log.archive.rows(policy, 0, 100_000);
  const passages = derive(rows);
  const adders = new Map<string, NewPassage[]>();
  for (const passage of passages.toSorted((left, right) => left.firstSeq - right.firstSeq)) {
    for (const character of charactersIn(passage, "added"))
      adders.set(character, [...(adders.get(character) ?? []), passage]);
  }
  const wrong: string[] = [];
  for (const [character, name] of writtenBy) {
    const told = adders.get(character) ?? [];
    const own = told.filter(({ actor }) => actor === ACCOUNTS[name]);
    const since = Math.min(...own.map(({ firstSeq }) => firstSeq));
    if (own.length === 0) {
      // Typed and taken back within a passage is not told, also where another had carried a copy away meanwhile.
      if (present.has(character) && !tookBack(rows, character))
        wrong.push(`${character}, which is there, is not told of ${name}`);
    } else if (told.some(({ seq }) => seq < since))
      wrong.push(`${character} is told before ${name} typed it`);
  }
  for (const passage of passages) {
    const row = rows.find(({ seq }) => seq === passage.seq);
    if (!STRUCTURAL.has(passage.act) || row === undefined || isOfflineSpell(row)) continue;
    for (const character of charactersIn(passage, "added")) {
      if (ACCOUNTS[writtenBy.get(character) ?? -1] !== passage.actor)
        wrong.push(`${passage.act} at row ${passage.seq} is told to have written ${character}`);
    }
  }
  expect(wrong, `seed ${seed}`).toEqual([]);
  for (const every of [1, 7]) expect(bySeq(derive(rows, every)), `seed ${seed}`).toEqual(bySeq(passages));

  const history = createDocumentHistory({
    archive: log.archive,
    clock: systemClock,
    report: (what, _policy, error) => {
      throw new Error(what, { cause: error });
    },
  });
  const page = await history.read(policy, { limit: 1_000 });
  expect(page?.progress).toEqual({ done: rows.length, of: rows.length });
}

for (let first = FIRST; first < FIRST + SESSIONS; first += PER_TEST) {
  const last = Math.min(first + PER_TEST, FIRST + SESSIONS) - 1;
  test(
    `[HI1] [HI3] [HI4] every character is told of who typed it, seeds ${first} to ${last}`,
    { timeout: 120_000 },
    async () => {
      for (let seed = first; seed <= last; seed++) await check(seed);
    },
  );
}
