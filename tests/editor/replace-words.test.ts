import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editsBetween, replaceWords } from "../../client/editor/replace-words.ts";
import { createDocumentUpdate } from "../../collab/document/write.ts";
import type { Run } from "../../domain/clauses/clause.ts";
import { cidOf, clause, createPeer, textOf, type Peer } from "../document/support.ts";

const PASAL: Run = { text: "Pasal 1", ref: cidOf(2) };
const peerOf = (...runs: readonly Run[]): Peer =>
  createPeer(createDocumentUpdate([clause(1, runs), clause(2, "dua", "pasal")]), {
    clientID: 1,
    captureTimeoutMs: 0,
  });
const replace = (peer: Peer, words: string, cid = cidOf(1)) =>
  replaceWords(peer.editor, () => peer.binding.stopCapturing(), cid, words);

describe("giving a clause the proposed words", () => {
  test("only what differs is touched: marks and references elsewhere stay", () => {
    const peer = peerOf(
      { text: "Jam pelatihan " },
      { text: "paling sedikit", bold: true },
      { text: " 20 jam menurut " },
      PASAL,
      { text: "." },
    );
    expect(replace(peer, "Jam pelatihan paling sedikit 16 jam, termasuk daring, menurut Pasal 1.")).toBe(
      true,
    );
    expect(peer.clauses()[0]?.runs).toEqual([
      { text: "Jam pelatihan " },
      { text: "paling sedikit", bold: true },
      { text: " 16 jam, termasuk daring, menurut " },
      PASAL,
      { text: "." },
    ]);
  });

  test("it is one step of undo, and redo", () => {
    const peer = peerOf({ text: "satu dua tiga empat" });
    replace(peer, "satu 2 tiga 4 lima");
    expect(textOf(peer.clauses())[0]).toBe("satu 2 tiga 4 lima");
    peer.binding.undo();
    expect(textOf(peer.clauses())[0]).toBe("satu dua tiga empat");
    peer.binding.redo();
    expect(textOf(peer.clauses())[0]).toBe("satu 2 tiga 4 lima");
  });

  test("words that are the same, a clause that is gone, and one who only reads change nothing", () => {
    const peer = peerOf({ text: "satu" });
    expect(replace(peer, "satu")).toBe(false);
    expect(replace(peer, "lain", cidOf(9))).toBe(false);
    peer.editor.setEditable(false);
    expect(replace(peer, "lain")).toBe(false);
    expect(textOf(peer.clauses())[0]).toBe("satu");
  });

  test("an empty clause gets words, and lines stay in the clause", () => {
    const peer = peerOf();
    expect(replace(peer, "satu\ndua")).toBe(true);
    expect(textOf(peer.clauses())).toEqual(["satu\ndua", "dua"]);
    expect(replace(peer, "satu\ntiga\ndua")).toBe(true);
    expect(textOf(peer.clauses())).toEqual(["satu\ntiga\ndua", "dua"]);
    expect(replace(peer, "")).toBe(true);
    expect(textOf(peer.clauses())).toEqual(["", "dua"]);
  });

  const words = fc
    .array(fc.constantFrom("jam", "pelatihan", "daring", " ", " ", "20", ",", "\n", "PNS"), { maxLength: 14 })
    .map((parts) => parts.join(""));

  test("edits are in order and apart, and make the one the other", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        let made = before;
        let limit = before.length + 1;
        for (const { from, to, words: added } of editsBetween(before, after).toReversed()) {
          expect(from).toBeLessThanOrEqual(to);
          expect(to).toBeLessThan(limit);
          limit = from;
          made = made.slice(0, from) + added + made.slice(to);
        }
        expect(made).toBe(after);
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  test("whatever the words, the clause reads as proposed afterwards", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const peer = peerOf({ text: before.replaceAll("\n", " ") });
        replace(peer, after);
        expect(textOf(peer.clauses())[0]).toBe(after);
        peer.dispose();
      }),
      { numRuns: 60, seed: 11 },
    );
  });
});
