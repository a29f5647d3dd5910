/**
 * What a hostile client may try, as the bench and the suites run it: each case
 * attacks one document at one address and says how its sockets ended. Knows the
 * wire only, so that it can be turned against any y-websocket server.
 */
import * as Y from "yjs";
import { CLOSE, KIB, MIB } from "../../collab/room/protocol.ts";
import {
  eachOnItsOwn,
  manySockets,
  oneAfterAnother,
  withoutReading,
  type Ended,
  type Target,
} from "./hostile-attacks.ts";
import {
  anotherPolicy,
  deeplyNested,
  editOf,
  GAP,
  ghosts,
  manyClients,
  notesOf,
  numbers,
  presenceFrameBytes,
  randomFrames,
  textAt,
} from "./hostile-frames.ts";
import { illegalFrames } from "./illegal-frames.ts";
import { presenceFrameOf, root, syncFrame } from "./support.ts";

export interface HostileCase {
  readonly name: string;
  /** Rules that answer it. */
  readonly rules: readonly string[];
  /** Codes that its sockets may be closed with, all of them; empty when they are to stay open, ignored. */
  readonly closes: readonly number[];
  /** Counters of which at least one must grow. */
  readonly counted: readonly string[];
  /** The document has to be of some megabytes for it to mean anything. */
  readonly large?: true;
  /** Seconds that the rule lets pass before it acts. */
  readonly waits?: number;
  attack(target: Target): Promise<Ended>;
}

/** Enough for the limit to be passed where frames are taken slowly, too. */
const FLOOD = 40_000;
const FLOOD_MS = 60_000;

const closed = (...codes: readonly number[]) => ({
  closes: codes,
  counted: codes.map((code) => `rembuk_sockets_closed_total{code="${code}"}`),
});
const ignored = (...names: readonly string[]) => ({
  closes: [],
  counted: names.map((name) => `rembuk_room_${name}_total`),
});

