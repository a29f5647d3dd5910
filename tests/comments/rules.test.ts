/** The rules of a comment without server or database. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { derive } from "../../domain/clauses/citation.ts";
import { offersComment } from "../../domain/clauses/commentable.ts";
import { cleanWords, NOTHING_TYPED, readComment } from "../../domain/comments/comment-form.ts";
import { commentLinks, commentPlace, itemsInside } from "../../domain/comments/comment-place.ts";
import type { Cid, GroupId } from "../../domain/ids.ts";
import { createReceiptSecrets, hashOfSecret } from "../../server/comments/receipt-secret.ts";
import { clausesOf } from "../portal/support.ts";

const choices = { groups: ["g1" as GroupId, "g2" as GroupId], items: ["i1" as Cid] };
const filled = { ...NOTHING_TYPED, group: "g2", stance: "against", text: "Kata." };

describe("what was typed", () => {
  test("[CM3] words, stance and group are asked for; everything wrong is said at once", () => {
    expect(readComment(NOTHING_TYPED, choices)).toEqual({
      problems: { text: "missing", stance: "missing", group: "missing" },
    });
    expect(
      readComment({ group: "x", stance: "y", text: " \n ", proposedText: "", item: "z" }, choices),
    ).toEqual({ problems: { text: "missing", stance: "unknown", group: "unknown", item: "unknown" } });
    expect(readComment(filled, choices)).toEqual({
      comment: { groupId: "g2", stance: "against", text: "Kata.", proposedText: null, itemCid: null },
    });
  });

  test("[CM3] another group is a choice, and where there are no groups none is asked", () => {
    expect(readComment({ ...filled, group: "lain" }, choices)).toMatchObject({ comment: { groupId: null } });
    expect(readComment({ ...filled, group: "" }, { groups: [], items: [] })).toMatchObject({
      comment: { groupId: null },
    });
  });

  test("[CM3] the limit counts after line ends were made one and blanks at the ends were taken off", () => {
    const text = `${"a".repeat(4_999)}\r\n${"b".repeat(5_000)}   `;
    expect(readComment({ ...filled, text }, choices)).toHaveProperty("comment");
    expect(readComment({ ...filled, text: `${text.trim()}c` }, choices)).toEqual({
      problems: { text: "too-long" },
    });
    expect(readComment({ ...filled, proposedText: "x".repeat(10_001) }, choices)).toEqual({
      problems: { proposedText: "too-long" },
    });
  });

  test("[CM4] marks of direction stay, controls go, halves of characters become U+FFFD", () => {
    expect(cleanWords("\u202Ea\u0000b\u0085\tc\r\nd\uDC00")).toBe("\u202Eab\tc\nd\uFFFD");
  });
});

describe("places in a text", () => {
  const clauses = clausesOf(
    readFileSync(
      join(import.meta.dirname, "../vectors/corpus/03-perbup-kulonprogo-63-2020-penghargaan-sanksi.txt"),
      "utf8",
    ),
  );
  const derived = derive(clauses);

  test("[CM1] every clause that offers comments has one link, but the Pasal whose one text has it", () => {
    const linked = [...commentLinks(derived).values()].flat();
    expect(new Set(linked).size).toBe(linked.length);
    for (const index of clauses.keys()) {
      const offered = offersComment(clauses, derived.tree, index);
      const alone =
        clauses[index]?.kind === "pasal" &&
        clauses[index + 1]?.kind === "isi" &&
        offersComment(clauses, derived.tree, index + 1);
      expect(linked.includes(index), `${index} ${clauses[index]?.kind}`).toBe(offered && !alone);
    }
  });

  test("[CM1] a link stands after all that folds into its clause, the one of the whole Pasal last", () => {
    const links = commentLinks(derived);
    for (const [after, places] of links)
      for (const place of places) {
        expect(after).toBeGreaterThanOrEqual(place);
        expect(after).toBeLessThan(derived.tree.end[place] ?? 0);
      }
    const pasal = clauses.findIndex(({ kind }, at) => kind === "pasal" && clauses[at + 1]?.kind === "ayat");
    const end = (derived.tree.end[pasal] ?? 0) - 1;
    expect(links.get(end)?.at(-1)).toBe(pasal);
  });

  test("[CM1] an item leads to the clause it folds into, which offers it by its own name", () => {
    const ayat = clauses.findIndex(({ kind }, at) => kind === "ayat" && clauses[at + 1]?.kind === "huruf");
    const huruf = clauses[ayat + 1];
    expect(commentPlace(derived, huruf?.cid as Cid)).toBe(ayat);
    const items = itemsInside(derived, ayat);
    expect(items[0]).toMatchObject({ cid: huruf?.cid, citation: "huruf a" });
    const judul = clauses.find(({ kind }) => kind === "judul");
    expect(commentPlace(derived, judul?.cid as Cid)).toBeNull();
  });
});

test("[CM6] one form has one secret, of 128 bits; another form, clause or server another; only its hash is told", async () => {
  const secretOf = createReceiptSecrets("kunci server");
  const first = await secretOf("konsultasi/ketentuan", "FORM1");
  expect(first.secret).toMatch(/^[\w-]{22}$/);
  expect(await secretOf("konsultasi/ketentuan", "FORM1")).toEqual(first);
  const others = await Promise.all([
    secretOf("konsultasi/ketentuan", "FORM2"),
    secretOf("konsultasi/lain", "FORM1"),
    createReceiptSecrets("kunci lain")("konsultasi/ketentuan", "FORM1"),
  ]);
  expect(new Set([first, ...others].map(({ secret }) => secret)).size).toBe(4);
  expect(await hashOfSecret(first.secret)).toEqual({ hash: first.hash, possible: true });
  expect((await hashOfSecret("pendek")).possible).toBe(false);
});
