import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createHeadKeeper } from "../../db/audit-heads.ts";
import { createAuditTrail } from "../../db/audit-trail.ts";
import type { AuditTrail } from "../../db/audit-trail.ts";
import { createFileStore } from "../../db/file-store.node.ts";
import type { FileStore } from "../../db/file-store.ts";
import { openLibsql } from "../../db/libsql.node.ts";
import { createVersionPayloadReader, versionPayload } from "../../db/repos/version-payload.ts";
import { createVersionRepo } from "../../db/repos/version.repo.ts";
import type { Version } from "../../db/repos/version.repo.ts";
import { settings } from "../../db/schema/operations.ts";
import type { SqlValue } from "../../db/sql-connection.ts";
import { verifyAudit } from "../../db/verify-audit.ts";
import { CHAIN_START, nextEvent } from "../../domain/audit/event.ts";
import type { ChainHead, ChainName } from "../../domain/audit/event.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import { canonicalJson, contentOf } from "../../domain/clauses/content.ts";
import type { AccountId, AuthorityId, Cid } from "../../domain/ids.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import { openMigratedDatabase } from "../support/migrated-database.ts";
import type { MigratedDatabase } from "../support/migrated-database.ts";

const policy = "01JD0000000000000000000001" as ChainName;
const version = "01JF0000000000000000000001";
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const authority = "01JE0000000000000000000001" as AuthorityId;
const account = "01JA0000000000000000000001" as AccountId;
const clausesSaying = (words: string): Clause[] => [
  { cid: "01JC0000000000000000000001" as Cid, kind: "pasal", level: 0, runs: [] },
  { cid: "01JC0000000000000000000002" as Cid, kind: "isi", level: 0, runs: [{ text: words }] },
];
const contentSaying = (words: string) =>
  canonicalJson(
    contentOf({ documentType: "perkada", authorityId: authority, clauses: clausesSaying(words) }),
  );
const words = "Setiap ASN wajib";
const otherWords = "Setiap ASN dapat";
const otherHash = await sha256Hex(contentSaying(otherWords));
const row = {
  number: 1,
  label: "Rancangan 1",
  note: null,
  authors: [account],
  epoch: 1,
  logSeq: 1,
  hash: await sha256Hex(contentSaying(words)),
  title: "T",
  documentType: "perkada",
} as const;

const shownClauses = encode({ clauses: clausesSaying(words), origins: [] });
const state = new Uint8Array([1, 2, 3]);
const partHashes = { clauses: await sha256Hex(shownClauses), state: await sha256Hex(state) };

