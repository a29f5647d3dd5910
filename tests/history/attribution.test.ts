import { afterEach, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { PAUSE_MS, STRETCH_MS } from "../../domain/history/passage.ts";
import { cidOf } from "../document/support.ts";
import { ALICE, BOB, CAROL, root } from "../room/support.ts";
import { openHistory, tell, type HistoryBench } from "./support.ts";

let bench: HistoryBench;
beforeEach(async () => {
  bench = await openHistory();
});
afterEach(() => bench.close());

const rest = () => bench.clock.advance(PAUSE_MS + 1);

test("[HI7] the first text is told once for the document, and for each clause when one asks for it", async () => {
  expect((await bench.passages()).map((one) => [tell(one), one.cid, one.actor])).toEqual([
    ["first", null, ALICE],
  ]);
  const [first, ...none] = await bench.passages({ cid: cidOf(2) });
  expect(none).toEqual([]);
  expect(first).toMatchObject({ act: "first", cause: "command", actor: ALICE, cid: cidOf(2) });
  expect(tell(first!)).toBe("first +dua");
});

test("[HI1] [HI2] keys typed one by one are one passage of the person who typed them", async () => {
  const bob = await bench.join(BOB);
  for (const key of " ditambah") {
    bob.type(key, 1);
    bench.clock.advance(200);
    await bench.exchange(bob);
  }
  const [typed] = await bench.passages();
  expect(typed).toMatchObject({ cid: cidOf(2), actor: BOB, cause: "typed", act: "words", open: true });
  expect(typed!.at - typed!.since).toBe(1_600);
  expect(typed!.pieces).toEqual([
    { op: "same", text: "dua" },
    { op: "added", text: " ditambah" },
  ]);
});

test("[HI2] a pause of more than five minutes, or half an hour of writing, begins another", async () => {
  const bob = await bench.join(BOB);
  bob.type(" a", 0);
  await bench.exchange(bob);
  bench.clock.advance(PAUSE_MS);
  bob.type("b", 0);
  await bench.exchange(bob);
  rest();
  bob.type(" c", 0);
  await bench.exchange(bob);
  expect((await bench.passages()).map(tell)).toEqual(["words + c", "words + ab", "first"]);
  for (let minutes = 0; minutes * 60_000 < STRETCH_MS + 240_000; minutes += 2) {
    bench.clock.advance(120_000);
    bob.type("x", 2);
    await bench.exchange(bob);
  }
  expect((await bench.passages({ cid: cidOf(3) })).length).toBe(3);
});

test("[HI2] two who type in one clause at once are told apart, each without the other's words", async () => {
  const [bob, carol] = [await bench.join(BOB), await bench.join(CAROL)];
  for (let turn = 0; turn < 5; turn++) {
    bob.type("b", 0, 0);
    carol.type("c", 0);
    await bench.exchange(bob, carol);
    bench.clock.advance(500);
  }
  const passages = await bench.passages({ cid: cidOf(1) });
  expect(new Set(passages.map((one) => one.actor))).toEqual(new Set([ALICE, BOB, CAROL]));
  const of = (actor: string) => passages.find((one) => one.actor === actor && one.act === "words")!;
  expect(wordsOf(of(BOB).pieces, "added")).toContain("bbbbb");
  expect(wordsOf(of(BOB).pieces, "removed")).not.toContain("c");
  expect(wordsOf(of(CAROL).pieces, "added")).toContain("ccccc");
});

test("[HI2] what was typed and taken back within a passage is not told; what was struck is", async () => {
  const bob = await bench.join(BOB);
  bob.type("salah", 0);
  await bench.exchange(bob);
  text(bob.doc, 0).delete(4, 5);
  await bench.exchange(bob);
  expect((await bench.passages()).map(tell)).toEqual(["first"]);
  text(bob.doc, 1).delete(0, 3);
  bob.type("lima", 1);
  await bench.exchange(bob);
  expect((await bench.passages()).map(tell)).toEqual(["words -dua +lima", "first"]);
});

test("[HI8] a passage may grow until its author has paused", async () => {
  const bob = await bench.join(BOB);
  bob.type(" a", 0);
  await bench.exchange(bob);
  expect((await bench.passages())[0]?.open).toBe(true);
  rest();
  expect((await bench.passages())[0]?.open).toBe(false);
  expect((await bench.passages()).length).toBe(2);
});

test("[HI3] words in a clause that was removed later are still told, with who removed it", async () => {
  const [bob, carol] = [await bench.join(BOB), await bench.join(CAROL)];
  bob.type(" isinya", 1);
  await bench.exchange(bob, carol);
  root(carol.doc).delete(1, 1);
  await bench.exchange(bob, carol);
  const passages = await bench.passages({ cid: cidOf(2) });
  expect(passages.map((one) => [tell(one), one.actor])).toEqual([
    ["removed -dua isinya", CAROL],
    ["words + isinya", BOB],
    ["first +dua", ALICE],
  ]);
});

test("[HI4] [HI5] a split carries words without writing them, and the new clause goes on with the old one's past", async () => {
  const [bob, carol] = [await bench.join(BOB), await bench.join(CAROL)];
  bob.type(" kata bob", 0);
  await bench.exchange(bob, carol);
  rest();
  split(carol.doc, 0, 4);
  await bench.exchange(bob, carol);
  rest();
  bob.type(" sesudahnya", 0);
  await bench.exchange(bob, carol);
  const ofNew = await bench.passages({ cid: cidOf(9) });
  expect(ofNew.map((one) => [tell(one), one.actor, one.cid])).toEqual([
    ["split", CAROL, cidOf(9)],
    ["words + kata bob", BOB, cidOf(1)],
    ["first +satu", ALICE, cidOf(1)],
  ]);
  expect(ofNew[0]?.other).toBe(cidOf(1));
  expect(tell((await bench.passages({ cid: cidOf(1) }))[0]!)).toBe("words + sesudahnya");
});

test("[HI4] [HI5] a join carries words; the past of what was taken in belongs to what took it", async () => {
  const [bob, carol] = [await bench.join(BOB), await bench.join(CAROL)];
  bob.type(" dari bob", 1);
  await bench.exchange(bob, carol);
  rest();
  join(carol.doc, 0);
  await bench.exchange(bob, carol);
  expect((await bench.passages({ cid: cidOf(1) })).map((one) => [tell(one), one.actor])).toEqual([
    ["joined", CAROL],
    ["words + dari bob", BOB],
    ["first +dua", ALICE],
    ["first +satu", ALICE],
  ]);
});

test("[HI4] moving is an act of who commanded it and writes nothing", async () => {
  const bob = await bench.join(BOB);
  bob.type(" x", 2);
  await bench.exchange(bob);
  await bench.rooms.move(bench.policy, { cids: [cidOf(3)], before: cidOf(1) }, CAROL);
  const passages = await bench.passages({ cid: cidOf(3) });
  expect(passages.map((one) => [tell(one), one.actor, one.cause])).toEqual([
    ["moved", CAROL, "command"],
    ["words + x", BOB, "typed"],
    ["first +tiga", ALICE, "command"],
  ]);
});

test("[HI4] undoing a removal brings the clause back in the name of who undid it", async () => {
  const bob = await bench.join(BOB);
  const undo = new Y.UndoManager(root(bob.doc), { captureTimeout: 0 });
  root(bob.doc).delete(1, 1);
  await bench.exchange(bob);
  undo.undo();
  await bench.exchange(bob);
  const passages = await bench.passages({ cid: cidOf(2) });
  expect(passages.map(tell)).toEqual(["returned +dua", "removed -dua", "first +dua"]);
  expect(passages[0]?.actor).toBe(BOB);
});

test("[HI6] words that arrive when their clause is gone are told as lost", async () => {
  const [bob, carol] = [await bench.join(BOB), await bench.join(CAROL)];
  root(carol.doc).delete(1, 1);
  bob.type(" tak sampai", 1);
  carol.upload();
  await bench.exchange(carol);
  await bench.exchange(bob, carol);
  const passages = await bench.passages({ cid: cidOf(2) });
  expect(passages.map((one) => [tell(one), one.actor])).toContainEqual(["lost + tak sampai", BOB]);
});

test("[HI1] a new clause is told with the words written into it; form and table are acts, too", async () => {
  const bob = await bench.join(BOB);
  bob.insertClause(cidOf(7), "bar", 1);
  await bench.exchange(bob);
  bob.type("u", 1);
  await bench.exchange(bob);
  clause(bob.doc, 0).setAttribute("s_level", 1 as unknown as string);
  await bench.exchange(bob);
  expect((await bench.passages()).map((one) => [tell(one), one.cid])).toEqual([
    ["form", cidOf(1)],
    ["new +baru", cidOf(7)],
    ["first", null],
  ]);
});

test("[HI1] a restored text is written by who restored it; repairs are the system's", async () => {
  const { clauses } = await bench.rooms.read(bench.policy);
  const bob = await bench.join(BOB);
  bob.type(" berubah", 0);
  await bench.exchange(bob);
  await bench.rooms.replaceContent(bench.policy, clauses, CAROL, []);
  const passages = await bench.passages({ cid: cidOf(1) });
  expect(passages.slice(0, 2).map((one) => [tell(one), one.actor, one.cause])).toEqual([
    ["words - berubah", CAROL, "command"],
    ["words + berubah", BOB, "typed"],
  ]);
});

test("[HI8] a command is no writing that may go on; words far from a change are left out, whole", async () => {
  const long = Array.from({ length: 40 }, (_, index) => `kata${index}`).join(" ");
  const { clauses } = await bench.rooms.read(bench.policy);
  const written = clauses.map((clause, index) =>
    index === 0 ? { ...clause, runs: [{ text: long }] } : clause,
  );
  await bench.rooms.replaceContent(bench.policy, written, BOB);
  expect((await bench.passages())[0]).toMatchObject({ act: "words", cause: "command", open: false });
  const bob = await bench.join(BOB);
  bob.type(" baru", 0, long.indexOf(" kata20"));
  await bench.exchange(bob);
  const [before, added, after] = (await bench.passages())[0]!.pieces;
  expect(before?.text).toMatch(/^… (?:kata\d+ )+kata19$/);
  expect(added).toEqual({ op: "added", text: " baru" });
  expect(after?.text).toMatch(/^ kata20 (?:kata\d+ )+…$/);
});

test("[HI9] by person, by time, and in pages without gap or repetition", async () => {
  const [bob, carol] = [await bench.join(BOB), await bench.join(CAROL)];
  for (let turn = 0; turn < 12; turn++) {
    (turn % 2 === 0 ? bob : carol).type(` k${turn}`, turn % 3);
    await bench.exchange(bob, carol);
    rest();
  }
  const all = await bench.passages();
  expect(all.length).toBe(13);
  const paged = [];
  for (let before; ;) {
    const page = await bench.passages({ limit: 5, ...(before && { before }) });
    paged.push(...page);
    before = page.at(-1);
    if (page.length < 5) break;
  }
  expect(paged).toEqual(all);
  expect((await bench.passages({ person: BOB })).map((one) => one.actor)).toEqual(Array(6).fill(BOB));
  const [from, to] = [all[5]!.at, all[2]!.at];
  expect(await bench.passages({ from, to })).toEqual(all.slice(3, 6));
});

test("[HI9] what was derived is the same from one run, from many and after a restart", async () => {
  const [bob, carol] = [await bench.join(BOB), await bench.join(CAROL)];
  for (let turn = 0; turn < 60; turn++) {
    const who = turn % 2 === 0 ? bob : carol;
    who.type(`w${turn} `, turn % 3, 0);
    if (turn % 13 === 5) split(who.doc, 0, 3, cidOf(20 + turn));
    if (turn % 17 === 9) join(who.doc, 0);
    await bench.exchange(bob, carol);
    bench.clock.advance(turn % 7 === 0 ? PAUSE_MS + 1 : 1_000);
    if (turn % 5 === 0) await bench.passages();
    if (turn % 20 === 0) await bench.freshHistory().read(bench.policy, { limit: 1 });
  }
  rest();
  const plain = async () =>
    (await bench.freshHistory().read(bench.policy, { limit: 500 }))!.passages.map(withoutId);
  const kept = await plain();
  await bench.store.log.archive.forgetDerived(bench.policy, 0);
  expect(await plain()).toEqual(kept);
  expect(kept.length).toBeGreaterThan(20);
});

const withoutId = ({ id: _id, ...passage }: { id: number }) => passage;
const wordsOf = (pieces: readonly { op: string; text: string }[], op: string) =>
  pieces
    .filter((piece) => piece.op === op)
    .map(({ text }) => text)
    .join("|");
const clause = (doc: Y.Doc, index: number) => root(doc).get(index) as Y.XmlElement;
const text = (doc: Y.Doc, index: number) => clause(doc, index).get(0) as Y.XmlText;

/** As the editor writes it: the second half leaves and comes as a new clause that notes where it is from. */
function split(doc: Y.Doc, index: number, at: number, cid = cidOf(9)): void {
  doc.transact(() => {
    const source = text(doc, index);
    const tail = source.toString().slice(at);
    source.delete(at, tail.length);
    const element = new Y.XmlElement("clause");
    element.setAttribute("s_cid", cid);
    element.setAttribute("s_kind", "ayat");
    element.setAttribute("s_from", clause(doc, index).getAttribute("s_cid") as string);
    element.insert(0, [new Y.XmlText(tail)]);
    root(doc).insert(index + 1, [element]);
  });
}

function join(doc: Y.Doc, index: number): void {
  doc.transact(() => {
    const taken = clause(doc, index + 1);
    const words = text(doc, index + 1).toString();
    const cid = taken.getAttribute("s_cid") as string;
    root(doc).delete(index + 1, 1);
    text(doc, index).insert(text(doc, index).length, words);
    clause(doc, index).setAttribute(`s_m:${cid}`, true as unknown as string);
  });
}
