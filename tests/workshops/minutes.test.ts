/** Minutes over HTTP: published, confirmed, corrected, final; and the record of them. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { workshopCorrections, workshopMinutesParts, workshopVotes } from "../../db/schema/workshops.ts";
import { verifyAudit } from "../../db/verify-audit.ts";
import { CORRECTION_MS } from "../../domain/workshops/workshop.ts";
import type {
  RecordedEntry,
  WorkshopDetail,
  WorkshopMinutes,
} from "../../domain/workshops/workshops.contract.ts";
import { createPayloadReaders } from "../../server/payload-readers.ts";
import { endDueMinutes } from "../../server/workshops/end-due-minutes.ts";
import { HOUR_MS, NINE, openHall, randomId, type Hall } from "./hall.ts";

const json = async <T>(response: Response | Promise<Response>): Promise<T> =>
  (await (await response).json()) as T;
const reasonOf = async (response: Response | Promise<Response>) =>
  ((await (await response).json()) as { reason: string }).reason;

describe("minutes", () => {
  let hall: Hall;
  let workshop: WorkshopDetail;
  let ani: string;
  let budi: string;
  beforeAll(async () => {
    hall = await openHall();
  });
  afterAll(() => hall.t.close());

  const post = async (cookie: string, rest: string, form: Record<string, string> = {}) =>
    hall.t.app.request(`/lokakarya/${workshop.code}${rest}`, {
      method: "POST",
      headers: { cookie },
      body: new URLSearchParams(form),
    });
  const page = async (cookie: string, rest = "/notulen") =>
    (await hall.t.app.request(`/lokakarya/${workshop.code}${rest}`, { headers: { cookie } })).text();
  const minutes = () => json<WorkshopMinutes>(hall.send("GET", hall.api(workshop, "/minutes")));
  const verify = async () => {
    const { data, deps } = hall.t;
    const readers = createPayloadReaders(data.db, deps.repos);
    const { findings } = await verifyAudit({ db: data.db, files: data.files, readers });
    return findings.map(({ kind, subject }) => `${kind} ${subject}`);
  };

  /** Two devices, an entry with a vote, closed; published unless told. */
  async function closed(): Promise<RecordedEntry> {
    hall.clock.now = NINE;
    workshop = await hall.live();
    ani = await hall.checkIn(workshop, "Ani", hall.groups.asn);
    budi = await hall.checkIn(workshop, "Budi");
    const entry = await json<RecordedEntry>(
      hall.send("POST", hall.api(workshop, "/entries"), {
        id: randomId(),
        cid: hall.cids.ayat1,
        groupId: hall.groups.asn,
        table: null,
        words: "Hitung daring.",
      }),
    );
    await post(ani, "/suara", { butir: entry.id, suara: "agree" });
    await hall.step(workshop, "close");
    return entry;
  }
  async function published(): Promise<void> {
    await closed();
    const answer = await hall.send("POST", hall.api(workshop, "/minutes/publish"));
    expect(answer.status).toBe(200);
  }

  test("[WS16] [WS17] paragraphs are optimistic, publication freezes counts and drops single votes", async () => {
    await closed();
    const read = await hall.send("GET", hall.api(workshop, "/minutes"));
    const seen = { "if-match": read.headers.get("etag") ?? "" };
    const write = (text: string, headers: Record<string, string>) =>
      hall.send(
        "PUT",
        hall.api(workshop, "/minutes/paragraphs"),
        {
          paragraphs: [
            { cid: null, text },
            { cid: hall.cids.isi, text: "Disepakati." },
          ],
        },
        headers,
      );
    expect((await write("Dibuka Kepala BKPSDM.", seen)).status).toBe(200);
    expect((await write("Lain.", seen)).status).toBe(412);
    const stray = { paragraphs: [{ cid: hall.cids.ayat2, text: "x" }] };
    const later = {
      "if-match": (await hall.send("GET", hall.api(workshop, "/minutes"))).headers.get("etag") ?? "",
    };
    expect(await reasonOf(hall.send("PUT", hall.api(workshop, "/minutes/paragraphs"), stray, later))).toBe(
      "entry-off-agenda",
    );
    const view = await json<WorkshopMinutes>(hall.send("POST", hall.api(workshop, "/minutes/publish")));
    expect(view.state).toBe("minutes-open");
    expect(view.correctionsUntil).toBe(NINE + CORRECTION_MS);
    expect(view.document.sections.map(({ label, paragraphs }) => [label, paragraphs])).toEqual([
      ["", ["Dibuka Kepala BKPSDM."]],
      ["Pasal 1 ayat (1)", []],
      ["Pasal 2", ["Disepakati."]],
    ]);
    expect(view.document.sections[1]?.entries).toEqual([
      {
        number: 1,
        words: "Hitung daring.",
        group: "ASN fungsional",
        votes: { agree: 1, neutral: 0, disagree: 0 },
      },
    ]);
    expect(JSON.stringify(view.document)).not.toContain("Ani");
    const votes = await hall.t.data.db
      .select()
      .from(workshopVotes)
      .where(eq(workshopVotes.workshopId, workshop.id));
    expect(votes).toEqual([]);
    expect(await reasonOf(write("Lain.", later))).toBe("minutes-published");
    expect(await reasonOf(hall.send("POST", hall.api(workshop, "/minutes/publish")))).toBe(
      "minutes-published",
    );
    expect(await reasonOf(hall.step(workshop, "reopen"))).toBe("minutes-published");
  });

  test("[WS17] not before it is closed, and not when nobody came", async () => {
    hall.clock.now = NINE;
    workshop = await hall.live();
    expect(await reasonOf(hall.send("POST", hall.api(workshop, "/minutes/publish")))).toBe(
      "workshop-already-live",
    );
    await hall.step(workshop, "close");
    expect(await reasonOf(hall.send("POST", hall.api(workshop, "/minutes/publish")))).toBe("nobody-attended");
  });

  test("[WS17] an entry that arrives while the minutes are published is in them or refused, never lost", async () => {
    await closed();
    const [sent, answer] = await Promise.all([
      hall.send("POST", hall.api(workshop, "/entries"), {
        id: randomId(),
        cid: hall.cids.isi,
        groupId: null,
        table: null,
        words: "Dari luring.",
      }),
      hall.send("POST", hall.api(workshop, "/minutes/publish")),
    ]);
    expect(answer.status).toBe(200);
    const inMinutes = JSON.stringify((await minutes()).document).includes("Dari luring.");
    expect(sent.status).toBe(inMinutes ? 201 : 409);
  });

  test.each([
    ["at publication", 0, 303],
    ["a millisecond before 72 hours", CORRECTION_MS - 1, 303],
    ["at 72 hours", CORRECTION_MS, 409],
    ["an hour after", CORRECTION_MS + HOUR_MS, 409],
  ])("[WS18] confirming and correcting %s", async (_, after, status) => {
    await published();
    hall.clock.now = NINE + after;
    expect((await post(ani, "/notulen/sah")).status).toBe(status);
    const correction = await post(budi, "/notulen/koreksi", {
      id: randomId(),
      isi: "Bukan daring, tetapi luring.",
    });
    expect(correction.status).toBe(status);
    // What was typed comes back with the refusal.
    if (status === 409) expect(await correction.text()).toContain("Bukan daring, tetapi luring.");
    const view = await minutes();
    expect([view.confirmations, view.corrections.length]).toEqual(status === 303 ? [1, 1] : [0, 0]);
  });

  test("[WS18] confirming twice is once; a correction sent twice is one; five each; only who checked in", async () => {
    await published();
    await post(ani, "/notulen/sah");
    await post(ani, "/notulen/sah");
    const id = randomId();
    const twice = await Promise.all([1, 2].map(() => post(ani, "/notulen/koreksi", { id, isi: "Satu." })));
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    for (const n of [2, 3, 4, 5]) await post(ani, "/notulen/koreksi", { id: randomId(), isi: `Ke-${n}.` });
    const sixth = await post(ani, "/notulen/koreksi", { id: randomId(), isi: "Ke-6." });
    expect([sixth.status, (await sixth.text()).includes("Ke-6.")]).toEqual([409, true]);
    const long = await post(budi, "/notulen/koreksi", { id: randomId(), isi: "x".repeat(2001) });
    expect([long.status, (await long.text()).includes("x".repeat(2001))]).toEqual([400, true]);
    expect((await post("", "/notulen/koreksi", { id: randomId(), isi: "Orang lain." })).status).toBe(200);
    const view = await minutes();
    expect([view.confirmations, view.devices, view.corrections.length]).toEqual([1, 2, 5]);
    expect(view.corrections[0]).toMatchObject({ number: 1, text: "Satu.", group: "ASN fungsional" });
  });

  test("[WS18] [WS20] a correction is decided once, a refusal needs a reason, its author reads the decision", async () => {
    await published();
    await post(ani, "/notulen/koreksi", { id: randomId(), isi: "Keliru." });
    const [correction] = (await minutes()).corrections;
    const decide = (body: unknown) =>
      hall.send("POST", hall.api(workshop, `/minutes/corrections/${correction?.id}/decision`), body);
    expect((await decide({ outcome: "refused" })).status).toBe(400);
    const [a, b] = await Promise.all([
      decide({ outcome: "refused", reason: "Tercatat demikian." }),
      decide({ outcome: "accepted" }),
    ]);
    expect([a.status, b.status].toSorted((a, b) => a - b)).toEqual([200, 409]);
    const lost = a.status === 409 ? a : b;
    const { reason, detail } = await json<{ reason: string; detail: string }>(lost);
    expect(reason).toBe("correction-decided");
    expect(detail).toContain("Orang 2");
    const shown = await page(ani);
    expect(shown.includes("ditolak: Tercatat demikian.") || shown.includes("diterima")).toBe(true);
    // Others read it only once it stands with the minutes. [WS20]
    expect((await page(budi)).includes("Keliru.")).toBe(
      (await minutes()).corrections[0]?.outcome === "accepted",
    );
  });

  test("[WS19] final when the time has passed and all is decided, by whoever comes first; then nothing changes", async () => {
    await published();
    await post(ani, "/notulen/koreksi", { id: randomId(), isi: "Keliru." });
    hall.clock.now = NINE + CORRECTION_MS;
    await endDueMinutes(hall.t.deps);
    expect((await minutes()).state).toBe("minutes-open");
    const [correction] = (await minutes()).corrections;
    const decided = await json<WorkshopMinutes>(
      hall.send("POST", hall.api(workshop, `/minutes/corrections/${correction?.id}/decision`), {
        outcome: "accepted",
      }),
    );
    expect(decided).toMatchObject({ state: "final", finalAt: NINE + CORRECTION_MS });
    expect(decided.finalHash).toMatch(/^[0-9a-f]{64}$/);
    expect((await post(budi, "/notulen/sah")).status).toBe(409);
    const other = await hall.create();
    expect((await hall.send("GET", hall.api(other))).status).toBe(200);

    await published();
    hall.clock.now = NINE + CORRECTION_MS - 1;
    await endDueMinutes(hall.t.deps);
    expect((await minutes()).state).toBe("minutes-open");
    hall.clock.now += 1;
    await Promise.all([1, 2, 3].map(() => endDueMinutes(hall.t.deps)));
    expect((await minutes()).state).toBe("final");
    expect(await page(ani)).toContain("final");
  });

  test("[WS19] verify-audit is content, and finds minutes, a decision or a confirmation that were rewritten", async () => {
    await published();
    await post(ani, "/notulen/koreksi", { id: randomId(), isi: "Keliru." });
    const [correction] = (await minutes()).corrections;
    await hall.send("POST", hall.api(workshop, `/minutes/corrections/${correction?.id}/decision`), {
      outcome: "accepted",
    });
    hall.clock.now = NINE + CORRECTION_MS;
    expect((await minutes()).state).toBe("final");
    expect(await verify()).toEqual([]);
    const { db } = hall.t.data;
    const subject = `payload-changed workshop:${workshop.id}`;

    const mine = eq(workshopMinutesParts.workshopId, workshop.id);
    const [part] = await db.select().from(workshopMinutesParts).where(mine);
    const forged = new TextEncoder().encode(
      new TextDecoder().decode(part?.bytes).replace("daring", "luring"),
    );
    await db.update(workshopMinutesParts).set({ bytes: forged }).where(mine);
    // Both events hold its hash: that of the publication and that of the end.
    expect(await verify()).toEqual([subject, subject]);
    await db
      .update(workshopMinutesParts)
      .set({ bytes: part?.bytes ?? forged })
      .where(mine);
    expect(await verify()).toEqual([]);

    await db
      .update(workshopCorrections)
      .set({ text: "Benar." })
      .where(eq(workshopCorrections.workshopId, workshop.id));
    expect(await verify()).toEqual([subject]);
    await db
      .update(workshopCorrections)
      .set({ text: "Keliru." })
      .where(eq(workshopCorrections.workshopId, workshop.id));
    expect(await verify()).toEqual([]);
  });
});
