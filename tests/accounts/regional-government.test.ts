/** From kind, place and province to what texts call a government. */
import { describe, expect, test } from "vitest";
import {
  describeGovernment,
  timeZoneOfProvince,
  type GovernmentKind,
} from "../../domain/accounts/regional-government.ts";
import { createAuthoritySchema } from "../../domain/accounts/accounts.contract.ts";
import * as v from "valibot";

const describeIt = (kind: GovernmentKind, place: string, province: string) =>
  describeGovernment({ kind, place, province, timeZone: "Asia/Makassar" });

describe("[AK12] a government is called", () => {
  test("as a city: its mayor, its region and its province", () => {
    expect(describeIt("kota", "Palu", "Sulawesi Tengah")).toEqual({
      name: "Pemerintah Kota Palu",
      office: "WALI KOTA PALU",
      spelling: "Wali Kota",
      region: "Kota Palu",
      province: "Sulawesi Tengah",
      gazette: "Berita Daerah",
      timeZone: "Asia/Makassar",
      letterhead: "WALI KOTA PALU\nPROVINSI SULAWESI TENGAH",
    });
  });

  test("as a regency, and as a province, which lies in none", () => {
    expect(describeIt("kabupaten", "Sigi", "Sulawesi Tengah")).toMatchObject({
      name: "Pemerintah Kabupaten Sigi",
      office: "BUPATI SIGI",
      region: "Kabupaten Sigi",
    });
    expect(describeIt("provinsi", "Sulawesi Tengah", "")).toMatchObject({
      name: "Pemerintah Provinsi Sulawesi Tengah",
      office: "GUBERNUR SULAWESI TENGAH",
      region: "Provinsi Sulawesi Tengah",
      province: "",
      letterhead: "GUBERNUR SULAWESI TENGAH",
    });
    expect(describeIt("provinsi", "Daerah Istimewa Yogyakarta", "")).toMatchObject({
      name: "Pemerintah Daerah Istimewa Yogyakarta",
      office: "GUBERNUR DAERAH ISTIMEWA YOGYAKARTA",
    });
  });

  test("the same when the word of its kind was typed, too", () => {
    const plain = describeIt("kota", "Palu", "Sulawesi Tengah");
    for (const place of ["Kota Palu", "  kota   palu", "Pemerintah Kota Palu"])
      expect(describeIt("kota", place, "Provinsi Sulawesi Tengah").office).toBe(plain.office);
    expect(describeIt("kota", "Kota Palu", "Provinsi Sulawesi Tengah")).toEqual(plain);
    expect(describeIt("kabupaten", "Kota", "Riau").region).toBe("Kabupaten Kota");
    expect(describeIt("kabupaten", "Kotabaru", "Kalimantan Selatan").region).toBe("Kabupaten Kotabaru");
  });

  test("in what the server accepts", () => {
    for (const kind of ["kota", "kabupaten", "provinsi"] as const)
      expect(
        v.safeParse(createAuthoritySchema, describeIt(kind, "x".repeat(100), "y".repeat(120))).success,
      ).toBe(true);
  });
});

test("[AK12] the time zone is that of the province", () => {
  const zones = {
    "Asia/Jakarta": ["Aceh", "DKI Jakarta", "Jawa Timur", "", "tidak dikenal"],
    "Asia/Pontianak": ["Kalimantan Barat", "kalimantan tengah"],
    "Asia/Makassar": [
      "Sulawesi Tengah",
      "Bali",
      "Nusa Tenggara Timur",
      "Provinsi Kalimantan Utara",
      "Gorontalo",
    ],
    "Asia/Jayapura": ["Maluku", "Maluku Utara", "Papua", "Papua Barat Daya", " papua  pegunungan "],
  };
  for (const [zone, provinces] of Object.entries(zones))
    for (const province of provinces) expect(timeZoneOfProvince(province), province).toBe(zone);
});
