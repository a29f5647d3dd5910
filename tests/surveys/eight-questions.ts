/** A survey of eight questions as a city would ask it. */
import type { Cid } from "../../domain/ids.ts";
import type { Question, SurveyDefinition } from "../../domain/surveys/survey.ts";

const agree = { from: 1, to: 5, low: "sangat tidak setuju", high: "sangat setuju" };

export function eightQuestions(cids: readonly Cid[]): SurveyDefinition {
  const about = (at: number) => cids.slice(at, at + 1).map((cid) => ({ cid }));
  const scale = (id: string, words: string, at: number): Question => ({
    id,
    type: "scale",
    words,
    required: true,
    targets: about(at),
    scale: agree,
  });
  const options = (...words: string[]) => words.map((each, at) => ({ id: `o${at + 1}`, words: each }));
  return {
    sections: [
      {
        id: "isi",
        title: "Isi rancangan",
        questions: [
          scale("q1", "Ketentuan ini jelas bagi saya", 0),
          scale("q2", "Ketentuan ini dapat dilaksanakan di unit saya", 1),
          {
            id: "q3",
            type: "single",
            words: "Jenis pelatihan yang paling Anda butuhkan",
            required: true,
            targets: [],
            options: options("Pelayanan publik", "Keterampilan digital", "Kepemimpinan"),
          },
          {
            id: "q4",
            type: "multiple",
            words: "Apa yang menghambat Anda mengikuti pelatihan?",
            required: false,
            targets: [],
            options: options("Waktu", "Biaya", "Jarak", "Izin atasan"),
            max: 3,
          },
        ],
      },
      {
        id: "pelaksanaan",
        title: "Pelaksanaan",
        questions: [
          {
            id: "q5",
            type: "ranking",
            words: "Urutkan bentuk penghargaan menurut kepentingannya bagi Anda",
            required: true,
            targets: [],
            options: options("Promosi", "Pelatihan", "Piagam"),
          },
          {
            id: "q6",
            type: "matrix",
            words: "Seberapa siap unit Anda?",
            required: true,
            targets: [],
            rows: options("Sumber daya manusia", "Anggaran"),
            scale: agree,
          },
          {
            id: "q7",
            type: "text",
            words: "Apa yang perlu ditambahkan?",
            required: false,
            targets: about(0),
            maxLength: 1_000,
            showIf: {
              any: [
                { question: "q1", atMost: 3 },
                { question: "q4", includes: "o2" },
              ],
            },
          },
          scale("q8", "Secara umum saya mendukung rancangan ini", 2),
        ],
      },
    ],
  };
}
