import { describe, expect, test } from "vitest";
import { DOCUMENT_TYPES } from "../../domain/clauses/clause.ts";
import { clauseText, type DocumentType } from "../../domain/clauses/clause.ts";
import { titleOf } from "../../domain/clauses/content.ts";
import type { Cid } from "../../domain/ids.ts";
import { offeredStages, offeredTypes } from "../../domain/policies/offered.ts";
import { shortTitle } from "../../domain/policies/short-title.ts";
import { createTemplate } from "../../domain/policies/template.ts";

const AUTHORITY = {
  office: "WALI KOTA PALU",
  spelling: "Wali Kota",
  region: "Kota Palu",
  province: "Sulawesi Tengah",
  gazette: "Berita Daerah",
};

function textsOf(documentType: DocumentType, title?: string) {
  let count = 0;
  const newCid = () => `01ARZ3NDEKTSV4RRFFQ69G${String((count += 1)).padStart(4, "0")}` as Cid;
  const clauses = createTemplate({ documentType, authority: AUTHORITY, title, newCid });
  const of = (kind: string) => clauses.filter((clause) => clause.kind === kind).map(clauseText);
  return { clauses, of, all: clauses.map(clauseText).join("\n") };
}

describe("the skeleton", () => {
  test.each([
    ["perda", "PERATURAN DAERAH TENTANG JAM KERJA."],
    ["perkada", "PERATURAN WALI KOTA TENTANG JAM KERJA."],
    ["keputusan", "KEPUTUSAN WALI KOTA TENTANG JAM KERJA."],
    ["uu", "UNDANG-UNDANG TENTANG JAM KERJA."],
  ] as const)("[PL10] Menetapkan of %s names no region and ends with a full stop", (type, expected) => {
    expect(textsOf(type, "Jam kerja").of("menetapkan")).toEqual([expected]);
  });

  test.each(DOCUMENT_TYPES)("[PL10] a new %s says nowhere that it is signed", (type) => {
    expect(textsOf(type, "Jam kerja").all).not.toMatch(/\bttd\b/i);
  });

  test.each(DOCUMENT_TYPES)(
    "[PL10] [PL1] a %s without a title leaves dots, and lists say so in words",
    (type) => {
      const { clauses, all } = textsOf(type);
      expect(all).not.toMatch(/tanpa judul|undefined/i);
      expect(titleOf(clauses)).toMatch(/ TENTANG \.\.\.$/);
      expect(shortTitle(titleOf(clauses)).subject).toBe("");
      expect(shortTitle(titleOf(clauses)).formal).not.toBe("");
    },
  );
});

describe("what is offered", () => {
  test("[PL11] a city makes no law but may bring one in; the State makes laws", () => {
    const city = offeredTypes("WALI KOTA PALU");
    expect(city.made).toEqual(DOCUMENT_TYPES.filter((type) => type !== "uu"));
    expect(city.read).toEqual(["uu"]);
    expect(offeredTypes("PRESIDEN REPUBLIK INDONESIA").made).toEqual(["uu"]);
  });

  test("[PL12] only a Perda and a law go through the council", () => {
    for (const type of DOCUMENT_TYPES) {
      const through = offeredStages(type, "drafting").includes("council");
      expect(through, type).toBe(type === "perda" || type === "uu");
    }
  });

  test("[PL12] a Keputusan has the short path, and where it stands is always offered", () => {
    const path = ["drafting", "internal_review", "initialling", "enactment", "promulgation"];
    expect(offeredStages("keputusan", "drafting")).toEqual(path);
    expect(offeredStages("keputusan", "harmonisation")).toContain("harmonisation");
    expect(offeredStages("perkada", "council")).toContain("council");
  });
});
