/**
 * A hundred thousand small edits by five people: letters typed in runs, some
 * deleted again. In a round each person keeps to clauses of their own, so that
 * five connections can bring a round at once without waiting for one another;
 * the clauses change hands from round to round.
 */
import * as Y from "yjs";
import { seededRandom } from "../../support/seeded-random.ts";
import { textsOf } from "./typing.ts";

export interface History {
  /** Rounds, in order; in each, by person, the updates in order. */
  readonly rounds: readonly (readonly (readonly Uint8Array[])[])[];
  /** After each round, the clock of each person. */
  readonly ends: readonly (readonly number[])[];
  readonly people: readonly number[];
  /** Everything as one update. */
  readonly state: Uint8Array;
}

export const PEOPLE = 5;
const EDITS_A_ROUND = 400;
const LETTERS = "aiueo nkrtpsmdlbg";
const ORIGIN = { name: "history" };

type Below = (limit: number) => number;

export function writeHistory(start: Uint8Array, edits: number, seed: number): History {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, start);
  const texts = textsOf(doc);
  const next = seededRandom(seed);
  const below: Below = (limit) => Math.floor(next() * limit);
  const people = Array.from({ length: PEOPLE }, () => below(2 ** 32));
  let last: Uint8Array = new Uint8Array();
  doc.on("update", (update) => (last = update));
  const rounds: Uint8Array[][][] = [];
  const ends: number[][] = [];
  for (let round = 0; round * EDITS_A_ROUND * PEOPLE < edits; round++) {
    rounds.push(
      people.map((client, person) => {
        doc.clientID = client;
        const own = texts.filter((_, index) => (index + round) % PEOPLE === person);
        const updates: Uint8Array[] = [];
        for (const edit of spell(own, below, EDITS_A_ROUND)) {
          doc.transact(edit, ORIGIN);
          updates.push(last);
        }
        return updates;
      }),
    );
    ends.push(people.map((client) => Y.getState(doc.store, client)));
  }
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return { rounds, ends, people, state };
}

/** Goes to a place, types a few letters, sometimes takes the last ones back, goes on. */
function* spell(texts: readonly Y.XmlText[], below: Below, count: number): Generator<() => void> {
  let left = count;
  while (left > 0) {
    const text = texts[below(texts.length)] as Y.XmlText;
    let at = below(text.length);
    const run = Math.min(left, 3 + below(25));
    let typed = 0;
    for (let key = 0; key < run; key++, left--) {
      if (typed > 0 && below(8) === 0) {
        at -= 1;
        typed -= 1;
        const place = at;
        yield () => text.delete(place, 1);
      } else {
        const place = at;
        const letter = LETTERS[below(LETTERS.length)] as string;
        yield () => text.insert(place, letter);
        at += 1;
        typed += 1;
      }
    }
  }
}
