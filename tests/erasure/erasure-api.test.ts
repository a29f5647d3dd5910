import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ERASED_WORDS } from "../../domain/erasure/erasure.ts";
import type { ErasureDone, ErasurePreview } from "../../domain/erasure/erasure.contract.ts";
import type { PolicyId } from "../../domain/ids.ts";
import type { EventView } from "../../domain/policies/policies.contract.ts";
import type { VersionDetail } from "../../domain/versions/versions.contract.ts";
import { describeEvent } from "../../client/audit/describe-event.ts";
import { verifyAudit } from "../../db/verify-audit.ts";
import { createPayloadReaders } from "../../server/payload-readers.ts";
import { versionParts } from "../../db/schema/policies.ts";
import type { Page } from "../../domain/wire-text.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import { openTestApp, type Person, type TestApp } from "../support/test-app.ts";

const NAME = "Hasanuddin Tompo";
const NIK = "7271012345670001";
const BASIS = "Permintaan subjek data, UU 27/2022 Pasal 8";
let t: TestApp;
let owner: Person;
let legal: Person;
let admin: Person;
let policy: PolicyId;

beforeAll(async () => {
  t = await openTestApp();
  owner = await t.addAccount("drafter");
  legal = await t.addAccount("legal");
  admin = await t.addAccount("admin");
  policy = await t.addPolicy(owner.id);
  await write(`Ketua tim adalah ${NAME}, NIK ${NIK}.`);
  await freeze("a");
  await write("Ketua tim ditetapkan kemudian.");
  await freeze("b");
  await write(`Ketua tim adalah ${NAME.toUpperCase()}.`);
});
afterAll(() => t.close());

async function write(words: string): Promise<void> {
  const { clauses } = await t.rooms.read(policy);
  const at = clauses.findIndex(({ kind }) => kind === "menimbang");
  const changed = clauses.map((clause, index) =>
    index === at ? { ...clause, runs: [{ text: words }] } : clause,
  );
  await t.rooms.replaceContent(policy, changed, owner.id);
}

async function freeze(label: string): Promise<void> {
  const response = await t.send("POST", `/api/policies/${policy}/versions`, {
    as: owner,
    body: { label },
    headers: { "idempotency-key": `freeze-${label}-0123456789` },
  });
  expect(response.status).toBe(201);
}

const path = (rest = "") => `/api/policies/${policy}/erasures${rest}`;
const terms = { words: [NAME, NIK], cids: [] };

async function preview(): Promise<ErasurePreview> {
  const response = await t.send("POST", path("/preview"), { as: legal, body: terms });
  expect(response.status).toBe(200);
  return (await response.json()) as ErasurePreview;
}

async function filesHold(words: string): Promise<string[]> {
  const names = await readdir(t.folder, { recursive: true });
  const held: string[] = [];
  for (const name of names) {
    const bytes = await readFile(join(t.folder, name)).catch(() => null);
    if (bytes?.toString("latin1").toLowerCase().includes(words.toLowerCase())) held.push(name);
  }
  return held;
}

const eventsAs = async (as: Person, id = policy) =>
  ((await (await t.send("GET", `/api/policies/${id}/events`, { as })).json()) as Page<EventView>).items;

const versionOf = async (number: number) =>
  (await (
    await t.send("GET", `/api/policies/${policy}/versions/${number}`, { as: legal })
  ).json()) as VersionDetail;

test("[AC20] [ER10] erasing is refused to who wrote the text and to the administrator", async () => {
  for (const as of [owner, admin]) {
    const response = await t.send("POST", path("/preview"), { as, body: terms });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ reason: "not-legal" });
  }
});

test("[ER1] terms are bounded: three characters at least, something at all", async () => {
  for (const body of [
    { words: ["ab"], cids: [] },
    { words: [], cids: [] },
    { words: [NAME], cids: [], more: 1 },
  ]) {
    expect((await t.send("POST", path("/preview"), { as: legal, body })).status).toBe(400);
  }
});

test("[ER2] the first step says what would happen and changes nothing", async () => {
  const shown = await preview();
  expect(shown.live).toEqual([{ cid: expect.any(String), place: expect.any(String), count: 1 }]);
  expect(shown.rows).toBe(2);
  expect(shown.versions).toEqual([{ number: 1, label: "a", count: 2, approved: false, published: false }]);
  expect(await preview()).toEqual(shown);
  expect((await t.rooms.read(policy)).epoch).toBe(1);
});

test("[ER2] the second step is refused when something changed since the first, and when its ground repeats the words", async () => {
  const { token } = await preview();
  const body = { ...terms, basis: BASIS, token };
  const holding = { ...body, basis: `Permintaan ${NAME}` };
  const refused = await t.send("POST", path(), { as: legal, body: holding });
  expect(refused.status).toBe(400);
  await write(`Ketua tim adalah ${NAME} dan ${NAME}.`);
  const stale = await t.send("POST", path(), { as: legal, body });
  expect(stale.status).toBe(412);
  expect(await stale.json()).toMatchObject({ reason: "erasure-changed" });
});

