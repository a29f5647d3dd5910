import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { verifyAudit } from "../../db/verify-audit.ts";
import { idempotencyKeys } from "../../db/schema/operations.ts";
import { ERASED_WORDS } from "../../domain/erasure/erasure.ts";
import type { ErasurePreview } from "../../domain/erasure/erasure.contract.ts";
import type { PolicyId } from "../../domain/ids.ts";
import type { LiveClauses } from "../../domain/policies/policies.contract.ts";
import { createEraseText } from "../../server/erasure/erase-text.ts";
import { createPayloadReaders } from "../../server/payload-readers.ts";
import { createRestoreVersion } from "../../server/versions/restore-version.ts";
import { createFreezeVersion } from "../../server/versions/freeze-version.ts";
import { openTestApp, type Person, type TestApp } from "../support/test-app.ts";

const NAME = "Hasanuddin Tompo";
const TITLE = "Rancangan Peraturan tentang Ibu Rosmini";
const BASIS = "Permintaan subjek data";
let t: TestApp;
let owner: Person;
let legal: Person;
let policy: PolicyId;

beforeEach(async () => {
  t = await openTestApp();
  owner = await t.addAccount("drafter");
  legal = await t.addAccount("legal");
  policy = await t.addPolicy(owner.id);
});
afterEach(() => t.close());

/** Writes into the first clause of a kind. */
async function write(kind: "menimbang" | "judul", text: string): Promise<void> {
  const { clauses } = await t.rooms.read(policy);
  const at = clauses.findIndex((clause) => clause.kind === kind);
  const changed = clauses.map((clause, index) => (index === at ? { ...clause, runs: [{ text }] } : clause));
  await t.rooms.replaceContent(policy, changed, owner.id);
}

async function freeze(label: string): Promise<void> {
  const headers = { "idempotency-key": `freeze-${label}-0123456789` };
  const answer = await t.send("POST", `/api/policies/${policy}/versions`, {
    as: owner,
    body: { label },
    headers,
  });
  expect(answer.status).toBe(201);
}

const path = (rest = "") => `/api/policies/${policy}/erasures${rest}`;

async function tokenFor(terms: { words: string[]; cids: string[] }): Promise<string> {
  const answer = await t.send("POST", path("/preview"), { as: legal, body: terms });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as ErasurePreview).token;
}

async function filesHold(words: string): Promise<string[]> {
  const held: string[] = [];
  for (const name of await readdir(t.folder, { recursive: true })) {
    const bytes = await readFile(join(t.folder, name)).catch(() => null);
    if (bytes?.toString("latin1").toLowerCase().includes(words.toLowerCase())) held.push(name);
  }
  return held;
}

const findings = async () =>
  (
    await verifyAudit({
      db: t.data.db,
      files: t.data.files,
      readers: createPayloadReaders(t.data.db, t.deps.repos),
    })
  ).findings;

const thePolicy = async () => (await t.deps.repos.policies.get(policy))!;
const terms = { words: [NAME], cids: [] };

/** A freeze that has its text and waits; `go` lets it write. */
async function freezeInFlight() {
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  let read = () => {};
  const hasRead = new Promise<void>((resolve) => (read = resolve));
  const freezeVersion = createFreezeVersion({
    ...t.deps,
    rooms: {
      ...t.rooms,
      async freeze(id) {
        const text = await t.rooms.freeze(id);
        read();
        await held;
        return text;
      },
    },
  });
  const done = freezeVersion(owner.id, await thePolicy(), "in-flight-0123456789", { label: "lama" });
  done.catch(() => undefined);
  await hasRead;
  return { go, done };
}

test("[ER5] the text of a new epoch says that erasing goes on, until its end is recorded", async () => {
  await write("menimbang", `Ketua tim adalah ${NAME}.`);
  const live = async () =>
    (await (await t.send("GET", `/api/policies/${policy}/clauses`, { as: owner })).json()) as LiveClauses;
  const before = await live();
  let meanwhile: LiveClauses | undefined;
  const { erase } = createEraseText({
    ...t.deps,
    rooms: {
      ...t.rooms,
      async erase(...args) {
        const erased = await t.rooms.erase(...args);
        meanwhile = await live();
        return erased;
      },
    },
  });
  await erase(legal.id, await thePolicy(), { ...terms, basis: BASIS, token: await tokenFor(terms) });
  const after = await live();
  expect([before, meanwhile, after].map((each) => [each?.epoch, each?.erasing])).toEqual([
    [1, false],
    [2, true],
    [2, false],
  ]);
});

test("[ER11] a version of the text before is not frozen after the erasure", async () => {
  await write("menimbang", `Ketua tim adalah ${NAME}.`);
  const { go, done } = await freezeInFlight();
  const body = { ...terms, basis: BASIS, token: await tokenFor(terms) };
  expect((await t.send("POST", path(), { as: legal, body })).status).toBe(200);
  go();
  await expect(done).rejects.toMatchObject({ code: "stale", reason: "text-erased" });
  expect(await t.deps.repos.versions.last(policy)).toBeNull();
  expect(await filesHold(NAME)).toEqual([]);
});

