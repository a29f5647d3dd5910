/** Invitations and links to set a password. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accountLinks } from "../../db/schema/accounts.ts";
import { eventDetails } from "../../db/schema/audit.ts";
import { idempotencyKeys } from "../../db/schema/operations.ts";
import type { AccountId } from "../../domain/ids.ts";
import { openTestApp, ORIGIN, PASSWORD, type Person, type TestApp } from "../support/test-app.ts";

const form = (fields: Record<string, string>) => ({ method: "POST", body: new URLSearchParams(fields) });

describe("links", () => {
  let t: TestApp;
  let admin: Person;
  let now = 1_700_000_000_000;
  beforeAll(async () => {
    t = await openTestApp({}, { now: () => now });
    admin = await t.addAccount("admin");
  });
  afterAll(() => t.close());
  let key = 0;
  const invite = async (body: object) =>
    t.send("POST", "/api/invitations", {
      as: admin,
      body,
      headers: { "idempotency-key": `invite-${++key}` },
    });
  const pathOf = async (response: Response) =>
    ((await response.json()) as { url: string }).url.slice(ORIGIN.length);

  test("[AK2] [AK4] an invitation makes an account once, with the role it was made for", async () => {
    const response = await invite({ email: "Baru@Uji.test", role: "legal" });
    expect(response.status).toBe(201);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const path = await pathOf(response);
    expect(path).toMatch(/^\/undangan\/[\w-]{43}$/);
    // Not even among the answers kept for retries.
    for (const table of [accountLinks, idempotencyKeys, eventDetails]) {
      expect(JSON.stringify(await t.data.db.select().from(table))).not.toContain(path.split("/")[2]);
    }
    const page = await t.send("GET", path);
    // Not no-referrer: a browser would send the form with `Origin: null`.
    expect(page.headers.get("referrer-policy")).toBe("strict-origin");
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("x-robots-tag")).toBe("noindex");
    expect(await page.text()).toContain("baru@uji.test");
    const short = await t.app.request(path, form({ name: "Budi", password: "pendek" }));
    expect(short.status).toBe(400);
    const retry = await short.text();
    expect(retry).toContain('aria-describedby="password-hint password-error"');
    expect(retry).toContain('value="Budi"');
    // The browser says nothing in its own language: the server alone checks.
    expect(retry).toContain("novalidate");
    expect(retry).toContain("Terima undangan");
    expect(retry).not.toContain("Atur ulang");
    const slip = await t.app.request(path, form({ name: "Budi", password: PASSWORD, again: "lain sekali" }));
    expect(slip.status).toBe(400);
    expect(await slip.text()).toContain("Kedua isian tidak sama.");
    expect((await t.app.request(path, form({ name: " ", password: PASSWORD }))).status).toBe(400);
    expect((await t.app.request(path, form({ name: "Budi", password: PASSWORD }))).status).toBe(200);
    const session = await t.send("GET", "/api/session", {
      headers: { cookie: await t.signIn("baru@uji.test") },
    });
    expect(await session.json()).toMatchObject({ account: { name: "Budi", role: "legal" } });
    expect((await t.app.request(path, form({ name: "Lagi", password: PASSWORD }))).status).toBe(410);
    expect((await invite({ email: "baru@uji.test", role: "admin" })).status).toBe(409);
  });

  test("[AK4] an invitation is listed until it is taken up, and a new one ends the older", async () => {
    const emails = async () => {
      const list = (await (await t.send("GET", "/api/invitations", { as: admin })).json()) as {
        items: { email: string; role: string }[];
      };
      return list.items.filter(({ email }) => email === "tunggu@uji.test").map(({ role }) => role);
    };
    const first = await pathOf(await invite({ email: "tunggu@uji.test", role: "drafter" }));
    expect(await emails()).toEqual(["drafter"]);
    now += 1000;
    const second = await pathOf(await invite({ email: "tunggu@uji.test", role: "legal" }));
    expect(await emails()).toEqual(["legal"]);
    expect((await t.send("GET", first)).status).toBe(410);
    expect((await t.app.request(second, form({ name: "Tunggu", password: PASSWORD }))).status).toBe(200);
    expect(await emails()).toEqual([]);
  });

  test("[AK4] two presses at once make one account", async () => {
    const path = await pathOf(await invite({ email: "dua@uji.test", role: "drafter" }));
    const press = () => t.app.request(path, form({ name: "Dua", password: PASSWORD }));
    const statuses = (await Promise.all([press(), press()]))
      .map(({ status }) => status)
      .toSorted((a, b) => a - b);
    expect(statuses[0]).toBe(200);
    expect([409, 410]).toContain(statuses[1]);
  });

  test("[AK4] a link expires, and an invitation does not reset nor a reset invite", async () => {
    const path = await pathOf(await invite({ email: "lama@uji.test", role: "drafter" }));
    expect((await t.send("GET", path.replace("undangan", "atur-ulang"))).status).toBe(410);
    now += 7 * 24 * 3600 * 1000;
    expect((await t.send("GET", path)).status).toBe(410);
    expect((await t.send("GET", `/undangan/${"a".repeat(43)}`)).status).toBe(410);
    expect((await t.send("GET", "/undangan/x")).status).toBe(410);
  });

  test("[AK4] the link of an account that never had a password welcomes, for 7 days", async () => {
    const inviting = await t.addAccount("admin");
    const id = "01ARZ3NDEKTSV4RRFFQ69G5FAV" as AccountId;
    const account = { id, name: "Administrator", email: "pertama@uji.test", role: "admin" as const };
    await t.deps.repos.accounts.add({ ...account, head: false, unitId: null }, { actor: null, at: now });
    expect(await t.signIn(account.email)).toBe("");
    const made = await t.send("POST", `/api/accounts/${id}/reset-link`, { as: inviting });
    const link = (await made.clone().json()) as { expiresAt: number };
    expect(link.expiresAt - now).toBe(7 * 24 * 3600 * 1000);
    const listed = async () => {
      const page = (await (await t.send("GET", "/api/accounts?q=pertama", { as: inviting })).json()) as {
        items: { invited?: true }[];
      };
      return page.items.map(({ invited }) => invited);
    };
    expect(await listed()).toEqual([true]);
    const path = await pathOf(made);
    expect(await (await t.send("GET", path)).text()).toContain("Terima undangan");
    expect((await t.app.request(path, form({ password: PASSWORD, again: PASSWORD }))).status).toBe(200);
    expect(await listed()).toEqual([undefined]);
    const next = await t.send("POST", `/api/accounts/${id}/reset-link`, { as: inviting });
    expect(((await next.clone().json()) as { expiresAt: number }).expiresAt - now).toBe(24 * 3600 * 1000);
    expect(await (await t.send("GET", await pathOf(next))).text()).toContain("Atur ulang kata sandi");
  });

  test("[AK3] [AK6] a reset link sets a new password and ends every session", async () => {
    const person = await t.addAccount("drafter");
    const fresh = await t.addAccount("admin"); // the clock moved on: the first session may be over
    const made = await t.send("POST", `/api/accounts/${person.id}/reset-link`, { as: fresh });
    expect(made.status).toBe(201);
    const path = await pathOf(made);
    expect((await t.app.request(path, form({ password: "kata sandi yang baru" }))).status).toBe(200);
    expect(await (await t.send("GET", "/api/session", { as: person })).json()).toMatchObject({
      account: null,
    });
    expect(await t.signIn(person.email)).toBe("");
    expect(await t.signIn(person.email, "kata sandi yang baru")).not.toBe("");
    expect((await t.app.request(path, form({ password: "kata sandi ketiga" }))).status).toBe(410);
  });
});
