import { expect, test } from "vitest";
import { isAllThere, unsentWords, unsentWordsFile } from "../../client/editor/unsent-words.ts";
import { clause } from "../document/support.ts";

const pasal = clause(1, "", "pasal");
const words = (copy: string, live: string) =>
  unsentWords([pasal, clause(2, copy)], [pasal, clause(2, live)]).flatMap((each) => each.words);

test("[ER5] what was written and not sent is taken along, what was erased is not", () => {
  const live = "Penanggung jawab [dihapus] ditunjuk.";
  const copy = "Penanggung jawab Sulaiman Daeng ditunjuk. Belum terkirim.";
  expect(words(copy, live)).toEqual([". Belum terkirim"]);
  expect(words("Baru. Penanggung jawab Sulaiman Daeng ditunjuk.", live)).toEqual(["Baru."]);
  expect(words("Penanggung jawab Sulaiman Daeng ditunjuk.", live)).toEqual([]);
});

test("[ER5] a clause that is only in the copy is taken along whole; one that was erased whole is not", () => {
  const copy = [pasal, clause(2, "Rahasia."), clause(3, "Bagian baru.")];
  const found = unsentWords(copy, [pasal, clause(2, "[dihapus]")]);
  expect(found).toEqual([{ place: "Pasal 1 ayat (2)", words: ["Bagian baru."] }]);
});

test("[ER5] a copy is let go when the text has all its words; one that cannot be read is not", () => {
  const there = (copy: string, live: string, beforeErasure = true) =>
    isAllThere([pasal, clause(2, copy)], [pasal, clause(2, live)], beforeErasure);
  expect(there("Ketua Sulaiman ditunjuk.", "Ketua [dihapus] ditunjuk.")).toBe(true);
  expect(there("Ketua Sulaiman ditunjuk. Baru.", "Ketua [dihapus] ditunjuk.")).toBe(false);
  expect(there("Ketua.", "Ketua ditunjuk.", false)).toBe(false);
  expect(there("Ketua.", "Ketua.", false)).toBe(true);
  expect(isAllThere([], [pasal], true)).toBe(false);
});

test("[ER5] the file has places and words", async () => {
  const file = unsentWordsFile("Kepala", "Tanpa nomor", [
    { place: "Pasal 1", words: ["a", "b"] },
    { place: "", words: ["c"] },
  ]);
  expect(await file.text()).toBe("Kepala\n\nPasal 1:\na\nb\n\nTanpa nomor:\nc\n");
});
