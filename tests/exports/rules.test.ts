import { describe, expect, test } from "vitest";
import { answerFigures, median } from "../../domain/exports/answer-figures.ts";
import { plainText } from "../../domain/exports/document.ts";
import type { ExportInput } from "../../domain/exports/export-input.ts";
import { exportTexts } from "../../domain/exports/exports.intl.ts";
import { inventoryStatus } from "../../domain/exports/inventory-status.ts";
import { issueInventory } from "../../domain/exports/issue-inventory.ts";
import { spokenClauses } from "../../domain/exports/spoken-clauses.ts";
import { derive } from "../../domain/clauses/citation.ts";
import { cidOf, outline } from "../clauses/builders.ts";

const input = (more: Partial<ExportInput> = {}): ExportInput => ({
  id: "1",
  createdOn: "2026-11-01",
  channel: "comment",
  group: "",
  body: "",
  places: [{ cid: cidOf(2), citation: "Pasal 1 ayat (1)" }],
  order: 2,
  stance: null,
  text: "kata",
  proposedText: null,
  moderationNote: null,
  hiddenFromPublic: false,
  state: "received",
  versionRead: 1,
  answer: null,
  ...more,
});
const answered = (answeredOn: string): Partial<ExportInput> => ({
  state: "answered",
  answer: { outcome: "noted", reason: "x", answeredOn, change: null },
});

describe("figures of answers", () => {
  test("[EX6] received, withdrawn, answered and open add up; the share is of what was not withdrawn", () => {
    const figures = answerFigures([
      input(answered("2026-11-02")),
      input(answered("2026-11-05")),
      input({ state: "withdrawn" }),
      input(),
    ]);
    expect(figures).toEqual({
      received: 4,
      withdrawn: 1,
      answered: 2,
      open: 1,
      shareAnswered: 66.7,
      medianDays: 2.5,
    });
    expect(answerFigures([])).toEqual({
      received: 0,
      withdrawn: 0,
      answered: 0,
      open: 0,
      shareAnswered: null,
      medianDays: null,
    });
    // Answered, opened again: open.
    expect(
      answerFigures([input({ ...answered("2026-11-02"), state: "considered", answer: null })]).open,
    ).toBe(1);
  });

  test("[EX6] the median of an even number is the mean of the middle two", () => {
    expect([median([]), median([4]), median([9, 1]), median([10, 2, 30])]).toEqual([null, 4, 5, 10]);
  });
});

describe("the DIM", () => {
  test("[EX4] the status follows from the input", () => {
    const status = (more: Partial<ExportInput>, wording = "Setiap pegawai wajib hadir.") =>
      inventoryStatus(input(more), wording);
    expect(status({ stance: "question" })).toBe("explain");
    expect(status({ stance: "support" })).toBe("kept");
    expect(status({ stance: "against" })).toBe("substance");
    expect(status({ stance: "support-with-change" })).toBe("substance");
    expect(status({ proposedText: "setiap pegawai  WAJIB hadir" })).toBe("wording");
    expect(status({ proposedText: "Setiap pegawai wajib hadir tepat waktu." })).toBe("substance");
    for (const words of ["Dihapus.", "hapus", "(dihapus)"])
      expect(status({ proposedText: words })).toBe("removed");
    expect(status({ proposedText: "Pasal baru.", places: [] })).toBe("added");
  });

  const text = derive(
    outline(`
      bab | UMUM
      pasal
      ayat | Setiap pegawai wajib:
      huruf1 | hadir; dan
      huruf1 | melapor.
      pasal
      isi | Berlaku.`),
  );

  test("[EX4] clauses are those that can be spoken on, items with them; a Pasal of ayat only where it is spoken of", () => {
    const cited = (named: readonly number[]) =>
      spokenClauses(text, new Set(named.map(cidOf))).map(
        ({ citation, wording }) => `${citation}: ${wording}`,
      );
    expect(cited([])).toEqual([
      "Pasal 1 ayat (1): Setiap pegawai wajib:\na. hadir; dan\nb. melapor.",
      "Pasal 2: Berlaku.",
    ]);
    expect(cited([1])[0]).toBe("Pasal 1: ");
  });

  test("[EX4] [CT1] what is about several clauses stands under each, what is about none or a gone one is there as well", () => {
    const places = [
      { cid: cidOf(3), citation: "Pasal 1 ayat (1) huruf a" },
      { cid: cidOf(6), citation: "Pasal 2" },
    ];
    const table = issueInventory(
      text,
      [
        input({ stance: "against", places }),
        input({ id: "2", stance: "question", places: [], order: -1 }),
        input({ id: "3", stance: "against", places: [{ cid: cidOf(50), citation: "Pasal 9" }], order: 99 }),
        input({ id: "4", text: "tanpa sikap" }),
      ],
      "id",
    );
    expect(table.rows.map((row) => [plainText(row[1] ?? "").split("\n")[0], row[5]])).toEqual([
      ["Seluruh rancangan", exportTexts.id.status.explain],
      ["Pasal 1 ayat (1)", exportTexts.id.status.substance],
      ["Pasal 2", exportTexts.id.status.substance],
      ["Pasal 9", exportTexts.id.status.substance],
    ]);
  });
});
