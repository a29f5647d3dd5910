/** What follows for the record of a government from what it governs. [AK12] */
import type { CreateAuthority } from "./accounts.contract.ts";

export const GOVERNMENT_KINDS = ["kota", "kabupaten", "provinsi"] as const;
export type GovernmentKind = (typeof GOVERNMENT_KINDS)[number];

export interface RegionalGovernment {
  readonly kind: GovernmentKind;
  /** What is governed, such as `Palu`, not empty; the word of its kind may stand before it. */
  readonly place: string;
  /** In which it lies; of no meaning for a province. */
  readonly province: string;
  readonly timeZone: string;
}

const HEADS: Readonly<Record<GovernmentKind, string>> = {
  kota: "Wali Kota",
  kabupaten: "Bupati",
  provinsi: "Gubernur",
};

const EAST_AND_CENTRE: readonly (readonly [RegExp, string])[] = [
  [/^(?:maluku|papua)\b/, "Asia/Jayapura"],
  [/^(?:bali|nusa tenggara|gorontalo|sulawesi|kalimantan (?:selatan|timur|utara))\b/, "Asia/Makassar"],
  [/^kalimantan (?:barat|tengah)\b/, "Asia/Pontianak"],
];

const words = (text: string): string => text.trim().replaceAll(/\s+/g, " ");
const without = (prefix: string, text: string): string =>
  words(text).replace(new RegExp(`^(?:${prefix})\\.? (?=.)`, "i"), "");
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The zone in which a province lies (Keppres 41/1987); WIB for what is not known. */
export function timeZoneOfProvince(province: string): string {
  const name = without("provinsi", province).toLowerCase();
  return EAST_AND_CENTRE.find(([pattern]) => pattern.test(name))?.[1] ?? "Asia/Jakarta";
}

/**
 * The record as the law on drafting writes it: `Pemerintah Kota Palu`, `WALI
 * KOTA PALU`, `Kota Palu`. A province lies in none: its `province` is empty, and
 * the heading of its texts names the governor alone.
 */
export function describeGovernment({ kind, timeZone, ...given }: RegionalGovernment): CreateAuthority {
  const place = capitalised(
    without("pemerintah", given.place).replace(new RegExp(`^${kind} (?=.)`, "i"), ""),
  );
  const province = kind === "provinsi" ? "" : without("provinsi", given.province);
  // Yogyakarta and Jakarta are called by what they are, not "Provinsi Daerah ...".
  const region = kind === "provinsi" && /^daerah /i.test(place) ? place : `${capitalised(kind)} ${place}`;
  const office = `${HEADS[kind]} ${place}`.toUpperCase();
  return {
    name: `Pemerintah ${region}`,
    office,
    spelling: HEADS[kind],
    region,
    province,
    gazette: "Berita Daerah",
    timeZone,
    letterhead: province === "" ? office : `${office}\nPROVINSI ${province.toUpperCase()}`,
  };
}
