import { describe, expect, test } from "vitest";
import {
  backspaceAtStart,
  indented,
  indentedSubtree,
  insertableShapes,
  shapesInPlace,
  joinsWithPrevious,
  movableUnits,
  moveTargets,
  numbersAfterInsert,
  outdented,
  outdentedSubtree,
  removableAt,
  shapeAfterEnter,
  shapeOnEmptyEnter,
  shiftedClauses,
  type Shape,
} from "../../domain/clauses/editing.ts";
import { deriveLabels } from "../../domain/clauses/labels.ts";
import { withShapes } from "../../domain/clauses/shifting.ts";
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
    ["bab\n penutup\n bab*", "-"],
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

describe("Tab and Shift+Tab with what hangs on a clause", () => {
  const shifts = (text: string, deeper: boolean): string => {
    const [clauses, index] = at(text);
    const changes = (deeper ? indentedSubtree : outdentedSubtree)(clauses, index);
    return changes?.map((change) => `${change.index}:${show(change.shape)}`).join(" ") ?? "-";
  };
  test.each([
    ["pasal\n ayat\n huruf1\n huruf1*\n angka2\n angka2", "3:angka2 4:subhuruf3 5:subhuruf3"],
    ["pasal\n ayat\n huruf1\n huruf1*\n angka2\n subhuruf3", "3:angka2 4:subhuruf3 5:subangka4"],
    ["pasal\n ayat\n huruf1\n huruf1*\n angka2\n subhuruf3\n subangka4", "-"],
    ["pasal\n ayat\n ayat*\n huruf1\n angka2\n isi", "2:huruf1 3:angka2 4:subhuruf3 5:isi1"],
    ["pasal\n ayat\n huruf1\n huruf1*\n angka2\n isi1\n huruf1", "3:angka2 4:subhuruf3 5:isi2"],
    ["pasal\n ayat\n huruf1\n huruf1*\n isi1", "3:angka2"],
    ["pasal\n isi*\n huruf1", "1:ayat"],
    ["pasal\n isi\n angka1\n angka1*\n huruf2", "3:huruf2 4:subangka3"],
    ["pasal\n ayat\n ayat*\n tabel", "-"],
    ["bab\n bab*\n bagian\n pasal\n isi\n bagian", "1:bagian 2:paragraf 5:paragraf"],
    ["bab\n bab*\n bagian\n paragraf", "-"],
    ["pasal #I\n butir\n butir*\n > pasal #6\n > ayat\n > huruf1", "2:huruf1"],
    ["diktum\n diktum*\n huruf1", "1:huruf1 2:angka2"],
  ])("[CL27] Tab in %j gives %s", (text, expected) => {
    expect(shifts(text, true)).toBe(expected);
  });

  test.each([
    ["pasal\n ayat\n huruf1*\n angka2\n subhuruf3", "2:ayat 3:huruf1 4:angka2"],
    ["pasal\n ayat\n angka1*\n huruf2\n angka1", "2:ayat 3:angka1"],
    ["pasal\n isi\n huruf1*\n angka2\n isi1\n huruf1", "2:isi 3:huruf1 4:isi"],
    ["pasal\n ayat\n huruf1\n angka2*\n subhuruf3\n angka2", "3:huruf1 4:angka2"],
    ["bab\n bagian*\n paragraf\n paragraf", "1:bab 2:bagian 3:bagian"],
  ])("[CL27] Shift+Tab in %j gives %s", (text, expected) => {
    expect(shifts(text, false)).toBe(expected);
  });

  test("[CL27] over several clauses, what hangs on one of them is not moved twice", () => {
    const clauses = outline("pasal\n ayat\n huruf1\n huruf1\n angka2\n huruf1");
    const name = (indexes: number[], deeper: boolean): string =>
      shiftedClauses(clauses, indexes, deeper)
        .map((change) => `${change.index}:${show(change.shape)}`)
        .join(" ");
    expect(name([3, 4, 5], true)).toBe("3:angka2 4:subhuruf3 5:angka2");
    expect(name([3, 4], false)).toBe("3:ayat 4:huruf1");
    expect(name([2], true)).toBe("");
  });

  test("[CL27] a fixed number stays only with its kind", () => {
    const clauses = outline("pasal\n ayat\n huruf1 #c\n huruf1 #d");
    expect(withShapes(clauses, [{ index: 3, shape: { kind: "angka", level: 2 } }])[3]).not.toHaveProperty(
      "number",
    );
    expect(withShapes(clauses, [{ index: 3, shape: { kind: "huruf", level: 2 } }])[3]).toHaveProperty(
      "number",
      "d",
    );
  });
});

