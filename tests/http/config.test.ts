import { expect, test } from "vitest";
import { isLoopback, parseConfig, trustedOrigins } from "../../server/config.ts";
import { decideDemo } from "../../server/demo/decide-demo.ts";
import { accounts } from "../../db/schema/accounts.ts";
import { openTestApp } from "../support/test-app.ts";

test("without any variable it is the documented default", () => {
  expect(parseConfig({})).toEqual({
    host: "127.0.0.1",
    port: 8787,
    dataDir: "./data",
    cloudflare: null,
    baseUrl: "http://127.0.0.1:8787",
    demo: null,
    smtpUrl: null,
    mailFrom: "Rembuk <rembuk@127.0.0.1>",
    logLevel: "info",
    trustProxy: 0,
  });
});

test("one message names every wrong variable", () => {
  const wrong = {
    PORT: "80a",
    BASE_URL: "rembuk.id",
    DEMO: "yes",
    SMTP_URL: "http://x",
    MAIL_FROM: "Rembuk",
    LOG_LEVEL: "loud",
    TRUST_PROXY: "all",
  };
  try {
    parseConfig(wrong);
    expect.unreachable();
  } catch (error) {
    for (const name of Object.keys(wrong)) expect((error as Error).message).toContain(`${name}: `);
  }
  expect(() => parseConfig({ PORT: "70000" })).toThrow("PORT");
  expect(() => parseConfig({ BASE_URL: "https://rembuk.id/app" })).toThrow("BASE_URL");
});

test("the base address loses its slash, IPv6 hosts get brackets", () => {
  expect(parseConfig({ BASE_URL: "https://rembuk.id/" }).baseUrl).toBe("https://rembuk.id");
  expect(parseConfig({ HOST: "::1", PORT: "90" }).baseUrl).toBe("http://[::1]:90");
});

test("loopback is loopback", () => {
  expect(["127.0.0.1", "127.9.9.9", "::1", "localhost"].map(isLoopback)).toEqual([true, true, true, true]);
  expect(["0.0.0.0", "10.0.0.1", "127.0.0.1.evil.example", "::"].map(isLoopback)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test("both loopback names are trusted under the demo, only our own address otherwise", () => {
  const config = parseConfig({});
  expect(trustedOrigins(config, false)).toEqual(["http://127.0.0.1:8787"]);
  expect(trustedOrigins(config, true)).toEqual(["http://127.0.0.1:8787", "http://localhost:8787"]);
});

test("the demo is loaded into an empty database on a loopback host or on demand, and shown by its mark", async () => {
  const t = await openTestApp();
  const { settings } = t.deps.repos;
  const decide = (host: string, demo: boolean | null) =>
    decideDemo({ config: { host, demo }, settings, db: t.data.db });
  await t.data.db.delete(accounts);
  expect(await decide("127.0.0.1", null)).toEqual({ load: true, shown: true });
  expect(await decide("0.0.0.0", null)).toEqual({ load: false, shown: false });
  expect(await decide("0.0.0.0", true)).toEqual({ load: true, shown: true });
  expect(await decide("127.0.0.1", false)).toEqual({ load: false, shown: false });
  await t.addAccount("admin");
  expect(await decide("127.0.0.1", null)).toEqual({ load: false, shown: false });
  await settings.set("demo", "1");
  expect(await decide("0.0.0.0", null)).toEqual({ load: false, shown: true });
  expect(await decide("127.0.0.1", false)).toEqual({ load: false, shown: false });
  await t.close();
});
