/** Everything that does not belong: a 4xx, a sentence in the asker's language that names the place, nothing half-written. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AUTHORITY, openTestApp, type Person, type TestApp, TEST_HOST } from "../support/test-app.ts";

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly reason: string;
  readonly detail: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

describe("bad input", () => {
  let t: TestApp;
  let drafter: Person;
  let key = 0;
  beforeAll(async () => {
    t = await openTestApp();
    drafter = await t.addAccount("drafter");
  });
  afterAll(() => t.close());

  async function create(body: unknown, headers: Record<string, string> = {}): Promise<Problem> {
    const response = await t.send("POST", "/api/policies", {
      as: drafter,
      body,
      headers: { "idempotency-key": `bad-input-${++key}`, ...headers },
    });
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = (await response.json()) as Problem;
    expect(problem.status).toBe(response.status);
    return problem;
  }
  const policies = async () =>
    ((await (await t.send("GET", "/api/policies", { as: drafter })).json()) as { items: unknown[] }).items
      .length;
  const text = (value: string) => ({
    authorityId: t.authorityId,
    documentType: "perkada",
    source: { type: "text", text: value },
  });

  test("malformed JSON names line and column", async () => {
    const problem = await create('{\n  "authorityId": "x",\n  oops\n}');
    expect(problem).toMatchObject({ status: 400, code: "bad-input", reason: "malformed-json" });
    expect(problem.errors?.[0]?.message).toBe("Bukan JSON yang sah pada baris 3:3.");
    expect((await create('{"a": 1')).errors?.[0]?.message).toBe("Bukan JSON yang sah pada baris 1:8.");
  });

  test("a line that turns the direction of what stands beside it is refused at its place", async () => {
    const titled = (title: string) => create({ ...text("Pasal 1"), title });
    for (const mark of ["\u202e", "\u2066", "\u202a"]) {
      const problem = await titled(`Nama${mark}fdp.exe`);
      expect(problem.errors).toEqual([
        { path: "title", message: "Harus satu baris tanpa karakter kendali." },
      ]);
    }
  });

  test("unknown keys, wrong types and missing values are all told at once, each with its path", async () => {
    const problem = await create({
      documentType: 7,
      source: { type: "text", text: 5, extra: 1 },
      admin: true,
    });
    expect(problem.status).toBe(400);
    expect(problem.errors?.map(({ path }) => path).toSorted()).toEqual([
      "admin",
      "authorityId",
      "documentType",
      "source.extra",
      "source.text",
    ]);
    expect(problem.errors?.find(({ path }) => path === "admin")?.message).toBe("Kunci ini tidak dikenal.");
  });

  test("the sentences follow Accept-Language of who is signed out, and the account's language of who is signed in", async () => {
    const english = await t.send("GET", "/api/policies", {
      headers: { "accept-language": "en-GB,en;q=0.8" },
    });
    expect(await english.json()).toMatchObject({ title: "Not signed in" });
    expect((await create({}, { "accept-language": "en" })).detail).toMatch(/^Ada isian yang tidak sah/);
  });

  test("bodies above the limit are refused with 413 and a sentence, also when they lie about their length", async () => {
    const tenMegabytes = "x".repeat(10 * 1024 * 1024);
    expect(await create(text(tenMegabytes))).toMatchObject({ status: 413, reason: "import-too-large" });
    const owned = await t.addPolicy(drafter.id);
    const response = await t.send("POST", `/api/policies/${owned}/versions`, {
      as: drafter,
      body: { label: "x", note: "y".repeat(1024 * 1024 + 1) },
      headers: { "idempotency-key": "too-large-1" },
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ detail: "Isi permintaan paling besar 1 MiB." });
  });

  test("[PL4] an import of 100,000 lines is refused; one of the longest allowed length answers in time", async () => {
    const before = await policies();
    const long = Array.from({ length: 100_000 }, (_, index) => `baris ${index}`).join("\n");
    expect(await create(text(long))).toMatchObject({ status: 413, reason: "too-many-lines" });
    expect(await policies()).toBe(before);
  });

  test("[PL4] a binary named .txt is refused and the line is named", async () => {
    expect(await create(text("PK\u0003\u0004\nabc"))).toMatchObject({ status: 400, reason: "binary-text" });
    const png = `\ufffd\ufffd\ufffdPNG`;
    expect((await create(text(`a\n${png}`))).errors?.[0]).toEqual({
      path: "source.text",
      message: "Baris 2 mengandung karakter yang tidak ada dalam teks.",
    });
    const bytes = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]);
    const response = await t.app.request("/api/policies", {
      method: "POST",
      headers: { cookie: drafter.cookie, "content-type": "application/json", "idempotency-key": "not-utf-8" },
      body: bytes,
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ reason: "binary-text" });
  });

  test("an empty or white text is refused, and nothing is written", async () => {
    const before = await policies();
    for (const value of ["", "   \n\n"]) expect((await create(text(value))).status).toBe(400);
    expect(await policies()).toBe(before);
  });

  test("a policy id with ../ or anything but a ULID never gets further than the edge", async () => {
    for (const id of [
      "..%2F..%2Fetc%2Fpasswd",
      "%2e%2e%2f",
      "x",
      "01ARZ3NDEKTSV4RRFFQ69G5FA%00",
      "01arz3ndektsv4rrffq69g5fav",
    ]) {
      const response = await t.send("GET", `/api/policies/${id}`, { as: drafter });
      expect(response.status, id).toBeGreaterThanOrEqual(400);
      expect(response.status, id).toBeLessThan(500);
      const problem = (await response.json()) as Problem;
      if (response.status === 400) expect(problem.errors?.[0]?.path).toBe("policyId");
    }
  });

  test("other content types and duplicated query parameters are refused", async () => {
    const form = await t.app.request("/api/policies", {
      method: "POST",
      headers: { cookie: drafter.cookie, "idempotency-key": "form-as-json" },
      body: new URLSearchParams({ a: "b" }),
    });
    expect(form.status).toBe(415);
    const query = await t.send("GET", "/api/policies?limit=5&limit=6&evil=1", { as: drafter });
    expect(query.status).toBe(400);
    expect(((await query.json()) as Problem).errors?.map(({ path }) => path).toSorted()).toEqual([
      "evil",
      "limit",
    ]);
    expect((await t.send("GET", "/api/policies?cursor=%00", { as: drafter })).status).toBe(400);
    expect((await t.send("GET", "/api/policies?limit=1000", { as: drafter })).status).toBe(400);
  });

  test("control characters and lone surrogates in names are refused", async () => {
    const body = { authorityId: t.authorityId, documentType: "perkada", source: { type: "empty" } };
    for (const title of ["a\u0000b", "a\nb", "\ud800x", "", " ".repeat(9), "x".repeat(501)]) {
      const problem = await create({ ...body, title });
      expect(problem.errors?.[0]?.path).toBe("title");
    }
  });

  test("keys that every object has are as unknown as any other", async () => {
    const body = { authorityId: t.authorityId, documentType: "perkada", source: { type: "empty" } };
    for (const name of ["__proto__", "constructor", "toString"]) {
      const sent = JSON.stringify(body).replace("{", `{"${name}":{"polluted":true},`);
      const problem = await create(sent);
      expect(problem).toMatchObject({ status: 400, errors: [{ path: name }] });
      const below = JSON.stringify(body).replace('"type"', `"${name}":1,"type"`);
      expect((await create(below)).errors?.[0]?.path).toBe(`source.${name}`);
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect((await t.send("GET", "/api/policies?__proto__=1", { as: drafter })).status).toBeLessThan(500);
    const deep = "[".repeat(200_000) + "]".repeat(200_000);
    expect((await create(deep)).status).toBe(400);
  });

  // A cookie with such characters never leaves a client of HTTP.
  test.skipIf(TEST_HOST === "workerd")(
    "NUL and half a surrogate pair are refused wherever text may be sent, and the place is named",
    async () => {
      const owned = await t.addPolicy(drafter.id);
      const admin = await t.addAccount("admin");
      const bad = ["a\u0000b", "\ud800", "x\udc00y"];
      const places: readonly (readonly [string, string, (text: string) => unknown, string])[] = [
        ["POST", "/api/policies", (at) => text(`Pasal 1\n${at}`), "source.text"],
        ["POST", `/api/policies/${owned}/versions`, (label) => ({ label }), "label"],
        ["POST", `/api/policies/${owned}/versions`, (note) => ({ label: "x", note }), "note"],
        ["POST", "/api/units", (name) => ({ authorityId: t.authorityId, name }), "name"],
        [
          "POST",
          "/api/groups",
          (description) => ({ authorityId: t.authorityId, name: "G", description }),
          "description",
        ],
        ["POST", "/api/invitations", (at) => ({ email: `${at}@uji.test`, role: "drafter" }), "email"],
        ["POST", "/api/authorities", (province) => ({ ...AUTHORITY, province }), "province"],
        ["PATCH", `/api/authorities/${t.authorityId}`, (office) => ({ office }), "office"],
        ["PATCH", `/api/accounts/${drafter.id}`, (name) => ({ name }), "name"],
        ["POST", "/api/auth/sign-in/email", (email) => ({ email, password: "x" }), "email"],
      ];
      for (const [method, path, body, place] of places) {
        for (const each of bad) {
          const response = await t.send(method, path, {
            as: path.startsWith("/api/policies") ? drafter : admin,
            body: body(each),
            headers: { "idempotency-key": `some-text-${++key}`, "if-match": '"1"' },
          });
          expect(response.status, `${path} ${place}`).toBe(400);
          expect(((await response.json()) as Problem).errors?.[0]?.path).toBe(place);
        }
      }
      for (const path of ["/api/policies", "/api/accounts", `/api/policies/${owned}/candidates`]) {
        const response = await t.send("GET", `${path}?q=aa%00b`, {
          as: path === "/api/accounts" ? admin : drafter,
        });
        expect(response.status, path).toBe(400);
        expect(((await response.json()) as Problem).errors?.[0]?.path).toBe("q");
      }
      const form = await t.app.request("/masuk", {
        method: "POST",
        body: new URLSearchParams({ email: "a\0@x.id", password: "a\0b" }),
      });
      expect(form.status).toBe(400);
      for (const cursor of ["AAAA", btoa("x~%E0%A4%A"), btoa("9".repeat(150) + "~x")]) {
        expect((await t.send("GET", `/api/accounts?cursor=${cursor}`, { as: admin })).status).toBe(400);
      }
      for (const cookie of [
        "rembuk.session_token=%00",
        "rembuk.session_token=%ff.%ff",
        "a=\u0001",
        "tema=%E0%A4%A",
      ]) {
        expect((await t.send("GET", "/", { headers: { cookie } })).status).toBeLessThan(500);
      }
    },
  );

  test("only the method of the request counts; HEAD is a GET without a body, OPTIONS is nothing of ours", async () => {
    const owned = await t.addPolicy(drafter.id);
    const overridden = await t.send("POST", `/api/policies/${owned}/members?_method=DELETE`, {
      as: drafter,
      headers: { "x-http-method-override": "DELETE" },
    });
    expect(overridden.status).toBe(404);
    const head = await t.send("HEAD", `/api/policies/${owned}`, { as: drafter });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(head.headers.get("cache-control")).toBe("no-store");
    expect((await t.send("HEAD", `/api/policies/${owned}`)).status).toBe(401);
    const options = await t.send("OPTIONS", "/api/policies", { headers: { origin: "https://evil.example" } });
    expect(options.status).toBe(404);
    expect(options.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("answers with data of people are kept by no cache", async () => {
    const owned = await t.addPolicy(drafter.id);
    for (const path of [
      "/api/policies",
      `/api/policies/${owned}`,
      `/api/policies/${owned}/members`,
      "/api/session",
      "/api/units",
      "/",
      "/masuk",
    ]) {
      const { headers } = await t.send("GET", path, { as: drafter });
      expect(headers.get("cache-control"), path).toBe("no-store");
    }
  });
});
