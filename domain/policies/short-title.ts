/**
 * A title for lists: what a text is about in mixed case, and what it is. The
 * law prints titles in capitals (UU 12/2011 Lampiran II 3), which nobody can
 * scan in a list.
 */

export interface ShortTitle {
  /** `Pengelolaan Kepegawaian Aparatur Sipil Negara`; the whole title where it names no subject; empty where dots keep it open. */
  readonly subject: string;
  /** `Rancangan Peraturan Wali Kota Palu`, without number and year; empty where there is no TENTANG. */
  readonly formal: string;
}

const PARTICLES: ReadonlySet<string> = new Set(
  "dan di ke dari yang untuk pada dalam bagi atas tentang oleh dengan sebagai atau serta".split(" "),
);

/** Abbreviations that titles use without brackets. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    "ASN PNS CPNS PPPK SKP TPP DPRD DPR APBD APBN OPD SKPD BUMD BUMN BLUD UPTD UPT RPJMD RPJPD RKPD RTRW RDTR KUA PPAS " +
    "SPBE SAKIP SPIP LHKPN PBB BPHTB PPID PAUD SD SMP SMA SMK CSR UMKM RT RW NIP NIK KTP TNI POLRI RI NKRI HAM COVID"
  ).split(" "),
);

/** Roman numerals that titles use (`Tahap II`); not those that are also words. */
const ROMAN = /^(?:I{2,3}|IV|VI{0,3}|IX|XI{1,3}|XIV|XV)$/;

/** [PL1] Splits at the first TENTANG; any text is taken, spaces and line breaks count as one space. */
export function shortTitle(title: string): ShortTitle {
  const line = title.replace(/\s+/g, " ").trim();
  const [, before = "", after = ""] = /^(.*?)\bTENTANG\b:?\s*(.*)$/i.exec(line) ?? [];
  const bracketed = bracketedWords(line);
  if (after.trim() === "") return { subject: inTitleCase(line, bracketed), formal: "" };
  const open = /^[.…\s]+$/.test(after);
  const form = before.replace(/\s*\b(?:NOMOR|TAHUN)\b.*$/i, "").trim();
  return { subject: open ? "" : inTitleCase(after.trim(), bracketed), formal: inTitleCase(form, bracketed) };
}

/** Words in capitals that the title itself puts in brackets: `(TPP)`. */
function bracketedWords(line: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [, inside = ""] of line.matchAll(/[([]([^()[\]]*)[)\]]/g)) {
    for (const word of inside.split(/[^\p{L}\p{N}]+/u)) if (isCapitals(word)) words.add(word);
  }
  return words;
}

const isCapitals = (word: string): boolean => /^\p{Lu}[\p{Lu}\p{N}]*$/u.test(word);

function inTitleCase(text: string, bracketed: ReadonlySet<string>): string {
  // Where the title mixes cases already, a word in capitals was meant so.
  const mixed = /\p{Ll}/u.test(text.replace(/\btentang\b/giu, ""));
  let first = true;
  return text.replace(/[\p{L}\p{N}\p{M}]+/gu, (word) => {
    const leads = first;
    first = false;
    if (bracketed.has(word) || ABBREVIATIONS.has(word) || ROMAN.test(word)) return word;
    if (mixed && isCapitals(word) && word.length > 1) return word;
    const lower = word.toLowerCase();
    if (!leads && PARTICLES.has(lower)) return lower;
    const [letter = ""] = lower;
    return letter.toUpperCase() + lower.slice(letter.length);
  });
}
