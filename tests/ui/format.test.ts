import { expect, test } from "vitest";
import { formatDate, formatDateTime, formatNumber } from "../../client/ui/format.ts";

// 22 November 2026, 18.05 UTC: the next day already in all three zones of Indonesia.
const at = Date.UTC(2026, 10, 22, 18, 5);

test("writes a moment in the zone of the authority and names the zone as the law does", () => {
  expect(formatDateTime(at, "id", "Asia/Jakarta")).toBe("23 Nov 2026, 01.05 WIB");
  expect(formatDateTime(at, "id", "Asia/Makassar")).toBe("23 Nov 2026, 02.05 WITA");
  expect(formatDateTime(at, "id", "Asia/Jayapura")).toBe("23 Nov 2026, 03.05 WIT");
  expect(formatDateTime(at, "en", "Asia/Makassar")).toBe("23 Nov 2026, 02:05 WITA");
});

test("writes midnight as 00, never 24", () => {
  expect(formatDateTime(Date.UTC(2026, 0, 1, 17, 0), "id", "Asia/Jakarta")).toBe("2 Jan 2026, 00.00 WIB");
});

test("writes dates and numbers as each language does", () => {
  expect(formatDate(at, "id", "Asia/Makassar")).toBe("23 November 2026");
  expect(formatDate(Date.UTC(2026, 7, 17), "id", "Asia/Makassar")).toBe("17 Agustus 2026");
  expect(formatNumber(12345, "id")).toBe("12.345");
  expect(formatNumber(12345, "en")).toBe("12,345");
});