export const HOSTILE_CASES: readonly HostileCase[] = [
  {
    name: "random bytes",
    rules: ["RM10", "RM12"],
    ...closed(CLOSE.malformed),
    attack: (target) => eachOnItsOwn(target, randomFrames()),
  },
  {
    name: "truncated varints",
    rules: ["RM10"],
    ...closed(CLOSE.malformed),
    attack: (target) =>
      eachOnItsOwn(target, [
        Uint8Array.of(0x80),
        Uint8Array.of(0, 0x80),
        Uint8Array.of(0, 2, 0x80),
        Uint8Array.of(0, 2, 200),
        Uint8Array.of(1, 3, 1, 0x80, 0x80),
        syncFrame(2, Uint8Array.of(1, 0xff)),
        syncFrame(0, Uint8Array.of(2, 1, 1, 0xff)),
      ]),
  },
  {
    name: "overlong varints",
    rules: ["RM10"],
    ...closed(CLOSE.malformed),
    attack: (target) => {
      const overlong = new Uint8Array(12).fill(255);
      return eachOnItsOwn(target, [
        overlong,
        Uint8Array.of(0, 2, ...overlong),
        syncFrame(2, overlong),
        syncFrame(0, overlong),
        presenceFrameBytes(overlong),
      ]);
    },
  },
  {
    name: "a frame of 50 MB",
    rules: ["RM10", "RM62"],
    ...closed(CLOSE.tooLarge),
    attack: (target) => eachOnItsOwn(target, [new Uint8Array(50 * MIB)]),
  },
  {
    name: "one frame over the size limit",
    rules: ["RM10"],
    ...closed(CLOSE.tooLarge),
    attack: (target) =>
      eachOnItsOwn(target, [
        syncFrame(2, new Uint8Array(1 * MIB + 1)),
        syncFrame(1, new Uint8Array(8 * MIB + 1)),
      ]),
  },
  {
    name: "a text message",
    rules: ["RM10"],
    ...closed(CLOSE.malformed),
    attack: (target) => eachOnItsOwn(target, ["halo"]),
  },
  {
    name: "10,000 awareness states in one frame",
    rules: ["RM31"],
    ...closed(CLOSE.malformed),
    attack: (target) => eachOnItsOwn(target, [presenceFrameOf(ghosts(0, 10_000))]),
  },
  {
    name: "10,000 awareness states in frames of 1,000",
    rules: ["RM31"],
    ...ignored("foreign_presence"),
    attack: (target) =>
      oneAfterAnother(
        target,
        Array.from({ length: 10 }, (_, index) => presenceFrameOf(ghosts(index * 1_000, 1_000))),
      ),
  },
  {
    name: "10,000 awareness states in as many frames",
    rules: ["RM11", "RM31"],
    ...closed(CLOSE.tooFast),
    attack: (target) =>
      oneAfterAnother(
        target,
        ghosts(0, 10_000).map((ghost) => presenceFrameOf([ghost])),
      ),
  },
  {
    name: "a presence of 4 KiB and more",
    rules: ["RM31"],
    ...closed(CLOSE.tooLarge),
    attack: (target) =>
      eachOnItsOwn(target, [
        presenceFrameOf([{ client: 77, clock: 1, state: { text: "x".repeat(4 * KIB) } }]),
      ]),
  },
  {
    name: "another user's client id",
    rules: ["RM14"],
    ...closed(CLOSE.forbidden),
    attack: (target) =>
      eachOnItsOwn(target, [
        syncFrame(
          2,
          editOf(target, (doc) => textAt(doc).insert(0, "palsu"), target.foreignClient),
        ),
      ]),
  },
  {
    name: "a causal gap in updates",
    rules: ["RM13"],
    ...ignored("gaps"),
    attack: (target) =>
      oneAfterAnother(
        target,
        Array.from({ length: 50 }, () => syncFrame(2, GAP)),
      ),
  },
  {
    name: "a causal gap that stays",
    rules: ["RM13"],
    ...closed(CLOSE.gapUnresolved),
    attack: (target) =>
      oneAfterAnother(
        target,
        Array.from({ length: 3 }, () => syncFrame(1, GAP)),
      ),
  },
  {
    name: "a deletion of what nobody wrote",
    rules: ["RM13"],
    ...ignored("gaps"),
    attack: (target) => oneAfterAnother(target, [syncFrame(2, numbers(0, 1, 4242, 1, 0, 1_000_000))]),
  },
  {
    name: "a clock bomb",
    rules: ["RM15"],
    ...closed(CLOSE.malformed),
    attack: (target) =>
      eachOnItsOwn(target, [
        syncFrame(2, numbers(1, 1, 77, 0, 0, 2 ** 31, 0)),
        syncFrame(2, numbers(1, 1, 77, 0, 0, 5_000_000, 0)),
        syncFrame(1, numbers(1, 1, 77, 0, 10, 2 ** 31, 0)),
      ]),
  },
  {
    name: "257 new client ids in one frame",
    rules: ["RM14"],
    ...closed(CLOSE.malformed),
    attack: (target) => eachOnItsOwn(target, [syncFrame(2, manyClients(target, 257))]),
  },
  {
    name: "deeply nested content",
    rules: ["RM12", "RM16"],
    ...closed(CLOSE.malformed),
    attack: (target) => eachOnItsOwn(target, [syncFrame(2, deeplyNested())]),
  },
  {
    name: "a step2 of a document of another kind",
    rules: ["RM16"],
    ...closed(CLOSE.refusedContent),
    attack: (target) => eachOnItsOwn(target, [syncFrame(1, notesOf("prosemirror"))]),
  },
  {
    name: "a step2 of another policy's document",
    rules: ["RM17"],
    ...closed(CLOSE.refusedContent),
    attack: (target) => eachOnItsOwn(target, [syncFrame(1, anotherPolicy())]),
  },
  {
    name: "a reader who writes",
    rules: ["RM8"],
    ...closed(CLOSE.forbidden),
    attack: (target) => {
      const update = editOf(target, (doc) => textAt(doc).insert(0, "pembaca"));
      const reader = { ...target, cookie: target.readerCookie };
      return eachOnItsOwn(reader, [syncFrame(2, update), syncFrame(1, update)]);
    },
  },
  {
    name: "a socket that never reads",
    rules: ["RM40", "RM41"],
    // Whoever never reads does not see the code either, unless what was sent before it has gone.
    closes: [CLOSE.tooSlow, 1006],
    counted: [`rembuk_sockets_closed_total{code="${CLOSE.tooSlow}"}`],
    large: true,
    waits: 30,
    attack: (target) => withoutReading(target, 20, 60_000, 100),
  },
  {
    name: "a flood of unread step1",
    rules: ["RM40"],
    ...ignored("held_questions"),
    large: true,
    attack: (target) => withoutReading(target, 500, 3_000),
  },
  {
    name: "a flood of frames",
    rules: ["RM11"],
    ...closed(CLOSE.tooFast),
    attack: (target) =>
      oneAfterAnother(
        target,
        Array.from({ length: FLOOD }, () => Uint8Array.of(3)),
        FLOOD_MS,
      ),
  },
  {
    name: "a flood of queries",
    rules: ["RM11"],
    ...ignored("unanswered_queries"),
    attack: (target) =>
      oneAfterAnother(
        target,
        Array.from({ length: 500 }, () => Uint8Array.of(3)),
      ),
  },
  {
    name: "a valid update with a block type nobody knows",
    rules: ["RM16"],
    ...closed(CLOSE.refusedContent),
    attack: (target) =>
      eachOnItsOwn(
        target,
        ["paragraph", "heading", "table"].map((name) =>
          syncFrame(
            2,
            editOf(target, (doc) => root(doc).insert(0, [new Y.XmlElement(name)])),
          ),
        ),
      ),
  },
  {
    name: "a refused block behind lawful words in one update",
    rules: ["RM12", "RM16"],
    ...closed(CLOSE.refusedContent),
    attack: (target) =>
      eachOnItsOwn(target, [
        syncFrame(
          2,
          editOf(target, (doc) => {
            textAt(doc).insert(0, "selundupan");
            root(doc).insert(0, [new Y.XmlElement("paragraph")]);
          }),
        ),
      ]),
  },
  {
    name: "illegal WebSocket frames",
    rules: ["RM62"],
    ...closed(1002),
    attack: illegalFrames,
  },
  {
    name: "1,000 sockets from one session",
    rules: ["RM64"],
    // The address has its own limit of handshakes, answered with 429 before there is a socket.
    closes: [CLOSE.tooFast, 1006],
    counted: [`rembuk_sockets_closed_total{code="${CLOSE.tooFast}"}`],
    attack: manySockets,
  },
];
