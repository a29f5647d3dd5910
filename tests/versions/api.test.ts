/** Versions over HTTP: frozen, retried, raced, compared, restored; and the record of them. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createVersionPayloadReader } from "../../db/repos/version-payload.ts";
import { versionParts, versions } from "../../db/schema/policies.ts";
import { verifyAudit } from "../../db/verify-audit.ts";
import type { PolicyId } from "../../domain/ids.ts";
import type { LiveClauses } from "../../domain/policies/policies.contract.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import type { ComparisonView, VersionDetail, VersionView } from "../../domain/versions/versions.contract.ts";
import { openTestApp, type Person, type TestApp } from "../support/test-app.ts";

describe("versions", () => {
  let t: TestApp;
  let ani: Person;
  let budi: Person;
  let id: PolicyId;
  let key = 0;
  beforeAll(async () => {
    t = await openTestApp();
    ani = await t.addAccount("drafter");
    budi = await t.addAccount("drafter");
  });
  afterAll(() => t.close());

  const json = async <T>(response: Response | Promise<Response>): Promise<T> =>
    (await (await response).json()) as T;
  const freeze = (
    label: string,
    { as = ani, opId = `freeze-${++key}`, note = undefined as string | undefined } = {},
  ) =>
    t.send("POST", `/api/policies/${id}/versions`, {
      as,
      body: { label, ...(note !== undefined && { note }) },
      headers: { "idempotency-key": opId },
    });
  const live = () => json<LiveClauses>(t.send("GET", `/api/policies/${id}/clauses`, { as: ani }));
  const read = (number: number) =>
    json<VersionDetail>(t.send("GET", `/api/policies/${id}/versions/${number}`, { as: ani }));
  const compare = (from: number | "live", to: number | "live") =>
    json<ComparisonView>(t.send("GET", `/api/policies/${id}/compare?from=${from}&to=${to}`, { as: ani }));
  async function edit(by: Person, text = "Kata baru."): Promise<string> {
    const { clauses } = await live();
    const at = clauses.findIndex(({ kind }) => kind === "isi");
    const cid = clauses[at]?.cid ?? "";
    const edited = clauses.map((clause, index) => (index === at ? { ...clause, runs: [{ text }] } : clause));
    await t.deps.rooms.replaceContent(id, edited, by.id);
    return cid;
  }

  test("a version keeps text, hash, author, authors; its content is what was hashed", async () => {
    id = await t.addPolicy(ani.id, { members: [[budi.id, "drafter"]] });
    const response = await freeze("Draf 1", { note: "Konsep awal" });
    expect(response.status).toBe(201);
    const version = await json<VersionView>(response);
    const { hash, clauses, labels } = await live();
    expect(version).toMatchObject({
      number: 1,
      label: "Draf 1",
      note: "Konsep awal",
      hash,
      author: { id: ani.id },
      authors: [{ id: ani.id }],
    });
    const detail = await read(1);
    expect(detail.clauses).toEqual(clauses);
    expect(detail.labels).toEqual(labels);
    const content = await t.send("GET", `/api/policies/${id}/versions/1/content`, { as: ani });
    expect(content.headers.get("etag")).toBe(`"${hash}"`);
    expect(await sha256Hex(await content.text())).toBe(hash);
    const again = await t.send("GET", `/api/policies/${id}/versions/1/content`, {
      as: ani,
      headers: { "if-none-match": `"${hash}"` },
    });
    expect(again.status).toBe(304);
  });

  test("the same key gives the same version, at once and later; for another version it is refused", async () => {
    id = await t.addPolicy(ani.id, { members: [[budi.id, "drafter"]] });
    const opId = "operation-1";
    const answers = await Promise.all([1, 2, 3].map(() => freeze("Draf 1", { opId })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const ids = await Promise.all(answers.map(async (answer) => (await json<VersionView>(answer)).id));
    expect(new Set(ids).size).toBe(1);
    await edit(ani);
    expect((await json<VersionView>(freeze("Draf 1", { opId }))).id).toBe(ids[0]);
    expect((await freeze("Draf 2", { opId })).status).toBe(409);
    expect((await freeze("Draf 1", { opId, as: budi })).status).toBe(409);
    const list = await json<{ items: unknown[] }>(t.send("GET", `/api/policies/${id}/versions`, { as: ani }));
    expect(list.items).toHaveLength(1);
    const keyless = await t.send("POST", `/api/policies/${id}/versions`, { as: ani, body: { label: "x" } });
    expect(keyless.status).toBe(428);
  });

  test("freezes at once get numbers without gap", async () => {
    id = await t.addPolicy(ani.id);
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => freeze(`V${index}`)));
    const numbers = await Promise.all(
      answers.map(async (answer) => (await json<VersionView>(answer)).number),
    );
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    const first = await json<{ items: VersionView[]; nextCursor: string }>(
      t.send("GET", `/api/policies/${id}/versions?limit=5`, { as: ani }),
    );
    expect(first.items.map(({ number }) => number)).toEqual([12, 11, 10, 9, 8]);
    const next = await json<{ items: VersionView[] }>(
      t.send("GET", `/api/policies/${id}/versions?limit=50&cursor=${first.nextCursor}`, { as: ani }),
    );
    expect(next.items.map(({ number }) => number)).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  test("authors are those who wrote since the version before, not who froze it", async () => {
    id = await t.addPolicy(ani.id, { members: [[budi.id, "drafter"]] });
    await freeze("Draf 1");
    await edit(budi);
    const second = await json<VersionView>(freeze("Draf 2"));
    expect(second.author.id).toBe(ani.id);
    expect(second.authors.map((each) => each.id)).toEqual([budi.id]);
    expect((await json<VersionView>(freeze("Draf 3"))).authors).toEqual([]);
  });

  test("positions go on through epochs: who wrote before the last version is not an author again", async () => {
    const eraser = await t.addAccount("drafter");
    id = await t.addPolicy(ani.id, { members: [[budi.id, "drafter"]] });
    await edit(budi);
    const first = await json<VersionView>(freeze("Draf 1"));
    await t.deps.rooms.erase(id, { words: ["Kata"], cids: [] }, eraser.id);
    const second = await json<VersionView>(freeze("Draf 2"));
    expect([second.epoch, second.logSeq]).toEqual([2, first.logSeq + 1]);
    expect(second.authors.map((each) => each.id)).toEqual([eraser.id]);
    await edit(ani, "Kata lain.");
    const third = await json<VersionView>(freeze("Draf 3"));
    expect([third.epoch, third.logSeq]).toEqual([2, second.logSeq + 1]);
    expect(third.authors.map((each) => each.id)).toEqual([ani.id]);
  });

  test("the comparison names exactly the change; restoring brings text, cids and hash back as new edits", async () => {
    id = await t.addPolicy(ani.id);
    const first = await json<VersionView>(freeze("Draf 1"));
    const cid = await edit(ani);
    const view = await compare(1, "live");
    expect(view.rows.filter(({ unchanged }) => !unchanged).map((row) => row.cid)).toEqual([cid]);
    expect(view.counts).toMatchObject({ words: 1, new: 0, removed: 0, moved: 0 });
    expect([view.from.number, view.to.number]).toEqual([1, "live"]);
    const { logSeq } = await live();
    const restored = await json<{ number: number; logSeq: number }>(
      t.send("POST", `/api/policies/${id}/versions/1/restore`, { as: ani }),
    );
    expect(restored.logSeq).toBeGreaterThan(logSeq);
    const now = await live();
    expect(now.hash).toBe(first.hash);
    expect((await compare(1, "live")).counts.words).toBe(0);
    const events = await json<{ items: { action: string }[] }>(
      t.send("GET", `/api/policies/${id}/events`, { as: ani }),
    );
    expect(events.items[0]?.action).toBe("version.restored");
    expect((await t.send("POST", `/api/policies/${id}/versions/7/restore`, { as: ani })).status).toBe(404);
    expect((await t.send("GET", `/api/policies/${id}/compare?from=1&to=x`, { as: ani })).status).toBe(400);
  });

  test("the record is whole, and finds a version whose row or content was changed behind its back", async () => {
    const files = t.data.files;
    const readers = { version: createVersionPayloadReader(t.data.db, t.deps.repos.versions) };
    const check = async () => (await verifyAudit({ db: t.data.db, files, readers })).findings;
    expect(await check()).toEqual([]);
    const [version] = await t.data.db.select().from(versions).limit(1);
    if (!version) throw new Error("no version");
    await t.data.db.update(versions).set({ label: "Diganti" });
    expect((await check()).every(({ kind }) => kind === "payload-changed")).toBe(true);
    expect((await check()).length).toBeGreaterThan(0);
    await t.data.db.delete(versionParts);
    expect((await check()).some(({ kind }) => kind === "payload-missing")).toBe(true);
  });
});
