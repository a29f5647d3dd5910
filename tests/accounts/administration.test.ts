/** Accounts, governments, units and groups, as an administrator keeps them. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { events } from "../../db/schema/audit.ts";
import type { AuthorityView } from "../../domain/accounts/accounts.contract.ts";
import { describeGovernment } from "../../domain/accounts/regional-government.ts";
import { openTestApp, type Person, type TestApp } from "../support/test-app.ts";

describe("administration", () => {
  let t: TestApp;
  let admin: Person;
  beforeAll(async () => {
    t = await openTestApp();
    admin = await t.addAccount("admin");
  });
  afterAll(() => t.close());

  test("[AK8] there is always an administrator who can sign in", async () => {
    const patch = (body: object) =>
      t.send("PATCH", `/api/accounts/${admin.id}`, { as: admin, body, headers: { "if-match": '"1"' } });
    expect(await (await patch({ disabled: true })).json()).toMatchObject({ reason: "last-admin" });
    expect(await (await patch({ role: "legal" })).json()).toMatchObject({ reason: "last-admin" });
    expect((await patch({ name: "Pengelola" })).status).toBe(200);
  });

  test("accounts are listed in pages, without gap or repetition", async () => {
    for (let i = 0; i < 6; i += 1) await t.addAccount("respondent");
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query: string = cursor === undefined ? "" : `&cursor=${cursor}`;
      const page = (await (await t.send("GET", `/api/accounts?limit=3${query}`, { as: admin })).json()) as {
        items: { id: string }[];
        nextCursor?: string;
      };
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    const found = (await (await t.send("GET", "/api/accounts?q=%25", { as: admin })).json()) as {
      items: unknown[];
    };
    expect(found.items).toEqual([]);
  });

  test("units and groups: added, changed under If-Match, names are unique within an authority", async () => {
    const add = (name: string, key: string) =>
      t.send("POST", "/api/units", {
        as: admin,
        body: { authorityId: t.authorityId, name },
        headers: { "idempotency-key": key },
      });
    const unit = (await (await add("BKPSDM", "unit-0001")).json()) as { id: string; revision: number };
    expect((await add("BKPSDM", "unit-0002")).status).toBe(409);
    const patch = (headers: Record<string, string>) =>
      t.send("PATCH", `/api/units/${unit.id}`, { as: admin, body: { abbreviation: "BK" }, headers });
    expect((await patch({})).status).toBe(428);
    const changed = await patch({ "if-match": '"1"' });
    expect(changed.headers.get("etag")).toBe('"2"');
    expect((await patch({ "if-match": '"1"' })).status).toBe(412);
    const authority = await t.send("PATCH", `/api/authorities/${t.authorityId}`, {
      as: admin,
      body: { timeZone: "Mars/Olympus" },
      headers: { "if-match": '"1"' },
    });
    expect(authority.status).toBe(400);
  });

  test("[AK12] a government is added once under its name, as an event, and a province lies in none", async () => {
    const add = (body: object, key: string, as = admin) =>
      t.send("POST", "/api/authorities", { as, body, headers: { "idempotency-key": key } });
    const body = describeGovernment({
      kind: "kabupaten",
      place: "Sigi",
      province: "Sulawesi Tengah",
      timeZone: "Asia/Makassar",
    });
    const response = await add(body, "authority-0001");
    expect(response.status).toBe(201);
    const added = (await response.json()) as AuthorityView;
    expect(added).toEqual({ ...body, id: added.id, revision: 1 });
    expect(await (await add(body, "authority-0001")).json()).toEqual(added);
    const again = await add(body, "authority-0002");
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ reason: "name-taken" });
    const province = { ...body, name: "Pemerintah Provinsi Sulawesi Tengah", province: "" };
    expect((await add(province, "authority-0003")).status).toBe(201);
    const { items } = (await (await t.send("GET", "/api/authorities", { as: admin })).json()) as {
      items: AuthorityView[];
    };
    expect(items.filter(({ name }) => name === body.name)).toEqual([added]);
    const happened = await t.data.db.select().from(events);
    expect(happened.filter(({ action }) => action === "authority.added").at(-2)).toMatchObject({
      actor: admin.id,
      subjectId: added.id,
    });
  });

  test("[AK12] what a government may not be is refused with its place", async () => {
    const body = describeGovernment({
      kind: "kota",
      place: "Baru",
      province: "Riau",
      timeZone: "Asia/Jakarta",
    });
    const wrong: readonly (readonly [object, string])[] = [
      [{ ...body, name: " " }, "name"],
      [{ ...body, office: "x".repeat(201) }, "office"],
      [{ ...body, province: "x".repeat(121) }, "province"],
      [{ ...body, letterhead: "x".repeat(501) }, "letterhead"],
      [{ ...body, timeZone: "Mars/Olympus" }, "timeZone"],
      [{ ...body, demo: true }, "demo"],
      [{ name: body.name }, "office"],
    ];
    for (const [index, [each, path]] of wrong.entries()) {
      const response = await t.send("POST", "/api/authorities", {
        as: admin,
        body: each,
        headers: { "idempotency-key": `wrong-authority-${index}` },
      });
      expect(response.status, path).toBe(400);
      const { errors } = (await response.json()) as { errors: { path: string }[] };
      expect(errors.map((issue) => issue.path)).toContain(path);
    }
    const drafter = await t.addAccount("drafter");
    const refused = await t.send("POST", "/api/authorities", { as: drafter, body });
    expect(refused.status).toBe(403);
  });
});
