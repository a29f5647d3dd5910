/** Real sockets on the real application: whoever loses a right, or the session, is cut off at once and decided anew. */
import { createServer, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { attachRooms, type AttachedRooms } from "../../collab/host.node.ts";
import type { PolicyId } from "../../domain/ids.ts";
import { createSocketAuthority } from "../../server/socket-authority.ts";
import { openTestApp, ORIGIN, type Person, type TestApp } from "../support/test-app.ts";

describe("sockets of the application", () => {
  let t: TestApp;
  let server: Server;
  let attached: AttachedRooms;
  let port: number;
  let owner: Person;
  let admin: Person;
  let budi: Person;
  let id: PolicyId;
  let afterDecision: () => Promise<unknown> = async () => undefined;

  beforeAll(async () => {
    t = await openTestApp();
    server = createServer(getRequestListener(t.app.fetch));
    const authority = createSocketAuthority(t.deps);
    attached = attachRooms({
      server,
      rooms: t.rooms,
      authority: {
        ...authority,
        async decide(headers, policy) {
          const decision = await authority.decide(headers, policy);
          await afterDecision();
          return decision;
        },
      },
      report: (what, error) => {
        throw new Error(what, { cause: error });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    ({ port } = server.address() as AddressInfo);
    owner = await t.addAccount("drafter");
    admin = await t.addAccount("admin");
  });
  afterAll(async () => {
    await attached.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await t.close();
  });

  interface Opened {
    /** Resolves with the code when the server closes it. */
    readonly closed: Promise<number>;
  }

  /** Resolves when the server has sent its first frame, so the room is joined; rejects with the code of a refusal. */
  function open(as: Person | null, origin = ORIGIN): Promise<Opened> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/collab/${id}?v=1&schema=1&epoch=1`, {
      headers: { origin, ...(as && { cookie: as.cookie }) },
    });
    const closed = new Promise<number>((resolve) => socket.once("close", resolve));
    return new Promise((resolve, reject) => {
      socket.once("message", () => resolve({ closed }));
      socket.once("error", reject);
      void closed.then((code) => reject(new Error(`closed ${code}`)));
    });
  }

  async function joinAsDrafter(): Promise<Opened> {
    budi = await t.addAccount("drafter");
    id = await t.addPolicy(owner.id, { members: [[budi.id, "drafter"]] });
    return open(budi);
  }
  const patchAccount = (body: object) =>
    t.send("PATCH", `/api/accounts/${budi.id}`, { as: admin, body, headers: { "if-match": '"1"' } });

  test("before it is opened: signed out, no right, foreign origin", async () => {
    await joinAsDrafter();
    await expect(open(null)).rejects.toThrow("closed 4401");
    await expect(open(await t.addAccount("drafter"))).rejects.toThrow("closed 4403");
    await expect(open(budi, "https://evil.example")).rejects.toThrow("403");
  });

  test.each<[string, () => Response | Promise<Response>, string | null]>([
    ["[AK6] signing out by the form", () => t.send("POST", "/keluar", { as: budi }), "4401"],
    ["[AK6] signing out by the interface", () => t.send("POST", "/api/auth/sign-out", { as: budi }), "4401"],
    ["[AK6] the account is disabled", () => patchAccount({ disabled: true }), "4401"],
    [
      "[AK6] the password is set anew",
      async () => {
        const made = await t.send("POST", `/api/accounts/${budi.id}/reset-link`, { as: admin });
        const { url } = (await made.json()) as { url: string };
        const body = new URLSearchParams({ password: "kata sandi yang baru" });
        return t.app.request(url.slice(ORIGIN.length), { method: "POST", body });
      },
      "4401",
    ],
    [
      "[PL8] the membership is taken away",
      () => t.send("DELETE", `/api/policies/${id}/members/${budi.id}`, { as: owner }),
      "4403",
    ],
    [
      "[PL8] the membership becomes another",
      () => t.send("PUT", `/api/policies/${id}/members/${budi.id}`, { as: owner, body: { role: "reader" } }),
      null,
    ],
    ["[PL8] the account's role becomes another", () => patchAccount({ role: "respondent" }), null],
    [
      "[PL8] [AC10] the stage closes the text",
      async () => {
        const detail = await t.send("GET", `/api/policies/${id}`, { as: owner });
        return t.send("PATCH", `/api/policies/${id}`, {
          as: owner,
          body: { stage: "enactment" },
          headers: { "if-match": detail.headers.get("etag") ?? "" },
        });
      },
      null,
    ],
  ])("%s: the socket is closed", async (_what, act, comesBack) => {
    const socket = await joinAsDrafter();
    const other = open(owner);
    expect((await act()).status).toBeLessThan(400);
    // Above 4499 a client comes back by itself, and is decided anew.
    expect(await socket.closed).toBeGreaterThanOrEqual(4500);
    if (comesBack !== null) await expect(open(budi)).rejects.toThrow(`closed ${comesBack}`);
    else expect((await open(budi)).closed).toBeInstanceOf(Promise);
    await other;
  });

  test("[PL8] a right that is lost between the decision and the room does not slip through", async () => {
    await joinAsDrafter();
    afterDecision = async () => {
      afterDecision = async () => undefined;
      return t.send("DELETE", `/api/policies/${id}/members/${budi.id}`, { as: owner });
    };
    expect(await (await open(budi)).closed).toBe(4501);
    await expect(open(budi)).rejects.toThrow("closed 4403");
  });

  test("what is no HTTP, or names another host, harms nobody", async () => {
    const raw = (text: string) =>
      new Promise<string>((resolve, reject) => {
        const socket = connect(port, "127.0.0.1", () => socket.write(text));
        let received = "";
        socket.on("data", (chunk: Buffer) => (received += chunk.toString()));
        socket.on("close", () => resolve(received));
        socket.on("error", reject);
      });
    const get = (path: string, lines: string) =>
      raw(`GET ${path} HTTP/1.1\r\n${lines}Connection: close\r\n\r\n`);
    expect(await get("/healthz", "")).toMatch(/^HTTP\/1\.1 400 /);
    expect(await get("/healthz", "Host: a b\r\n")).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(await raw("\x00\x01\x02\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
    expect(await get(`/api/policies?q=${"x".repeat(20_000)}`, "Host: x\r\n")).toMatch(/^HTTP\/1\.1 431 /);
    const long = await get(`/api/policies?q=${"x".repeat(10_000)}`, `Host: x\r\nCookie: ${owner.cookie}\r\n`);
    expect(long).toMatch(/^HTTP\/1\.1 400 /);
    // A link that the server makes names the configured address, never the one that was asked for.
    const evil = await get("/masuk?lanjut=%0d%0aSet-Cookie:%20x=1", "Host: evil.example\r\n");
    expect(evil).toMatch(/^HTTP\/1\.1 200 /);
    expect(evil).not.toMatch(/evil\.example|\nSet-Cookie: x=1/i);
    const invited = await raw(
      `POST /api/accounts/${owner.id}/reset-link HTTP/1.1\r\nHost: evil.example\r\nCookie: ${admin.cookie}\r\n` +
        "X-Forwarded-Host: evil.example\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
    );
    expect(invited).toContain(`"url":"${ORIGIN}/atur-ulang/`);
    expect((await t.send("GET", "/healthz")).status).toBe(200);
  });
});