test("[ER11] a version frozen while the erasure is under way loses the words with the others", async () => {
  await write("menimbang", `Ketua tim adalah ${NAME}.`);
  await freeze("awal");
  const token = await tokenFor(terms);
  const { go, done } = await freezeInFlight();
  const erasing = createEraseText({
    ...t.deps,
    rooms: {
      ...t.rooms,
      async erase(...args) {
        const erased = await t.rooms.erase(...args);
        go();
        await done;
        return erased;
      },
    },
  });
  const erased = await erasing.erase(legal.id, await thePolicy(), { ...terms, basis: BASIS, token });
  expect(erased.versions).toEqual([1, 2]);
  expect((await t.deps.repos.versions.get(policy, 2))?.erasedAt).not.toBeNull();
  expect(await filesHold(NAME)).toEqual([]);
  expect(await findings()).toEqual([]);
});

test("[ER11] a version that was read before an erasure is not restored after it, and none while it goes on", async () => {
  await write("menimbang", `Ketua tim adalah ${NAME}.`);
  await freeze("awal");
  await write("menimbang", "Ketua tim adalah pejabat.");
  const version = (await t.deps.repos.versions.get(policy, 1))!;
  let erased = Promise.resolve<unknown>(null);
  const restoreOld = createRestoreVersion({
    ...t.deps,
    rooms: {
      ...t.rooms,
      async replaceContent(...args) {
        const body = { ...terms, basis: BASIS, token: await tokenFor(terms) };
        erased = t.send("POST", path(), { as: legal, body });
        await erased;
        return t.rooms.replaceContent(...args);
      },
    },
  });
  await expect(restoreOld(owner.id, version)).rejects.toMatchObject({ code: "stale", reason: "text-erased" });
  await expect(erased).resolves.toMatchObject({ status: 200 });
  const restore = createRestoreVersion(t.deps);
  const by = { actor: legal.id, at: Date.now() };
  await t.deps.repos.erasure.begin(policy, by, { id: "01ERASURE00000000000000000", payload: {} });
  await expect(restore(owner.id, version)).rejects.toMatchObject({ reason: "erasure-under-way" });
  expect(await filesHold(NAME)).toEqual([]);
});

test("[ER3] the clause of the title takes the title along: of the versions, of the policy, of kept answers", async () => {
  await write("judul", TITLE);
  await freeze("awal");
  expect((await thePolicy()).title).toBe(TITLE);
  const { clauses } = await t.rooms.read(policy);
  const { cid } = clauses.find(({ kind }) => kind === "judul")!;
  const titles = { words: [], cids: [cid] };
  await t.data.db.insert(idempotencyKeys).values({
    actor: owner.id,
    key: "kept",
    requestHash: "0".repeat(64),
    status: 200,
    body: JSON.stringify({ title: TITLE.toUpperCase().replaceAll(" ", "\n") }),
    createdAt: Date.now(),
  });
  const body = { ...titles, basis: BASIS, token: await tokenFor(titles) };
  expect((await t.send("POST", path(), { as: legal, body })).status).toBe(200);
  expect((await thePolicy()).title).toBe(ERASED_WORDS);
  expect((await t.deps.repos.versions.get(policy, 1))?.title).toBe(ERASED_WORDS);
  expect(await t.data.db.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, "kept"))).toEqual([]);
  expect(await filesHold("Rosmini")).toEqual([]);
  expect(await findings()).toEqual([]);
});

test("[ER6] a version that was erased while it is under review can be returned, not approved", async () => {
  const leader = await t.addAccount("leader");
  await write("menimbang", `Ketua tim adalah ${NAME}.`);
  await freeze("awal");
  const { hash } = (await t.deps.repos.versions.get(policy, 1))!;
  const submitted = await t.send("POST", `/api/policies/${policy}/reviews`, {
    as: owner,
    body: {
      versionNumber: 1,
      hash,
      steps: [{ position: 1, addressee: { kind: "account", accountId: leader.id } }],
    },
    headers: { "idempotency-key": "submit-0123456789" },
  });
  expect(submitted.status).toBe(201);
  const body = { ...terms, basis: BASIS, token: await tokenFor(terms) };
  expect((await t.send("POST", path(), { as: legal, body })).status).toBe(200);
  const round = await t.deps.repos.reviews.open(policy);
  const decide = (decision: unknown) =>
    t.send("POST", `/api/policies/${policy}/reviews/${round!.id}/steps/${round!.steps[0]!.id}/decision`, {
      as: leader,
      body: decision,
      headers: { "idempotency-key": `decide-${JSON.stringify(decision).length}-0123456789` },
    });
  const approved = await decide({ decision: "approve", hash });
  expect([approved.status, ((await approved.json()) as { reason?: string }).reason]).toEqual([
    409,
    "version-erased",
  ]);
  expect((await decide({ decision: "return", hash, reason: "Bekukan lagi" })).ok).toBe(true);
});
