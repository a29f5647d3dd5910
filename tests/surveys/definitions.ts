/** Definitions that tests share. */
import type { Cid } from "../../domain/ids.ts";
import type { Question, SurveyDefinition } from "../../domain/surveys/survey.ts";

export const CID_A = "01J00000000000000000000001" as Cid;
export const CID_B = "01J00000000000000000000002" as Cid;
export const AGREE = { from: 1, to: 5, low: "sangat tidak setuju", high: "sangat setuju" } as const;
export const asked = { required: true, targets: [] } as const;
export const options = (...ids: string[]) => ids.map((id) => ({ id, words: `pilihan ${id}` }));

export const scale = (id: string, more: Partial<Question> = {}): Question =>
  ({ ...asked, id, words: `Pertanyaan ${id}`, type: "scale", scale: AGREE, ...more }) as Question;

export const define = (...questions: Question[]): SurveyDefinition => ({
  sections: [{ id: "s1", title: "", questions }],
});

/** One question of each kind, the third and the last under a condition. */
export const everyKind: SurveyDefinition = define(
  scale("jelas", { targets: [{ cid: CID_A }] }),
  { ...asked, id: "latih", words: "Pelatihan", type: "single", options: options("digital", "layanan") },
  scale("digital", { showIf: { question: "latih", equals: "digital" } }),
  { ...asked, id: "kanal", words: "Kanal", type: "multiple", options: options("a", "b", "c"), max: 2 },
  { ...asked, id: "urut", words: "Urutan", type: "ranking", options: options("x", "y", "z") },
  { ...asked, id: "tabel", words: "Tabel", type: "matrix", rows: options("r1", "r2"), scale: AGREE },
  {
    ...asked,
    id: "saran",
    required: false,
    words: "Saran",
    type: "text",
    maxLength: 200,
    targets: [{ cid: CID_A }],
    showIf: {
      any: [
        { question: "jelas", atMost: 2 },
        { question: "kanal", includes: "c" },
      ],
    },
  },
);

export const everyAnswer = {
  jelas: 2,
  latih: "digital",
  digital: 4,
  kanal: ["c", "a"],
  urut: ["z", "x", "y"],
  tabel: { r1: 1, r2: 5 },
  saran: "Tambahkan pelatihan daring.",
} as const;
