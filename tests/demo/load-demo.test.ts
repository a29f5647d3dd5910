/** The demo, loaded through the use cases: every instrument, and a record that holds. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyAudit } from "../../db/verify-audit.ts";
import { DUTIES } from "../../server/duties/duties.ts";
import { runDutiesOnce } from "../../server/duties/run-duties.ts";
import { loadDemo } from "../../server/demo/load-demo.ts";
import { createPayloadReaders } from "../../server/payload-readers.ts";
import type { PolicyId } from "../../domain/ids.ts";
import { openTestApp, type Person, type TestApp } from "../support/test-app.ts";

describe("the demo", () => {
  let t: TestApp;
  let palu: PolicyId;
  let pontianak: PolicyId;
  let drafter: Person;

  async function get<T>(path: string, as: Person = drafter): Promise<T> {
    const response = await t.send("GET", path, { as });
    expect(response.status, path).toBe(200);
    return (await response.json()) as T;
  }

  async function person(name: string): Promise<Person> {
    const email = `${name}@demo.rembuk.id`;
    return { id: "" as never, email, cookie: await t.signIn(email, "rembuk-demo") };
  }

  beforeAll(async () => {
    t = await openTestApp({ isDemo: () => true });
    await loadDemo(t.deps);
    drafter = await person("perancang1");
    const { items } = await get<{ items: { id: PolicyId; title: string }[] }>("/api/policies");
    palu = items.find(({ title }) => title.includes("PALU"))?.id as PolicyId;
    pontianak = items.find(({ title }) => title.includes("PONTIANAK"))?.id as PolicyId;
  }, 120_000);
  afterAll(() => t.close());

  test("its record holds", async () => {
    const report = await verifyAudit({
      db: t.data.db,
      files: t.data.files,
      readers: createPayloadReaders(t.deps.db, t.deps.repos),
    });
    expect(report.findings).toEqual([]);
    expect(report.events).toBeGreaterThan(60);
  });

  test("surveys give the figures that the story tells", async () => {
    interface Listed {
      readonly items: readonly { readonly id: string; readonly title: string; readonly responses: number }[];
    }
    const surveys = (await get<Listed>(`/api/policies/${palu}/surveys`)).items;
    expect(surveys.map(({ responses }) => responses).toSorted((a, b) => a - b)).toEqual([0, 214]);
    const wave = (await get<Listed>(`/api/policies/${pontianak}/surveys`)).items;
    expect(wave.map(({ responses }) => responses)).toEqual([322]);
  });

  test("of the 96 free answers 72 are answered, in nine answers", async () => {
    const inbox = await get<{ facets: { state: Record<string, number>; outcome: Record<string, number> } }>(
      `/api/policies/${palu}/contributions?channel=survey-text`,
    );
    expect(inbox.facets.state).toMatchObject({ published: 72, received: 24 });
    expect(inbox.facets.outcome).toMatchObject({ accepted: 32, rejected: 8, none: 24 });
  });

  test("one consultation is open to a visitor, without an account", async () => {
    const home = await t.app.request("/");
    expect(await home.text()).toContain("Pengelolaan kepegawaian ASN Kota Palu: draf 3");
  });

  test("the workshop is half answered, its minutes are final", async () => {
    const { items } = await get<{ items: { state: string; attended: number; entries: number }[] }>(
      `/api/policies/${palu}/workshops`,
    );
    expect(items).toMatchObject([{ state: "final", attended: 64, entries: 19 }]);
    const inbox = await get<{ facets: { state: Record<string, number> } }>(
      `/api/policies/${palu}/contributions?channel=workshop`,
    );
    expect(inbox.facets.state["published"]).toBe(9);
  });

  test("a review waits for the mayor; one of Pontianak was returned", async () => {
    const mayor = await person("walikota");
    const waiting = await get<{ items: { version: { number: number } }[] }>("/api/reviews/waiting", mayor);
    expect(waiting.items).toMatchObject([{ policyId: palu, version: { number: 3 } }]);
    const rounds = await get<{ items: { state: string }[] }>(`/api/policies/${pontianak}/reviews`);
    expect(rounds.items.map(({ state }) => state)).toEqual(["returned"]);
  });

  test("what is over was closed in its own days, and only what still waits is mailed", async () => {
    await runDutiesOnce(DUTIES, t.deps);
    const rows = async (sql: string) => (await t.data.relations.query({ sql, params: [] })).rows;
    const yesterday = t.deps.now() - 86_400_000;
    expect(
      await rows(`select count(*) from events where action = 'consultation.closed' and at > ${yesterday}`),
    ).toEqual([[0]]);
    expect(await rows("select count(*) from events where action = 'consultation.closed'")).toEqual([[3]]);
    const subjects = await rows("select distinct recipient from outbox where kind = 'review.waiting'");
    expect(subjects).toEqual([["walikota@demo.rembuk.id"]]);
  });

  test("KORPRI has submitted three items", async () => {
    const inbox = await get<{ items: unknown[] }>(`/api/policies/${palu}/contributions?channel=submission`);
    expect(inbox.items).toHaveLength(3);
  });
});
