/** The hall on a phone, as plain forms: joining, checking in, input, votes. */
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contributions, receipts } from "../../db/schema/contributions.ts";
import { workshopAttendees } from "../../db/schema/workshops.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import type { WorkshopDetail } from "../../domain/workshops/workshops.contract.ts";
import { HOUR_MS, NINE, openHall, randomId, type Hall } from "./hall.ts";

describe("a phone in the hall", () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await openHall();
  });
  afterAll(() => hall.t.close());

  const get = async (path: string, cookie = "") => hall.t.app.request(path, { headers: { cookie } });
  const post = async (
    path: string,
    cookie: string,
    form: Record<string, string>,
    headers: Record<string, string> = {},
  ) =>
    hall.t.app.request(path, {
      method: "POST",
      headers: { cookie, ...headers },
      body: new URLSearchParams(form),
    });
  const at = ({ code }: WorkshopDetail, rest = "") => `/lokakarya/${code}${rest}`;
  const tokenOf = (cookie: string) => cookie.split("=")[1] ?? "";
  const attendees = (workshop: WorkshopDetail) =>
    hall.t.data.db.select().from(workshopAttendees).where(eq(workshopAttendees.workshopId, workshop.id));

  test("[WS4] a code may be typed small, with spaces; a wrong one is explained and comes back", async () => {
    const workshop = await hall.live();
    const typed = `${workshop.code.slice(0, 3).toLowerCase()} ${workshop.code.slice(3)}`;
    const found = await get(`/lokakarya?kode=${encodeURIComponent(typed)}`);
    expect([found.status, found.headers.get("location")]).toEqual([303, at(workshop)]);
    const small = await get(at(workshop).toLowerCase());
    expect([small.status, small.headers.get("location")]).toEqual(
      workshop.code === workshop.code.toLowerCase() ? [200, null] : [301, at(workshop)],
    );
    const wrong = await get("/lokakarya?kode=AB");
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('value="AB"');
    expect((await get("/lokakarya/ZZZZZZ")).status).toBe(404);
  });

  test("[WS22] guessing codes is limited by address, knowing one is not", async () => {
    const own = await openHall();
    try {
      const workshop = await own.live();
      const cookie = await own.checkIn(workshop);
      const statuses: number[] = [];
      for (let n = 0; n < 45; n += 1)
        statuses.push((await own.t.app.request("/api/workshops/ZZZZZZ/live")).status);
      expect([statuses.indexOf(429), statuses.filter((status) => status === 404).length]).toEqual([40, 40]);
      const live = `/api/workshops/${workshop.code}/live`;
      // Somebody else at this address cannot tell a right code from a wrong one now; the hall goes on.
      expect((await own.t.app.request(live)).status).toBe(429);
      expect(
        (await own.t.app.request(live, { headers: { cookie: `hadir-${workshop.code}=${randomId()}` } }))
          .status,
      ).toBe(429);
      expect((await own.t.app.request(live, { headers: { cookie } })).status).toBe(200);
      own.clock.now += 600_000;
      for (let n = 0; n < 60; n += 1)
        expect((await own.t.app.request(`/api/workshops/${workshop.code}/live`)).status).toBe(409);
    } finally {
      await own.t.close();
    }
  });

  test("[WS7] the form shows its privacy notice, is not kept, and a device checks in once however often it is sent", async () => {
    const workshop = await hall.live();
    const form = await get(at(workshop));
    expect(form.headers.get("cache-control")).toBe("no-store");
    expect(form.headers.get("referrer-policy")).toBe("strict-origin");
    const html = await form.text();
    const choices = [...html.matchAll(/<option value="(\w*)" (selected)?>/g)].map(([, value, chosen]) => [
      value,
      chosen,
    ]);
    expect(choices).toEqual([
      ["", "selected"],
      [hall.groups.asn, undefined],
      [hall.groups.warga, undefined],
      ["lain", undefined],
    ]);
    for (const words of [
      "UU 12/2011 Pasal 96",
      "24 bulan",
      "BKPSDM",
      "UU 27/2022",
      "Aula Bappeda",
      "09.00 sampai 12.00 WITA",
    ])
      expect(html, words).toContain(words);
    const [set = ""] = form.headers.getSetCookie();
    expect(set).toMatch(/^hadir-[0-9A-Z]{6}=[0-9A-Z]{26}; .*HttpOnly.*SameSite=Lax/);
    const cookie = set.split(";")[0] ?? "";
    const values = { nama: "Ani", kelompok: hall.groups.asn, unit: "" };
    const answers = await Promise.all([1, 2, 3].map(() => post(at(workshop, "/hadir"), cookie, values)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const rows = await attendees(workshop);
    expect(rows).toMatchObject([{ name: "Ani", groupId: hall.groups.asn, accountId: null, at: NINE }]);
    expect(rows[0]?.tokenHash).toBe(await sha256Hex(tokenOf(cookie)));
    expect(JSON.stringify(rows)).not.toContain(tokenOf(cookie));
  });

  test("[WS7] who is signed in is kept with the attendance, and their input belongs to the account", async () => {
    const workshop = await hall.live();
    const asn = await hall.t.addAccount("respondent");
    const form = await get(at(workshop), asn.cookie);
    expect(await form.text()).toContain("Anda masuk sebagai");
    const cookie = `${asn.cookie}; ${form.headers.getSetCookie()[0]?.split(";")[0]}`;
    await post(at(workshop, "/hadir"), cookie, { nama: "Ani", kelompok: "lain" });
    expect(await attendees(workshop)).toMatchObject([{ accountId: asn.id }]);
    await post(at(workshop, "/masukan"), cookie, {
      id: randomId(),
      ketentuan: hall.cids.isi,
      isi: "Atas nama akun.",
    });
    const [row] = await hall.t.data.db
      .select()
      .from(contributions)
      .where(eq(contributions.text, "Atas nama akun."));
    expect(row).toMatchObject({ authorKind: "account", authorId: asn.id });
  });

  test("refused fields come back filled in; without a cookie it is said", async () => {
    const workshop = await hall.live();
    const cookie = (await get(at(workshop))).headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const nameless = await post(at(workshop, "/hadir"), cookie, { nama: " ", kelompok: hall.groups.warga });
    expect(nameless.status).toBe(400);
    expect(await nameless.text()).toMatch(new RegExp(`value="${hall.groups.warga}"\\s+selected`));
    for (const kelompok of [randomId(), ""])
      expect((await post(at(workshop, "/hadir"), cookie, { nama: "Ani", kelompok })).status).toBe(400);
    const blocked = await post(at(workshop, "/hadir"), "", { nama: "Ani", kelompok: "lain" });
    expect(blocked.status).toBe(409);
    const text = await blocked.text();
    expect([text.includes("kuki"), text.includes('value="Ani"')]).toEqual([true, true]);
    expect(await attendees(workshop)).toEqual([]);
  });

  test("[WS3] quotas of the group and of the workshop hold when many come at once; the team may go beyond", async () => {
    const workshop = await hall.live({
      quota: 3,
      invitations: [{ groupId: hall.groups.asn, invited: 60, quota: 2, names: "" }],
    });
    const come = async (group: string) => {
      const cookie = (await get(at(workshop))).headers.getSetCookie()[0]?.split(";")[0] ?? "";
      return (await post(at(workshop, "/hadir"), cookie, { nama: "Seseorang", kelompok: group })).status;
    };
    const asn = await Promise.all(Array.from({ length: 5 }, () => come(hall.groups.asn)));
    expect(asn.toSorted((a, b) => a - b)).toEqual([303, 303, 409, 409, 409]);
    const others = await Promise.all(Array.from({ length: 3 }, () => come("lain")));
    expect(others.toSorted((a, b) => a - b)).toEqual([303, 409, 409]);
    const added = await hall.send("POST", hall.api(workshop, "/attendees"), {
      id: randomId(),
      name: "Pak RT",
      groupId: hall.groups.asn,
      unitId: null,
    });
    expect([added.status, (await attendees(workshop)).length]).toEqual([201, 4]);
  });

  test("[WS7] not earlier than 12 hours before, and not after it closed", async () => {
    const workshop = await hall.create();
    hall.clock.now = NINE - 12 * HOUR_MS - 1;
    expect(await (await get(at(workshop))).text()).not.toContain('name="nama"');
    hall.clock.now = NINE - 12 * HOUR_MS;
    const cookie = await hall.checkIn(workshop);
    expect(await (await get(at(workshop), cookie)).text()).toContain("belum dimulai");
    hall.clock.now = NINE;
    await hall.step(workshop, "start");
    await hall.step(workshop, "close");
    const late = await post(at(workshop, "/hadir"), "hadir-x=1", { nama: "Telat", kelompok: "lain" });
    expect(late.status).toBe(409);
    expect(await (await get(at(workshop), cookie)).text()).toContain("Notulen sedang disusun");
  });

  test("[WS10] [WS11] input with a receipt; a form sent twice is one; too long comes back whole", async () => {
    const workshop = await hall.live();
    const cookie = await hall.checkIn(workshop, "Ani", hall.groups.warga);
    const id = randomId();
    const form = { id, ketentuan: hall.cids.isi, isi: "  Warga diundang juga.  ", meja: "4" };
    const sent = await Promise.all([1, 2].map(() => post(at(workshop, "/masukan"), cookie, form)));
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    const rows = await hall.t.data.db
      .select()
      .from(contributions)
      .where(eq(contributions.sourceId, workshop.id));
    expect(rows).toMatchObject([
      { text: "Warga diundang juga.", authorKind: "receipt", authorId: null, groupId: hall.groups.warga },
    ]);
    const page = await (await get(at(workshop), cookie)).text();
    const secret = /\/tanda-terima\/([0-9A-Za-z_-]+)/.exec(page)?.[1] ?? "";
    const [receipt] = await hall.t.data.db
      .select()
      .from(receipts)
      .where(eq(receipts.contributionId, rows[0]?.id ?? ("" as never)));
    expect(receipt?.secretHash).toBe(await sha256Hex(secret));

    // As much as somebody may paste: it comes back, and is not lost with a page of its own.
    const long = "kata ".repeat(20_000);
    const refused = await post(at(workshop, "/masukan"), cookie, { ...form, id: randomId(), isi: long });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain(long);
    const script = `<script>alert("x")</script> \u202e terbalik`;
    await post(at(workshop, "/masukan"), cookie, {
      ...form,
      id: randomId(),
      ketentuan: hall.cids.ayat1,
      isi: script,
    });
    const shown = await (await get(at(workshop), cookie)).text();
    expect(shown).toContain("&lt;script&gt;");
    expect(shown).not.toContain("<script>alert");
  });

  test("[WS9] input after closing is refused with a sentence, and comes back", async () => {
    const workshop = await hall.live();
    const cookie = await hall.checkIn(workshop);
    await hall.step(workshop, "close");
    const refused = await post(at(workshop, "/masukan"), cookie, {
      id: randomId(),
      ketentuan: "",
      isi: "Terlambat.",
    });
    expect(refused.status).toBe(409);
    const text = await refused.text();
    expect([text.includes("sudah ditutup"), text.includes("Terlambat.")]).toEqual([true, true]);
  });

  test("[WS22] a device that sends without pause is slowed down, and keeps its words", async () => {
    const workshop = await hall.live();
    const cookie = await hall.checkIn(workshop);
    const send = (n: number) =>
      post(at(workshop, "/masukan"), cookie, { id: randomId(), ketentuan: "", isi: `Masukan ke-${n}.` });
    for (let n = 1; n <= 20; n += 1) expect((await send(n)).status, String(n)).toBe(303);
    const refused = await send(21);
    expect([refused.status, (await refused.text()).includes("Masukan ke-21.")]).toEqual([429, true]);
    hall.clock.now += 60_000;
    expect((await send(22)).status).toBe(303);
    hall.clock.now = NINE;
  });

  test("[WS22] a thousand entries from one address are not taken in a minute, whatever devices they come from", async () => {
    const own = await openHall();
    try {
      const workshop = await own.live();
      const cookies = await Promise.all(Array.from({ length: 13 }, () => own.checkIn(workshop)));
      const statuses: number[] = [];
      for (const cookie of cookies)
        for (let n = 0; n < 20; n += 1) {
          const body = JSON.stringify({ id: randomId(), cid: null, table: null, words: "x" });
          const headers = { cookie, "content-type": "application/json" };
          const path = `/api/workshops/${workshop.code}/entries`;
          statuses.push((await own.t.app.request(path, { method: "POST", headers, body })).status);
        }
      expect([statuses.indexOf(429), statuses.filter((status) => status === 201).length]).toEqual([240, 240]);
    } finally {
      await own.t.close();
    }
  });

  test("votes by form, pressed again taken back; what changes comes as a part with a tag", async () => {
    const workshop = await hall.live();
    const cookie = await hall.checkIn(workshop);
    await post(at(workshop, "/masukan"), cookie, {
      id: randomId(),
      ketentuan: hall.cids.ayat1,
      isi: "Dua puluh jam cukup.",
    });
    const part = await get(at(workshop, "/langsung"), cookie);
    const html = await part.text();
    const id = /name="butir" value="(\w{26})"/.exec(html)?.[1] ?? "";
    expect(html).not.toContain("<html");
    expect((await post(at(workshop, "/suara"), cookie, { butir: id, suara: "agree" })).status).toBe(303);
    const tag = part.headers.get("etag") ?? "";
    const next = await hall.t.app.request(at(workshop, "/langsung"), {
      headers: { cookie, "if-none-match": tag },
    });
    expect(next.status).toBe(200);
    expect(await next.text()).toMatch(/id="agree-\w+"\s+name="suara"\s+value=""\s+aria-pressed="true"/);
    const same = { cookie, "if-none-match": next.headers.get("etag") ?? "" };
    expect((await hall.t.app.request(at(workshop, "/langsung"), { headers: same })).status).toBe(304);
    expect((await post(at(workshop, "/suara"), cookie, { butir: id, suara: "" })).status).toBe(303);
    expect((await hall.readLive(workshop)).entries[0]?.votes).toEqual({ agree: 0, neutral: 0, disagree: 0 });
    expect((await post(at(workshop, "/suara"), cookie, { butir: id, suara: "boleh" })).status).toBe(400);
  });

  test("a form from another site is refused; the QR code is a picture that may be kept", async () => {
    const workshop = await hall.live();
    const cookie = await hall.checkIn(workshop);
    const foreign = { origin: "https://jahat.example" };
    const refused = await post(
      at(workshop, "/masukan"),
      cookie,
      { id: randomId(), ketentuan: "", isi: "x" },
      foreign,
    );
    expect(refused.status).toBe(403);
    const qr = await get(at(workshop, "/qr.svg"));
    expect(qr.headers.get("content-type")).toBe("image/svg+xml");
    expect(await qr.text()).not.toMatch(/style|script/);
  });
});
