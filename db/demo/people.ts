/** Units, accounts and groups of the demo. People appear by role only. */
import type { DemoAccount, DemoAuthoritySlug, DemoGroup, DemoUnit } from "./demo-policy.ts";

const UNIT_NAMES = [
  "BKPSDM",
  "Bagian Hukum",
  "Bagian Organisasi",
  "Inspektorat",
  "Dinas Kesehatan",
  "Dinas Pendidikan",
  "Dinas Kependudukan dan Pencatatan Sipil",
] as const;

const unit = (name: (typeof UNIT_NAMES)[number], authority: DemoAuthoritySlug = "palu"): DemoUnit => ({
  authority,
  name,
});

/** A professional body is a unit, too: for it speak the accounts that belong to it. */
const KORPRI: DemoUnit = { authority: "palu", name: "KORPRI Kota Palu" };

export const DEMO_UNITS: readonly DemoUnit[] = [
  ...UNIT_NAMES.map((name) => unit(name, "palu")),
  ...UNIT_NAMES.map((name) => unit(name, "pontianak")),
  KORPRI,
];

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { name: "perancang1", displayName: "Perancang 1", role: "drafter", unit: unit("BKPSDM") },
  { name: "perancang2", displayName: "Perancang 2", role: "drafter", unit: unit("BKPSDM") },
  { name: "bagianhukum", displayName: "Kepala Bagian Hukum", role: "legal", unit: unit("Bagian Hukum") },
  { name: "walikota", displayName: "Wali Kota", role: "leader" },
  { name: "fasilitator", displayName: "Fasilitator", role: "facilitator", unit: unit("Bagian Organisasi") },
  { name: "asn1", displayName: "ASN 1", role: "respondent", unit: unit("Dinas Kesehatan") },
  { name: "asn2", displayName: "ASN 2", role: "respondent", unit: unit("Dinas Pendidikan") },
  { name: "korpri", displayName: "Ketua KORPRI", role: "organisation", head: true, unit: KORPRI },
  { name: "korpri2", displayName: "Anggota KORPRI", role: "organisation", unit: KORPRI },
  { name: "admin", displayName: "Administrator", role: "admin" },
];

export const DEMO_GROUPS: readonly DemoGroup[] = [
  { authority: "palu", name: "ASN per Perangkat Daerah", size: 120 },
  { authority: "palu", name: "KORPRI", size: 6 },
  { authority: "palu", name: "IDI dan PPNI", size: 8 },
  { authority: "palu", name: "PGRI", size: 8 },
  { authority: "palu", name: "Akademisi", size: 5 },
  { authority: "palu", name: "Masyarakat pengguna layanan", size: 25 },
  { authority: "palu", name: "Inspektorat dan Bagian Organisasi", size: 6 },
  { authority: "pontianak", name: "Perwakilan ASN per Perangkat Daerah", size: 60 },
  { authority: "pontianak", name: "Pimpinan Perangkat Daerah", size: 22 },
  { authority: "pontianak", name: "KORPRI", size: 5 },
  { authority: "pontianak", name: "Akademisi", size: 4 },
  { authority: "pontianak", name: "Instansi terkait", size: 8 },
  { authority: "pontianak", name: "DPRD Komisi A", size: 3 },
];