describe("numbers of new clauses", () => {
  const numbers = (text: string): string =>
    numbersAfterInsert(...at(text))
      .map(({ index, number }) => `${index}:${number}`)
      .join(" ");
  test.each([
    ["pasal #I\n isi\n pasal #II\n isi\n pasal*", "4:III"],
    ["pasal #I\n butir\n > pasal #6\n pasal*\n isi\n pasal #II\n isi", "3:II 5:III"],
    ["pasal*\n pasal #I\n pasal #II", "0:I 1:II 2:III"],
    ["pasal\n isi\n pasal*", ""],
    ["pasal #19A\n isi\n pasal*", ""],
    ["pasal #I\n ayat\n ayat*", ""],
    ["pasal #I\n butir\n > pasal #6\n > pasal*", ""],
  ])("[CL29] %j: %s", (text, expected) => {
    expect(numbers(text)).toBe(expected);
  });

  const act = "pasal #I\n butir\n ";
  test.each([
    [`${act}> pasal #19A\n > isi\n > pasal*`, "4:19B"],
    [
      `${act}> pasal #19A\n > isi\n > pasal*\n > pasal #19B\n > pasal #19C\n > pasal #20`,
      "4:19B 5:19C 6:19D",
    ],
    [`${act}> pasal #19\n > isi\n > pasal*\n > isi`, ""],
    [`${act}> pasal #19Z\n > pasal*`, "3:19AA"],
    [`${act}> pasal #5\n > ayat\n > ayat #1a\n > ayat*\n > ayat`, "5:1b"],
    [`${act}> pasal #5\n > ayat\n > ayat*\n > ayat #1a`, "4:1a 5:1b"],
    [`${act}> pasal #5\n > ayat\n > ayat*\n > ayat #2a`, ""],
    [`${act}> pasal #5\n > ayat\n > huruf1 #a1\n > huruf1*`, "5:a2"],
    [`${act}> ayat*\n > ayat #1a\n > ayat #1b`, "2:1a 3:1b 4:1c"],
    [`${act}> pasal #19A\n butir\n > pasal*`, ""],
    [`${act}> bab #IIA\n > bab*`, "3:IIB"],
  ])("[CL30] %j: %s", (text, expected) => {
    expect(numbers(text)).toBe(expected);
  });

  test("[CL30] a deleted Pasal keeps its number and its word", () => {
    const clauses = outline(`${act}> pasal #19A\n > isi | Dihapus.\n > pasal\n > isi`);
    expect(numbersAfterInsert(clauses, 4)).toEqual([{ index: 4, number: "19B" }]);
    expect(deriveLabels(clauses)[2]).toBe("Pasal 19A");
    expect(backspaceAtStart(clauses, 2)).toEqual({ do: "nothing" });
    expect(backspaceAtStart(clauses, 3)).toEqual({ do: "nothing" });
  });
});

