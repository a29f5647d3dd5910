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
    day: "Tanggal ini tidak ada; bentuknya TTTT-BB-HH.",
    "step-numbers": "Nomor langkah harus urut mulai dari 1 tanpa lompatan.",
    "addressed-twice": "Orang atau unit yang sama tidak dapat ditunjuk dua kali pada nomor yang sama.",
    "day-past": "Tenggat sudah lewat; pilih hari ini atau sesudahnya.",
    "day-far": "Tenggat terlalu jauh; paling lama dua tahun.",
    "unknown-person": "Orang ini tidak dikenal.",
    "unknown-office": "Unit ini tidak dikenal pada pemerintah daerah ini.",
    "office-nobody": "Tidak ada pejabat di {0} yang dapat memutuskan versi ini.",
    "person-disabled": "Akun {0} tidak aktif.",
    "person-not-a-decider":
      "{0} tidak dapat memutuskan: perannya bukan pimpinan atau bagian hukum, dan bukan penelaah rancangan ini.",
    "person-other-authority": "{0} berada pada pemerintah daerah lain.",
    "person-author":
      "{0} ikut menulis naskah ini sejak versi terakhir yang disetujui, sehingga tidak dapat memutuskannya.",
    "person-submitter": "{0} yang mengajukan versi ini, sehingga tidak dapat memutuskannya.",
    "person-decided-another": "{0} sudah memutuskan langkah lain pada putaran ini.",
    "person-addressed-already": "{0} sudah ditunjuk pada nomor langkah yang sama.",
    "person-to-oneself": "Langkah tidak dapat diteruskan kepada diri sendiri.",
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
    day: "There is no such day; it is written YYYY-MM-DD.",
    "step-numbers": "Numbers of steps run from 1 without a gap.",
    "addressed-twice": "The same person or unit cannot be asked twice under one number.",
    "day-past": "This deadline has passed; choose today or later.",
    "day-far": "This deadline is too far away; at most two years.",
    "unknown-person": "This person is not known.",
    "unknown-office": "This unit is not known in this government.",
    "office-nobody": "Nobody in {0} can decide on this version.",
    "person-disabled": "The account of {0} is disabled.",
    "person-not-a-decider":
      "{0} cannot decide: neither a leader nor of the legal division, and no reviewer of this draft.",
    "person-other-authority": "{0} belongs to another government.",
    "person-author": "{0} wrote in this text since the last approved version, and so cannot decide on it.",
    "person-submitter": "{0} submitted this version, and so cannot decide on it.",
    "person-decided-another": "{0} decided another step of this round.",
    "person-addressed-already": "{0} is asked under the same number already.",
    "person-to-oneself": "A step cannot be passed on to oneself.",
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
