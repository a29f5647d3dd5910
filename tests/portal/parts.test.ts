/** Small parts of the portal on their own. */
import { describe, expect, test } from "vitest";
import { formatEnd, formatMoment } from "../../server/portal/format.ts";
import { html } from "../../server/portal/html.ts";
import { createLatest } from "../../server/portal/latest.ts";

describe("html", () => {
  test("takes out the indentation of the template, never what is put in, and escapes it", async () => {
    // Under another name, so that the formatter leaves the template as it is.
    const tag = html;
    const words = 'baris satu\n   baris <dua> & "tiga"';
    const made = await tag`<p
      class="a">
        ${words}
      </p>`;
    expect(`${made.toString()}`).toBe(
      '<p class="a"> baris satu\n   baris &lt;dua&gt; &amp; &quot;tiga&quot; </p>',
    );
  });
});

describe("moments", () => {
  const palu = "Asia/Makassar";
  test("are said by the clocks of the authority, with its zone", () => {
    expect(formatMoment(Date.UTC(2026, 11, 5, 0, 30), "id", palu)).toBe(
      "Sabtu, 5 Desember 2026 pukul 08.30 WITA",
    );
    expect(formatMoment(Date.UTC(2026, 11, 5, 0, 30), "en", "Asia/Jakarta")).toBe(
      "Saturday, 5 December 2026 at 07:30 WIB",
    );
  });
  test("a window that ends at midnight ends at 24.00 of its last day", () => {
    expect(formatEnd(Date.UTC(2026, 11, 5, 16), "id", palu)).toBe("Sabtu, 5 Desember 2026 pukul 24.00 WITA");
    expect(formatEnd(Date.UTC(2026, 11, 5, 15, 59), "id", palu)).toBe(
      "Sabtu, 5 Desember 2026 pukul 23.59 WITA",
    );
  });
});

describe("the latest value", () => {
  test("who comes during a read shares the next one; nobody gets what was read before they asked", async () => {
    let now = 0;
    let reads = 0;
    const gates: (() => void)[] = [];
    const latest = createLatest<string, number>(async () => {
      reads += 1;
      const seen = now;
      await new Promise<void>((resolve) => gates.push(resolve));
      return seen;
    });
    const first = latest("a");
    now = 1;
    const [second, third] = [latest("a"), latest("a")];
    expect(reads).toBe(1);
    gates.shift()?.();
    expect(await first).toBe(0);
    await Promise.resolve();
    gates.shift()?.();
    expect([await second, await third]).toEqual([1, 1]);
    expect(reads).toBe(2);
  });

  test("a read that fails is not kept", async () => {
    let fails = true;
    const latest = createLatest<string, number>(async () => {
      if (fails) throw new Error("gone");
      return 1;
    });
    await expect(latest("a")).rejects.toThrow("gone");
    fails = false;
    expect(await latest("a")).toBe(1);
  });
});
