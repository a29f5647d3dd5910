/**
 * The lawful skeleton of a new, empty draft per document type (UU 12/2011
 * Lampiran II, as amended by UU 13/2022; see each part). Dots stand for what is
 * filled in at enactment; sentences in brackets tell the drafter what belongs there.
 */
import type { Clause, ClauseKind, ClauseLevel, DocumentType } from "../clauses/clause.ts";
import type { Cid } from "../ids.ts";

export interface TemplateAuthority {
  /** In capitals, such as `WALI KOTA PALU`. */
  readonly office: string;
  /** Such as `Wali Kota`. */
  readonly spelling: string;
  /** Such as `Kota Palu`. */
  readonly region: string;
  readonly province: string;
  /** Such as `Berita Daerah`; a Perda goes into the Lembaran Daerah whatever stands here. */
  readonly gazette: string;
}

export interface TemplateInput {
  readonly documentType: DocumentType;
  readonly authority: TemplateAuthority;
  /** What the regulation is about, without TENTANG; dots where it is still open. */
  readonly title?: string | undefined;
  readonly newCid: () => Cid;
}

/** How the law leaves a place open (UU 12/2011 Lampiran II 4a). */
const OPEN = "...";

type Titled = TemplateInput & { readonly title: string };
type Part = readonly [kind: ClauseKind, text: string, level?: ClauseLevel];

/** Clauses of a new draft, in order, with fresh cids. */
export function createTemplate({ title = OPEN, ...rest }: TemplateInput): Clause[] {
  return partsOf({ ...rest, title }).map(([kind, text, level = 0]) => ({
    cid: rest.newCid(),
    kind,
    level,
    runs: text === "" ? [] : [{ text }],
  }));
}

function partsOf(input: Titled): Part[] {
  switch (input.documentType) {
    case "perda":
    case "perkada":
    case "uu":
      return regulation(input);
    case "keputusan":
      return decree(input);
    case "instruksi":
      return instruction(input);
    case "se":
      return circular(input);
  }
}

/** The name of the form: `PERATURAN WALI KOTA PALU`. */
function formName({ documentType, authority }: TemplateInput): string {
  const { office, region } = authority;
  switch (documentType) {
    case "uu":
      return "UNDANG-UNDANG REPUBLIK INDONESIA";
    case "perda":
      return `PERATURAN DAERAH ${region.toUpperCase()}`;
    case "perkada":
      return `PERATURAN ${office}`;
    case "keputusan":
      return `KEPUTUSAN ${office}`;
    case "instruksi":
      return `INSTRUKSI ${office}`;
    case "se":
      return `SURAT EDARAN ${office}`;
  }
}

const officeOf = ({ documentType, authority }: TemplateInput): string =>
  documentType === "uu" ? "PRESIDEN REPUBLIK INDONESIA" : authority.office;

/** Kop and judul; a draft has RANCANGAN before its name and three dots for its number (L2 4a). */
function opening(input: Titled): Part[] {
  const name = formName(input);
  const subject = input.title.toUpperCase();
  const judul = `RANCANGAN\n${name}\nNOMOR ... TAHUN ...\nTENTANG\n${subject}`;
  const kop = input.documentType === "uu" ? [] : [["kop", kopText(input.authority)] as const];
  return [...kop, ["judul", judul]];
}

const kopText = ({ office, province }: TemplateAuthority): string =>
  province === "" ? office : `${office}\nPROVINSI ${province.toUpperCase().replace(/^PROVINSI /, "")}`;

/** `Peraturan Wali Kota Palu tentang ...`, as the last recital and the closing name it. */
function shortName(input: TemplateInput): string {
  const { documentType, authority } = input;
  const place = authority.office.slice(authority.spelling.length).trim();
  const office = `${authority.spelling} ${capitalised(place)}`.trim();
  switch (documentType) {
    case "uu":
      return "Undang-Undang";
    case "perda":
      return "Peraturan Daerah";
    case "perkada":
      return `Peraturan ${authority.spelling}`;
    case "keputusan":
      return `Keputusan ${authority.spelling}`;
    case "instruksi":
      return `Instruksi ${office}`;
    case "se":
      return `Surat Edaran ${office}`;
  }
}

const capitalised = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

/** What Menetapkan repeats: type and name, without the region or the republic, closed by a full stop (L2 57 to 59). [PL10] */
const repeatedName = (input: Titled): string =>
  `${shortName(input).toUpperCase()} TENTANG ${input.title === OPEN ? OPEN : `${input.title.toUpperCase()}.`}`;

/** Considerations a., b., c.: philosophical, sociological and juridical, then the naming one (L2 18 to 27). */
function considerations(input: Titled): Part[] {
  return [
    ["menimbang", "bahwa (alasan filosofis dan sosiologis);"],
    ["menimbang", "bahwa (alasan yuridis);"],
    [
      "menimbang",
      `bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan ${shortName(input)} tentang ${input.title};`,
    ],
  ];
}

/** Legal bases 1., 2.: the constitution first, then the law that founds the region and the one on regional government. */
function bases({ documentType, authority }: TemplateInput): Part[] {
  const constitution: Part = [
    "mengingat",
    documentType === "uu"
      ? "Pasal 5 ayat (1) dan Pasal 20 Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;"
      : "Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;",
  ];
  if (documentType === "uu") return [constitution];
  return [
    constitution,
    ["mengingat", `Undang-Undang Nomor ... Tahun ... tentang Pembentukan ${authority.region};`],
    [
      "mengingat",
      "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587) sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor ... Tahun ...;",
    ],
  ];
}

