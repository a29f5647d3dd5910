/** Minutes of a workshop as a document, read back from its bytes. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RecordedEntry, WorkshopDetail } from "../../domain/workshops/workshops.contract.ts";
import { openHall, randomId, type Hall } from "../workshops/hall.ts";
import { readDocx } from "./office-files.ts";

describe("minutes as a document", () => {
  let hall: Hall;
  let workshop: WorkshopDetail;
  beforeAll(async () => {
    hall = await openHall();
    workshop = await hall.live();
    const ani = await hall.checkIn(workshop, "Ani Rahasia", hall.groups.asn);
    const recorded = await hall.send("POST", hall.api(workshop, "/entries"), {
      id: randomId(),
      cid: hall.cids.ayat1,
      groupId: hall.groups.asn,
      table: "2",
      words: "Hitung daring.",
    });
    const entry = (await recorded.json()) as RecordedEntry;
    await hall.t.app.request(`/lokakarya/${workshop.code}/suara`, {
      method: "POST",
      headers: { cookie: ani },
      body: new URLSearchParams({ butir: entry.id, suara: "agree" }),
    });
    await hall.step(workshop, "close");
  });
  afterAll(() => hall.t.close());

  const read = async (query = `?workshop=${workshop.id}`) => {
    const response = await hall.t.send("GET", `/api/policies/${hall.policyId}/exports/notulen.docx${query}`, {
      as: hall.owner,
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toContain("notulen-");
    return readDocx(new Uint8Array(await response.arrayBuffer()));
  };

  test("attendance by group, each clause with its words and entries with votes; no names", async () => {
    const { paragraphs, tables } = await read();
    expect(paragraphs).toContain("Keadaan notulen: Rancangan notulen, belum diumumkan kepada peserta");
    expect(paragraphs).toContain("Hadir 1 orang.");
    expect(tables[0]).toEqual([
      ["Kelompok", "Diundang", "Hadir"],
      ["ASN fungsional", "60", "1"],
      ["Masyarakat", "20", "0"],
    ]);
    expect(paragraphs).toContain("Pasal 1 ayat (1)");
    expect(tables.some((table) => table.some((row) => row.includes("Hitung daring.")))).toBe(true);
    const entries = tables.find((table) => table[0]?.includes("Setuju"));
    expect(entries?.[1]).toEqual(["1", "ASN fungsional, meja 2", "Hitung daring.", "1", "0", "0"]);
    expect(JSON.stringify([paragraphs, tables])).not.toContain("Rahasia");
  });

  test("a page of them is there, too, in English as well", async () => {
    const response = await hall.t.send(
      "GET",
      `/api/policies/${hall.policyId}/exports/notulen.html?workshop=${workshop.id}&bahasa=en`,
      { as: hall.owner },
    );
    const page = await response.text();
    expect(page).toContain("<h1>Minutes</h1>");
    expect(page).toContain("Hitung daring.");
  });
});
