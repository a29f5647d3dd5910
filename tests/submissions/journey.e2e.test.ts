/** A body drafts on a desk and a phone, collides, loses nothing, sends once, reads its receipt and the answer. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityViolations, DESKTOP, launchBrowser, PHONE } from "../support/browser.ts";
import { startServer, type ServerProcess } from "../support/server-process.ts";
import { signIn } from "../e2e/pages.ts";

const HOUR = 3_600_000;
/** Palu's clocks show eight hours more than UTC. */
const inPalu = (at: number): string => new Date(at + 8 * HOUR).toISOString().slice(0, 16);

describe("a submission of KORPRI", () => {
  let server: ServerProcess;
  let browser: Browser;
  let owner: Page;
  let head: Page;
  let colleague: Page;
  let policyId: string;
  const TITLE = "Jam pelatihan ASN";

  beforeAll(async () => {
    server = await startServer({ env: { DEMO: "1" } });
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.dispose();
  });

  async function api<T>(page: Page, method: string, path: string, body?: unknown, etag?: string) {
    return page.evaluate(
      async ([verb, address, content, tag]) => {
        const response = await fetch(address, {
          method: verb,
          headers: {
            "content-type": "application/json",
            "idempotency-key": crypto.randomUUID(),
            ...(tag && { "if-match": tag }),
          },
          ...(content !== undefined && { body: JSON.stringify(content) }),
        });
        if (!response.ok) throw new Error(`${verb} ${address}: ${await response.text()}`);
        return { data: (await response.json()) as unknown, etag: response.headers.get("etag") };
      },
      [method, path, body, etag] as const,
    ) as Promise<{ data: T; etag: string }>;
  }
  const fair = async (page: Page, where: string) => {
    expect(await accessibilityViolations(page), where).toEqual([]);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider, where).toBeLessThanOrEqual(0);
  };

  test("the government calls, the body begins", async () => {
    owner = await signIn(browser, server.url, "perancang1", DESKTOP);
    const policies = await api<{ items: { id: string; authority: { id: string; name: string } }[] }>(
      owner,
      "GET",
      "/api/policies",
    );
    const policy = policies.data.items.find((each) => each.authority.name.includes("Palu"));
    const authority = policy?.authority;
    policyId = policy?.id ?? "";
    const path = `/api/policies/${policyId}`;
    const versions = await api<{ items: { number: number }[] }>(owner, "GET", `${path}/versions`);
    const groups = await api<{ items: { id: string; name: string; authorityId: string }[] }>(
      owner,
      "GET",
      "/api/groups",
    );
    const korpri = groups.data.items.filter(
      ({ name, authorityId }) => name === "KORPRI" && authorityId === authority?.id,
    );
    const made = await api<{ id: string }>(owner, "POST", `${path}/consultations`, {
      title: TITLE,
      version: versions.data.items[0]?.number,
      opens: inPalu(Date.now() - HOUR),
      closes: inPalu(Date.now() + 72 * HOUR),
      summary: "Berapa jam ASN dilatih setiap tahun, dan siapa yang menanggung biayanya.",
      whatHappens: "Setiap masukan ditanggapi.",
      legalBasis: "UU 27/2022 Pasal 20",
      contact: "BKPSDM",
      retentionMonths: 24,
      comments: "open",
      submissions: true,
      groups: korpri.map(({ id }) => ({ groupId: id, target: 6 })),
    });
    await api(owner, "POST", `${path}/consultations/${made.data.id}/announce`, undefined, made.etag);

    head = await signIn(browser, server.url, "korpri", DESKTOP);
    await head.getByRole("link", { name: "Usulan lembaga" }).first().click();
    await head.getByRole("heading", { name: "Usulan KORPRI Kota Palu" }).waitFor();
    await fair(head, "calls");
    const call = head.getByRole("listitem").filter({ hasText: TITLE });
    await call.getByRole("button", { name: "Mulai menulis usulan" }).click();
    await head.getByRole("heading", { name: TITLE, level: 1 }).waitFor();
    await head.getByText("Hanya anggota KORPRI Kota Palu yang dapat membaca draf ini.").waitFor();
  });

  test("an item is written with the present wording beside it; what was not saved comes back after a reload", async () => {
    const list = head.getByRole("navigation", { name: "Ketentuan" });
    await list
      .getByRole("button", { name: /ayat \(1\)/ })
      .first()
      .focus();
    await head.keyboard.press("Enter");
    await head.getByRole("button", { name: "Tambah butir" }).focus();
    await head.keyboard.press("Enter");
    await head.getByLabel("Setuju, dengan perubahan").focus();
    await head.keyboard.press("Space");
    await head.getByRole("button", { name: "Mulai dari bunyi sekarang" }).focus();
    await head.keyboard.press("Enter");
    await head.getByLabel(/^Usulan rumusan/).focus();
    await head.keyboard.press("End");
    await head.keyboard.press("Control+End");
    await head.keyboard.type(" Biayanya ditanggung pemerintah kota.");
    await head.getByLabel(/^Alasan/).focus();
    await head.keyboard.type("Biaya selama ini ditanggung sendiri.");
    await expect
      .poll(() =>
        head
          .getByRole("group", { name: /dibandingkan/ })
          .locator("ins")
          .allTextContents(),
      )
      .toEqual([expect.stringContaining("Biayanya ditanggung pemerintah kota")]);
    await fair(head, "editor");

    await head.reload();
    await head.getByRole("button", { name: "Tambah butir" }).click();
    await head.getByText("Tulisan yang belum disimpan di perangkat ini sudah dikembalikan.").waitFor();
    expect(await head.getByLabel(/^Alasan/).inputValue()).toBe("Biaya selama ini ditanggung sendiri.");
    await head.getByRole("button", { name: "Simpan butir" }).click();
    await head.getByText("Paling banyak 5 berkas").waitFor();
  });

  test("a file comes in, a program named .pdf does not", async () => {
    const choose = (name: string, content: string) =>
      head
        .locator("input[type=file]")
        .setInputFiles({ name, mimeType: "application/pdf", buffer: Buffer.from(content, "latin1") });
    await choose("survei anggota.pdf", "%PDF-1.7\n%%EOF");
    await head.getByRole("link", { name: "survei anggota.pdf" }).waitFor();
    await choose("usulan.pdf", "MZ\u0090\u0000\u0003");
    await head.getByText("Yang dilihat adalah isinya, bukan nama berkasnya").waitFor();
    expect(await head.getByRole("link", { name: /\.pdf$/ }).count()).toBe(1);
    await head.getByRole("button", { name: "Selesai" }).click();
  });

  test("on a phone a colleague comments and changes; who comes second is told and chooses", async () => {
    colleague = await signIn(browser, server.url, "korpri2", PHONE);
    await colleague.goto(head.url());
    await colleague.getByLabel("Pilih ketentuan").selectOption({ label: "Semua butir (1 butir)" });
    await colleague.getByText("Catatan rekan", { exact: true }).click();
    await colleague.getByLabel("Catatan untuk rekan").fill("Sebut juga perawat.");
    await colleague.getByRole("button", { name: "Tambah catatan" }).click();
    await colleague.getByText("1 belum selesai").waitFor();
    await fair(colleague, "overview on a phone");

    await head.reload();
    await head.getByRole("button", { name: /^Ubah: / }).click();
    await colleague.getByRole("button", { name: /^Ubah: / }).click();
    await colleague.getByLabel(/^Alasan/).fill("Perawat membayar sendiri.");
    await fair(colleague, "editor on a phone");
    await colleague.getByRole("button", { name: "Simpan butir" }).click();
    await colleague.getByText("Butir tersimpan").first().waitFor();
    await head.getByLabel(/^Alasan/).fill("Perawat dan bidan membayar sendiri.");
    await head.getByRole("button", { name: "Simpan butir" }).click();
    await head.getByRole("heading", { name: "Yang disimpan Anggota KORPRI" }).waitFor();
    await head.getByText("Anggota KORPRI lebih dahulu mengubah butir ini").waitFor();
    expect(await head.getByLabel(/^Alasan/).inputValue()).toBe("Perawat dan bidan membayar sendiri.");
    await fair(head, "conflict");
    await head.getByRole("button", { name: "Simpan tulisan saya" }).click();
    await head.getByRole("button", { name: "Tambah butir lain" }).waitFor();
  });

  test("the head is told, confirms what is sent in whose name, and holds a receipt", async () => {
    await colleague.reload();
    await colleague.getByLabel("Pilih ketentuan").selectOption({ label: "Semua butir (1 butir)" });
    await colleague.getByRole("button", { name: "Beri tahu ketua" }).click();
    await colleague.getByText("Ketua sudah diberi tahu").waitFor();
    await head.goto(`${server.url}/kerja/pemberitahuan`);
    await fair(head, "notifications");
    await head.getByRole("link", { name: `Usulan siap Anda kirim: ${TITLE}` }).click();
    await head.getByText("Lengkap, siap dikirim").waitFor();
    await head.getByRole("button", { name: "Kirim usulan" }).click();
    const dialog = head.getByRole("dialog", { name: "Kirim usulan KORPRI Kota Palu?" });
    await dialog.getByText(`1 butir untuk konsultasi “${TITLE}”.`).waitFor();
    await dialog.getByText("Nama anggota tidak ditampilkan").waitFor();
    await fair(head, "confirmation");
    await dialog.getByRole("button", { name: "Kirim 1 butir" }).click();
    await head.getByRole("heading", { name: "Tanda terima" }).waitFor();
    await head.getByText("Belum dijawab").waitFor();
    await fair(head, "receipt");
  });

  test("the government reads the body, not its people; the answer comes back to the item", async () => {
    await owner.goto(`${server.url}/kerja/rancangan/${policyId}/riwayat`);
    await owner
      .getByRole("row", { name: /Usulan lembaga dikirim KORPRI Kota Palu/ })
      .first()
      .waitFor();
    expect(await owner.getByText("Ketua KORPRI").count()).toBe(0);

    const number = new URL(head.url()).pathname.split("/").at(-1);
    const id = new URL(head.url()).pathname.split("/").at(-3);
    const sent = await api<{ items: { contributionId: string }[] }>(
      head,
      "GET",
      `/api/submissions/${id}/sendings/${number}`,
    );
    await api(owner, "POST", `/api/policies/${policyId}/dispositions`, {
      contributionIds: sent.data.items.map(({ contributionId }) => contributionId),
      outcome: "partly",
      reason: "Biaya ditanggung bagi pelatihan yang wajib.",
      triage: { visibility: "public" },
    });
    await colleague.goto(`${server.url}/kerja/usulan/${id}/terkirim/${number}`);
    await colleague.getByText("Biaya ditanggung bagi pelatihan yang wajib.").waitFor();
    await fair(colleague, "answer on a phone");
    await colleague.goto(`${server.url}/kerja/pemberitahuan`);
    await colleague.getByRole("link", { name: `Usulan lembaga Anda dijawab: ${TITLE}` }).waitFor();
  });
});
