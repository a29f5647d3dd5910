/** Headers, origins, languages, pages of refusal, limits, description. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Logger } from "../../server/http/logger.ts";
import { addressBucket } from "../../server/http/rate-limit.ts";
import { safePath } from "../../server/portal/entrance.routes.ts";
import { DEFAULT_LIMITS } from "../../server/deps.ts";
import { ORIGIN, openTestApp, type Person, type TestApp, TEST_HOST } from "../support/test-app.ts";

describe("the edge", () => {
  let t: TestApp;
  let drafter: Person;
  const lines: string[] = [];
  const logger: Logger = {
    info: (fields, message) => void lines.push(JSON.stringify({ ...fields, message })),
    warn: (fields, message) => void lines.push(JSON.stringify({ ...fields, message })),
    error: (fields, message, error) =>
      void lines.push(JSON.stringify({ ...fields, message, error: String(error) })),
  };
  beforeAll(async () => {
    t = await openTestApp({ logger });
    drafter = await t.addAccount("drafter");
  });
  afterAll(() => t.close());

  test("every answer has a content security policy without unsafe-inline, and the other headers", async () => {
    for (const path of ["/", "/masuk", "/kerja", "/kerja/baru", "/api/session", "/nowhere", "/healthz"]) {
      const { headers } = await t.send("GET", path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy, path).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("connect-src 'self' ws://rembuk.test");
      expect(policy).not.toMatch(/unsafe-(?:inline|eval)|\*/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-request-id")).toMatch(/^[0-9A-Z]{26}$/);
    }
  });

  test("no page of the portal has inline script or style", async () => {
    for (const path of ["/", "/masuk", "/nowhere"]) {
      const page = await (await t.send("GET", path)).text();
      expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=/i);
    }
  });

  test("an unsafe request that another site made is refused; the same from here goes through", async () => {
    const patch = (headers: Record<string, string>) =>
      t.send("PATCH", "/api/session", { as: drafter, body: { locale: "id" }, headers });
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: `${ORIGIN}.evil.example` },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: ORIGIN, "sec-fetch-site": "cross-site" },
    ]) {
      const response = await patch(headers);
      expect(response.status, JSON.stringify(headers)).toBe(403);
      expect(await response.json()).toMatchObject({ reason: "foreign-origin" });
    }
    expect((await patch({ origin: ORIGIN, "sec-fetch-site": "same-origin" })).status).toBe(200);
    expect((await patch({})).status).toBe(200);
    const form = await t.send("POST", "/masuk", { headers: { origin: "https://evil.example" } });
    expect(form.status).toBe(403);
  });

  test("pages answer refusals as pages, programs get problem+json", async () => {
    const page = await t.send("GET", "/tidak-ada");
    expect(page.status).toBe(404);
    expect(page.headers.get("content-type")).toMatch(/^text\/html/);
    expect(await page.text()).toContain("Alamat ini tidak ada.");
    const program = await t.send("GET", "/api/tidak-ada");
    expect(program.status).toBe(404);
    expect(program.headers.get("content-type")).toBe("application/problem+json");
    expect((await t.send("DELETE", "/api/session")).status).toBe(404);
  });

  // A function does not travel to workerd; what the database says there is asked next.
  test.skipIf(TEST_HOST === "workerd")(
    "a fault answers a bare 500 and keeps its text in the log",
    async () => {
      const broken = await openTestApp(
        { logger },
        { resolveActor: () => Promise.reject(new Error("secret detail")) },
      );
      const response = await broken.send("GET", "/api/session");
      expect(response.status).toBe(500);
      const body = await response.text();
      expect(body).not.toContain("secret");
      expect(JSON.parse(body)).toMatchObject({ code: "fault", status: 500 });
      expect(lines.some((line) => line.includes("secret detail"))).toBe(true);
      await broken.close();
    },
  );

  test("a statement that fails answers a bare 500 and keeps its text in the log", async () => {
    const broken = await openTestApp({ logger });
    const asker = await broken.addAccount("drafter");
    lines.length = 0;
    await broken.data.relations.batch([{ sql: "alter table policies rename to mislaid", params: [] }]);
    const response = await broken.send("GET", "/api/policies", { as: asker });
    expect(response.status).toBe(500);
    const body = await response.text();
    expect(body).not.toContain("policies");
    expect(JSON.parse(body)).toMatchObject({ code: "fault", status: 500 });
    expect(lines.some((line) => line.includes("Failed query"))).toBe(true);
    await broken.close();
  });

  test("the log has routes and ids, never tokens, addresses of people or what was searched", async () => {
    lines.length = 0;
    const token = "t".repeat(43);
    await t.send("GET", `/undangan/${token}?x=rahasia`);
    await t.send("GET", "/api/policies?q=rahasia", { as: drafter });
    await t.send("POST", "/masuk", { body: "email=rahasia@x.id&password=rahasia" });
    const written = lines.join("\n");
    expect(written).toContain('"route":"/undangan/:token"');
    expect(written).toContain(drafter.id);
    expect(written).not.toMatch(/rahasia|tttt|uji\.test|203\.0\.113/);
  });

  test("who asks too often is told so, per account and per address", async () => {
    let now = 1_000_000;
    const small = { max: 3, windowMs: 60_000 };
    const limited = await openTestApp(
      {},
      {
        now: () => now,
        limits: { ...DEFAULT_LIMITS, requests: small, signInPerAccount: small, signInPerAddress: small },
      },
    );
    const ask = async () => (await limited.send("GET", "/api/session")).status;
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual([200, 200, 200, 429]);
    now += 60_000;
    expect(await ask()).toBe(200);
    await limited.close();
  });

  test("addresses: one bucket per IPv4 and per /64", () => {
    expect(addressBucket("::ffff:10.0.0.1")).toBe("10.0.0.1");
    expect(addressBucket("2001:db8:0:1::5")).toBe(addressBucket("2001:0db8:0000:0001:ffff::1"));
    expect(addressBucket("2001:db8:0:2::5")).not.toBe(addressBucket("2001:db8:0:1::5"));
    expect(addressBucket("::1")).toBe("0:0:0:0");
  });

  test("going on after signing in stays on this site", () => {
    expect(safePath("/kerja/rancangan/1?x=1#y")).toBe("/kerja/rancangan/1?x=1#y");
    for (const bad of [
      undefined,
      "",
      "https://evil.example",
      "//evil.example",
      "/\\evil.example",
      "/a\nb",
      "kerja",
    ])
      expect(safePath(bad)).toBe("/kerja");
  });

  test("health and readiness answer without an account; metrics only on this machine or to an administrator", async () => {
    expect(await (await t.send("GET", "/healthz")).json()).toEqual({ status: "ok" });
    expect(await (await t.send("GET", "/readyz")).json()).toEqual({ status: "ready" });
    expect((await t.send("GET", "/metrics")).status).toBe(401);
    expect((await t.send("GET", "/metrics", { as: drafter })).status).toBe(403);
    expect((await t.send("GET", "/metrics", { as: await t.addAccount("admin") })).status).toBe(200);
    const local = await openTestApp({ addressOf: () => "127.0.0.1" });
    await local.send("GET", "/healthz");
    const metrics = await local.send("GET", "/metrics");
    expect(await metrics.text()).toContain("http_request_duration_seconds_count");
    const proxied = await local.send("GET", "/metrics", { headers: { "x-forwarded-for": "127.0.0.1" } });
    expect(proxied.status).toBe(401);
    await local.close();
  });

  test("the description lists every described route with its action and schemas", async () => {
    const description = (await (await t.send("GET", "/api/openapi.json")).json()) as {
      paths: Record<string, Record<string, { "x-action": string; requestBody?: unknown }>>;
    };
    const described = t.routes.filter(({ summary }) => summary !== undefined);
    expect(described.length).toBeGreaterThan(30);
    for (const { method, path, action, body } of described) {
      const entry = description.paths[path.replace(/:(\w+)/g, "{$1}")]?.[method.toLowerCase()];
      expect(entry?.["x-action"], path).toBe(action);
      expect(entry?.requestBody !== undefined).toBe(body !== undefined);
    }
    expect(JSON.stringify(description)).toContain('"required":["authorityId","documentType","source"]');
  });

  test("[PL9] one key, one policy: a retry gets the first answer, another body is refused", async () => {
    const body = {
      authorityId: t.authorityId,
      documentType: "perkada",
      title: "Sekali",
      source: { type: "empty" },
    };
    const post = (input: object, key = "retry-0001") =>
      t.send("POST", "/api/policies", { as: drafter, body: input, headers: { "idempotency-key": key } });
    const [a, b] = [await post(body), await post(body)];
    expect([a.status, b.status]).toEqual([201, 201]);
    expect(await b.json()).toEqual(await a.json());
    expect(b.headers.get("location")).toBe(a.headers.get("location"));
    expect((await post({ ...body, title: "Lain" })).status).toBe(409);
    expect((await t.send("POST", "/api/policies", { as: drafter, body })).status).toBe(428);
    // A refusal is not kept: the same key may be used again, corrected.
    expect((await post({ ...body, authorityId: drafter.id }, "retry-0002")).status).toBe(400);
    expect((await post(body, "retry-0002")).status).toBe(201);
    // Another account's key is another key.
    const other = await t.addAccount("drafter");
    const theirs = await t.send("POST", "/api/policies", {
      as: other,
      body,
      headers: { "idempotency-key": "retry-0001" },
    });
    expect(((await theirs.json()) as { id: string }).id).not.toBe(
      ((await (await post(body)).json()) as { id: string }).id,
    );
  });

  test("at once, one request runs and the others are told so or get its answer", async () => {
    const body = {
      authorityId: t.authorityId,
      documentType: "se",
      title: "Serentak",
      source: { type: "empty" },
    };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() =>
        t.send("POST", "/api/policies", { as: drafter, body, headers: { "idempotency-key": "at-once-1" } }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThanOrEqual(1);
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
    const list = (await (await t.send("GET", "/api/policies?q=SERENTAK", { as: drafter })).json()) as {
      items: unknown[];
    };
    expect(list.items).toHaveLength(1);
  });
});
