import { createDecoder, readUint8Array, readVarUint } from "lib0/decoding";
import { toHexString } from "lib0/buffer";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { encodeStateVector, type Doc } from "yjs";
import { makeRoomComparison, type RoomComparison } from "../../client/editor/room-comparison.ts";
import { digestClauses, nameState } from "../../collab/document/digest.ts";
import { readDocument, rootOf } from "../../collab/document/read.ts";
import { createDocument } from "../../collab/document/write.ts";
import { clause } from "../document/support.ts";

let doc: Doc;
let sent: Uint8Array[];
let saved: boolean;
let diverged: number;
let comparison: RoomComparison;
const messageHandlers: ((encoder: never, decoder: ReturnType<typeof createDecoder>) => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  doc = createDocument([clause(1, "satu"), clause(2, "dua")]);
  sent = [];
  saved = true;
  diverged = 0;
  comparison = makeRoomComparison({
    doc,
    provider: { ws: { send: (frame: Uint8Array) => sent.push(frame) }, messageHandlers } as never,
    isSaved: () => saved,
    onDiverged: () => (diverged += 1),
    againAfterMs: 100,
  });
});
afterEach(() => {
  comparison.dispose();
  vi.useRealTimers();
});

/** As the provider hands it over; told to whoever asked once the code that runs has ended. */
const hear = (agrees: boolean) =>
  messageHandlers[101]?.(undefined as never, createDecoder(new Uint8Array([agrees ? 1 : 0])));
const verdict = async (agrees: boolean) => {
  hear(agrees);
  await Promise.resolve();
};

test("[RM70] says what it shows, of which state, and how often the editor was built again since", () => {
  comparison.ask(2);
  comparison.ask(3);
  const [first, second] = sent.map(createDecoder);
  const read = (decoder = first!) => [
    readVarUint(decoder),
    readVarUint(decoder),
    toHexString(readUint8Array(decoder, 16)),
    toHexString(readUint8Array(decoder, 32)),
  ];
  const rest = [nameState(encodeStateVector(doc)), digestClauses(readDocument(doc).clauses)];
  expect(read()).toEqual([101, 2, ...rest]);
  expect(read(second)).toEqual([101, 1, ...rest]);
});

test("[RM70] asks only when all is saved, and then does", () => {
  saved = false;
  comparison.ask(0);
  expect(sent).toEqual([]);
  saved = true;
  comparison.saved();
  comparison.saved();
  expect(sent.length).toBe(1);
});

test("[RM73] asks for what is missing first, and lets go of the document only when that did not help", async () => {
  comparison.ask(0);
  await verdict(false);
  expect(sent.map(([type]) => type)).toEqual([101, 0]);
  expect(diverged).toBe(0);
  vi.advanceTimersByTime(100);
  expect(sent.map(([type]) => type)).toEqual([101, 0, 101]);
  await verdict(false);
  expect(diverged).toBe(1);
});

test("[RM71] an answer to what is so no more is passed over", async () => {
  comparison.ask(0);
  rootOf(doc).delete(1, 1);
  await verdict(false);
  expect(sent.length).toBe(1);
  comparison.ask(0);
  await verdict(true);
  await verdict(false); // nothing was asked
  expect(diverged).toBe(0);
});

test("[RM71] what changed in the lot in which the answer came counts as changed", async () => {
  comparison.ask(0);
  doc.transact(() => {
    rootOf(doc).delete(1, 1);
    hear(false);
  });
  await Promise.resolve();
  expect(sent.length).toBe(1);
});

test("[RM73] what was asked for before a change proves nothing after it", async () => {
  comparison.ask(0);
  await verdict(false);
  rootOf(doc).delete(1, 1);
  vi.advanceTimersByTime(100);
  await verdict(false);
  expect([sent.map(([type]) => type), diverged]).toEqual([[101, 0, 101, 0], 0]);
});
