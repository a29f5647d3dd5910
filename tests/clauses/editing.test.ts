import { describe, expect, test } from "vitest";
import {
  backspaceAtStart,
  indented,
  insertableShapes,
  joinsWithPrevious,
  movableUnits,
  moveTargets,
  outdented,
  shapeAfterEnter,
  shapeOnEmptyEnter,
  type Shape,
} from "../../domain/clauses/editing.ts";
import { cidOf, outline } from "./builders.ts";

const show = (shape: Shape | null): string => (shape ? `${shape.kind}${shape.level || ""}` : "-");

/** Index of the line that ends with `*`, and the outline without the star. */
function at(text: string): [ReturnType<typeof outline>, number] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const index = lines.findIndex((line) => line.trimEnd().endsWith("*"));
  return [outline(text.replace("*", "")), index];
}

describe("Enter", () => {
  test.each([
    ["bab*", "pasal"],
    ["bab\n bagian*", "pasal"],
    ["pasal*", "isi"],
    ["pasal*\n ayat", "ayat"],
    ["pasal\n ayat*", "ayat"],
    ["pasal\n ayat | meliputi:*", "huruf1"],
    ["pasal\n ayat*\n angka1", "angka1"],
    ["pasal\n ayat\n huruf1*", "huruf1"],
    ["pasal\n ayat\n huruf1 | terdiri atas:*", "angka2"],
    ["pasal\n ayat\n huruf1\n angka2 | yaitu:*", "subhuruf3"],
    ["pasal\n isi | Dalam Peraturan ini yang dimaksud dengan:*", "angka1"],
    ["pasal\n isi\n angka1 | X terdiri atas:*", "huruf2"],
    ["menimbang*", "menimbang"],
    ["menimbang\n menetapkan*\n diktum", "diktum"],
    ["menimbang\n menetapkan*\n bab", "bab"],
    ["diktum*", "diktum"],
    ["bagian-se*", "isi"],
    ["lampiran*", "isi"],
  ])("[CL15] %j makes %s", (text, expected) => {
    expect(show(shapeAfterEnter(...at(text), true))).toBe(expected);
  });

  test("[CL15] in the middle of a text both halves keep the shape", () => {
    expect(show(shapeAfterEnter(...at("pasal\n ayat | satu: dua*\n huruf1"), false))).toBe("ayat");
    expect(show(shapeAfterEnter(...at("bab | KETENTUAN UMUM*"), false))).toBe("bab");
  });

  test.each([
    ["pasal\n ayat\n huruf1*", "ayat"],
    ["pasal\n isi\n huruf1*", "isi"],
    ["pasal\n ayat\n huruf1\n angka2*", "huruf1"],
    ["diktum\n huruf1*", "diktum"],
    ["menimbang\n angka1*", "menimbang"],
    ["pasal\n ayat\n ayat*", "pasal"],
    ["pasal\n isi*", "pasal"],
    ["pasal\n ayat\n isi*", "ayat"],
    ["menimbang\n menimbang*", "mengingat"],
    ["bab*", "-"],
    ["lampiran\n isi*", "-"],
  ])("[CL16] empty %j goes out to %s", (text, expected) => {
    expect(show(shapeOnEmptyEnter(...at(text)))).toBe(expected);
  });
});

describe("Tab and Shift+Tab", () => {
  test.each([
    ["pasal\n ayat*", "-"],
    ["pasal\n ayat\n ayat*", "huruf1"],
    ["pasal\n ayat\n angka1\n ayat*", "angka1"],
    ["pasal\n ayat\n huruf1*", "-"],
    ["pasal\n ayat\n huruf1\n huruf1*", "angka2"],
    ["pasal\n ayat\n huruf1\n angka2\n subhuruf3\n subangka4\n subangka4*", "-"],
    ["pasal\n isi*", "ayat"],
    ["pasal\n ayat\n huruf1\n isi*", "huruf1"],
    ["bab\n bab*", "bagian"],
    ["bab\n bagian\n bagian*", "paragraf"],
    ["bab*", "-"],
    ["bab\n pasal*", "-"],
    ["diktum\n diktum*", "huruf1"],
    ["judul*", "-"],
  ])("[CL17] Tab in %j gives %s", (text, expected) => {
    expect(show(indented(...at(text)))).toBe(expected);
  });

  test.each([
    ["pasal\n ayat\n huruf1*", "ayat"],
    ["pasal\n isi\n huruf1*", "isi"],
    ["pasal\n ayat\n angka1\n huruf2*", "angka1"],
    ["pasal\n ayat\n huruf1\n isi1*", "isi"],
    ["pasal\n ayat\n isi*", "ayat"],
    ["pasal\n ayat*", "isi"],
    ["pasal\n ayat\n ayat*", "-"],
    ["bab\n bagian*", "bab"],
    ["bab\n bagian\n paragraf*", "bagian"],
    ["pasal*", "-"],
  ])("[CL18] Shift+Tab in %j gives %s", (text, expected) => {
    expect(show(outdented(...at(text)))).toBe(expected);
  });
});

