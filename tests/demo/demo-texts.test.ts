/** The demo texts are whole, differ as told, and carry exactly the planted faults. */
import { describe, expect, test } from "vitest";
import type { DemoPolicy } from "../../db/demo/demo-policy.ts";
import { underNumbering } from "../../db/demo/compose.ts";
import { DEMO_ACCOUNTS, DEMO_GROUPS, DEMO_POLICIES, DEMO_UNITS } from "../../db/demo/index.ts";
import { PALU } from "../../db/demo/palu.ts";
import { PONTIANAK } from "../../db/demo/pontianak.ts";
import {
  bodyOf,
  brokenReferences,
  numbersWithoutWords,
  pasal,
  pasalOf,
  unusedTerms,
} from "./regulation-text.ts";

/** Number of ayat per Pasal; 0 is a Pasal without ayat. */
const AYAT_PALU_DRAF_3 = [0, 2, 0, 3, 3, 2, 3, 2, 2, 3, 3, 2, 3, 3, 2, 3, 2, 0];
const AYAT_PALU_LIVE = AYAT_PALU_DRAF_3.with(6, 4);
const AYAT_PONTIANAK = [0, 2, 3, 3, 3, 2, 2, 3, 2, 3, 2, 2, 3, 2, 2, 0, 0];

function draft(policy: DemoPolicy, label: string): string {
  const found = policy.drafts.find((each) => each.label === label);
  if (!found) throw new Error(`no ${label}`);
  return found.text;
}

const ayatCounts = (text: string): readonly number[] =>
  pasalOf(text).map(({ hasAyat, ayat }) => (hasAyat ? ayat.length : 0));

const texts = DEMO_POLICIES.flatMap(({ slug, drafts, live }) => [
  ...drafts.map(({ label, text }) => ({ name: `${slug} ${label}`, text })),
  { name: `${slug} live`, text: live.text },
]);

describe.each(texts)("$name", ({ text }) => {
  test("Pasal and ayat run on without gaps", () => {
    const all = pasalOf(text);
    expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1));
    for (const { hasAyat, ayat } of all) {
      if (hasAyat)
        expect(ayat.map((each) => /^\((\d+)\)/.exec(each)?.[1])).toEqual(ayat.map((_, i) => `${i + 1}`));
    }
  });

  test("chapters run on without gaps, Ketentuan Umum first, Penutup last", () => {
    const chapters = [...bodyOf(text).matchAll(/^BAB ([IVX]+)\n(.+)$/gm)].map(([, number, title]) => ({
      number,
      title,
    }));
    const roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI"];
    expect(chapters.map(({ number }) => number)).toEqual(roman.slice(0, chapters.length));
    expect(chapters.at(0)?.title).toBe("KETENTUAN UMUM");
    expect(chapters.at(-1)?.title).toBe("KETENTUAN PENUTUP");
    for (const { title } of chapters) expect(title).toBe(title?.toUpperCase());
  });

  test("lists end with signs and the conjunction where they belong", () => {
    for (const { ayat } of pasalOf(text).slice(1)) {
      for (const each of ayat) {
        const items = each.split("\n").slice(1);
        if (items.length === 0) {
          expect(each).toMatch(/\.$/);
          continue;
        }
        expect(each.split("\n")[0]).toMatch(/:$/);
        expect(items.map((item) => item.slice(0, 3))).toEqual(items.map((_, i) => `${"abcdefghij"[i]}. `));
        expect(items.at(-1)).toMatch(/\.$/);
        expect(items.at(-2)).toMatch(/; (dan|atau)$/);
        for (const item of items.slice(0, -2)) expect(item).toMatch(/;$/);
      }
    }
  });

  test("opening, closing and gazette are there, and no line is broken", () => {
    for (const line of ["DENGAN RAHMAT TUHAN YANG MAHA ESA", "MEMUTUSKAN:", "pada tanggal ..."]) {
      expect(text.split("\n")).toContain(line);
    }
    expect(text).toMatch(/^BERITA DAERAH KOTA [A-Z]+ TAHUN \.\.\. NOMOR \.\.\.$/m);
    expect(text).not.toMatch(/[ \t]$/m);
    expect(text).not.toMatch(/\n{3}/);
    expect(text).toBe(text.normalize("NFC"));
  });

  test("[D4] defined terms keep their capitals", () => {
    const norms = pasalOf(text)
      .slice(1)
      .flatMap(({ ayat }) => ayat);
    const terms = text.includes("KOTA PALU")
      ? /wali kota|perangkat daerah|sistem merit|pengembangan kompetensi|(?<!\w)daerah/
      : /wali kota|perangkat daerah|promosi|evaluasi kinerja|tim penilai|pejabat penilai|(?<!\w)daerah/;
    expect(norms.filter((each) => terms.test(each))).toEqual([]);
  });

  test("a Lampiran is there if and only if the body names it", () => {
    const named = new Set(
      bodyOf(text)
        .match(/\bLampiran\b(?: I+\b)?/g)
        ?.map((each) => each.toUpperCase()),
    );
    expect(new Set(text.match(/^LAMPIRAN\b(?: I+)?$/gm))).toEqual(named);
  });
});

