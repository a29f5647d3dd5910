/** Regulation text of a wanted size for the bench: chapters, Pasal, ayat, huruf, references; about 180 characters a clause. */

const WORDS =
  `pegawai aparatur sipil negara yang melaksanakan tugas belajar wajib menyampaikan laporan kemajuan kepada perangkat daerah
paling lambat tiga puluh hari kerja sejak berakhirnya semester dengan melampirkan bukti hasil studi serta rencana penyelesaian
pendidikan sesuai ketentuan peraturan perundang-undangan mengenai pengembangan kompetensi dan pembinaan kepegawaian di lingkungan
pemerintah kota`.split(/\s+/);

const ROMAN: readonly (readonly [number, string])[] = [
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(value: number): string {
  const [size, letters] = ROMAN.find(([each]) => each <= value) ?? [0, ""];
  return size === 0 ? "" : letters + roman(value - size);
}

/** About `length` characters of sentence, different for each `seed`. */
function sentence(seed: number, length: number, end: string): string {
  let text = "Setiap";
  for (let at = seed % WORDS.length; text.length < length; at += 1 + (seed % 3))
    text += ` ${WORDS[at % WORDS.length]}`;
  return text + end;
}

/** A whole Peraturan Wali Kota with about `clauses` clauses after the opening. */
export function regulationText(clauses: number): string {
  const lines = [
    "WALI KOTA UJI",
    "PERATURAN WALI KOTA UJI",
    "NOMOR 1 TAHUN 2026",
    "TENTANG",
    "PENGEMBANGAN KOMPETENSI PEGAWAI",
    "DENGAN RAHMAT TUHAN YANG MAHA ESA",
    "WALI KOTA UJI,",
    "Menimbang : a. bahwa pengembangan kompetensi pegawai perlu diatur;",
    "            b. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Peraturan Wali Kota;",
    "Mengingat : 1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;",
    "MEMUTUSKAN:",
    "Menetapkan : PERATURAN WALI KOTA TENTANG PENGEMBANGAN KOMPETENSI PEGAWAI.",
  ];
  let count = 12;
  let pasal = 0;
  for (let bab = 1; count < clauses; bab++) {
    lines.push(`BAB ${roman(bab)}`, `KETENTUAN BAGIAN ${bab}`);
    count += 1;
    for (let each = 0; each < 20 && count < clauses; each++) {
      pasal += 1;
      lines.push(`Pasal ${pasal}`);
      count += 1;
      for (let ayat = 1; ayat <= 3; ayat++) {
        const seed = pasal * 7 + ayat;
        const reference =
          ayat === 2 && pasal > 1 ? ` sebagaimana dimaksud dalam Pasal ${pasal - 1} ayat (1)` : "";
        const listed = ayat === 3 && pasal % 3 === 0;
        lines.push(
          `(${ayat}) ${sentence(seed, 180 - reference.length, `${reference}${listed ? " meliputi:" : "."}`)}`,
        );
        count += 1;
        if (!listed) continue;
        for (const [at, letter] of ["a", "b", "c"].entries())
          lines.push(
            `${letter}. ${sentence(seed + at, 175, ["; ", "; dan", "."][at]?.trim() ?? ";").toLowerCase()}`,
          );
        count += 3;
      }
    }
  }
  lines.push("Ditetapkan di Uji", "pada tanggal 1 Januari 2026", "WALI KOTA UJI,", "ttd", "NAMA");
  return lines.join("\n");
}
