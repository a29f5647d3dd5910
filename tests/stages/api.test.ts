/** Stage plans, the path of a policy and its documents over HTTP; and the record of them. */
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ARTEFACT_SUBJECT, createArtefactPayloadReader } from "../../db/repos/stage.repo.ts";
import { createVersionPayloadReader } from "../../db/repos/version-payload.ts";
import { stageArtefacts } from "../../db/schema/stages.ts";
import { verifyAudit } from "../../db/verify-audit.ts";
import type { PolicyId } from "../../domain/ids.ts";
import type { EventView } from "../../domain/policies/policies.contract.ts";
import type { KeepArtefact, PathView, StagePlanView } from "../../domain/stages/stages.contract.ts";
import { openTestApp, type Person, type TestApp } from "../support/test-app.ts";

describe("stages over HTTP", () => {
  let t: TestApp;
  let ani: Person;
  let lawyer: Person;
  let admin: Person;
  let key = 0;
  beforeAll(async () => {
    t = await openTestApp();
    ani = await t.addAccount("drafter");
    lawyer = await t.addAccount("legal");
    admin = await t.addAccount("admin");
  });
  afterAll(() => t.close());

  const json = async <T>(response: Response): Promise<T> => (await response.json()) as T;
  const planPath = (type = "perkada") => `/api/stage-plans/${t.authorityId}/${type}`;
  const readPlan = async (type?: string) => {
    const response = await t.send("GET", planPath(type), { as: ani });
    return { plan: await json<StagePlanView>(response), etag: response.headers.get("etag") ?? "" };
  };
  const putPlan = (plan: unknown, etag: string, as = lawyer, type?: string) =>
    t.send("PUT", planPath(type), { as, body: { plan }, headers: { "if-match": etag } });
  const readPath = async (id: PolicyId) =>
    json<PathView>(await t.send("GET", `/api/policies/${id}/path`, { as: ani }));
  const keep = (id: PolicyId, body: KeepArtefact, as = ani) =>
    t.send("POST", `/api/policies/${id}/artefacts`, {
      as,
      body,
      headers: { "idempotency-key": `artefact-${++key}` },
    });
  async function move(id: PolicyId, stage: string): Promise<void> {
    const seen = await t.send("GET", `/api/policies/${id}`, { as: ani });
    const response = await t.send("PATCH", `/api/policies/${id}`, {
      as: ani,
      body: { stage },
      headers: { "if-match": seen.headers.get("etag") ?? "" },
    });
    if (!response.ok) throw new Error(await response.text());
  }

  test("[ST1] [ST10] defaults until the authority sets its own, optimistic, and back to the defaults", async () => {
    const first = await readPlan();
    expect(first).toMatchObject({ etag: '"0"', plan: { isDefault: true, may: { change: false } } });
    const own = first.plan.plan.filter(({ stage }) => stage === "drafting" || stage === "enactment");
    const changed = await putPlan(own, first.etag);
    expect(changed.status).toBe(200);
    expect(await json<StagePlanView>(changed)).toMatchObject({ isDefault: false, may: { change: true } });
    // Who has not seen it changes nothing.
    expect((await putPlan(own, first.etag, admin)).status).toBe(412);
    expect((await putPlan(own, first.etag, ani)).status).toBe(403);
    const races = await Promise.all([putPlan(own, '"1"'), putPlan(own, '"1"', admin)]);
    expect(races.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    expect((await readPlan("perda")).plan.isDefault).toBe(true);
    const back = await putPlan(null, '"2"', admin);
    expect(await json<StagePlanView>(back)).toMatchObject({ isDefault: true });
    expect((await readPlan()).plan.plan).toEqual(first.plan.plan);
    expect((await t.send("GET", planPath("surat"), { as: ani })).status).toBe(404);
  });

  test("[ST2] a plan out of order or without drafting is refused with a sentence", async () => {
    const { plan, etag } = await readPlan("keputusan");
    const reversed = await putPlan(plan.plan.toReversed(), etag, lawyer, "keputusan");
    expect(reversed.status).toBe(400);
    expect((await json<{ errors: { message: string }[] }>(reversed)).errors[0]?.message).toMatch(/urut/);
    const without = await putPlan(
      plan.plan.filter(({ stage }) => stage !== "drafting"),
      etag,
      lawyer,
      "keputusan",
    );
    expect(without.status).toBe(400);
    expect((await putPlan([], etag, lawyer, "keputusan")).status).toBe(400);
    const long = plan.plan.map((each) => ({ ...each, who: "x".repeat(300) }));
    expect((await putPlan(long, etag, lawyer, "keputusan")).status).toBe(400);
  });

  test("[ST5] [ST6] the path tells each visit with who moved it, there and back", async () => {
    const id = await t.addPolicy(ani.id);
    await move(id, "internal_review");
    await move(id, "drafting");
    await move(id, "harmonisation");
    const path = await readPath(id);
    const of = (stage: string) => path.stages.find((each) => each.stage === stage);
    expect(path).toMatchObject({ current: "harmonisation", next: "facilitation", may: { keep: true } });
    expect(of("drafting")?.visits).toHaveLength(2);
    expect(of("drafting")).toMatchObject({ state: "passed" });
    expect(of("public_consultation")).toMatchObject({ state: "skipped", visits: [] });
    expect(of("harmonisation")?.visits[0]?.by).toMatch(/Orang/);
    expect(of("facilitation")?.rules[0]).toMatchObject({ limit: { amount: 15, unit: "calendar" } });
    await move(id, "facilitation");
    expect(
      (await readPath(id)).stages.find(({ stage }) => stage === "facilitation")?.rules[0]?.dueOn,
    ).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test("[ST8] [ST9] a stage keeps versions, addresses and notes; what is missing is named; all of it is recorded", async () => {
    const id = await t.addPolicy(ani.id);
    await t.send("POST", `/api/policies/${id}/versions`, {
      as: ani,
      body: { label: "Konsep awal" },
      headers: { "idempotency-key": "version-of-the-path" },
    });
    const kept = await keep(id, { stage: "drafting", name: "Konsep awal", versionNumber: 1 });
    expect(kept.status).toBe(201);
    await keep(id, { stage: "drafting", name: "SK tim penyusun", note: "Nomor 800/12, di Bagian Hukum." });
    const path = await json<PathView>(
      await keep(
        id,
        { stage: "drafting", name: "Catatan rapat", url: "https://berkas.palukota.go.id/1" },
        lawyer,
      ),
    );
    const drafting = path.stages.find(({ stage }) => stage === "drafting");
    expect(drafting?.missing).toEqual(["Draf"]);
    expect(drafting?.artefacts.map(({ name, version, url }) => [name, version?.number, url])).toEqual([
      ["Konsep awal", 1, undefined],
      ["SK tim penyusun", undefined, undefined],
      ["Catatan rapat", undefined, "https://berkas.palukota.go.id/1"],
    ]);
    const artefact = drafting?.artefacts[1]?.id ?? "";
    const remove = () => t.send("DELETE", `/api/policies/${id}/artefacts/${artefact}`, { as: ani });
    const answers = await Promise.all([remove(), remove()]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404]);
    expect((await readPath(id)).stages.find(({ stage }) => stage === "drafting")?.missing).toEqual([
      "SK tim penyusun",
      "Draf",
    ]);
    const { items } = await json<{ items: EventView[] }>(
      await t.send("GET", `/api/policies/${id}/events`, { as: ani }),
    );
    expect(items.map(({ action }) => action).slice(0, 4)).toEqual([
      "artefact.removed",
      "artefact.kept",
      "artefact.kept",
      "artefact.kept",
    ]);
  });

  test("[ST8] nothing, a foreign address and a version that is not there are refused", async () => {
    const id = await t.addPolicy(ani.id);
    const status = async (body: KeepArtefact, as?: Person) => (await keep(id, body, as)).status;
    expect(await status({ stage: "drafting", name: "Draf" })).toBe(400);
    expect(await status({ stage: "drafting", name: "Draf", url: "javascript:alert(1)" })).toBe(400);
    expect(await status({ stage: "drafting", name: "Draf", url: "http://a.id" })).toBe(400);
    expect(await status({ stage: "drafting", name: "Draf", versionNumber: 3 })).toBe(404);
    expect(await status({ stage: "drafting", name: "Draf", note: "x" }, admin)).toBe(403);
  });

  test("the record finds a document that was rewritten, taken back or put back behind its back", async () => {
    const readers = {
      version: createVersionPayloadReader(t.data.db, t.deps.repos.versions),
      [ARTEFACT_SUBJECT]: createArtefactPayloadReader(t.data.db),
    };
    const check = async () => {
      const report = await verifyAudit({ db: t.data.db, files: t.data.files, readers });
      return report.findings.map(({ kind }) => kind);
    };
    expect(await check()).toEqual([]);
    const [row] = await t.data.db
      .select()
      .from(stageArtefacts)
      .where(sql`removed_at is null`)
      .limit(1);
    if (!row) throw new Error("nothing kept");
    const set = (values: object) =>
      t.data.db.update(stageArtefacts).set(values).where(eq(stageArtefacts.id, row.id));
    await set({ name: "Lain" });
    expect(await check()).toEqual(["payload-changed"]);
    await set({ name: row.name, removedBy: ani.id, removedAt: 1 });
    expect(await check()).toEqual(["payload-changed"]);
    await set({ removedBy: null, removedAt: null });
    await t.data.db.update(stageArtefacts).set({ removedBy: null, removedAt: null });
    expect(await check()).toEqual(["payload-changed"]);
  });
});
