import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shortTitle } from "../../domain/policies/short-title.ts";

describe("a title for lists", () => {
  test.each([
    [
      "RANCANGAN PERATURAN WALI KOTA PALU NOMOR ... TAHUN ... TENTANG PENGELOLAAN KEPEGAWAIAN APARATUR SIPIL NEGARA",
      "Pengelolaan Kepegawaian Aparatur Sipil Negara",
      "Rancangan Peraturan Wali Kota Palu",
    ],
    [
      "PERATURAN DAERAH KOTA PONTIANAK NOMOR 5 TAHUN 2021 TENTANG PENYELENGGARAAN KETERTIBAN UMUM",
      "Penyelenggaraan Ketertiban Umum",
      "Peraturan Daerah Kota Pontianak",
    ],
    [
      "PERATURAN WALI KOTA TENTANG PEMBERIAN TAMBAHAN PENGHASILAN PEGAWAI (TPP) BAGI PNS DAN PPPK DI LINGKUNGAN PEMERINTAH KOTA",
      "Pemberian Tambahan Penghasilan Pegawai (TPP) bagi PNS dan PPPK di Lingkungan Pemerintah Kota",
      "Peraturan Wali Kota",
    ],
    [
      "PERATURAN DAERAH TENTANG PERUBAHAN ATAS PERATURAN DAERAH NOMOR 3 TAHUN 2016 TENTANG APBD",
      "Perubahan atas Peraturan Daerah Nomor 3 Tahun 2016 tentang APBD",
      "Peraturan Daerah",
    ],
    [
      "RANCANGAN KEPUTUSAN\nWALI KOTA\nTENTANG\nTIM GUGUS (SIGAP) DAN SIGAP II",
      "Tim Gugus (SIGAP) dan SIGAP II",
      "Rancangan Keputusan Wali Kota",
    ],
    ["Peraturan Wali Kota tentang Kinerja ASN dan RKBMD", "Kinerja ASN dan RKBMD", "Peraturan Wali Kota"],
    ["PERATURAN TENTANG YANG DI-BERI", "Yang di-Beri", "Peraturan"],
    ["SURAT EDARAN PENGGUNAAN PAKAIAN DINAS", "Surat Edaran Penggunaan Pakaian Dinas", ""],
    ["PERATURAN WALI KOTA TENTANG", "Peraturan Wali Kota tentang", ""],
    ["PERATURAN PERTENTANGAN", "Peraturan Pertentangan", ""],
    ["TENTANG KEBERSIHAN", "Kebersihan", ""],
    ["", "", ""],
  ])("[PL1] %j", (title, subject, formal) => {
    expect(shortTitle(title)).toEqual({ subject, formal });
  });

  test("[PL1] changes nothing but case and space, whatever the words", () => {
    const word = fc.constantFrom(
      ..."TENTANG tentang PERATURAN DAN di (TPP) (DAN) KE-2 NOMOR 5 TAHUN ... XIV II / \n \t é Asn i".split(
        " ",
      ),
    );
    const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, "");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const title = words.join(" ");
        const { subject, formal } = shortTitle(title);
        expect(plain(title).endsWith(plain(subject))).toBe(true);
        expect(plain(title).startsWith(plain(formal))).toBe(true);
        const open = /^((?!\btentang\b).)*\btentang\b[\s.]*\.[\s.]*$/is.test(title);
        expect(subject === "").toBe(plain(title) === "" || open);
        expect(shortTitle(title.toUpperCase()).subject.toLowerCase()).toBe(subject.toLowerCase());
      }),
    );
  });

  test("[PL1] takes a long text in little time", () => {
    const start = performance.now();
    expect(shortTitle("A".repeat(200_000)).formal).toBe("");
    expect(shortTitle("( ".repeat(20_000)).formal).toBe("");
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