describe("Backspace at the start", () => {
  const act = (text: string): string => {
    const result = backspaceAtStart(...at(text));
    if (result.do === "remove") return `remove ${result.range.start}-${result.range.end}`;
    return result.do === "outdent"
      ? `outdent ${result.changes.map(({ shape }) => show(shape)).join(" ")}`
      : result.do;
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
    ["pasal\n isi | x*", "nothing"],
    ["pasal\n ayat | x\n pasal*\n isi | y", "nothing"],
    ["pasal\n ayat | x\n bab | y*", "nothing"],
    ["bab\n bab*", "join"],
    ["menimbang\n menimbang*", "join"],
    ["menimbang | x\n mengingat | y*", "nothing"],
    ["pasal\n ayat\n huruf1\n angka2*\n subhuruf3", "outdent huruf1 angka2"],
    ["diktum\n huruf1\n diktum*", "join"],
    ["pasal #I\n butir | x\n > ayat | y*", "nothing"],
    ["pasal\n tabel\n isi | x*", "nothing"],
  ])("[CL19] %j: %s", (text, expected) => {
    expect(act(text)).toBe(expected);
  });

  test.each([
    ["bab | A\n pasal\n isi*", "remove 1-3"],
    ["bab | A\n pasal*\n isi", "remove 1-3"],
    ["bab | A\n pasal*", "remove 1-2"],
    ["bab | A\n pasal*\n ayat", "remove 1-3"],
    ["bab | A\n pasal\n ayat*", "outdent isi"],
    ["pasal*\n isi | kata", "nothing"],
    ["pasal\n isi | kata\n pasal*\n isi | kata", "nothing"],
    ["pasal\n isi | kata\n pasal*\n ayat\n ayat", "nothing"],
    ["pasal\n isi*", "nothing"],
    ["pasal\n isi*\n pasal\n isi | kata", "remove 0-2"],
    ["pasal\n isi\n pasal*\n isi | kata", "nothing"],
    ["bab*\n pasal\n isi | kata", "remove 0-1"],
    ["judul | x\n bab*\n pasal\n isi | kata", "remove 1-2"],
    ["bab\n pasal*\n isi | kata", "remove 0-1"],
    ["judul | x\n bab*\n bagian | y", "nothing"],
    ["bab | x\n pasal\n isi | kata\n bab*\n bagian | y", "remove 3-4"],
    ["judul | x\n menetapkan*", "remove 1-2"],
    ["menetapkan\n pasal*\n isi | kata", "remove 0-1"],
    ["diktum | x\n penutup\n penutup | y*", "join"],
  ])("[CL28] %j: %s", (text, expected) => {
    expect(act(text)).toBe(expected);
  });

  test("[CL19] what hangs on joined words takes the form of the list it comes to stand in", () => {
    const join = (text: string): unknown => {
      const result = backspaceAtStart(...at(text));
      return (
        result.do === "join" && result.changes.map(({ index, shape }) => `${index}:${show(shape)}`).join(" ")
      );
    };
    expect(join("pasal\n ayat\n huruf1\n ayat*\n angka1\n huruf2")).toBe("4:huruf1 5:angka2");
    expect(join("pasal\n ayat\n ayat*\n angka1")).toBe("");
    expect(join("pasal\n ayat\n huruf1\n huruf1*\n angka2")).toBe("");
  });

  test("[CL28] a table with words in it is not removed", () => {
    const value = { head: 0, rows: [["", "kata"]] };
    const [isi, tabel] = outline("isi\n tabel");
    if (!isi || !tabel) throw new Error("two clauses");
    expect(
      backspaceAtStart(
        [
          { ...isi, runs: [{ text: "x" }] },
          { ...tabel, value },
        ],
        1,
      ),
    ).toEqual({ do: "nothing" });
    expect(removableAt([isi, { ...tabel, value: { head: 0, rows: [[""]] } }], 1)).toEqual({
      start: 1,
      end: 2,
    });
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
    expect(offers("pasal #I\n isi*\n butir")).not.toContain("ayat");
    expect(offers("pasal\n ayat\n huruf1\n angka2\n subhuruf3\n subangka4*")).toContain("subangka4");
    expect(offers("bab\n bagian\n pasal\n ayat*")).toContain("paragraf");
    expect(offers("bab\n pasal\n ayat*")).not.toContain("paragraf");
    // Not where what follows would lose its place.
    expect(offers("bab\n pasal\n ayat*\n bab\n pasal\n isi")).not.toMatch(/penutup|lampiran/);
    expect(offers("bab\n pasal\n ayat*\n ayat")).toContain("bab");
    expect(offers("pasal\n ayat\n huruf1\n angka2*\n angka2")).toMatch(/^angka2 ayat subhuruf3 huruf1 isi1/);
    expect(offers("menimbang*")).toContain("mengingat");
    expect(offers("menimbang*")).not.toContain("pasal");
    expect(offers("diktum*")).toContain("diktum");
  });

  test("[CL41] an ayat is offered in a Pasal of plain text, first in an empty one", () => {
    expect(offers("pasal\n isi*")).toMatch(/^ayat isi /);
    expect(offers("pasal\n isi | x\n isi*")).toMatch(/^ayat isi /);
    expect(offers("pasal\n isi | x*")).toMatch(/^isi ayat /);
    expect(offers("pasal\n isi | x:\n huruf1 | a*")).toMatch(/^huruf1 ayat /);
    expect(offers("diktum\n isi*")).not.toContain("ayat");
    // The slash that calls the menu is no word.
    expect(shapesInPlace(...at("pasal\n isi | /ay*")).map(show)).toEqual(
      insertableShapes(...at("pasal\n isi*")).map(show),
    );
    expect(offers("pasal #I\n isi | x*\n > pasal #6")).not.toContain("ayat");
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
