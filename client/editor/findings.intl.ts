/** What the checks of references and numbers found. */
import type { NumberFinding } from "../../domain/clauses/number-findings.ts";
import type { Messages } from "../../domain/locale.ts";

interface FindingTexts {
  findings: string;
  findingsNone: string;
  findingsNoneText: string;
  findingsHere: (citation: string) => string;
  findingsElsewhere: string;
  findingsAll: string;
  shifted: string;
  broken: string;
  unbound: string;
  unboundText: (words: string, place: string) => string;
  bind: string;
  bindOne: (words: string) => string;
  numbers: string;
  numberReason: Readonly<Record<NumberFinding["reason"], string>>;
  numberText: (label: string, expected: string) => string;
  renumber: string;
  renumberOne: (label: string, expected: string) => string;
  renumberAll: (n: number) => string;
  renumbered: (n: number) => string;
  checking: string;
  shiftedText: (words: string, present: string) => string;
  brokenText: (words: string) => string;
  brokenHelp: string;
  correct: string;
  correctOne: (words: string, present: string) => string;
  correctAll: (n: number) => string;
  corrected: (n: number) => string;
  moreFindings: (n: number) => string;
}

const plural = (n: number, one: string, many: string) => (n === 1 ? one : many);

export const findingTexts: Messages<FindingTexts> = {
  id: {
    findings: "Temuan",
    findingsNone: "Tidak ada temuan",
    findingsNoneText:
      "Pengacuan antarketentuan diperiksa selagi Anda menulis. Yang bergeser atau putus akan tampil di sini.",
    findingsHere: (citation) => citation || "Ketentuan ini",
    findingsElsewhere: "Ketentuan lain",
    findingsAll: "Seluruh naskah",
    shifted: "Bergeser",
    broken: "Putus",
    unbound: "Perlu dipastikan",
    unboundText: (words, place) =>
      `“${words}” belum dihubungkan ke ketentuan mana pun dan kini cocok dengan ${place}. Pastikan itu yang dimaksud.`,
    bind: "Benar",
    bindOne: (words) => `Benar, “${words}” yang dimaksud`,
    numbers: "Penomoran",
    numberReason: { gap: "Loncat", repeated: "Ganda", "out-of-order": "Tidak urut" },
    numberText: (label, expected) => `Tertulis “${label}”, menurut urutan “${expected}”.`,
    renumber: "Nomori ulang",
    renumberOne: (label, expected) => `Nomori ulang “${label}” menjadi “${expected}”`,
    renumberAll: (n) => `Nomori ulang semua (${n})`,
    renumbered: (n) => `${n} ketentuan dinomori ulang.`,
    checking: "Memeriksa naskah",
    shiftedText: (words, present) => `“${words}” kini berbunyi “${present}”.`,
    brokenText: (words) => `“${words}” tidak menunjuk ketentuan mana pun.`,
    brokenHelp: "Ubah kata-katanya di naskah.",
    correct: "Perbaiki",
    correctOne: (words, present) => `Perbaiki “${words}” menjadi “${present}”`,
    correctAll: (n) => `Perbaiki semua (${n})`,
    corrected: (n) => `${n} pengacuan diperbaiki.`,
    moreFindings: (n) => `dan ${n} lagi`,
  },
  en: {
    findings: "Findings",
    findingsNone: "No findings",
    findingsNoneText:
      "References between clauses are checked while you write. Those that shifted or broke appear here.",
    findingsHere: (citation) => citation || "This clause",
    findingsElsewhere: "Other clauses",
    findingsAll: "The whole text",
    shifted: "Shifted",
    broken: "Broken",
    unbound: "To confirm",
    unboundText: (words, place) =>
      `“${words}” is not linked to any clause yet and now matches ${place}. Confirm that it is the one meant.`,
    bind: "Correct",
    bindOne: (words) => `Correct, “${words}” is meant`,
    numbers: "Numbering",
    numberReason: { gap: "Gap", repeated: "Twice", "out-of-order": "Out of order" },
    numberText: (label, expected) => `Written “${label}”, by counting “${expected}”.`,
    renumber: "Renumber",
    renumberOne: (label, expected) => `Renumber “${label}” to “${expected}”`,
    renumberAll: (n) => `Renumber all (${n})`,
    renumbered: (n) => plural(n, "1 clause renumbered.", `${n} clauses renumbered.`),
    checking: "Checking the text",
    shiftedText: (words, present) => `“${words}” is now “${present}”.`,
    brokenText: (words) => `“${words}” points to no clause.`,
    brokenHelp: "Change the words in the text.",
    correct: "Correct",
    correctOne: (words, present) => `Correct “${words}” to “${present}”`,
    correctAll: (n) => `Correct all (${n})`,
    corrected: (n) => plural(n, "1 reference corrected.", `${n} references corrected.`),
    moreFindings: (n) => `and ${n} more`,
  },
};
