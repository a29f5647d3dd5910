/** What the form of a consultation holds, sends and keeps when a colleague was faster. */
import { describe, expect, test } from "vitest";
import {
  bodyOf,
  changedFields,
  likelyWindow,
  patchOf,
  readCount,
  rebase,
  type FormValues,
} from "../../client/consultations/form-values.ts";
import type { GroupId } from "../../domain/ids.ts";

const GURU = "01GURU" as GroupId;
const base: FormValues = {
  title: "Judul",
  summary: "",
  version: 3,
  opens: "2026-11-23T08:00",
  closes: "2026-12-07T16:00",
  groups: [{ groupId: GURU, target: "40" }],
  comments: "open",
  submissions: false,
  whatHappens: "Dijawab.",
  legalBasis: "UU",
  retentionMonths: "24",
  contact: "BKPSDM",
};

describe("the form of a consultation", () => {
  test.each([
    ["40", 40],
    ["1.200", 1200],
    [" 1 200 ", 1200],
    ["", 0],
    ["empat", 0],
    ["-3", 0],
    ["4,5", 0],
  ])("%s is read as %i", (typed, count) => {
    expect(readCount(typed)).toBe(count);
  });

  test("an empty target is none; a target that is no number is not lost but sent as what is refused", () => {
    const body = (target: string) => bodyOf({ ...base, groups: [{ groupId: GURU, target }] }).groups;
    expect(body("")).toEqual([{ groupId: GURU, target: null }]);
    expect(body("x")).toEqual([{ groupId: GURU, target: 0 }]);
  });

  test("[CO6] only what was changed is sent", () => {
    expect(patchOf(base, base)).toEqual({});
    expect(patchOf(base, { ...base, comments: null, retentionMonths: "12" })).toEqual({
      comments: null,
      retentionMonths: 12,
    });
    expect(changedFields(base, { ...base, groups: [...base.groups] })).toEqual([]);
  });

  test("[CO6] one's own changes stand on top of a colleague's", () => {
    const mine = { ...base, title: "Punya saya", summary: "Ringkasan saya" };
    const theirs = { ...base, title: "Punya dia", contact: "Dia" };
    expect(rebase(base, mine, theirs)).toEqual({ ...mine, contact: "Dia" });
  });

  test("[CO2] the likely window is tomorrow by the authority's clocks, also when it is another day elsewhere", () => {
    const late = Date.UTC(2026, 10, 22, 20); // 04:00 on the 23rd in Makassar
    expect(likelyWindow("Asia/Makassar", late)).toEqual({
      opens: "2026-11-24T08:00",
      closes: "2026-12-08T16:00",
    });
    expect(likelyWindow("UTC", late).opens).toBe("2026-11-23T08:00");
  });
});
