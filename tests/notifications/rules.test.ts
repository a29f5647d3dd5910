/** Words, keys and times of notifications, without a database. */
import { describe, expect, test } from "vitest";
import { digestDueAt } from "../../domain/notifications/digest-time.ts";
import { dedupeKey, isDuty, NOTIFICATION_KINDS, shorten } from "../../domain/notifications/notification.ts";
import { tell } from "../../domain/notifications/notification.intl.ts";
import { retryAt } from "../../domain/notifications/retry.ts";

const at = (iso: string): number => Date.parse(iso);

describe("[NT5] a digest is due at 07:00 in the zone of the person's government", () => {
  // Palu is UTC+8: 07:00 there is 23:00 UTC of the day before. 2026-11-22 is a Sunday.
  test.each([
    ["Asia/Makassar", "daily", "2026-11-22T22:59:59.999Z", "2026-11-21T23:00:00Z"],
    ["Asia/Makassar", "daily", "2026-11-22T23:00:00Z", "2026-11-22T23:00:00Z"],
    ["Asia/Makassar", "weekly", "2026-11-22T22:59:59.999Z", "2026-11-15T23:00:00Z"],
    ["Asia/Makassar", "weekly", "2026-11-22T23:00:00Z", "2026-11-22T23:00:00Z"],
    ["Asia/Makassar", "weekly", "2026-11-28T12:00:00Z", "2026-11-22T23:00:00Z"],
    ["Asia/Jakarta", "daily", "2026-11-22T23:59:59Z", "2026-11-22T00:00:00Z"],
    ["Asia/Jayapura", "daily", "2026-11-22T22:00:00Z", "2026-11-22T22:00:00Z"],
    // Clocks went back on 1 November 2026 in New York: 07:00 is 12:00 UTC, no longer 11:00.
    ["America/New_York", "daily", "2026-11-01T11:30:00Z", "2026-10-31T11:00:00Z"],
    ["America/New_York", "daily", "2026-11-01T12:00:00Z", "2026-11-01T12:00:00Z"],
  ] as const)("%s %s at %s: the one of %s", (zone, digest, now, due) => {
    expect(digestDueAt(zone, digest, at(now))).toBe(at(due));
  });

  test("none is due for who wants none", () => {
    expect(digestDueAt("Asia/Makassar", "off", at("2026-11-22T00:00:00Z"))).toBeNull();
  });
});

test("[NT3] the key is of kind, thing and day", () => {
  const key = dedupeKey("version.frozen", { kind: "version", id: "v" }, "2026-11-22");
  expect(dedupeKey("version.frozen", { kind: "version", id: "v" }, "2026-11-22")).toBe(key);
  for (const other of [
    dedupeKey("review.decided", { kind: "version", id: "v" }, "2026-11-22"),
    dedupeKey("version.frozen", { kind: "version", id: "w" }, "2026-11-22"),
    dedupeKey("version.frozen", { kind: "version", id: "v" }, "2026-11-23"),
  ])
    expect(other).not.toBe(key);
});

test("[NT9] pauses grow from a minute to a day, then there is no further attempt", () => {
  const minutes = [1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => {
    const next = retryAt(attempts, 1_000);
    return next === null ? null : (next - 1_000) / 60_000;
  });
  expect(minutes).toEqual([1, 5, 15, 60, 240, 720, 1440, null]);
});

test("[NT4] every kind has a sentence in both languages that names the thing; only some are duties", () => {
  for (const kind of NOTIFICATION_KINDS)
    for (const locale of ["id", "en"] as const) {
      const sentence = tell({ kind, title: "Rancangan Uji", detail: null, count: 1 }, locale);
      expect(sentence).toContain("Rancangan Uji");
      expect(sentence).not.toMatch(/undefined|null|\(\)/);
    }
  expect(NOTIFICATION_KINDS.filter(isDuty)).toEqual([
    "review.waiting",
    "contribution.assigned",
    "minutes.confirm",
    "submission.ready",
  ]);
  expect(tell({ kind: "contribution.assigned", title: "T", detail: "Pasal 7", count: 3 }, "id")).toBe(
    "3 masukan ditugaskan kepada Anda: T (Pasal 7)",
  );
});

test("[NT7] what is too long is cut between characters and stays one line", () => {
  expect(shorten("  satu\n dua\t ", 20)).toBe("satu dua");
  expect(shorten("abcdef", 6)).toBe("abcdef");
  expect(shorten("abcdefg", 6)).toBe("abcde…");
  expect(shorten("abcd😀g", 6)).toBe("abcd…");
});
