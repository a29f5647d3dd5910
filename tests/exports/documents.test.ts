/** The documents over HTTP, read back from their bytes: the team's and the public's. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ContributionId } from "../../domain/ids.ts";
import {
  cidAt,
  json,
  on,
  openInboxApp,
  receiptFor,
  reword,
  type Consulted,
  type InboxApp,
} from "../contributions/inbox-app.ts";
import { readDocx, readXlsx, type ReadSheet } from "./office-files.ts";

describe("documents", () => {
  let t: InboxApp;
  let p: Consulted;
  const id = {} as Record<
    "open" | "redacted" | "hidden" | "proposal" | "unsorted" | "gone" | "whole",
    ContributionId
  >;

  beforeAll(async () => {
    let clock = Date.UTC(2026, 10, 20, 3);
    t = await openInboxApp({}, { now: () => clock });
    p = await t.addConsulted();
    const citizen = await t.addAccount("respondent");
    id.open = await p.say("Setuju sekali", { stance: "support", groupId: t.groupId, targets: on(3) });
    id.redacted = await p.say("Pak Budi (NIP 198001012005011001) terlambat", {
      targets: on(8),
      stance: "against",
    });
    id.hidden = await p.say("Kata kasar", { targets: on(6) });
    id.proposal = await p.say("Agar jelas waktunya", {
      targets: on(6),
      stance: "support-with-change",
      proposedText: "Laporan diperiksa atasan langsung setiap minggu.",
      author: { kind: "account", accountId: citizen.id },
      groupId: t.groupId,
    });
    id.unsorted = await p.say("Belum dipilah orang", { targets: on(11) });
    id.gone = await p.say("Yang ditarik", { targets: on(6) }, await receiptFor(`d-${p.id}`));
    id.whole = await p.say("=1+1 rumus", { targets: [], createdOn: "2026-11-19" });
    await t.deps.repos.contributions.withdraw((await receiptFor(`d-${p.id}`)).secretHash);
    await p.triage([id.redacted], {
      redactedText: "[...] terlambat",
      moderationNote: "Nama dan NIP dihilangkan.",
    });
    await p.triage([id.hidden], { visibility: "team", moderationNote: "Kata tidak pantas." });
    await p.triage([id.open, id.proposal, id.whole]);
    clock += 3 * 86_400_000;
    await p.answer([id.proposal], { reason: "Ditambahkan.", change: { cid: cidAt(6) } });
    await p.answer([id.redacted], { outcome: "rejected", reason: "Sudah cukup." });
    clock += 4 * 86_400_000;
    await p.answer([id.hidden], { outcome: "noted", reason: "Dicatat." });
    await p.post("/contributions/publish", { contributionIds: [id.proposal, id.hidden] });
    await p.edit(reword(6, "Laporan diperiksa atasan langsung setiap minggu."));
    await p.freeze("Rancangan 2");
  });
  afterAll(() => t.close());

  const bytes = async (response: Response | Promise<Response>): Promise<Uint8Array> => {
    const answer = await response;
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const team = (file: string, query = "", as = t.ani) =>
    t.send("GET", `/api/policies/${p.id}/exports/${file}${query}`, { as });
  const shown = (file: string) => t.send("GET", `/konsultasi/${p.consultationId}/dokumen/${file}`);
  const ofConsultation = () => `?consultation=${p.consultationId}`;
  const texts = (sheet: ReadSheet | undefined) =>
    (sheet?.rows ?? []).map((row) => row.map(({ text }) => text));

  test("[EX2] [EX3] [EX8] the team's matrix has every input in the order of the text, with all words and why the public reads less", async () => {
    const response = await team("matriks-masukan.xlsx", ofConsultation());
    expect(response.headers.get("content-disposition")).toMatch(
      /^attachment; filename="matriks-masukan-dan-tanggapan-[a-z0-9-]+\.xlsx"$/,
    );
    const [sheet] = readXlsx(await bytes(response));
    const [header, ...rows] = texts(sheet);
    expect(header).toEqual([
      "No",
      "Tanggal",
      "Kelompok",
      "Pasal/ayat",
      "Masukan",
      "Alasan",
      "Tanggapan",
      "Tindak lanjut",
      "Versi",
    ]);
    expect(rows).toHaveLength(7);
    const words = rows.map((row) => row[4]);
    expect(words[0]).toBe("=1+1 rumus");
    expect(words).toContain(
      "Pak Budi (NIP 198001012005011001) terlambat\n(Sebagian dihilangkan. Nama dan NIP dihilangkan.)",
    );
    expect(words).toContain("Kata kasar\n(Tidak tampil untuk umum)\nKata tidak pantas.");
    expect(words).toContain("(Ditarik oleh pengirim)");
    const proposal = rows.find((row) => row[4]?.startsWith("Laporan diperiksa"));
    expect(proposal).toEqual([
      expect.any(String),
      "20 November 2026",
      "Tenaga kesehatan",
      "Pasal 1 ayat (2)",
      "Laporan diperiksa atasan langsung setiap minggu.",
      "Setuju, dengan perubahan\nAgar jelas waktunya",
      "Diterima.\nDitambahkan.",
      "Pasal 1 ayat (2) diubah",
      "Dibaca: versi 1\nPerubahan: versi 2",
    ]);
    expect(rows.map((row) => row[3])).toEqual([
      "Seluruh rancangan",
      "Pasal 1 ayat (1)",
      "Pasal 1 ayat (2)",
      "Pasal 1 ayat (2)",
      "Pasal 1 ayat (2)",
      "Pasal 2",
      "Pasal 3",
    ]);
    // No document names who gave an input.
    expect(JSON.stringify(rows)).not.toContain("Orang ");
  });

  test("[EX2] the public's matrix has what the register shows, in no format a word more", async () => {
    const [sheet] = readXlsx(await bytes(shown("matriks-masukan.xlsx")));
    const rows = texts(sheet).slice(1);
    // Two on one clause and day stand in any order.
    expect(rows.map((row) => row[4]).toSorted()).toEqual(
      [
        "=1+1 rumus",
        "Setuju sekali",
        "(Tidak ditampilkan. Kata tidak pantas.)",
        "Laporan diperiksa atasan langsung setiap minggu.",
        "[...] terlambat\n(Sebagian dihilangkan. Nama dan NIP dihilangkan.)",
      ].toSorted(),
    );
    expect(rows).toHaveLength(5);
    // Answered, and not published yet.
    expect(rows.find((row) => row[4]?.startsWith("[...]"))?.[6]).toBe("Belum ditanggapi");
    for (const file of ["matriks-masukan", "laporan-konsultasi"]) {
      const docx = readDocx(await bytes(shown(`${file}.docx`)));
      const all = [
        await (await shown(`${file}.html`)).text(),
        await (await shown(`${file}.csv`)).text(),
        JSON.stringify(docx.tables) + docx.paragraphs.join("\n"),
        JSON.stringify(readXlsx(await bytes(shown(`${file}.xlsx`)))),
      ];
      for (const each of all)
        for (const secret of [
          "Budi",
          "198001012005011001",
          "Kata kasar",
          "Belum dipilah orang",
          "Yang ditarik",
          "Sudah cukup",
        ])
          expect(each, `${file} ${secret}`).not.toContain(secret);
    }
  });

  test("[EX4] the DIM has every clause, and the status that follows from the input", async () => {
    const [sheet] = readXlsx(await bytes(team("dim.xlsx", ofConsultation())));
    const rows = texts(sheet).slice(1);
    const of = (start: string) =>
      rows.filter((row) => row[1]?.startsWith(start)).map((row) => [row[3], row[5], row[6]]);
    expect(of("Pasal 1 ayat (1)")).toEqual([["", "Tetap", "Belum ditanggapi"]]);
    expect(rows.find((row) => row[1]?.startsWith("Pasal 1 ayat (1)"))?.[1]).toBe(
      "Pasal 1 ayat (1)\nSetiap pegawai wajib:\na. hadir tepat waktu; dan\nb. mengisi laporan harian.",
    );
    expect(of("Pasal 1 ayat (2)")).toEqual([
      ["Laporan diperiksa atasan langsung setiap minggu.", "Perubahan substansi", "Diterima.\nDitambahkan."],
    ]);
    expect(of("Pasal 2")).toEqual([["", "Perubahan substansi", "Tidak diterima.\nSudah cukup."]]);
    expect(of("Pasal 3")).toEqual([["", "Tetap", ""]]);
  });

  test("[EX5] the comparison marks the words and says what was proposed, what came of it and why", async () => {
    const response = team("matriks-sandingan.docx", `${ofConsultation()}&from=1&to=2`);
    const { tables, xml } = readDocx(await bytes(response));
    const row = tables[0]?.find((cells) => cells[2]?.startsWith("Pasal 1 ayat (2)"));
    expect(row?.[1]).toBe("Pasal 1 ayat (2)\nLaporan diperiksa atasan langsung.");
    expect(row?.[2]).toBe("Pasal 1 ayat (2)\nLaporan diperiksa atasan langsung setiap minggu.");
    expect(row?.[3]).toContain("Tenaga kesehatan: Laporan diperiksa");
    expect(row?.[4]).toContain("Ditambahkan.");
    expect(xml).toMatch(/<w:u w:val="single"\/>(?:(?!<\/w:r>).)*setiap minggu/s);
    const same = tables[0]?.find((cells) => cells[1]?.startsWith("Pasal 3"));
    expect([same?.[2], same?.[5]]).toEqual(["Pasal 3\nPeraturan ini mulai berlaku.", "Tetap"]);
  });

  test("[EX6] the report adds up, for the team and for the public", async () => {
    const read = readDocx(await bytes(team("laporan-konsultasi.docx", ofConsultation())));
    const value = (name: string) =>
      read.paragraphs.find((text) => text.startsWith(`${name}: `))?.slice(name.length + 2);
    expect(["Masukan diterima", "Ditarik", "Sudah ditanggapi", "Belum ditanggapi"].map(value)).toEqual([
      "7",
      "1",
      "3",
      "3",
    ]);
    expect(value("Bagian yang ditanggapi")).toBe("50 %");
    // Two after three days, one after seven.
    expect(value("Median waktu sampai ditanggapi")).toBe("3 hari");
    const sheets = readXlsx(await bytes(team("laporan-konsultasi.xlsx", ofConsultation())));
    const named = (start: string) => texts(sheets.find(({ name }) => name.startsWith(start)));
    for (const sheet of ["Masukan menurut saluran", "Tanggapan menurut hasil"]) {
      const rows = named(sheet).slice(1);
      const counts = rows.map((row) => Number(row[1]));
      expect(counts.at(-1)).toBe(7);
      expect(counts.slice(0, -1).reduce((sum, count) => sum + count, 0)).toBe(7);
    }
    expect(
      named("Masukan yang belum")
        .slice(1)
        .map((row) => row[4]),
    ).toEqual(["=1+1 rumus", "Setuju sekali", "Belum dipilah orang"]);
    expect(named("Partisipasi")[1]).toEqual(["Tenaga kesehatan", "10", "2", "0"]);
    const open = readDocx(await bytes(shown("laporan-konsultasi.docx")));
    expect(open.paragraphs.find((text) => text.startsWith("Sudah ditanggapi: "))).toBe("Sudah ditanggapi: 2");
    expect(JSON.stringify(open.tables)).toContain("(Belum dipilah)");
  });

  test("pages are for printing: no script, no style of their own, both languages", async () => {
    for (const file of [
      "matriks-masukan.html",
      "dim.html",
      "matriks-sandingan.html",
      "laporan-konsultasi.html",
    ]) {
      const response = await team(file, ofConsultation());
      expect([response.status, response.headers.get("content-type")]).toEqual([
        200,
        "text/html; charset=utf-8",
      ]);
      const page = await response.text();
      expect(page).not.toMatch(/<script|<style| style="/);
      expect(page).toContain("<h1>");
    }
    const english = await (await team("matriks-masukan.html", `${ofConsultation()}&bahasa=en`)).text();
    expect(english).toContain("Matrix of input and answers");
    expect(english).toContain('<html lang="en">');
  });

  test("what there is not is not found; what is asked wrongly is said; who may not read input gets none", async () => {
    for (const file of ["rahasia.xlsx", "dim.pdf", "dim", "..%2Fdim.xlsx"])
      expect((await team(file)).status, file).toBe(404);
    expect((await team("laporan-konsultasi.docx")).status).toBe(400);
    expect((await team("dim.xlsx", "?consultation=x")).status).toBe(400);
    const other = await t.addConsulted();
    expect((await team("dim.xlsx", `?consultation=${other.consultationId}`)).status).toBe(404);
    expect((await team("matriks-sandingan.docx", "?from=1&to=99")).status).toBe(404);
    expect((await team("notulen.docx")).status).toBe(404);
    const stranger = await t.addAccount("drafter");
    expect((await team("dim.xlsx", "", stranger)).status).toBe(403);
    expect((await shown("dim.xlsx")).status).toBe(404);
    expect((await t.send("GET", `/konsultasi/${p.id}/dokumen/matriks-masukan.xlsx`)).status).toBe(404);
    const problem = await json<{ reason: string }>(team("rahasia.xlsx"));
    expect(problem.reason).toBe("unknown-document");
  });

  test("a public document is made anew when something was published", async () => {
    const before = await (await shown("matriks-masukan.csv")).text();
    expect(before).not.toContain("Sudah cukup");
    await p.post("/contributions/publish", { contributionIds: [id.redacted] });
    await expect.poll(async () => (await shown("matriks-masukan.csv")).text()).toContain("Sudah cukup");
  });
});
