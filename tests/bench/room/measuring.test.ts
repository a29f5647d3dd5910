/** That the load counts what it should: a bench that miscounts is worse than none. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { WebSocketServer } from "ws";
import * as Y from "yjs";
import { createFrameReader, Propagation } from "./propagation.ts";
import { LARGE_BYTES, RawSocket } from "./raw-socket.ts";
import { createDialect, presencePayload } from "./wire.ts";

describe("propagation", () => {
  it("counts each edit once for every other person, also when a server joins several in a frame", () => {
    const text = new Propagation(3);
    text.addSender(77, 0);
    text.begin();
    text.sent(77, 1);
    text.sent(77, 2);
    text.arrived(0, 77, 2, performance.now()); // the sender's own echo
    text.arrived(1, 77, 1, performance.now());
    text.arrived(1, 77, 2, performance.now());
    text.arrived(1, 77, 2, performance.now());
    expect(text.complete).toBe(false);
    text.arrived(2, 77, 2, performance.now());
    expect(Propagation.together([text])).toMatchObject({ delivered: 4, expected: 4 });
  });

  it("leaves out what was sent before the window", () => {
    const text = new Propagation(2);
    text.addSender(77, 0);
    text.sent(77, 1);
    text.begin();
    text.sent(77, 2);
    text.arrived(1, 77, 2, performance.now());
    expect(Propagation.together([text])).toMatchObject({ delivered: 1, expected: 1 });
  });
});

describe("frames", () => {
  for (const name of ["rembuk", "y-websocket", "hocuspocus"] as const) {
    it(`reads edits and carets in the dialect of ${name}`, () => {
      const dialect = createDialect(name, "01AAAAAAAAAAAAAAAAAAAAAAAA");
      const read = createFrameReader(dialect);
      const doc = new Y.Doc();
      doc.clientID = 77;
      doc.getText("t").insert(0, "abc");
      const edit = Buffer.from(dialect.sync("update", Y.encodeStateAsUpdate(doc)));
      const caret = Buffer.from(dialect.presence(presencePayload(77, 9, null)));
      expect(read(edit, 0, edit.length)).toMatchObject({ type: "text", clocks: [[77, 3]] });
      expect(read(edit, 0, edit.length)).toMatchObject({ type: "text", clocks: [[77, 3]] });
      expect(read(caret, 0, caret.length)).toMatchObject({ type: "presence", clocks: [[77, 9]] });
    });
  }
});

describe("the lean socket", () => {
  const sizes = [0, 1, 125, 126, 65_535, 65_536, LARGE_BYTES + 1, 3_000_000, 7];

  /** What a client hears of messages of all sizes: the length of each, -1 times it for those it only skims. */
  async function heard(skim: boolean): Promise<number[]> {
    const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
    server.on("connection", (socket) => sizes.forEach((size) => socket.send(new Uint8Array(size))));
    await once(server, "listening");
    const lengths: number[] = [];
    await new Promise<void>((resolve) => {
      const note = (length: number) => {
        lengths.push(length);
        if (lengths.length === sizes.length) resolve();
      };
      new RawSocket({
        port: (server.address() as AddressInfo).port,
        path: "/",
        onOpen: () => undefined,
        onMessage: (_bytes, start, end) => note(end - start),
        ...(skim && { onLarge: (_head: Buffer, length: number) => note(-length) }),
      });
    });
    for (const client of server.clients) client.terminate();
    server.close();
    return lengths;
  }

  it("hands over messages of every size whole and in order", async () => {
    expect(await heard(false)).toEqual(sizes);
  });

  it("tells of large ones without keeping them", async () => {
    expect(await heard(true)).toEqual(sizes.map((size) => (size > LARGE_BYTES ? -size : size)));
  });
});
