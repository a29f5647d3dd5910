/** Labels that are typed: what they make of an empty clause, and what undo gives back. */
import { $getSelection, $isRangeSelection, PASTE_TAG } from "lexical";
import { describe, expect, test } from "vitest";
import { registerTypedLabels } from "../../client/editor/typed-labels.ts";
import { clauseText, type Clause } from "../../domain/clauses/clause.ts";
import { outline } from "../clauses/builders.ts";
import { openKeyboard } from "../clauses/keyboard.ts";

const show = (clauses: readonly Clause[]): string =>
  clauses.map((each) => `${each.kind}${each.level || ""} ${clauseText(each)}`.trimEnd()).join(", ");

function start(text: string) {
  const clauses = outline(text);
  const keyboard = openKeyboard(clauses);
  registerTypedLabels(keyboard.editor, () => keyboard.binding.stopCapturing());
  keyboard.caret(clauses.length - 1, 100);
  const insert = (words: string, tag?: string) =>
    keyboard.editor.update(
      () => {
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.insertText(words);
      },
      { discrete: true, ...(tag !== undefined && { tag }) },
    );
  return {
    keyboard,
    insert,
    type: async (words: string) => {
      for (const letter of words) {
        insert(letter);
        await Promise.resolve();
      }
    },
    shown: () => show(keyboard.clauses()),
  };
}

async function typed(text: string, words: string): Promise<string> {
  const at = start(text);
  await at.type(words);
  const made = at.shown();
  at.keyboard.dispose();
  return made;
}

describe("a label that is typed", () => {
  test.each([
    ["pasal\n isi", "(1) kata", "pasal, ayat kata"],
    ["pasal\n isi | x\n isi", "(2) kata", "pasal, ayat x, ayat kata"],
    ["pasal\n isi | x\n isi", "a. kata", "pasal, isi x, huruf1 kata"],
    ["pasal\n isi | x\n isi", "1. kata", "pasal, isi x, angka1 kata"],
    ["pasal\n ayat | x\n ayat", "(2) kata", "pasal, ayat x, ayat kata"],
    ["pasal\n ayat | x\n ayat", "a. kata", "pasal, ayat x, huruf1 kata"],
    ["pasal\n ayat | x\n huruf1 | y\n huruf1", "b. kata", "pasal, ayat x, huruf1 y, huruf1 kata"],
    ["pasal\n ayat | x\n huruf1 | y\n huruf1", "1. kata", "pasal, ayat x, huruf1 y, angka2 kata"],
    ["pasal\n ayat | x\n huruf1 | y\n huruf1", "(2) kata", "pasal, ayat x, huruf1 y, ayat kata"],
    [
      "pasal\n ayat | x\n huruf1 | y\n angka2 | z\n angka2",
      "a) k",
      "pasal, ayat x, huruf1 y, angka2 z, subhuruf3 k",
    ],
    [
      "pasal\n ayat | x\n huruf1 | y\n angka2 | z\n angka2",
      "b. k",
      "pasal, ayat x, huruf1 y, angka2 z, huruf1 k",
    ],
    [
      "pasal\n isi | x\n huruf1 | y\n angka2 | z\n subhuruf3 | u\n subhuruf3",
      "1) k",
      "pasal, isi x, huruf1 y, angka2 z, subhuruf3 u, subangka4 k",
    ],
    ["menimbang | bahwa\n menimbang", "b. bahwa", "menimbang bahwa, menimbang bahwa"],
  ])("[CL42] %j: %s", async (text, words, made) => {
    expect(await typed(text, words)).toBe(made);
  });

  test.each([
    ["pasal\n isi", "a. kata"],
    ["pasal\n isi | x\n isi", "(1) kata"],
    ["pasal\n isi | x\n isi", "c. kata"],
    ["pasal\n isi | x\n isi", "a) kata"],
    ["pasal\n isi | x\n isi", "BAB II"],
    ["pasal\n isi | x\n isi", "Pasal 2 berlaku"],
    ["pasal\n isi | x\n isi", "dst. kata"],
    ["diktum | x\n diktum", "(1) kata"],
    ["pasal #I\n isi | x\n butir | y\n isi", "(1) kata"],
  ])("[CL42] where it would not come out it stays words: %j: %s", async (text, words) => {
    const [before] = [show(outline(text))];
    expect(await typed(text, words)).toBe(`${before} ${words}`);
  });

  test("[CL42] not in the middle of words, and not when pasted", async () => {
    expect(await typed("pasal\n isi | x\n isi | lihat ", "a. kata")).toBe("pasal, isi x, isi lihata. kata");
    const at = start("pasal\n isi");
    at.insert("(1) ", PASTE_TAG);
    await Promise.resolve();
    expect(at.shown()).toBe("pasal, isi (1)");
  });

  test("[CL42] undo gives back what was typed, and typing goes on from there", async () => {
    const at = start("pasal\n isi | x\n isi");
    await at.type("(2) ");
    await at.type("kata");
    expect(at.shown()).toBe("pasal, ayat x, ayat kata");
    at.keyboard.binding.undo();
    expect(at.shown()).toBe("pasal, ayat x, ayat");
    at.keyboard.binding.undo();
    expect(at.shown()).toBe("pasal, isi x, isi (2)");
    at.keyboard.binding.redo();
    expect(at.shown()).toBe("pasal, ayat x, ayat");
  });
});