describe("Backspace at the start", () => {
  const act = (text: string): string => {
    const result = backspaceAtStart(...at(text));
    return result.do === "outdent" ? `outdent ${show(result.shape)}` : result.do;
  };
  test.each([
    ["judul*", "nothing"],
    ["pasal\n ayat\n ayat*", "join"],
    ["pasal\n ayat\n huruf1*", "outdent ayat"],
    ["pasal\n ayat\n huruf1\n huruf1*", "join"],
    ["pasal\n ayat\n huruf1\n angka2*", "outdent huruf1"],
    ["pasal\n ayat\n huruf1\n ayat*", "join"],
    ["pasal\n ayat\n huruf1\n isi*", "join"],
    ["pasal\n ayat*", "outdent isi"],
    ["pasal\n isi*", "nothing"],
    ["pasal\n ayat\n pasal*", "nothing"],
    ["pasal\n ayat\n bab*", "nothing"],
    ["bab\n bab*", "join"],
    ["menimbang\n menimbang*", "join"],
    ["menimbang\n mengingat*", "nothing"],
    ["diktum\n huruf1\n diktum*", "join"],
    ["pasal #I\n butir\n > ayat*", "nothing"],
    ["pasal\n tabel\n isi*", "nothing"],
  ])("[CL19] %j: %s", (text, expected) => {
    expect(act(text)).toBe(expected);
  });

  test("[CL19] nothing is joined over the border of a Pasal, a title or a quote", () => {
    expect(joinsWithPrevious(...at("pasal\n isi\n pasal\n isi*"))).toBe(false);
    expect(joinsWithPrevious(...at("bab\n isi*"))).toBe(false);
    expect(joinsWithPrevious(...at("pasal #I\n butir\n > ayat\n butir*"))).toBe(false);
  });
});

describe("inserting and moving", () => {
  const offers = (text: string): string =>
    insertableShapes(...at(text))
      .map(show)
      .join(" ");

  test("[CL20] offers only what the place allows", () => {
    expect(offers("bab\n pasal\n ayat*")).toBe(
      "ayat huruf1 angka1 isi tabel pasal bagian bab penutup tembusan penjelasan-umum lampiran",
    );
    expect(offers("pasal\n isi*")).not.toContain("ayat");
    expect(offers("pasal\n ayat\n huruf1\n angka2\n subhuruf3\n subangka4*")).toContain("subangka4");
    expect(offers("bab\n bagian\n pasal\n ayat*")).toContain("paragraf");
    expect(offers("bab\n pasal\n ayat*")).not.toContain("paragraf");
    expect(offers("menimbang*")).toContain("mengingat");
    expect(offers("menimbang*")).not.toContain("pasal");
    expect(offers("diktum*")).toContain("diktum");
  });

  const document = outline(`
    bab
    pasal
    ayat
    ayat
    pasal
    bab
    pasal
    isi
    bab`);
  const moves = (index: number): unknown => {
    const name = (target: { before: string | null } | null): unknown =>
      target && (target.before === null ? "end" : document.findIndex((each) => each.cid === target.before));
    const { up, down } = moveTargets(document, index);
    return { unit: movableUnits(document, index), up: name(up), down: name(down) };
  };

  test("[CL21] a unit is a clause with all under it, and passes its sibling of the same kind", () => {
    expect(moves(3)).toEqual({ unit: { start: 3, end: 4 }, up: 2, down: null });
    expect(moves(1)).toEqual({ unit: { start: 1, end: 4 }, up: null, down: 5 });
    expect(moves(5)).toEqual({ unit: { start: 5, end: 8 }, up: 0, down: "end" });
  });

  test("[CL21] a Pasal at the edge steps over the heading into the next bab", () => {
    expect(moves(4)).toEqual({ unit: { start: 4, end: 5 }, up: 1, down: 6 });
    expect(moves(6)).toEqual({ unit: { start: 6, end: 8 }, up: 5, down: "end" });
    expect(document[8]?.cid).toBe(cidOf(8));
  });
});
