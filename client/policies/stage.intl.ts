/** Words of the path of a policy and of setting the stages of a type. */
import type { Messages } from "../../domain/locale.ts";
import type { PathState } from "../../domain/stages/path.ts";
import type { LimitUnit } from "../../domain/stages/stage-plan.ts";

interface StageTexts {
  title: string;
  lead: string;
  next: (stage: string) => string;
  last: string;
  configure: string;
  state: Record<PathState, string>;
  notInPlan: string;
  who: string;
  visit: (from: string, to: string, by: string) => string;
  since: (from: string, by: string) => string;
  rules: string;
  custom: string;
  limit: (amount: number, unit: string) => string;
  /** In a sentence, after a number. */
  unitShort: Record<LimitUnit, string>;
  due: (day: string) => string;
  overdue: string;
  documents: string;
  missing: string;
  keep: string;
  keepNamed: (name: string) => string;
  keepTitle: (stage: string) => string;
  keepText: string;
  name: string;
  nameHint: string;
  version: string;
  noVersion: string;
  url: string;
  note: string;
  nothing: string;
  nameMissing: string;
  kept: (name: string) => string;
  keptBy: (who: string, when: string) => string;
  takeBack: string;
  remove: (name: string) => string;
  removed: (name: string) => string;
  openLink: string;
  planTitle: string;
  planLead: string;
  authority: string;
  documentType: string;
  isDefault: string;
  isOwn: (who: string, when: string) => string;
  readOnly: string;
  included: string;
  artefactsField: string;
  artefactsHint: string;
  ruleText: string;
  ruleSource: string;
  ruleSourceHint: string;
  amount: string;
  unit: string;
  unitName: Record<LimitUnit, string>;
  addRule: string;
  removeRule: (n: number) => string;
  rule: (n: number) => string;
  save: string;
  saved: string;
  reset: string;
  resetTitle: string;
  resetText: string;
  resetDone: string;
  unsaved: string;
}

