/** Connections of the editor to a real room over real sockets, with headless editors. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { $getRoot } from "lexical";
import { Awareness } from "y-protocols/awareness";
import { WebSocket } from "ws";
import { makeConnection, type Connection, type ConnectionOptions } from "../../client/editor/connection.ts";
import type { SaveState } from "../../client/editor/editor-session.ts";
import type { ClauseNode } from "../../collab/document/nodes.ts";
import { $selectText } from "../../collab/document/operations.ts";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import { createPeer, type Peer } from "../document/support.ts";
import { startRoomServer, type RoomServer } from "../room/room-server.ts";
import { ALICE, clausesOf, newPolicy } from "../room/support.ts";

export interface Desk extends Peer {
  readonly connection: Connection;
  readonly awareness: Awareness;
  /** Every state that was told, in order. */
  readonly told: readonly SaveState[];
  /** Types at the end of a clause. */
  type(text: string, index?: number): void;
  saved(): SaveState;
  /** Resolves when `holds`, rejects with the last state after five seconds. */
  until(holds: (state: SaveState) => boolean): Promise<SaveState>;
}

export interface Office {
  readonly server: RoomServer;
  readonly policy: PolicyId;
  open(options?: {
    readonly account?: AccountId;
    readonly reader?: boolean;
    readonly state?: Uint8Array;
    readonly connect?: boolean;
    readonly more?: Partial<ConnectionOptions>;
  }): Desk;
  /** Ends the server; the next one on the same port knows what was stored. */
  restart(pauseMs: number): Promise<void>;
  stopServer(): Promise<void>;
  dispose(): Promise<void>;
}

const cookieSocket = (account: AccountId, reader: boolean) =>
  class extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { cookie: `account=${account}${reader ? "; role=reader" : ""}` } });
    }
  } as unknown as typeof globalThis.WebSocket;

export async function openOffice(...texts: readonly string[]): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), "rembuk-editor-"));
  const path = join(folder, "rooms.db");
  let server = await startRoomServer(path);
  const { port } = server;
  const policy = newPolicy();
  await server.rooms.create(policy, clausesOf(...texts), ALICE);
  const desks: Desk[] = [];
  let running = true;
  const stopServer = async () => {
    if (running) await server.close();
    running = false;
  };
  return {
    get server() {
      return server;
    },
    policy,
    open: ({ account = ALICE, reader = false, state, connect = true, more = {} } = {}) => {
      const peer = createPeer(state);
      const awareness = new Awareness(peer.doc);
      const connection = makeConnection({
        doc: peer.doc,
        awareness,
        socketUrl: `ws://127.0.0.1:${port}/collab`,
        policyId: policy,
        epoch: 1,
        unsentBefore: 0,
        WebSocket: cookieSocket(account, reader),
        ...more,
      });
      connection.provider.maxBackoffTime = 200;
      const told: SaveState[] = [];
      connection.saved.subscribe((each) => told.push(each));
      if (connect) connection.connect();
      const desk: Desk = {
        ...peer,
        connection,
        awareness,
        told,
        saved: () => connection.saved.get(),
        type: (text, index = 0) =>
          peer.edit(() => {
            const node = $getRoot().getChildAtIndex<ClauseNode>(index);
            if (node) $selectText(node, node.getTextContentSize()).insertText(text);
          }),
        until: (holds) =>
          new Promise((resolve, reject) => {
            const timer = setTimeout(
              () => reject(new Error(`still ${JSON.stringify(connection.saved.get())}`)),
              5_000,
            );
            const stop = connection.saved.subscribe((each) => {
              if (!holds(each)) return;
              clearTimeout(timer);
              queueMicrotask(() => stop());
              resolve(each);
            });
          }),
        dispose: () => {
          connection.dispose();
          peer.dispose();
        },
      };
      desks.push(desk);
      return desk;
    },
    restart: async (pauseMs) => {
      await stopServer();
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      server = await startRoomServer(path, port);
      running = true;
    },
    stopServer,
    dispose: async () => {
      desks.forEach((desk) => desk.dispose());
      await stopServer();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const isSaved = (state: SaveState): boolean => state.state === "saved";
export const isOffline = (state: SaveState): boolean => state.state === "offline";
