import { describe, expect, test } from "vitest";
import { excerptMarks } from "../../domain/reviews/excerpt.ts";
import { markWords } from "../../domain/versions/word-marks.ts";

const long = "sebagaimana dimaksud dalam Pasal 5 ayat (1) diberikan kepada setiap pegawai";

describe("a difference cut short", () => {
  const shown = (before: string, after: string) =>
    excerptMarks(markWords(before, after))
      .map(({ op, text }) => (op === "same" ? text : `${op === "added" ? "+" : "-"}[${text}]`))
      .join("");

  test("[RV21] what differs stays whole, what is the same is cut to whole words beside it", () => {
    expect(
      shown(`Cuti ${long} paling lama 10 hari. ${long}`, `Cuti ${long} paling lama 12 hari. ${long}`),
    ).toBe("… pegawai paling lama -[10]+[12] hari. sebagaimana …");
    expect(shown("Tetap 1.", "Tetap 2.")).toBe("Tetap -[1]+[2].");
  });

  test("nothing is shown of what did not change, and long differences end in an ellipsis", () => {
    expect(shown(long, long)).toBe("");
    const added = excerptMarks(markWords("", `${long} ${long} ${long}`));
    expect(added).toHaveLength(1);
    expect(added[0]?.text).toMatch(/^sebagaimana .* \S+…$/);
    expect(added[0]?.text.length).toBeLessThan(75);
  });
});
