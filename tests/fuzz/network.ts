/**
 * What lies between the clients and the room in a fuzz session. Either real
 * sockets, or a network in memory in which a seed decides what arrives when, how
 * long a commit takes and where a connection breaks off: then a seed repeats.
 * In both the clients are unmodified `WebsocketProvider`s.
 */
import { WebSocket } from "ws";
import type { Doc } from "yjs";
import type { UpdateLog } from "../../collab/log/update-log.ts";
import type { Joined, Rooms } from "../../collab/room/rooms.ts";
import { createRooms } from "../../collab/room/rooms.ts";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import { cidSeries } from "../document/support.ts";
import { linkProvider, type LinkedProvider } from "../room/sockets.ts";
import { manualClock } from "../room/support.ts";

export type SessionRooms = Pick<Rooms, "read" | "freeze" | "move">;

/** A host over real sockets. */
export interface RealServer {
  readonly port: number;
  readonly rooms: SessionRooms;
}

export interface Network {
  readonly rooms: SessionRooms;
  readonly link: (doc: Doc, account: AccountId) => LinkedProvider;
  /** Lets something arrive, nothing, or everything. */
  pause(): Promise<void>;
  /** Lets things arrive until `rested` says so; false when that does not happen. */
  rest(rested: () => Promise<boolean>): Promise<boolean>;
  close(): Promise<void>;
}

const SETTLE_MS = 8_000;

/** Sockets of the operating system, and its timing. */
export function realNetwork(server: RealServer, policy: PolicyId, random: () => number): Network {
  return {
    rooms: server.rooms,
    link: (doc, account) => linkProvider({ port: server.port, policy, doc, account }),
    async pause() {
      if (random() < 0.6) await turn();
      if (random() < 0.15) await new Promise((resolve) => setTimeout(resolve, 3));
    },
    async rest(rested) {
      for (const end = Date.now() + SETTLE_MS; Date.now() < end;) {
        if (await rested()) return true;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return false;
    },
    close: async () => {},
  };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** How far a socket of the seeded network has come. */
type Stage = "dialled" | "accepted" | "admitted" | "broken" | "gone";

interface Line {
  readonly account: AccountId;
  readonly socket: SeededSocket;
  stage: Stage;
  joined: Joined | null;
  readonly up: Uint8Array[];
  readonly down: Uint8Array[];
  closedByRoom: { code: number; reason: string } | null;
}

/** As much of a browser's socket as the provider uses. */
interface SeededSocket {
  readyState: number;
  onopen: (() => void) | null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null;
  onclose: ((event: { code: number; reason: string }) => void) | null;
}

/** A network in memory over a real log. Everything that happens in it is drawn from `random`. */
export function seededNetwork(
  log: UpdateLog,
  policy: PolicyId,
  random: () => number,
  report: (problem: string) => void,
): Network {
  const pick = (count: number): number => Math.floor(random() * count);
  const clock = manualClock();
  const lines: Line[] = [];
  const commits: (() => Promise<void>)[] = [];
  let clientId = 3_000_000_000;
  const rooms = createRooms({
    log: {
      ...log,
      append: (document, epoch, updates) =>
        new Promise((resolve, reject) => {
          commits.push(() => log.append(document, epoch, updates).then(resolve, reject));
        }),
    },
    clock,
    newCid: cidSeries(30),
    newClientId: () => clientId++,
    report: (what, _policy, error) => report(`${what}: ${String(error)}`),
  });

  class Socket implements SeededSocket {
    readonly OPEN = 1;
    readyState = 0;
    binaryType = "";
    onopen: (() => void) | null = null;
    onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
    onclose: ((event: { code: number; reason: string }) => void) | null = null;
    readonly #line: Line;
    constructor(_url: string | URL, options: { headers: { cookie: string } }) {
      const account = options.headers.cookie.slice("account=".length, "account=".length + 26) as AccountId;
      this.#line = {
        account,
        socket: this,
        stage: "dialled",
        joined: null,
        up: [],
        down: [],
        closedByRoom: null,
      };
      lines.push(this.#line);
    }
    send(data: Uint8Array): void {
      if (this.readyState === 1) this.#line.up.push(data.slice());
    }
    close(): void {
      this.readyState = 3;
      // The cable is cut somewhere: a part of what was sent still arrives.
      this.#line.up.length = pick(this.#line.up.length + 1);
      this.#line.stage = this.#line.stage === "admitted" ? "broken" : "gone";
    }
  }

  async function admit(line: Line): Promise<void> {
    const session = { sessionId: line.account, sessionEndsAt: Infinity };
    const admission = { account: { id: line.account, name: line.account }, ...session };
    const peer = {
      bufferedAmount: 0,
      send: (bytes: Uint8Array) => void line.down.push(bytes.slice()),
      close: (code: number, reason: string) => {
        line.closedByRoom ??= { code, reason };
      },
    };
    line.joined = await rooms.connect(policy, peer, { ...admission, mayWrite: true, acknowledges: true }, 1);
    line.stage = "admitted";
  }

  /** All that could happen next. */
  function possible(): (() => void | Promise<void>)[] {
    const events: (() => void | Promise<void>)[] = [];
    const commit = commits[0];
    if (commit !== undefined) {
      events.push(() => {
        commits.shift();
        return commit();
      });
    }
    for (const line of lines) {
      const { socket, up, down, stage } = line;
      if (stage === "dialled") {
        events.push(() => {
          line.stage = "accepted";
          socket.readyState = 1;
          socket.onopen?.();
        });
      }
      if (stage === "accepted") events.push(() => admit(line));
      if ((stage === "admitted" || stage === "broken") && up.length > 0)
        events.push(() => line.joined?.receive(up.shift() as Uint8Array));
      if (stage === "admitted" && down.length > 0)
        events.push(() => socket.onmessage?.({ data: (down.shift() as Uint8Array).buffer as ArrayBuffer }));
      if (stage === "admitted" && down.length === 0 && line.closedByRoom !== null) {
        const closed = line.closedByRoom;
        events.push(() => {
          line.stage = "gone";
          report(`the room closed a socket: ${closed.code} ${closed.reason}`);
          socket.onclose?.(closed);
        });
      }
      if (stage === "broken" && up.length === 0) {
        events.push(() => {
          line.stage = "gone";
          line.joined?.left();
        });
      }
    }
    return events;
  }

  async function happen(count: number): Promise<void> {
    for (let left = count; left > 0; left--) {
      const events = possible();
      if (events.length === 0) return;
      await events[pick(events.length)]?.();
      await turn();
    }
  }

  return {
    rooms,
    link: (doc, account) =>
      linkProvider({ port: 1, policy, doc, account, socket: Socket as unknown as typeof WebSocket }),
    async pause() {
      clock.advance(pick(30));
      await happen(random() < 0.3 ? 0 : pick(14));
    },
    async rest(rested) {
      for (let round = 0; round < 100; round++) {
        await turn(); // what was asked for in this turn begins
        for (let burst = 0; possible().length > 0 && burst < 1_000; burst++) await happen(20);
        if (await rested()) return true;
        clock.advance(100);
      }
      return false;
    },
    async close() {
      const closed = rooms.close();
      while (possible().length > 0) await happen(20);
      await closed;
    },
  };
}