function jointApproval(input: TemplateInput): Part[] {
  const { documentType, authority } = input;
  if (documentType === "uu") {
    const council = "DEWAN PERWAKILAN RAKYAT REPUBLIK INDONESIA";
    return [["frasa", `Dengan Persetujuan Bersama\n${council}\ndan\n${officeOf(input)}`]];
  }
  if (documentType !== "perda") return [];
  const council = `DEWAN PERWAKILAN RAKYAT DAERAH ${authority.region.toUpperCase()}`;
  return [["frasa", `Dengan Persetujuan Bersama\n${council}\ndan\n${authority.office}`]];
}

function regulation(input: Titled): Part[] {
  const short = shortName(input);
  return [
    ...opening(input),
    ["frasa", "DENGAN RAHMAT TUHAN YANG MAHA ESA"],
    ["jabatan", `${officeOf(input)},`],
    ...considerations(input),
    ...bases(input),
    ...jointApproval(input),
    ["frasa", "MEMUTUSKAN:"],
    ["menetapkan", repeatedName(input)],
    ["bab", "KETENTUAN UMUM"],
    ["pasal", ""],
    ["isi", `Dalam ${short} ini yang dimaksud dengan:`],
    ["angka", "(istilah) adalah (batasan pengertian).", 1],
    ["bab", "(MATERI POKOK)"],
    ["pasal", ""],
    ["ayat", ""],
    ["ayat", ""],
    ["bab", "KETENTUAN PENUTUP"],
    ["pasal", ""],
    ["isi", `${short} ini mulai berlaku pada tanggal diundangkan.`],
    ...promulgation(input),
    ...elucidation(input),
  ];
}

/** The order to promulgate, place, date and signatures, the gazette line (L2 160 to 173). */
function promulgation(input: TemplateInput): Part[] {
  const { documentType, authority } = input;
  const regional = documentType !== "uu";
  const region = regional ? ` ${authority.region}` : " Republik Indonesia";
  const gazette =
    documentType === "perda" ? "Lembaran Daerah" : regional ? authority.gazette : "Lembaran Negara";
  const secretary = regional
    ? `SEKRETARIS DAERAH ${authority.region.toUpperCase()}`
    : "MENTERI SEKRETARIS NEGARA REPUBLIK INDONESIA";
  const place = regional ? "..." : "Jakarta";
  const parts: Part[] = [
    [
      "penutup",
      `Agar setiap orang mengetahuinya, memerintahkan pengundangan ${shortName(input)} ini dengan penempatannya dalam ${gazette}${region}.`,
    ],
    ["penutup", `Ditetapkan di ${place}\npada tanggal ...`],
    ["penutup", `${officeOf(input)},\n\n\n(NAMA)`],
    ["penutup", `Diundangkan di ${place}\npada tanggal ...`],
    ["penutup", `${secretary},\n\n\n(NAMA)`],
    ["penutup", `${gazette.toUpperCase()}${region.toUpperCase()} TAHUN ... NOMOR ...`],
  ];
  if (documentType === "perda") {
    parts.push(["penutup", `NOREG ${formName(input)}: .../...`]);
  }
  return parts;
}

/** Compulsory for laws and Perda (L2 174). */
function elucidation(input: TemplateInput): Part[] {
  if (input.documentType === "perkada") return [];
  return [["penjelasan-umum", "(Uraian umum tentang latar belakang, maksud, dan tujuan.)"]];
}

function decree(input: Titled): Part[] {
  const short = shortName(input);
  return [
    ...opening(input),
    ["frasa", "DENGAN RAHMAT TUHAN YANG MAHA ESA"],
    ["jabatan", `${officeOf(input)},`],
    ...considerations(input),
    ...bases(input),
    ["frasa", "MEMUTUSKAN:"],
    ["menetapkan", repeatedName(input)],
    ["diktum", "(Isi keputusan.)"],
    ["diktum", `${short} ini mulai berlaku pada tanggal ditetapkan.`],
    ["penutup", "Ditetapkan di ...\npada tanggal ..."],
    ["penutup", `${officeOf(input)},\n\n\n(NAMA)`],
  ];
}

/** An instruction has no DENGAN RAHMAT and orders people below. */
function instruction(input: Titled): Part[] {
  return [
    ...opening(input),
    ["jabatan", `${officeOf(input)},`],
    ...considerations(input).slice(0, 2),
    ...bases(input),
    ["frasa", "MENGINSTRUKSIKAN:"],
    ["kepada", "(Pejabat yang diberi instruksi.)"],
    ["untuk", ""],
    ["diktum", "(Isi instruksi.)"],
    ["diktum", "Instruksi ini mulai berlaku pada tanggal dikeluarkan."],
    ["penutup", "Dikeluarkan di ...\npada tanggal ..."],
    ["penutup", `${officeOf(input)},\n\n\n(NAMA)`],
  ];
}

/** A circular is a letter: it explains or urges, and is no legislation. */
function circular(input: Titled): Part[] {
  const sections = ["Latar Belakang", "Maksud dan Tujuan", "Ruang Lingkup", "Dasar", "Isi Edaran", "Penutup"];
  return [
    ["kop", kopText(input.authority)],
    ["judul", `${formName(input)}\nNOMOR ... TAHUN ...\nTENTANG\n${input.title.toUpperCase()}`],
    ["kepada", "(Penerima edaran.)"],
    ...sections.flatMap((heading): Part[] => [
      ["bagian-se", heading],
      ["isi", ""],
    ]),
    ["penutup", "Ditetapkan di ...\npada tanggal ..."],
    ["penutup", `${officeOf(input)},\n\n\n(NAMA)`],
  ];
}
