import { describe, expect, test } from "vitest";
import { deriveLabels, labelPrefix } from "../../domain/clauses/labels.ts";
import { outline } from "./builders.ts";

/** The labels of an outline, one string. */
const labels = (text: string): string => deriveLabels(outline(text)).join(" / ");

describe("labels", () => {
  test("[CL5] every level has its own form", () => {
    expect(
      labels("buku\n bab\n bagian\n paragraf\n pasal\n ayat\n huruf1\n angka2\n subhuruf3\n subangka4"),
    ).toBe("BUKU KESATU / BAB I / Bagian Kesatu / Paragraf 1 / Pasal 1 / (1) / a. / 1. / a) / 1)");
    expect(labels("diktum\n diktum\n bagian-se\n bagian-se")).toBe("KESATU / KEDUA / A. / B.");
  });

  test("[CL6] Pasal runs through the text; Bagian restarts in each Bab, Paragraf in each Bagian", () => {
    expect(
      labels("bab\n bagian\n paragraf\n pasal\n bagian\n paragraf\n pasal\n bab\n bagian\n pasal\n pasal"),
    ).toBe(
      "BAB I / Bagian Kesatu / Paragraf 1 / Pasal 1 / Bagian Kedua / Paragraf 1 / Pasal 2 / BAB II / Bagian Kesatu / Pasal 3 / Pasal 4",
    );
    expect(labels("buku\n bab\n pasal\n bab\n buku\n bab\n pasal")).toBe(
      "BUKU KESATU / BAB I / Pasal 1 / BAB II / BUKU KEDUA / BAB I / Pasal 2",
    );
  });

  test("[CL6] ayat restart in each Pasal, items in each parent", () => {
    expect(labels("pasal\n ayat\n ayat\n huruf1\n angka2\n angka2\n huruf1\n angka2\n pasal\n ayat")).toBe(
      "Pasal 1 / (1) / (2) / a. / 1. / 2. / b. / 1. / Pasal 2 / (1)",
    );
  });

  test("[CL6] a list goes on after the closing phrase of an inner list, and starts anew after its own", () => {
    expect(labels("pasal\n ayat\n huruf1\n angka2\n isi1\n huruf1\n isi\n huruf1")).toBe(
      "Pasal 1 / (1) / a. / 1. /  / b. /  / a.",
    );
  });

  test("[CL7] a number sets the count by its whole part; a suffix does not advance it", () => {
    expect(labels("pasal\n pasal #19\n pasal #19A\n pasal #19B\n pasal")).toBe(
      "Pasal 1 / Pasal 19 / Pasal 19A / Pasal 19B / Pasal 20",
    );
    expect(labels("pasal\n ayat\n ayat #1a\n ayat #1b\n ayat")).toBe("Pasal 1 / (1) / (1a) / (1b) / (2)");
    expect(labels("bab #XII\n bab #XIIA\n bab")).toBe("BAB XII / BAB XIIA / BAB XIII");
    expect(labels("pasal\n ayat\n huruf1\n huruf1 #a1\n huruf1")).toBe("Pasal 1 / (1) / a. / a1. / b.");
    expect(labels("bab\n bagian #Pertama\n bagian")).toBe("BAB I / Bagian Pertama / Bagian Kedua");
    expect(labels("diktum #PERTAMA\n diktum")).toBe("PERTAMA / KEDUA");
  });

  test("[CL7] a number that cannot be read is printed and counts as one", () => {
    expect(labels("pasal #...\n pasal")).toBe("Pasal ... / Pasal 2");
  });

  test("[CL8] a quoted block counts for itself and the text around it goes on", () => {
    expect(
      labels(
        "pasal #I\n butir\n > pasal #6\n > ayat\n > ayat\n butir\n > pasal #19A\n > ayat\n butir\n pasal #II",
      ),
    ).toBe("Pasal I / 1. / Pasal 6 / (1) / (2) / 2. / Pasal 19A / (1) / 3. / Pasal II");
  });

  test("[CL8] the items of a butir and those of its quoted text are counted apart", () => {
    expect(labels("pasal #I\n butir\n huruf1\n > huruf1 #c\n > huruf1\n huruf1")).toBe(
      "Pasal I / 1. / a. / c. / d. / b.",
    );
  });

  test("[CL8] each Lampiran and the Penjelasan count from the start", () => {
    expect(labels("pasal\n pasal\n lampiran\n bab\n pasal\n lampiran\n bab\n pasal")).toBe(
      "Pasal 1 / Pasal 2 / LAMPIRAN I / BAB I / Pasal 1 / LAMPIRAN II / BAB I / Pasal 1",
    );
    expect(labels("pasal\n ayat\n penjelasan-umum\n angka1\n penjelasan-pasal\n ayat")).toBe(
      "Pasal 1 / (1) /  / 1. / Pasal 1 / (1)",
    );
  });

  test("[CL9] a lone consideration, basis or Lampiran is not numbered", () => {
    expect(labels("menimbang\n mengingat\n mengingat\n memperhatikan\n lampiran")).toBe(
      " / 1. / 2. /  / LAMPIRAN",
    );
    expect(labels("menimbang\n menimbang\n lampiran\n lampiran")).toBe("a. / b. / LAMPIRAN I / LAMPIRAN II");
    expect(labels("menimbang #a\n lampiran #I")).toBe("a. / LAMPIRAN I");
  });

  test("[CL10] an entry of the Penjelasan is named after what it explains", () => {
    expect(
      labels(`pasal
        pasal #1A
        ayat
        huruf1
        penjelasan-pasal @0
        penjelasan-pasal @1
        penjelasan-pasal @2
        penjelasan-pasal @3
        penjelasan-pasal`),
    ).toBe("Pasal 1 / Pasal 1A / (1) / a. / Pasal 1 / Pasal 1A / Ayat (1) / Huruf a / Pasal 2");
  });

  test("[CL10] without a known target it is counted, or prints its number", () => {
    expect(
      labels("penjelasan-pasal\n penjelasan-pasal #Ayat_(1)\n penjelasan-pasal\n penjelasan-pasal #7A"),
    ).toBe("Pasal 1 / Ayat (1) / Pasal 2 / Pasal 7A");
  });

  test("[CL11] the words before a run stand once, before its first clause", () => {
    const clauses = outline("menimbang\n menimbang\n huruf1\n menimbang\n mengingat\n menetapkan\n pasal");
    expect(clauses.map((_, index) => labelPrefix(clauses, index))).toEqual([
      "Menimbang",
      "",
      "",
      "",
      "Mengingat",
      "Menetapkan",
      "",
    ]);
  });

  test("[CL12] 10,000 clauses are labelled well within a second", () => {
    const pasal = "pasal\n ayat\n huruf1\n huruf1\n angka2\n angka2\n ayat\n isi\n";
    const clauses = outline(pasal.repeat(1250));
    deriveLabels(clauses);
    const start = performance.now();
    expect(deriveLabels(clauses).filter((label) => label.startsWith("Pasal"))).toHaveLength(1250);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
