/** Definitions to begin with. */
import type { Question, SurveyDefinition } from "./survey.ts";
import type { SurveyTemplate } from "./surveys.contract.ts";

/**
 * The nine elements of PermenPANRB 14/2017 with a question and four answers
 * each, as service units ask them; words may be changed, the elements and the
 * scale of 1 to 4 carry the index.
 */
const SKM: readonly (readonly [element: string, question: string, answers: readonly string[]])[] = [
  [
    "Persyaratan",
    "Bagaimana pendapat Anda tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?",
    ["Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"],
  ],
  [
    "Sistem, mekanisme, dan prosedur",
    "Bagaimana pemahaman Anda tentang kemudahan prosedur pelayanan?",
    ["Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"],
  ],
  [
    "Waktu penyelesaian",
    "Bagaimana pendapat Anda tentang kecepatan waktu dalam memberikan pelayanan?",
    ["Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"],
  ],
  [
    "Biaya atau tarif",
    "Bagaimana pendapat Anda tentang kewajaran biaya atau tarif pelayanan?",
    ["Sangat mahal", "Cukup mahal", "Murah", "Gratis"],
  ],
  [
    "Produk spesifikasi jenis pelayanan",
    "Bagaimana pendapat Anda tentang kesesuaian hasil pelayanan dengan yang tercantum dalam standar pelayanan?",
    ["Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"],
  ],
  [
    "Kompetensi pelaksana",
    "Bagaimana pendapat Anda tentang kemampuan petugas dalam pelayanan?",
    ["Tidak kompeten", "Kurang kompeten", "Kompeten", "Sangat kompeten"],
  ],
  [
    "Perilaku pelaksana",
    "Bagaimana pendapat Anda tentang kesopanan dan keramahan petugas?",
    ["Tidak sopan dan ramah", "Kurang sopan dan ramah", "Sopan dan ramah", "Sangat sopan dan ramah"],
  ],
  [
    "Penanganan pengaduan, saran, dan masukan",
    "Bagaimana pendapat Anda tentang penanganan pengaduan pengguna layanan?",
    ["Tidak ada", "Ada tetapi tidak berfungsi", "Berfungsi tetapi kurang maksimal", "Dikelola dengan baik"],
  ],
  [
    "Sarana dan prasarana",
    "Bagaimana pendapat Anda tentang kualitas sarana dan prasarana?",
    ["Buruk", "Cukup", "Baik", "Sangat baik"],
  ],
];

export function definitionFrom(template: SurveyTemplate): SurveyDefinition {
  if (template === "blank") return { sections: [{ id: "bagian1", title: "", questions: [] }] };
  const questions = SKM.map(([element, words, steps], at): Question => ({
    id: `u${at + 1}`,
    type: "scale",
    words,
    help: `Unsur ${at + 1}: ${element}`,
    required: true,
    targets: [],
    scale: { from: 1, to: 4, low: steps[0] ?? "", high: steps.at(-1) ?? "", steps },
  }));
  const more: Question = {
    id: "saran",
    type: "text",
    words: "Saran Anda untuk perbaikan pelayanan",
    required: false,
    targets: [],
    maxLength: 2_000,
  };
  return {
    sections: [
      { id: "skm", title: "Survei Kepuasan Masyarakat", questions },
      { id: "lain", title: "", questions: [more] },
    ],
    index: { kind: "skm", questions: questions.map(({ id }) => id) },
  };
}
