/** Clocks of the authority and instants. */
import { describe, expect, test } from "vitest";
import { dayIn, epochToZoned, isKnownZone, zonedToEpoch } from "../../domain/consultations/zone-time.ts";

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

describe("times in a zone", () => {
  test.each([
    ["Asia/Jakarta", "2026-11-23T08:00", "2026-11-23T01:00:00.000Z"],
    ["Asia/Pontianak", "2026-11-23T08:00", "2026-11-23T01:00:00.000Z"],
    ["Asia/Makassar", "2026-11-23T08:00", "2026-11-23T00:00:00.000Z"],
    ["Asia/Jayapura", "2026-11-23T08:00", "2026-11-22T23:00:00.000Z"],
    ["Asia/Kathmandu", "2026-11-23T08:00", "2026-11-23T02:15:00.000Z"],
    ["Pacific/Apia", "2026-01-01T00:00", "2025-12-31T11:00:00.000Z"],
    ["UTC", "2028-02-29T23:59", "2028-02-29T23:59:00.000Z"],
  ])("[CO2] in %s, %s is %s, and back", (zone, local, instant) => {
    const at = zonedToEpoch(zone, local);
    expect(iso(at)).toBe(instant);
    expect(epochToZoned(zone, at!)).toBe(local);
    expect(dayIn(zone, at!)).toBe(local.slice(0, 10));
  });

  test("[CO2] an hour that clocks skip is refused, of one that comes twice the first counts", () => {
    expect(zonedToEpoch("Europe/Amsterdam", "2026-03-29T02:30")).toBeNull();
    expect(iso(zonedToEpoch("Europe/Amsterdam", "2026-03-29T03:00"))).toBe("2026-03-29T01:00:00.000Z");
    expect(iso(zonedToEpoch("Europe/Amsterdam", "2026-10-25T02:30"))).toBe("2026-10-25T00:30:00.000Z");
    expect(iso(zonedToEpoch("Europe/Amsterdam", "2026-10-25T03:00"))).toBe("2026-10-25T02:00:00.000Z");
    expect(zonedToEpoch("Pacific/Apia", "2011-12-30T12:00")).toBeNull();
  });

  test.each([
    "2026-11-23",
    "2026-02-30T08:00",
    "2026-11-23T24:00",
    "2026-11-23T08:60",
    "23.11.2026 08.00",
    "",
  ])("[CO2] %s is no time", (local) => {
    expect(zonedToEpoch("Asia/Makassar", local)).toBeNull();
  });

  test("[CO2] every hour of a year comes back as it was, in zones with and without summer time", () => {
    for (const zone of ["Asia/Makassar", "Asia/Jakarta", "Europe/Amsterdam", "Australia/Lord_Howe"]) {
      for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 3_600_000) {
        const back = zonedToEpoch(zone, epochToZoned(zone, at))!;
        // The second of an hour that comes twice reads as the first.
        expect(back === at || (back < at && epochToZoned(zone, back) === epochToZoned(zone, at))).toBe(true);
      }
    }
  });

  test("[CO2] the day turns at midnight by the authority's clocks", () => {
    const midnight = Date.UTC(2026, 10, 22, 16);
    expect(dayIn("Asia/Makassar", midnight - 1)).toBe("2026-11-22");
    expect(dayIn("Asia/Makassar", midnight)).toBe("2026-11-23");
    expect(dayIn("Asia/Jakarta", midnight)).toBe("2026-11-22");
  });

  test("a zone that nobody knows is told apart", () => {
    expect(isKnownZone("Asia/Makassar")).toBe(true);
    expect(isKnownZone("Asia/Palu")).toBe(false);
  });
});
