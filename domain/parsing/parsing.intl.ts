import type { Locale, Messages } from "../locale.ts";
import type { DomainError } from "../errors.ts";
import { MAX_SOURCE_CHARS, MAX_SOURCE_LINES } from "./source-lines.ts";
import { PARSE_REFUSALS, type ParseRefusal, type ParseWarning, type ParseWarningCode } from "./warnings.ts";

type Sentence = (found: string, expected: string) => string;

export const parseWarningTexts: Messages<Readonly<Record<ParseWarningCode, Sentence>>> = {
  id: {
    dropped: (found) => `Nomor atau kepala halaman “${found}” tidak diambil sebagai teks.`,
    "label-gap": (found, expected) => `Nomor melompat: tertulis “${found}”, seharusnya “${expected}”.`,
    "label-differs": (found, expected) =>
      `Nomor tidak sesuai urutan: tertulis “${found}”, menurut urutan “${expected}”.`,
    "damaged-label": (found, expected) => `Nomor “${found}” tampak rusak; dibaca sebagai “${expected}”.`,
    "damaged-heading": (found, expected) =>
      `Judul satuan “${found}” tampak rusak; dibaca sebagai “${expected}”.`,
    "placeholder-label": (found) => `Nomor belum diisi: “${found}”; dihitung menurut urutan.`,
    "heading-inline": (found) => `“${found}” berada di tengah baris; dibaca sebagai satuan tersendiri.`,
    "missing-title": (found) => `“${found}” tidak mempunyai judul.`,
    "missing-label": (found) => `“${found}” tidak ditemukan; bagian ini dibaca menurut tempatnya.`,
    "prefix-order": (found) => `“${found}” tercetak tidak pada tempatnya; isinya perlu diperiksa.`,
    "unclosed-quote": (found) => `Tanda petik pembuka pada “${found}” tidak ditutup.`,
    catchword: (found) => `“${found}” tampaknya kata penyambung halaman; tetap disimpan sebagai teks.`,
    unrecognised: (found) => `“${found}” tidak dikenali sebagai satuan; disimpan sebagai teks.`,
    "too-deep": (found) => `Rincian “${found}” lebih dari empat tingkat; disimpan sebagai teks.`,
    "explains-nothing": (found) => `Penjelasan “${found}” tidak mempunyai padanan dalam batang tubuh.`,
    "document-type": (found) => `Jenis peraturan tidak dikenali dengan pasti; dianggap “${found}”.`,
  },
  en: {
    dropped: (found) => `The page number or running head “${found}” was not taken as text.`,
    "label-gap": (found, expected) =>
      `The numbering jumps: “${found}” is printed where “${expected}” is due.`,
    "label-differs": (found, expected) =>
      `The number is out of sequence: “${found}” is printed where the count gives “${expected}”.`,
    "damaged-label": (found, expected) => `The label “${found}” seems damaged; it was read as “${expected}”.`,
    "damaged-heading": (found, expected) =>
      `The heading “${found}” seems damaged; it was read as “${expected}”.`,
    "placeholder-label": (found) => `The number is not filled in yet: “${found}”; it was counted.`,
    "heading-inline": (found) =>
      `“${found}” stands in the middle of a line; it was read as a unit of its own.`,
    "missing-title": (found) => `“${found}” has no title.`,
    "missing-label": (found) => `“${found}” was not found; this part was read by its place.`,
    "prefix-order": (found) => `“${found}” is printed out of place; check what stands under it.`,
    "unclosed-quote": (found) => `The opening quotation mark at “${found}” is never closed.`,
    catchword: (found) => `“${found}” seems to be a catchword of the page; it was kept as text.`,
    unrecognised: (found) => `“${found}” was not recognised as a unit; it was kept as text.`,
    "too-deep": (found) => `The item “${found}” is deeper than four levels; it was kept as text.`,
    "explains-nothing": (found) => `The elucidation “${found}” has no counterpart in the body.`,
    "document-type": (found) => `The type of document is not certain; it was taken as “${found}”.`,
  },
};

/** The sentence of a warning. */
export function describeWarning(warning: ParseWarning, locale: Locale): string {
  return parseWarningTexts[locale][warning.code](warning.found ?? warning.text ?? "", warning.expected ?? "");
}

const indonesian = new Intl.NumberFormat("id");
const english = new Intl.NumberFormat("en");

/** Why a text is not read, and where. */
export const parseRefusalTexts: Messages<Readonly<Record<ParseRefusal, (place: string) => string>>> = {
  id: {
    "empty-text": () => "Teks kosong: tidak ada yang dapat dibaca sejak baris 1.",
    "binary-text": (place) =>
      `Baris ${place} memuat karakter yang tidak ada dalam teks: ini bukan berkas teks.`,
    "text-too-long": () =>
      `Teks lebih panjang daripada ${indonesian.format(MAX_SOURCE_CHARS)} karakter; bagi menjadi beberapa berkas.`,
    "text-too-many-lines": (place) =>
      `Teks masih berlanjut pada baris ${place}; paling banyak ${indonesian.format(MAX_SOURCE_LINES)} baris.`,
  },
  en: {
    "empty-text": () => "The text is empty: nothing can be read from line 1 on.",
    "binary-text": (place) =>
      `Line ${place} has characters that do not occur in text: this is not a text file.`,
    "text-too-long": () =>
      `The text is longer than ${english.format(MAX_SOURCE_CHARS)} characters; divide it into several files.`,
    "text-too-many-lines": (place) =>
      `The text still goes on in line ${place}; at most ${english.format(MAX_SOURCE_LINES)} lines are read.`,
  },
};

/** The sentence of a refused text, naming the place; null if the error is another one. */
export function describeParseRefusal(error: DomainError, locale: Locale): string | null {
  const reason = PARSE_REFUSALS.find((each) => each === error.reason);
  const place = /\d+$/.exec(error.issues[0]?.path ?? "")?.[0] ?? "";
  return reason === undefined ? null : parseRefusalTexts[locale][reason](place);
}
