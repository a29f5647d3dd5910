/** Signing in and out, sessions, passwords. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sessions } from "../../db/schema/accounts.ts";
import { eventDetails } from "../../db/schema/audit.ts";
import { DEFAULT_LIMITS } from "../../server/deps.ts";
import { openTestApp, PASSWORD, type Person, type TestApp } from "../support/test-app.ts";

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