export const stageTexts: Messages<StageTexts> = {
  id: {
    title: "Tahap",
    lead: "Dari gagasan sampai berita daerah: tahap yang sudah dilalui, dokumen yang tersimpan, dan apa berikutnya. Kembali ke tahap sebelumnya adalah hal biasa.",
    next: (stage) => `Berikutnya: ${stage}`,
    last: "Ini tahap terakhir.",
    configure: "Atur susunan tahap",
    state: { passed: "Dilalui", current: "Sekarang", ahead: "Belum", skipped: "Dilewati" },
    notInPlan: "di luar susunan",
    who: "Pelaku",
    visit: (from, to, by) => `${from} sampai ${to}${by && `, dimulai oleh ${by}`}`,
    since: (from, by) => `sejak ${from}${by && `, dimulai oleh ${by}`}`,
    rules: "Aturan dan waktu",
    custom: "kebiasaan, periksa ketentuan setempat",
    limit: (amount, unit) => `${amount} ${unit}`,
    unitShort: { calendar: "hari", working: "hari kerja", months: "bulan" },
    due: (day) => `paling lambat ${day}`,
    overdue: "lewat tenggat",
    documents: "Dokumen",
    missing: "Belum ada",
    keep: "Simpan dokumen",
    keepNamed: (name) => `Simpan ${name}`,
    keepTitle: (stage) => `Simpan dokumen tahap ${stage}`,
    keepText: "Tunjuk sebuah versi naskah, alamat berkas, atau tulis catatan; boleh lebih dari satu.",
    name: "Nama dokumen",
    nameHint: "Misalnya: Notulen, Surat permohonan.",
    version: "Versi naskah",
    noVersion: "Bukan versi naskah",
    url: "Alamat berkas (https)",
    note: "Catatan",
    nothing: "Isi paling sedikit satu: versi, alamat, atau catatan.",
    nameMissing: "Tuliskan nama dokumennya.",
    kept: (name) => `${name} tersimpan.`,
    keptBy: (who, when) => `${who}, ${when}`,
    takeBack: "Tarik",
    remove: (name) => `Tarik ${name}`,
    removed: (name) => `${name} ditarik. Catatannya tetap ada pada riwayat.`,
    openLink: "Buka berkas",
    planTitle: "Susunan tahap",
    planLead:
      "Tahap yang dilalui rancangan menurut jenisnya, dokumen yang disimpan, dan batas waktunya. Perubahan berlaku untuk semua rancangan jenis itu; tahap rancangan tidak ikut berpindah.",
    authority: "Pemerintah daerah",
    documentType: "Jenis",
    isDefault: "Memakai susunan bawaan.",
    isOwn: (who, when) => `Diubah ${who}, ${when}.`,
    readOnly: "Susunan ini diatur oleh pengelola dan bagian hukum.",
    included: "Dilalui",
    artefactsField: "Dokumen yang disimpan",
    artefactsHint: "Satu nama per baris.",
    ruleText: "Aturan",
    ruleSource: "Sumber",
    ruleSourceHint: "Pasal atau keputusan. Kosong berarti kebiasaan yang perlu diperiksa.",
    amount: "Batas waktu",
    unit: "Satuan",
    unitName: { calendar: "hari kalender", working: "hari kerja", months: "bulan" },
    addRule: "Tambah aturan",
    removeRule: (n) => `Hapus aturan ${n}`,
    rule: (n) => `Aturan ${n}`,
    save: "Simpan susunan",
    saved: "Susunan tahap tersimpan.",
    reset: "Kembali ke bawaan",
    resetTitle: "Kembali ke susunan bawaan?",
    resetText:
      "Susunan buatan pemerintah daerah ini untuk jenis ini tidak dipakai lagi. Riwayat perubahannya tetap tercatat.",
    resetDone: "Susunan bawaan dipakai kembali.",
    unsaved: "Ada perubahan yang belum disimpan.",
  },
  en: {
    title: "Stages",
    lead: "From idea to gazette: the stages passed, the documents kept, and what is next. Going back to an earlier stage is normal.",
    next: (stage) => `Next: ${stage}`,
    last: "This is the last stage.",
    configure: "Set the stages",
    state: { passed: "Passed", current: "Now", ahead: "Ahead", skipped: "Skipped" },
    notInPlan: "not planned",
    who: "Who acts",
    visit: (from, to, by) => `${from} to ${to}${by && `, begun by ${by}`}`,
    since: (from, by) => `since ${from}${by && `, begun by ${by}`}`,
    rules: "Rules and time",
    custom: "a custom, check local rules",
    limit: (amount, unit) => `${amount} ${unit}`,
    unitShort: { calendar: "days", working: "working days", months: "months" },
    due: (day) => `by ${day}`,
    overdue: "overdue",
    documents: "Documents",
    missing: "Not there yet",
    keep: "Keep a document",
    keepNamed: (name) => `Keep ${name}`,
    keepTitle: (stage) => `Keep a document of ${stage}`,
    keepText:
      "Point at a version of the text, the address of a file, or write a note; more than one is fine.",
    name: "Name of the document",
    nameHint: "For example: minutes, letter of request.",
    version: "Version of the text",
    noVersion: "Not a version of the text",
    url: "Address of the file (https)",
    note: "Note",
    nothing: "Give at least one: a version, an address, a note.",
    nameMissing: "Name the document.",
    kept: (name) => `${name} was kept.`,
    keptBy: (who, when) => `${who}, ${when}`,
    takeBack: "Take back",
    remove: (name) => `Take back ${name}`,
    removed: (name) => `${name} was taken back. The history keeps it.`,
    openLink: "Open file",
    planTitle: "Stages by type",
    planLead:
      "The stages that drafts of a type pass, the documents they keep, and their time limits. Changes hold for all drafts of the type; no draft moves to another stage.",
    authority: "Government",
    documentType: "Type",
    isDefault: "The defaults are used.",
    isOwn: (who, when) => `Changed by ${who}, ${when}.`,
    readOnly: "Administrators and the legal division set the stages.",
    included: "Passed",
    artefactsField: "Documents to keep",
    artefactsHint: "One name a line.",
    ruleText: "Rule",
    ruleSource: "Source",
    ruleSourceHint: "Article or decree. Empty means a custom that should be checked.",
    amount: "Time limit",
    unit: "Unit",
    unitName: { calendar: "calendar days", working: "working days", months: "months" },
    addRule: "Add a rule",
    removeRule: (n) => `Remove rule ${n}`,
    rule: (n) => `Rule ${n}`,
    save: "Save the stages",
    saved: "The stages were saved.",
    reset: "Back to the defaults",
    resetTitle: "Go back to the defaults?",
    resetText: "This government's own stages for this type are no longer used. The record of changes stays.",
    resetDone: "The defaults are used again.",
    unsaved: "There are changes that are not saved.",
  },
};
