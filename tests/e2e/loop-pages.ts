/** What people do with input and approvals, by the words they read. */
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Builds a survey of a scale and a text, opens it, and gives its id. */
export async function openSurvey(page: Page, address: string, title: string, rule: string): Promise<string> {
  await page.goto(address);
  await page.getByLabel("Judul survei").fill(title);
  await page.getByRole("radio", { name: rule }).check();
  await page.getByRole("button", { name: "Buat survei" }).click();
  const add = page.getByRole("button", { name: "Tambah pertanyaan" });
  await add.click();
  await page.getByRole("textbox", { name: "Pertanyaan", exact: true }).fill("Syarat tugas belajar jelas");
  await page.getByLabel("Cara menjawab").last().selectOption({ label: "Jawaban bebas" });
  await add.click();
  await page.getByRole("textbox", { name: "Pertanyaan", exact: true }).fill("Apa yang kurang?");
  await page.getByRole("status").filter({ hasText: "Tersimpan" }).waitFor();
  await page.getByRole("button", { name: "Buka survei…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Buka survei" }).click();
  await page.getByText(/^Menerima jawaban/).waitFor();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Makes codes and reads the first of them off the page, where they are shown once. */
export async function makeCode(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Kode", exact: true }).click();
  await page.getByRole("spinbutton", { name: "Berapa kode" }).fill("5");
  await page.getByRole("button", { name: "Buat kode" }).click();
  const shown = page.locator("strong").filter({ hasText: /^[0-9A-Z]{5}-[0-9A-Z]{5}$/ });
  return (await shown.first().textContent()) ?? "";
}

/** Answers the survey that is open on the page, from the first step to the thanks. */
export async function answerSurvey(page: Page, words: string): Promise<void> {
  await page.getByRole("button", { name: "Mulai" }).click();
  await page.getByText("1 dari 2").waitFor();
  await page.getByRole("radio", { name: "4", exact: true }).check();
  await page.getByRole("button", { name: "Lanjut" }).click();
  await page.getByText("2 dari 2").waitFor();
  await page.getByRole("textbox", { name: /^Apa yang kurang/ }).fill(words);
  await page.getByRole("button", { name: "Lanjut" }).click();
  await page.getByRole("button", { name: "Kirim jawaban" }).click();
  await page.getByRole("heading", { name: "Terima kasih, jawaban Anda sudah diterima" }).waitFor();
}

/**
 * Answers every open input in the inbox;
 * the one that asks for a time with a change of its clause in the draft. How many there were.
 */
export async function answerOpenInputs(page: Page, inbox: string): Promise<number> {
  await page.goto(inbox);
  const waiting = page.getByRole("button", { name: /^Menunggu jawaban \d+$/ });
  await page.getByRole("list", { name: "Daftar masukan" }).getByRole("listitem").first().waitFor();
  const left = async () => Number((await waiting.textContent())?.match(/\d+/)?.[0]);
  const count = await left();
  for (let answered = 0; answered < count; answered += 1) {
    // Answered ones stay in sight until the list is asked for again.
    await page.goto(inbox);
    await page
      .getByRole("list", { name: "Daftar masukan" })
      .getByRole("listitem")
      .first()
      .getByRole("button")
      .click();
    const opened = page.getByRole("region", { name: "Masukan yang dibuka" });
    await opened.getByRole("group", { name: "Hasil" }).waitFor();
    const asksForTime = (await opened.getByText("Sebutkan juga jangka waktu").count()) > 0;
    await opened.getByRole("radio", { name: asksForTime ? /^Diterima naskah/ : /^Dicatat/ }).check();
    const reason = asksForTime ? "Kami tambahkan jangka waktunya." : "Terima kasih, kami catat.";
    await opened.getByRole("textbox", { name: "Alasan" }).fill(reason);
    if (asksForTime) await opened.getByLabel(/^Perubahan naskah/).selectOption({ label: "Pada Pasal 3" });
    await opened.getByRole("button", { name: "Simpan & berikutnya" }).click();
    await expect.poll(left, { timeout: 10_000 }).toBe(count - answered - 1);
  }
  return count;
}

/** Brings every answer to the public register. */
export async function publishAnswers(page: Page, inbox: string): Promise<void> {
  await page.goto(`${inbox}?keadaan=answered`);
  const items = page.getByRole("list", { name: "Daftar masukan" }).getByRole("listitem");
  await items.first().waitFor();
  for (let left = await items.count(); left > 0; left -= 1) {
    await page.goto(`${inbox}?keadaan=answered`);
    await items.first().getByRole("button").click();
    await page.getByRole("button", { name: "Umumkan jawaban" }).click();
    await expect.poll(() => page.getByRole("button", { name: "Umumkan jawaban" }).count()).toBe(0);
  }
}

/** Submits the newest version to the legal division, then the mayor. */
export async function submitForReview(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("button", { name: "Bagian hukum, lalu Wali Kota" }).click();
  await page.getByRole("button", { name: "Ajukan", exact: true }).click();
  await page
    .getByText(/Menunggu keputusan/)
    .first()
    .waitFor();
}

async function openWaiting(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/kerja/tugas`);
  await page
    .getByRole("link", { name: /Tugas Belajar/ })
    .first()
    .click();
  await page.getByText("Anda diminta memutuskan").waitFor();
}

export async function sendBack(page: Page, url: string, reason: string): Promise<void> {
  await openWaiting(page, url);
  await page.getByRole("button", { name: "Kembalikan dengan catatan" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill(reason);
  await dialog.getByRole("button", { name: /^Kembalikan/ }).click();
  await page
    .getByText(/Dikembalikan/)
    .first()
    .waitFor();
}

export async function approve(page: Page, url: string): Promise<void> {
  await openWaiting(page, url);
  await page.getByRole("button", { name: "Setujui", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /^Setujui/ }).click();
  await page
    .getByText(/Disetujui/)
    .first()
    .waitFor();
  // How the round stands is said where the reader is now.
  await page.waitForFunction(() => document.activeElement?.textContent?.includes("Putaran ini"));
}
