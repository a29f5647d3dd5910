/** Signing in and out, links, administration. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accountLinks, sessions } from "../../db/schema/accounts.ts";
import { eventDetails, events } from "../../db/schema/audit.ts";
import { idempotencyKeys } from "../../db/schema/operations.ts";
import type { AuthorityView } from "../../domain/accounts/accounts.contract.ts";
import { describeGovernment } from "../../domain/accounts/regional-government.ts";
import type { AccountId } from "../../domain/ids.ts";
import { DEFAULT_LIMITS } from "../../server/deps.ts";
import { openTestApp, ORIGIN, PASSWORD, type Person, type TestApp } from "../support/test-app.ts";

const form = (fields: Record<string, string>) => ({ method: "POST", body: new URLSearchParams(fields) });

describe("signing in", () => {
  let t: TestApp;
  let demo = false;
  beforeAll(async () => {
    t = await openTestApp({ isDemo: () => demo });
  });
  afterAll(() => t.close());

  test("a plain form signs in, leads on, and the session is that account's", async () => {
    const { email } = await t.addAccount("legal");
    const response = await t.app.request(
      "/masuk",
      form({ email: ` ${email.toUpperCase()} `, password: PASSWORD, lanjut: "/kerja/akun" }),
    );
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/kerja/akun");
    const cookie = response.headers.getSetCookie()[0] ?? "";
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const session = await t.send("GET", "/api/session", { headers: { cookie: cookie.split(";")[0] ?? "" } });
    expect(await session.json()).toMatchObject({
      account: { email, role: "legal" },
      may: { createPolicy: true, administer: false },
    });
  });

  test("[AK7] a wrong password and an unknown address look alike, keep the address, and tell it at the form", async () => {
    const { email } = await t.addAccount("drafter");
    for (const address of [email, "nobody@uji.test"]) {
      const response = await t.app.request("/masuk", form({ email: address, password: "salah sekali" }));
      expect(response.status).toBe(401);
      expect(response.headers.getSetCookie()).toEqual([]);
      const page = await response.text();
      expect(page).toContain("Surel atau kata sandi tidak cocok.");
      expect(page).toContain('role="alert"');
      expect(page).toContain(`value="${address}"`);
      expect(page).not.toContain("salah sekali");
    }
  });

  test("what was typed is shown as text, never as markup", async () => {
    const response = await t.app.request("/masuk", form({ email: '"><script>x</script>', password: "x" }));
    expect(await response.text()).not.toContain("<script>");
  });

  test("[AK6] signing out ends the session in the database", async () => {
    const person = await t.addAccount("drafter");
    const response = await t.send("POST", "/keluar", { as: person });
    expect(response.status).toBe(303);
    expect(await (await t.send("GET", "/api/session", { as: person })).json()).toMatchObject({
      account: null,
    });
  });

  test("better-auth's own routes work, and those we do not use are not there", async () => {
    const { email } = await t.addAccount("drafter");
    const signIn = await t.send("POST", "/api/auth/sign-in/email", { body: { email, password: PASSWORD } });
    expect(signIn.status).toBe(200);
    for (const path of [
      "sign-up/email",
      "change-email",
      "delete-user",
      "request-password-reset",
      "update-user",
    ]) {
      expect((await t.send("POST", `/api/auth/${path}`, { body: {} })).status, path).toBe(404);
    }
  });

  test("[AK6] a disabled account has no session any more and gets no new one", async () => {
    const admin = await t.addAccount("admin");
    const person = await t.addAccount("drafter");
    const patch = (revision: number, body: object) =>
      t.send("PATCH", `/api/accounts/${person.id}`, {
        as: admin,
        body,
        headers: { "if-match": `"${revision}"` },
      });
    expect((await patch(1, { disabled: true })).status).toBe(200);
    expect(await (await t.send("GET", "/api/session", { as: person })).json()).toMatchObject({
      account: null,
    });
    const again = await t.app.request("/masuk", form({ email: person.email, password: PASSWORD }));
    expect(again.status).toBe(401);
    expect((await patch(1, { disabled: false })).status).toBe(412);
    expect((await patch(2, { disabled: false })).status).toBe(200);
    expect(await t.signIn(person.email)).not.toBe("");
  });

  test("[AC3] demo accounts are shown and let in only in demo mode", async () => {
    demo = true;
    const person = await t.addAccount("drafter", { demo: true });
    expect(await (await t.send("GET", "/masuk")).text()).toContain(person.email);
    expect((await t.send("GET", "/api/policies", { as: person })).status).toBe(200);
    demo = false;
    expect(await (await t.send("GET", "/masuk")).text()).not.toContain(person.email);
    expect((await t.send("GET", "/api/policies", { as: person })).status).toBe(401);
    expect(await t.signIn(person.email)).toBe("");
  });

  test("[AK9] neither address nor browser of a person is kept with the session", async () => {
    const { email } = await t.addAccount("drafter");
    await t.app.request("/masuk", {
      ...form({ email, password: PASSWORD }),
      headers: { "user-agent": "Peramban/1.0", "x-forwarded-for": "198.51.100.1" },
    });
    const rows = await t.data.db.select().from(sessions);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/Peramban|198\.51/);
  });

  test("the language: asked for, kept in a cookie, and kept with the account", async () => {
    const english = await t.send("GET", "/masuk?bahasa=en");
    expect(await english.text()).toContain('<html lang="en">');
    expect(english.headers.getSetCookie().join()).toContain("bahasa=en");
    const kept = await t.send("GET", "/", { headers: { cookie: "bahasa=en" } });
    expect(await kept.text()).toContain("Sign in");
    const person = await t.addAccount("drafter");
    const patched = await t.send("PATCH", "/api/session", { as: person, body: { locale: "en" } });
    expect(await patched.json()).toMatchObject({ account: { locale: "en" } });
    expect(
      await (await t.send("GET", "/api/x", { as: person, headers: { "accept-language": "en" } })).json(),
    ).toMatchObject({ title: "Not found" });
  });
});

test("[AK7] attempts to sign in are limited per account and per address, successes do not count", async () => {
  let now = 1_000_000_000_000;
  let address = "203.0.113.1";
  const t = await openTestApp(
    { addressOf: () => address },
    {
      now: () => now,
      limits: {
        ...DEFAULT_LIMITS,
        requests: { max: 10_000, windowMs: 1000 },
        signInPerAccount: { max: 3, windowMs: 600_000 },
        signInPerAddress: { max: 5, windowMs: 600_000 },
      },
    },
  );
  const { email } = await t.addAccount("drafter");
  const other = await t.addAccount("legal");
  const attempt = async (who: string, password: string) =>
    (await t.app.request("/masuk", form({ email: who, password }))).status;
  for (let i = 0; i < 8; i += 1) expect(await attempt(email, PASSWORD)).toBe(303);
  expect([
    await attempt(email, "salah"),
    await attempt(email, "salah"),
    await attempt(email, "salah"),
  ]).toEqual([401, 401, 401]);
  // Four at the account now, from any address, even with the right password.
  address = "198.51.100.9";
  expect(await attempt(email, PASSWORD)).toBe(429);
  expect(await attempt(other.email, PASSWORD)).toBe(303);
  // The address itself: five different accounts, then no more.
  address = "192.0.2.5";
  for (let i = 0; i < 5; i += 1) expect(await attempt(`x${i}@uji.test`, "salah")).toBe(401);
  expect(await attempt(other.email, PASSWORD)).toBe(429);
  now += 600_000;
  expect(await attempt(email, PASSWORD)).toBe(303);
  await t.close();
});

test("[AK11] [AK6] one changes one's own password: the present one is asked, other sessions end, tries are limited", async () => {
  const t = await openTestApp(
    {},
    {
      limits: {
        ...DEFAULT_LIMITS,
        requests: { max: 10_000, windowMs: 1000 },
        signInPerAccount: { max: 3, windowMs: 600_000 },
        signInPerAddress: { max: 100, windowMs: 600_000 },
      },
    },
  );
  const here = await t.addAccount("drafter");
  const there = { ...here, cookie: await t.signIn(here.email) };
  const change = (as: Person, current: string, next: string) =>
    t.send("POST", "/api/session/password", { as, body: { current, next } });
  const signedIn = async (as: Person) =>
    ((await (await t.send("GET", "/api/session", { as })).json()) as { account: unknown }).account !== null;
  const NEXT = "perahu kayu di sungai";

  expect((await t.send("POST", "/api/session/password", { body: { current: "x", next: NEXT } })).status).toBe(
    401,
  );
  expect(await (await change(here, PASSWORD, "pendek")).json()).toMatchObject({
    reason: "password-too-short",
  });
  expect(await (await change(here, "bukan itu", NEXT)).json()).toMatchObject({
    status: 400,
    reason: "password-wrong",
  });
  expect((await change(here, PASSWORD, NEXT)).status).toBe(204);
  expect([await signedIn(here), await signedIn(there)]).toEqual([true, false]);
  expect(await t.signIn(here.email)).toBe("");
  expect(await t.signIn(here.email, NEXT)).not.toBe("");
  const events = JSON.stringify(await t.data.db.select().from(eventDetails));
  expect(events).not.toContain(NEXT);
  // Two more wrong ones make three, then even the right one waits.
  for (let i = 0; i < 2; i += 1) expect((await change(here, "bukan itu", PASSWORD)).status).toBe(400);
  expect((await change(here, NEXT, PASSWORD)).status).toBe(429);
  await t.close();
});

test("[AK10] the session's cookie: hidden from scripts, this site's, TLS only where there is TLS, new each time", async () => {
  const secure = await openTestApp({
    baseUrl: "https://rembuk.test",
    trustedOrigins: ["https://rembuk.test"],
  });
  const { email } = await secure.addAccount("drafter");
  const fixed = "__Secure-rembuk.session_token=chosen-by-somebody-else";
  const press = () =>
    secure.app.request("/masuk", { ...form({ email, password: PASSWORD }), headers: { cookie: fixed } });
  const [first, second] = [await press(), await press()];
  const [one = "", two = ""] = [first, second].map((each) => each.headers.getSetCookie()[0]);
  for (const flag of [/; Secure/i, /; HttpOnly/i, /; SameSite=Lax/i, /; Path=\//i]) expect(one).toMatch(flag);
  expect(one).not.toContain("chosen-by-somebody-else");
  expect(one.split(";")[0]).not.toBe(two.split(";")[0]);
  expect(first.headers.get("strict-transport-security")).toContain("max-age=");
  const session = await secure.send("GET", "/api/session", { headers: { cookie: fixed } });
  expect(await session.json()).toMatchObject({ account: null });
  expect(session.headers.get("cache-control")).toBe("no-store");
  await secure.close();
});

test("[AK7] better-auth's own route tells a wrong password, an unknown address and a disabled account alike", async () => {
  const app = await openTestApp();
  const admin = await app.addAccount("admin");
  const known = await app.addAccount("drafter");
  const disabled = await app.addAccount("drafter");
  await app.send("PATCH", `/api/accounts/${disabled.id}`, {
    as: admin,
    body: { disabled: true },
    headers: { "if-match": '"1"' },
  });
  const answers = await Promise.all(
    [
      { email: known.email, password: "salah sekali" },
      { email: "nobody@uji.test", password: "salah sekali" },
      { email: disabled.email, password: PASSWORD },
    ].map(async (body) => {
      const response = await app.send("POST", "/api/auth/sign-in/email", { body });
      return [response.status, ((await response.json()) as { message: string }).message];
    }),
  );
  expect(new Set(answers.map(String)).size).toBe(1);
  expect(answers[0]?.[0]).toBe(401);
  await app.close();
});

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
