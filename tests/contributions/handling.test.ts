import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { CONTRIBUTION_STATES } from "../../domain/contributions/contribution.ts";
import { ACTS, isOpen, isSorted, stateAfter } from "../../domain/contributions/handling.ts";
import { cutOut, findPersonalData, isCutOf } from "../../domain/contributions/redaction.ts";

describe("handling", () => {
  test("[CT10] state x act: what is possible, and what it becomes", () => {
    // Columns: triage, assign to somebody, answer, correct, publish, reopen, withdraw.
    const table = {
      received: ["triaged", "received", null, null, null, null, "withdrawn"],
      triaged: ["triaged", "considered", "answered", null, null, null, "withdrawn"],
      considered: ["considered", "considered", "answered", null, null, null, "withdrawn"],
      answered: ["answered", "answered", null, "answered", "published", "considered", "withdrawn"],
      published: ["published", "published", null, "published", null, "considered", "withdrawn"],
      withdrawn: [null, null, null, null, null, null, null],
    };
    for (const state of CONTRIBUTION_STATES)
      expect(
        ACTS.map((act) => stateAfter(state, act, act === "assign")),
        state,
      ).toEqual(table[state]);
  });

  test("[CT13] an input that was given to somebody before it was sorted is considered once it is", () => {
    expect(stateAfter("received", "triage", true)).toBe("considered");
    expect(stateAfter("triaged", "assign", false)).toBe("triaged");
    expect(stateAfter("considered", "assign", false)).toBe("considered");
  });

  test("[CT12] words are public only from triage on; open is what waits for an answer", () => {
    expect(CONTRIBUTION_STATES.filter(isSorted)).toEqual(["triaged", "considered", "answered", "published"]);
    expect(CONTRIBUTION_STATES.filter(isOpen)).toEqual(["received", "triaged", "considered"]);
  });
});

describe("redaction", () => {
  const found = (text: string) =>
    findPersonalData(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

  test("[CT14] proposes NIP, NIK, telephone, e-mail and plates, also where they are written in groups", () => {
    expect(found("NIP 198001012005011001 atau 19800101 200501 1 001.")).toEqual([
      "nip 198001012005011001",
      "nip 19800101 200501 1 001",
    ]);
    expect(found("NIK saya 7271012345670001; 7271 0123 4567 0001")).toEqual([
      "nik 7271012345670001",
      "nik 7271 0123 4567 0001",
    ]);
    expect(found("Hubungi 0812-3456-7890, +62 812 3456 7890 atau (0451) 421234.")).toEqual([
      "phone 0812-3456-7890",
      "phone +62 812 3456 7890",
      "phone (0451) 421234",
    ]);
    expect(found("Surel: ani.s@palu.go.id, mobil DN 1234 AB")).toEqual([
      "email ani.s@palu.go.id",
      "plate DN 1234 AB",
    ]);
  });

  test("[CT14] leaves numbers of laws, years, money and articles alone", () => {
    for (const text of [
      "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
      "Pasal 12 ayat (3) huruf a angka 2, Lembaran Negara Tahun 2014 Nomor 244",
      "paling banyak Rp50.000.000,00 (lima puluh juta rupiah)",
      "PP 45 TAHUN 2017, UU 5 TAHUN 2014, jam 07.30 sampai 16.00",
      "nilai 3.6590 dan 91,48",
    ])
      expect(found(text), text).toEqual([]);
  });

  test("[CT14] cutting only takes out, and nothing but cutting passes", () => {
    expect(cutOut("a bc d", [{ start: 2, end: 4 }])).toBe("a [...] d");
    expect(
      cutOut("abcdef", [
        { start: 3, end: 5 },
        { start: 1, end: 3 },
      ]),
    ).toBe("a[...]f");
    expect(cutOut("abc", [{ start: 0, end: 3 }])).toBe("[...]");
    expect(() => cutOut("abc", [{ start: 2, end: 9 }])).toThrow(RangeError);
    expect(isCutOf("Pak Budi terlambat.", "Pak [...] terlambat.")).toBe(true);
    for (const shown of [
      "Pak Budi terlambat.",
      "Pak [...] rajin.",
      "Bu [...] terlambat.",
      "Pak [...] terlambat. Sekali.",
      "Pak Budi[...] terlambat.",
      "",
      "Pak Budi",
    ])
      expect(isCutOf("Pak Budi terlambat.", shown), shown).toBe(false);
  });

  test("[CT14] whatever stretches are cut out, the result is a cut of the text; with a letter more it is not", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(59), fc.nat(59)), { minLength: 1, maxLength: 4 }),
        (text, pairs) => {
          const spans = pairs
            .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }))
            .filter(({ end }) => end <= text.length);
          fc.pre(spans.length > 0 && !text.includes("[") && !text.includes("\u2603"));
          const shown = cutOut(text, spans);
          expect(isCutOf(text, shown)).toBe(true);
          expect(isCutOf(text, `\u2603${shown}`)).toBe(false);
          expect(isCutOf(text, `${shown}\u2603`)).toBe(false);
        },
      ),
    );
  });
});
