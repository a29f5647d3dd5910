/** Lets a client that speaks y-websocket's dialect talk to Hocuspocus: says who it is, and puts the document's name before each message. */
import type { AddressInfo } from "node:net";
import { WebSocket, WebSocketServer } from "ws";
import { createDialect } from "./wire.ts";

const BEHIND_BYTES = 1 << 20;

export interface Gate {
  readonly url: string;
  close(): void;
}

export async function openGate(port: number, document: string): Promise<Gate> {
  const { greeting } = createDialect("hocuspocus", document);
  const name = new TextEncoder().encode(document);
  const prefix = Uint8Array.of(name.length, ...name);
  const server = new WebSocketServer({
    port: 0,
    host: "127.0.0.1",
    perMessageDeflate: false,
    maxPayload: 100 << 20,
  });
  const links = new Set<WebSocket>();
  server.on("connection", (client) => {
    const far = new WebSocket(`ws://127.0.0.1:${port}/`, { perMessageDeflate: false, maxPayload: 100 << 20 });
    links.add(far);
    client.on("error", () => undefined);
    far.on("error", () => undefined);
    const early: (Buffer | string)[] = [];
    const forward = (data: Buffer | string): void => {
      if (far.readyState === WebSocket.CONNECTING) early.push(data);
      else if (far.readyState === WebSocket.OPEN)
        far.send(typeof data === "string" ? data : Buffer.concat([prefix, data]));
    };
    far.on("open", () => {
      far.send(greeting as Uint8Array);
      for (const data of early) forward(data);
    });
    client.on("message", (data: Buffer, isBinary) => forward(isBinary ? data : data.toString()));
    far.on("message", (data: Buffer) => {
      client.send(data.subarray(prefix.length));
      // Who does not read holds up the server behind, as it would without the gate.
      if (client.bufferedAmount < BEHIND_BYTES) return;
      far.pause();
      const timer = setInterval(() => {
        if (client.bufferedAmount >= BEHIND_BYTES && client.readyState === WebSocket.OPEN) return;
        clearInterval(timer);
        far.resume();
      }, 50);
    });
    far.on("close", (code) => (code === 1006 || code === 1005 ? client.terminate() : client.close(code)));
    client.on("close", () => {
      links.delete(far);
      far.terminate();
    });
  });
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      for (const far of links) far.terminate();
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}
