import type { Locale, Messages } from "../../domain/locale.ts";

/** Sentences for single places in the input. `{0}` is what the check requires. */
const texts: Messages<Readonly<Record<string, string>>> = {
  id: {
    unknown: "Kunci ini tidak dikenal.",
    missing: "Wajib diisi.",
    type: "Jenis isian tidak sesuai; seharusnya {0}.",
    option: "Pilih salah satu: {0}.",
    min_length: "Paling sedikit {0} karakter atau butir.",
    max_length: "Paling banyak {0} karakter atau butir.",
    max_value: "Paling besar {0}.",
    email: "Alamat surel tidak sah.",
    regex: "Bentuknya tidak sesuai.",
    ulid: "Nomor pengenal tidak sah.",
    "one-line": "Harus satu baris tanpa karakter kendali.",
    "control-characters": "Mengandung karakter kendali.",
    "time-zone": "Zona waktu tidak dikenal.",
    syntax: "Bukan JSON yang sah pada baris {0}.",
    "utf-8": "Bukan teks UTF-8.",
    binary: "Baris {0} mengandung karakter yang tidak ada dalam teks.",
    "role-never-writes": "Akun responden dan organisasi tidak dapat menjadi pemilik atau perancang.",
    invalid: "Tidak sah.",
  },
  en: {
    unknown: "This key is not known.",
    missing: "This is required.",
    type: "Wrong type; expected {0}.",
    option: "Choose one of: {0}.",
    min_length: "At least {0} characters or items.",
    max_length: "At most {0} characters or items.",
    max_value: "At most {0}.",
    email: "Not a valid e-mail address.",
    regex: "It does not have the right form.",
    ulid: "Not a valid id.",
    "one-line": "Must be one line without control characters.",
    "control-characters": "Contains control characters.",
    "time-zone": "Not a known time zone.",
    syntax: "Not valid JSON in line {0}.",
    "utf-8": "Not UTF-8 text.",
    binary: "Line {0} has characters that do not occur in text.",
    "role-never-writes": "Respondents and organisations cannot be owner or drafter.",
    invalid: "Not valid.",
  },
};

/** Words an issue code such as `max_length:200`; the part after the first colon is its parameter. */
export function wordIssue(code: string, locale: Locale): string {
  const colon = code.indexOf(":");
  const key = colon < 0 ? code : code.slice(0, colon);
  const parameter = colon < 0 ? "" : code.slice(colon + 1);
  return (texts[locale][key] ?? texts[locale]["invalid"] ?? "").replace("{0}", parameter);
}