describe("Palu", () => {
  const draf1 = draft(PALU, "Draf 1");
  const draf2 = draft(PALU, "Draf 2");
  const draf3 = draft(PALU, "Draf 3");
  const live = PALU.live.text;

  test("has every Pasal with its number of ayat", () => {
    expect(ayatCounts(draf3)).toEqual(AYAT_PALU_DRAF_3);
    expect(ayatCounts(live)).toEqual(AYAT_PALU_LIVE);
  });

  test.each([
    ["Draf 2", draf2],
    ["Draf 3", draf3],
    ["live", live],
  ])("[R1] [D3] [P4] [G1] %s has the planted faults and no other of their kind", (_, text) => {
    expect(brokenReferences(text)).toEqual(["in Pasal 9: Pasal 21"]);
    expect(unusedTerms(text)).toEqual(["Talenta"]);
    expect(text).toMatch(
      /^d\. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf c, perlu/m,
    );
    expect(
      pasalOf(text)
        .filter(({ ayat }) => ayat.join().includes("antara lain"))
        .map(({ number }) => number),
    ).toEqual([12]);
  });

  test.each([
    ["Draf 3", draf3],
    ["live", live],
  ])(
    "[G2] [B11] %s says selambat-lambatnya 30 hari in Pasal 14 only, other numbers carry words",
    (_, text) => {
      expect(pasal(text, 14).ayat[1]).toContain("selambat-lambatnya 30 hari sejak");
      expect(numbersWithoutWords(text)).toEqual(["30 hari"]);
      expect(text.match(/selambat-lambatnya|sekurang-kurangnya/g)).toHaveLength(1);
    },
  );

  test("draf 1 is sound where later drafts broke", () => {
    expect(brokenReferences(draf1)).toEqual([]);
    expect(unusedTerms(draf1)).toEqual([]);
    expect(pasal(draf1, 21).ayat[0]).toContain("perguruan tinggi dan organisasi profesi");
    expect(pasalOf(draf1)).toHaveLength(22);
  });

  test("lineage has something to show", () => {
    expect(pasal(draf1, 6).ayat).toHaveLength(2);
    expect(pasal(draf2, 7).ayat).toHaveLength(3);
    expect(pasal(draf1, 11).ayat).toHaveLength(3);
    expect(pasal(draf2, 12).ayat).toHaveLength(2);
    expect(draf1.indexOf("PEMANTAUAN DAN EVALUASI")).toBeLessThan(
      draf1.indexOf("PELIBATAN PEMANGKU KEPENTINGAN"),
    );
    expect(draf2.indexOf("PEMANTAUAN DAN EVALUASI")).toBeGreaterThan(
      draf2.indexOf("PELIBATAN PEMANGKU KEPENTINGAN"),
    );
    expect(pasal(draf2, 4).ayat).toHaveLength(4);
    expect(pasal(draf2, 16).ayat).toHaveLength(2);
    expect(pasal(draf2, 13).ayat).toHaveLength(2);
  });

  test("the live draft carries what the workshop was promised", () => {
    expect(pasal(live, 7).ayat[3]).toContain("secara daring");
    expect(pasal(live, 8).ayat[1]).toContain("libur sekolah");
    expect(pasal(live, 11).ayat[1]).toContain("dan tanggapan pegawai");
    expect(pasal(draf3, 11).ayat[1]).not.toContain("dan tanggapan pegawai");
    expect(pasal(live, 10).ayat[1]).toContain("Lampiran II");
    expect(pasal(live, 13).ayat[0]).toContain("Lampiran I ");
    expect(pasal(live, 17).ayat[1]).toContain("mengikutsertakan masyarakat");
  });
});