describe("verification of the record", () => {
  let database: MigratedDatabase;
  let files: FileStore;
  let trail: AuditTrail;

  beforeEach(async () => {
    database = await openMigratedDatabase();
    files = createFileStore(database.folder);
    const keeper = createHeadKeeper(files, (error) => {
      throw error;
    });
    trail = createAuditTrail({ db: database.db, onEvent: (event) => keeper.keep(event) });
    await seed();
    await keeper.flush();
  });
  afterEach(() => database.dispose());

  /** Two chains: settings in `system`, and one frozen version with its policy. */
  async function seed(): Promise<void> {
    for (let index = 1; index <= 6; index += 1) {
      await trail.withEvent("system", () => ({
        at: index,
        actor: null,
        action: "setting.changed",
        subject: { kind: "setting", id: `key-${index}` },
        payload: { value: `v${index}` },
        statements: [database.db.insert(settings).values({ key: `key-${index}`, value: `v${index}` })],
      }));
    }
    const put = (sql: string, ...params: SqlValue[]) => ({ sql, params });
    await database.connection.batch([
      put(
        `insert into authorities (id, name, office, spelling, region, province, gazette, time_zone, created_at, updated_at)
         values (?, 'Palu', 'WALI KOTA PALU', 'Wali Kota', 'Kota Palu', 'Sulawesi Tengah', 'Berita Daerah', 'Asia/Makassar', 1, 1)`,
        authority,
      ),
      put(
        "insert into accounts (id, name, email, created_at, updated_at) values (?, 'Ani', 'ani@example.id', 1, 1)",
        account,
      ),
      put(
        `insert into policies (id, authority_id, document_type, title, stage, created_by, created_at, updated_at)
         values (?, ?, 'perkada', 'T', 'drafting', ?, 1, 1)`,
        policy,
        authority,
        account,
      ),
    ]);
    await trail.withEvent(policy, () => ({
      at: 10,
      actor: account,
      action: "version.frozen",
      subject: { kind: "version", id: version },
      payload: versionPayload(row as unknown as Version, partHashes),
      storePayload: false,
      statements: [database.db.insert(settings).values({ key: "frozen", value: "1" })],
    }));
    const part = (kind: string, bytes: Uint8Array) =>
      put(
        "insert into version_parts (version_id, kind, part, bytes) values (?, ?, 0, ?)",
        version,
        kind,
        bytes,
      );
    await database.connection.batch([
      put(
        `insert into versions (id, policy_id, number, label, author, authors, at, epoch, log_seq, op_id, hash, title, document_type)
         values (?, ?, ?, ?, ?, ?, 10, 1, 1, 'op', ?, 'T', 'perkada')`,
        version,
        policy,
        row.number,
        row.label,
        account,
        JSON.stringify(row.authors),
        row.hash,
      ),
      part("content", new TextEncoder().encode(contentSaying(words))),
      part("clauses", shownClauses),
      part("state", state),
    ]);
  }

  /** Somebody with the file in hand: another connection, whatever the application forbids. */
  async function tamper(...statements: (string | [string, ...SqlValue[]])[]): Promise<void> {
    const intruder = await openLibsql(database.path);
    await intruder.batch([
      { sql: "pragma defer_foreign_keys = on", params: [] },
      ...statements.map((each) =>
        typeof each === "string" ? { sql: each, params: [] } : { sql: each[0], params: each.slice(1) },
      ),
    ]);
    await intruder.close();
  }

  async function findings(head?: string): Promise<string[]> {
    const readers = {
      version: createVersionPayloadReader(database.db, createVersionRepo(database.db, trail)),
    };
    const report = await verifyAudit({ db: database.db, files, readers, head });
    return report.findings.map(({ kind, chain, seq, subject }) =>
      [kind, chain === policy ? "policy" : chain, seq, subject].join(" ").trim(),
    );
  }

  test("[AU7] a record as it was written has no finding", async () => {
    expect(await findings()).toEqual([]);
    const readers = {
      version: createVersionPayloadReader(database.db, createVersionRepo(database.db, trail)),
    };
    const report = await verifyAudit({ db: database.db, files, readers });
    expect([report.chains, report.events]).toEqual([2, 7]);
  });

  test("[AU7] an event changed in the file", async () => {
    await tamper("update events set actor = '01JA0000000000000000000009' where chain = 'system' and seq = 3");
    expect(await findings()).toEqual(["changed system 3"]);
  });

  test("[AU7] a stored payload changed in the file", async () => {
    await tamper(
      `update event_details set payload = '{"value":"forged"}' where chain = 'system' and seq = 3`,
    );
    expect(await findings()).toEqual(["payload-changed system 3 setting:key-3"]);
  });

  test("[AU7] a row taken out of the middle", async () => {
    await tamper(
      "delete from event_details where chain = 'system' and seq = 3",
      "delete from events where chain = 'system' and seq = 3",
    );
    expect(await findings()).toEqual(["missing system 3"]);
  });

  test("[AU7] [AU8] a tail cut off, and a chain that is gone", async () => {
    await tamper(
      "delete from event_details where chain = 'system' and seq > 4",
      "delete from events where chain = 'system' and seq > 4",
    );
    expect(await findings()).toEqual(["cut-off system 5"]);
    await tamper(
      "delete from event_details where chain = 'system'",
      "delete from events where chain = 'system'",
    );
    expect(await findings()).toEqual(["cut-off system 1"]);
  });

  test("[AU7] [AU8] a chain rebuilt with right hashes all the way", async () => {
    let head: ChainHead = CHAIN_START;
    const salt = new Uint8Array(16).fill(9);
    const statements: [string, ...SqlValue[]][] = [];
    for (let index = 1; index <= 6; index += 1) {
      const event = await nextEvent(head, {
        chain: "system",
        at: index,
        actor: null,
        action: "setting.changed",
        subject: { kind: "setting", id: `key-${index}` },
        payload: { value: "forged" },
        salt,
      });
      statements.push([
        "update events set payload_hash = ?, prev_hash = ?, hash = ? where chain = 'system' and seq = ?",
        event.payloadHash,
        event.prevHash,
        event.hash,
        index,
      ]);
      head = event;
    }
    await tamper(...statements, [
      `update event_details set salt = ?, payload = '{"value":"forged"}' where chain = 'system'`,
      salt,
    ]);
    expect(await findings()).toEqual(["rebuilt system 6"]);
  });

  test("[AU8] a printed head is found among the events, a foreign one is not", async () => {
    const { rows } = await database.connection.query({
      sql: "select hash from events where seq = 2",
      params: [],
    });
    expect(await findings(String(rows[0]?.[0]))).toEqual([]);
    expect(await findings("a".repeat(64))).toEqual(["head-unknown"]);
  });

  const rewritten = new TextEncoder().encode(contentSaying(otherWords));
  const shown = encode({ clauses: clausesSaying(otherWords), origins: [] });
  test.each<[string, (string | [string, ...SqlValue[]])[]]>([
    ["its content", [["update version_parts set bytes = ? where kind = 'content'", rewritten]]],
    [
      "content, clauses and hash together",
      [
        ["update version_parts set bytes = ? where kind = 'content'", rewritten],
        ["update version_parts set bytes = ? where kind = 'clauses'", shown],
        ["update versions set hash = ?", otherHash],
      ],
    ],
    [
      "only the clauses that pages show",
      [["update version_parts set bytes = ? where kind = 'clauses'", shown]],
    ],
    ["its state", ["update version_parts set bytes = x'010204' where kind = 'state'"]],
    [
      "where its clauses came from",
      [
        [
          "update version_parts set bytes = ? where kind = 'clauses'",
          encode({
            clauses: clausesSaying(words),
            origins: [{ cid: "01JC0000000000000000000002", merged: [] }],
          }),
        ],
      ],
    ],
    ["its authors", ["update versions set authors = '[]'"]],
    ["when it was", ["update versions set at = 11"]],
    ["its number", ["update versions set number = 2"]],
    ["its label", ["update versions set label = 'Disetujui'"]],
    ["only its hash", ["update versions set hash = '" + "b".repeat(64) + "'"]],
  ])("[AU7] a version rewritten in place: %s", async (_name, statements) => {
    await tamper(...statements);
    expect(await findings()).toEqual([`payload-changed policy 1 version:${version}`]);
  });

  test("[AU7] a version that is gone, and one that nobody recorded", async () => {
    await tamper(
      "update versions set id = 'other', op_id = 'x'",
      "update version_parts set version_id = 'other'",
    );
    expect(await findings()).toEqual([
      `payload-missing policy 1 version:${version}`,
      "unrecorded   version:other",
    ]);
  });

  test("[AU9] an erased subject may lack its payload; without an event that says so it is a finding", async () => {
    await tamper("delete from event_details where chain = 'system' and seq = 2");
    expect(await findings()).toEqual(["payload-missing system 2 setting:key-2"]);
    await trail.withEvent("system", () => ({
      at: 20,
      actor: null,
      action: "setting.erased",
      subject: { kind: "setting", id: "key-2" },
      payload: {},
      statements: [database.db.insert(settings).values({ key: "erased", value: "1" })],
    }));
    expect(await findings()).toEqual([]);
  });
});