test("[ER3] [ER5] [ER6] [ER7] [ER9] the second step does it: text, past, versions, record, files", async () => {
  const before = await versionOf(1);
  expect((await filesHold(NAME)).length).toBeGreaterThan(0);
  const { token } = await preview();
  const body = { ...terms, basis: BASIS, token };
  const response = await t.send("POST", path(), { as: legal, body });
  expect(response.status).toBe(200);
  const done = (await response.json()) as ErasureDone;
  expect(done).toMatchObject({ epoch: 2, live: 1, versions: [1], scrubbed: true });

  const live = await t.rooms.read(policy);
  expect(live.epoch).toBe(2);
  expect(JSON.stringify(live.clauses)).toContain(ERASED_WORDS);
  const after = await versionOf(1);
  expect(after).toMatchObject({ number: 1, hash: before.hash, at: before.at, author: before.author });
  expect(after.erasedAt).toBeGreaterThan(before.at);
  expect(JSON.stringify(after.clauses)).toContain(`Ketua tim adalah ${ERASED_WORDS}, NIK ${ERASED_WORDS}.`);
  expect((await versionOf(2)).erasedAt).toBeUndefined();

  const content = await t.send("GET", `/api/policies/${policy}/versions/1/content`, { as: legal });
  expect(await sha256Hex(await content.text())).not.toBe(before.hash);
  expect(content.headers.get("etag")).not.toBe(`"${before.hash}"`);

  for (const words of [NAME, NIK, "Hasanuddin", "Tompo"]) expect(await filesHold(words), words).toEqual([]);
});

test("[ER7] [AU9] the record is whole, tells of the erasure without the words", async () => {
  const readers = createPayloadReaders(t.data.db, t.deps.repos);
  const check = () => verifyAudit({ db: t.data.db, files: t.data.files, readers });
  const report = await check();
  expect(report.findings).toEqual([]);
  expect(report.erased).toEqual([`version:${(await versionOf(1)).id}`]);
  const [finished, version, begun] = await eventsAs(owner);
  expect([finished?.action, version?.action, begun?.action]).toEqual([
    "erasure.finished",
    "version.erased",
    "erasure.begun",
  ]);
  expect(begun?.erasure).toEqual({ basis: BASIS, clauses: 1, rows: 3, versions: [1] });
  expect(finished?.erasure).toEqual({ clauses: 1, rows: 3, versions: [1] });
  expect(describeEvent(begun!, "id")).toEqual([
    `Dasar: ${BASIS}`,
    "Ditemukan: 1 bagian naskah, 3 langkah penulisan dalam riwayat, versi 1",
  ]);
  expect(describeEvent(finished!, "id")).toEqual([
    "Dihapus dari: 1 bagian naskah, 3 langkah penulisan dalam riwayat, versi 1",
  ]);
});

test("[ER7] the ground of an earlier erasure that holds the words goes, and the record stays whole", async () => {
  const other = await t.addPolicy(owner.id);
  const erase = async (words: string, basis: string) => {
    const at = `/api/policies/${other}/erasures`;
    const asked = { words: [words], cids: [] };
    const shown = await t.send("POST", `${at}/preview`, { as: legal, body: asked });
    const { token } = (await shown.json()) as ErasurePreview;
    expect((await t.send("POST", at, { as: legal, body: { ...asked, basis, token } })).status).toBe(200);
  };
  await erase(NIK, "Permintaan Sulaiman Daeng");
  await erase("sulaiman daeng", BASIS);
  const items = await eventsAs(owner, other);
  expect(JSON.stringify(items)).not.toContain("Sulaiman");
  expect(items.map(({ action, erasure }) => [action, erasure?.basis])).toEqual([
    ["erasure.finished", undefined],
    ["erasure.erased", undefined],
    ["erasure.begun", BASIS],
    ["erasure.finished", undefined],
    ["erasure.begun", undefined],
    ["policy.created", undefined],
  ]);
  expect(await t.deps.repos.erasure.isUnderWay(other)).toBe(false);
  const readers = createPayloadReaders(t.data.db, t.deps.repos);
  const { findings } = await verifyAudit({ db: t.data.db, files: t.data.files, readers });
  expect(findings).toEqual([]);
  expect(await filesHold("Sulaiman")).toEqual([]);
});

test("[ER8] again finds nothing, sends nobody out, and says so", async () => {
  const shown = await preview();
  expect(shown).toMatchObject({ live: [], rows: 0, versions: [] });
  const body = { ...terms, basis: "Permintaan subjek data", token: shown.token };
  const response = await t.send("POST", path(), { as: legal, body });
  expect(await response.json()).toMatchObject({ epoch: 2, live: 0, rows: 0, versions: [] });
  expect((await t.rooms.read(policy)).epoch).toBe(2);
});

test("[ER6] an erased version is not submitted for approval", async () => {
  const { hash } = await versionOf(1);
  const step = { position: 1, addressee: { kind: "account", accountId: legal.id } };
  const response = await t.send("POST", `/api/policies/${policy}/reviews`, {
    as: owner,
    body: { versionNumber: 1, hash, steps: [step] },
    headers: { "idempotency-key": "submit-erased-0123456789" },
  });
  expect([response.status, ((await response.json()) as { reason?: string }).reason]).toEqual([
    409,
    "version-erased",
  ]);
});

test("[ER7] what is left of a version is recorded: changing it is found", async () => {
  const { id } = await versionOf(1);
  const text = new TextEncoder().encode('{"clauses":[],"origins":[]}');
  await t.data.db
    .update(versionParts)
    .set({ bytes: text })
    .where(and(eq(versionParts.versionId, id), eq(versionParts.kind, "clauses")));
  const readers = createPayloadReaders(t.data.db, t.deps.repos);
  const { findings } = await verifyAudit({ db: t.data.db, files: t.data.files, readers });
  expect(findings).toEqual([expect.objectContaining({ kind: "payload-changed", subject: `version:${id}` })]);
});