describe("Pontianak", () => {
  const draf1 = draft(PONTIANAK, "Draf 1");
  const draf2 = draft(PONTIANAK, "Draf 2");
  const live = PONTIANAK.live.text;

  test("has every Pasal with its number of ayat", () => {
    expect(ayatCounts(draf2)).toEqual(AYAT_PONTIANAK);
    expect(ayatCounts(live)).toEqual(AYAT_PONTIANAK);
  });

  test.each([
    ["Draf 1", draf1],
    ["Draf 2", draf2],
    ["live", live],
  ])("[D3] [R8] [S5] [C1] [P8] %s has the planted faults and no other of their kind", (_, text) => {
    expect(brokenReferences(text)).toEqual([]);
    expect(unusedTerms(text)).toEqual(["Rencana Suksesi"]);
    const whereBody = (words: RegExp): readonly number[] =>
      pasalOf(text)
        .filter(({ ayat }) => words.test(ayat.join()))
        .map(({ number }) => number);
    expect(whereBody(/dalam ayat|pada Pasal/)).toEqual([6]);
    expect(whereBody(/wajib|dilarang/)).toEqual([14]);
    expect(whereBody(/sanksi/)).toEqual([]);
    expect(pasal(text, 17).ayat[0]).toContain("mulai berlaku efektif pada tanggal diundangkan");
    const bases = [...text.matchAll(/^(?:Mengingat : )?\d+\. (Pasal|Undang|Peraturan Pemerintah)/gm)].map(
      ([, kind]) => kind,
    );
    expect(bases.slice(0, 5)).toEqual(["Pasal", "Undang", "Peraturan Pemerintah", "Undang", "Undang"]);
  });

  test("[B11] numbers carry words", () => {
    for (const text of [draf1, draf2, live]) expect(numbersWithoutWords(text)).toEqual([]);
  });

  test("lineage has something to show", () => {
    expect(pasal(draf1, 4).ayat[0]).toContain("Masa kerja");
    expect(pasal(draf2, 4).ayat[2]).toContain("Masa kerja");
    expect(pasal(draf1, 11).ayat[2]?.slice(4)).toBe(pasal(draf2, 12).ayat[0]?.slice(4));
    expect(pasal(draf1, 13).ayat).toHaveLength(2);
    expect(pasal(draf2, 13).ayat).toHaveLength(3);
  });

  test("the live draft carries what the dialogue was promised", () => {
    expect(pasal(live, 5).ayat[2]).toContain("Lampiran");
    expect(pasal(live, 8).ayat[1]).toContain("1 (satu) halaman");
    expect(pasal(live, 10).ayat[1]).toMatch(/pembinaan.*kerahasiaan/);
    expect(pasal(live, 15).ayat[1]).toContain("ringkasannya dipublikasikan");
  });
});

describe("people", () => {
  test("every name that a policy mentions exists", () => {
    const names = new Set(DEMO_ACCOUNTS.map(({ name }) => name));
    expect(names.size).toBe(10);
    for (const policy of DEMO_POLICIES) {
      for (const { account } of policy.members) expect(names).toContain(account);
      const writers = policy.members
        .filter(({ role }) => role === "owner" || role === "drafter")
        .map(({ account }) => account);
      for (const { authorAccount } of [...policy.drafts, policy.live])
        expect(writers).toContain(authorAccount);
      const units = DEMO_UNITS.filter(({ authority }) => authority === policy.authority.slug).map(
        ({ name }) => name,
      );
      expect(units).toContain(policy.initiatingUnit);
      expect(DEMO_GROUPS.some(({ authority }) => authority === policy.authority.slug)).toBe(true);
      expect(policy.drafts.map(({ daysAgo }) => daysAgo)).toEqual(
        policy.drafts.map(({ daysAgo }) => daysAgo).toSorted((a, b) => b - a),
      );
    }
    for (const { unit } of DEMO_ACCOUNTS) if (unit) expect(DEMO_UNITS).toContainEqual(unit);
  });

  test("the leader writes nowhere", () => {
    for (const { members } of DEMO_POLICIES) {
      expect(members.find(({ account }) => account === "walikota")?.role).toBe("reader");
    }
  });
});

test("an older numbering renames headings and references, and leaves the others", () => {
  expect(underNumbering({ 10: 9 }, "Pasal 10\nPasal 1, Pasal 10 ayat (1), Pasal 21")).toBe(
    "Pasal 9\nPasal 1, Pasal 9 ayat (1), Pasal 21",
  );
});
