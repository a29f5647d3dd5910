import { expect, it } from "vitest";
import * as Y from "yjs";
import { AnswerCache } from "../../collab/room/answer-cache.ts";
import { MIB } from "../../collab/room/protocol.ts";

/** Asks `cache` what somebody with clock `clock` lacks; says whether that had to be worked out. */
function ask(cache: AnswerCache, clock: number, bytes: number, writers = 1): boolean {
  let worked = false;
  const stateVector = Y.encodeStateVector(
    new Map(Array.from({ length: writers }, (_, writer) => [1_000_000 + writer, writer === 0 ? clock : 1])),
  );
  cache.get(stateVector, false, () => {
    worked = true;
    return [new Uint8Array(bytes)];
  });
  return worked;
}

it("[RM43] the same question is answered with the same bytes, whatever they weigh", () => {
  const cache = new AnswerCache();
  expect(ask(cache, 1, 20 * MIB)).toBe(true);
  expect(ask(cache, 1, 20 * MIB)).toBe(false);
});

it("[RM43] many small answers are kept, of large ones only as many as weigh no more than the limit", () => {
  const cache = new AnswerCache();
  for (let clock = 0; clock < 10; clock++) ask(cache, clock, 1_000);
  for (let clock = 0; clock < 10; clock++) expect(ask(cache, clock, 1_000)).toBe(false);
  const large = new AnswerCache();
  for (let clock = 0; clock < 10; clock++) ask(large, clock, 3 * MIB);
  expect(ask(large, 9, 3 * MIB)).toBe(false);
  expect(ask(large, 0, 3 * MIB)).toBe(true);
});

it("[RM43] also where thousands of sessions wrote in the document", () => {
  const cache = new AnswerCache();
  expect(ask(cache, 1, 1_000, 9_000)).toBe(true);
  expect(ask(cache, 2, 1_000, 9_000)).toBe(true);
  expect(ask(cache, 1, 1_000, 9_000)).toBe(false);
});
