/** Results as files: the figures of the page and nothing else, in every format. */
import { describe, expect, test } from "vitest";
import type { Cid, GroupId } from "../../domain/ids.ts";
import { publishResults, type PublishInput } from "../../domain/surveys/publish-results.ts";
import { resultTableTexts } from "../../domain/surveys/result-table.intl.ts";
import { resultTables } from "../../domain/surveys/result-table.ts";
import { definitionFrom } from "../../domain/surveys/templates.ts";
import { toCsv } from "../../server/exports/to-csv.ts";
import { toXlsx } from "../../server/exports/to-xlsx.ts";

const CID = "01J00000000000000000000001" as Cid;
const [GURU, BIDAN, AHLI] = ["01GURU", "01BIDAN", "01AHLI"] as [GroupId, GroupId, GroupId];
const quotes = [{ cid: CID, commentable: CID, citation: "Pasal 7 ayat (1)", text: "..." }];
const answers = (count: number, groupId: GroupId, value: number) =>
  Array.from({ length: count }, () => ({ groupId, answers: { q: value } }));
const input = (changes: Partial<PublishInput> = {}): PublishInput => ({
  definition: {
    sections: [
      {
        id: "s",
        title: "",
        questions: [
          {
            id: "q",
            type: "scale",
            words: "=Cukup?",
            required: false,
            targets: [{ cid: CID }],
            scale: { from: 1, to: 3, low: "kurang", high: "cukup" },
          },
        ],
      },
    ],
  },
  quotes,
  rule: "code",
  phase: "closed",
  target: null,
  groups: [
    { groupId: GURU, name: "Guru" },
    { groupId: BIDAN, name: "Bidan" },
    { groupId: AHLI, name: "Ahli" },
  ],
  responses: [
    ...answers(6, GURU, 3),
    ...answers(5, BIDAN, 1),
    ...answers(2, BIDAN, 2),
    ...answers(6, AHLI, 3),
  ],
  texts: new Map(),
  inboxPath: () => "",
  now: 1,
  ...changes,
});
const tables = (changes: Partial<PublishInput> = {}) =>
  resultTables(publishResults(input(changes)), quotes, resultTableTexts.id);

describe("results as tables", () => {
  test("one answer of one group a row, with n and mean; clauses by their citation", () => {
    const [figures, groups] = tables();
    expect(figures?.rows.slice(0, 3)).toEqual([
      ["=Cukup?", "", "Pasal 7 ayat (1)", "Semua", 19, "1 (kurang)", 5, 2.37],
      ["=Cukup?", "", "Pasal 7 ayat (1)", "Semua", 19, "2", 2, 2.37],
      ["=Cukup?", "", "Pasal 7 ayat (1)", "Semua", 19, "3 (cukup)", 12, 2.37],
    ]);
    expect(groups?.rows[0]).toEqual(["Semua", 19]);
  });

  test("[SV35] where a distribution is kept back there is a row without answers, and no count of 1 to 4", () => {
    const rows = tables()[0]?.rows.filter(([, , , group]) => group === "Bidan");
    expect(rows).toEqual([["=Cukup?", "", "Pasal 7 ayat (1)", "Bidan", 7, "", "", 1.29]]);
  });

  test("[SV30] nothing before closing, nothing of too few", () => {
    expect(tables({ phase: "open" })[0]?.rows).toEqual([]);
    expect(tables({ responses: answers(4, GURU, 3) })[0]?.rows).toEqual([]);
  });

  test("[SV40] the index of the SKM has a table of its own", () => {
    const definition = definitionFrom("skm");
    const filled = Object.fromEntries((definition.index?.questions ?? []).map((id) => [id, 3]));
    const responses = Array.from({ length: 6 }, () => ({ groupId: GURU, answers: filled }));
    const [, , index] = tables({ definition, responses });
    expect(index?.rows).toHaveLength(10);
    expect(index?.rows.at(-1)).toEqual(["Indeks (C)", "", 75]);
  });

  test("a question that begins like a formula is text, as CSV and in a workbook that opens", async () => {
    const [figures] = tables();
    if (!figures) throw new Error("no figures");
    expect(toCsv(figures)).toContain("\r\n'=Cukup?,");
    const bytes = await toXlsx(tables());
    expect(new TextDecoder().decode(bytes.slice(0, 2))).toBe("PK");
  });
});
