/** A comment over HTTP, with plain forms: sent, refused with everything kept, replayed, withdrawn. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { derive } from "../../domain/clauses/citation.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import { receipts } from "../../db/schema/contributions.ts";
import { notifications, outbox } from "../../db/schema/notifications.ts";
import type { LogFields, Logger } from "../../server/http/logger.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import { accounts } from "../../db/schema/accounts.ts";
import { DEFAULT_LIMITS } from "../../server/deps.ts";
import { openTestApp, type Person, type TestApp } from "../support/test-app.ts";
import { addFrozenPolicy, addVersion, announce, clausesOf, DAY, HOUR, Visitor } from "../portal/support.ts";

const CORPUS_1 = readFileSync(
  join(import.meta.dirname, "../vectors/corpus/01-perbup-kulonprogo-56-2018-tugas-belajar.txt"),
  "utf8",
);

describe("a comment", () => {
  let t: TestApp;
  let now = Date.UTC(2026, 10, 22, 3);
  let owner: Person;
  let asn: Person;
  let clauses: readonly Clause[];
  let policy: Awaited<ReturnType<typeof addFrozenPolicy>>;
  let ayat: string;
  let huruf: string;
  const lines: string[] = [];
  const write = (fields: LogFields) => void lines.push(JSON.stringify(fields));
  const logger: Logger = { info: write, warn: write, error: write };

  beforeAll(async () => {
    t = await openTestApp({ logger }, { now: () => now });
    owner = await t.addAccount("drafter");
    asn = await t.addAccount("respondent");
    clauses = clausesOf(CORPUS_1);
    policy = await addFrozenPolicy(t, owner.id, clauses);
    const { tree } = derive(clauses);
    const at = clauses.findIndex(
      ({ kind }, index) =>
        kind === "ayat" && clauses[index + 1]?.kind === "huruf" && (tree.end[index] ?? 0) > index + 1,
    );
    ayat = clauses[at]?.cid ?? "";
    huruf = clauses[at + 1]?.cid ?? "";
  });
  afterAll(() => t.close());

  const rows = async (id: string) => {
    const found = await t.deps.repos.portal.counts(id as never);
    return found.received;
  };
  const filled = (group: string) => ({
    kelompok: group,
    sikap: "support-with-change",
    masukan: "Hitung juga pelatihan daring.",
    usulan: "",
    butir: "",
  });

  test("[CM1] [CM3] [CM12] is sent with a plain form, has a receipt, and is counted at once", async () => {
    const consultation = await announce(t, owner.id, policy);
    const visitor = new Visitor(t);
    const path = `/konsultasi/${consultation.id}`;
    const before = await visitor.get(path);
    expect(before).toContain("Belum ada masukan.");
    // A long text opens by its parts; each clause leads to the part it stands in.
    const part = await visitor.request(`${path}/naskah/${ayat}`);
    const section = (part.headers.get("location") ?? "").split("#")[0] ?? "";
    expect(await visitor.get(section)).toContain(`${path}/masukan/${ayat}`);
    const form = `${path}/masukan/${ayat}`;
    const page = await visitor.get(form);
    expect(page.indexOf("UU 12/2011 Pasal 96")).toBeGreaterThan(0);
    expect(page.indexOf("UU 12/2011 Pasal 96")).toBeLessThan(page.indexOf("<form"));
    const hidden = await visitor.hiddenFields(form);
    const answer = await visitor.post(form, {
      ...hidden,
      ...filled(consultation.groupIds[0] ?? ""),
      butir: huruf,
      usulan: "Rumusan lain.",
    });
    expect(answer.status).toBe(303);
    const address = answer.headers.get("location") ?? "";
    expect(address).toMatch(/^\/tanda-terima\/[\w-]{22}$/);
    const receipt = await visitor.request(address);
    expect(receipt.headers.get("cache-control")).toBe("no-store");
    expect(receipt.headers.get("referrer-policy")).toBe("no-referrer");
    expect(receipt.headers.get("x-robots-tag")).toBe("noindex");
    const words = await receipt.text();
    expect(words).toContain("Terima kasih, masukan Anda tercatat");
    expect(words).toContain("Hitung juga pelatihan daring.");
    expect(words).toContain("Rumusan lain.");
    expect(await visitor.get(path)).toContain("1 masukan");
    expect(await rows(consultation.id)).toBe(1);
  });

  test("[CM6] the same form twice, also at the same moment, is one comment with one receipt; other words are asked about", async () => {
    const consultation = await announce(t, owner.id, policy);
    const visitor = new Visitor(t);
    const form = `/konsultasi/${consultation.id}/masukan/${ayat}`;
    const fields = { ...(await visitor.hiddenFields(form)), ...filled(consultation.groupIds[0] ?? "") };
    const answers = await Promise.all([1, 2, 3, 4].map(() => visitor.post(form, fields)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(new Set(answers.map(({ headers }) => headers.get("location"))).size).toBe(1);
    expect(await rows(consultation.id)).toBe(1);
    const other = await visitor.post(form, { ...fields, masukan: "Sama sekali lain." });
    expect(other.status).toBe(409);
    const page = await other.text();
    expect(page).toContain("Sama sekali lain.");
    expect(page).toContain(answers[0]?.headers.get("location") ?? "-");
    expect(await rows(consultation.id)).toBe(1);
  });

  test("[CM3] [CM5] what is missing or too long is named at its field, and all that was typed comes back", async () => {
    const consultation = await announce(t, owner.id, policy);
    const visitor = new Visitor(t);
    const form = `/konsultasi/${consultation.id}/masukan/${ayat}`;
    const hidden = await visitor.hiddenFields(form);
    const empty = await visitor.post(form, { ...hidden, usulan: "Usul saya", butir: huruf });
    expect(empty.status).toBe(400);
    const page = await empty.text();
    for (const [id, field] of [
      ["kelompok", "kelompok"],
      ["sikap-0", "sikap"],
      ["masukan", "masukan"],
    ]) {
      expect(page).toContain(`href="#${id}"`);
      expect(page).toContain(`id="${field}-error"`);
    }
    expect(page).toContain("Usul saya");
    expect(page).toMatch(new RegExp(`value="${huruf}" selected`));

    const long = "kata ".repeat(20_000);
    const tooLong = await visitor.post(form, { ...hidden, ...filled("lain"), masukan: long });
    expect(tooLong.status).toBe(400);
    const back = await tooLong.text();
    expect(back).toContain("99.999 karakter, paling banyak 10.000");
    expect(back).toContain(long.trim());
    expect(await rows(consultation.id)).toBe(0);
  });

  test("[CM4] marks of direction, markup and links are text; controls are taken out", async () => {
    const consultation = await announce(t, owner.id, policy);
    const visitor = new Visitor(t);
    const form = `/konsultasi/${consultation.id}/masukan/umum`;
    const hidden = await visitor.hiddenFields(form);
    const nasty =
      '\u202Eevil\u202C <script>alert(1)</script> http://contoh.id/?a=1&b=2 \u0000\u0007\uD800 "selesai"';
    const sent = await visitor.post(form, { ...hidden, ...filled("lain"), masukan: nasty });
    expect(sent.status).toBe(303);
    const page = await visitor.get(sent.headers.get("location") ?? "");
    expect(page).not.toContain("<script>alert");
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).not.toMatch(/href="http:\/\/contoh/);
    expect(page).toMatch(/dir="auto">\s*\u202Eevil/);
    // eslint-disable-next-line no-control-regex
    expect(page).not.toMatch(/[\u0000\u0007]/);
    expect(page).toContain("\uFFFD");
  });

  test("[CM2] [CM5] before opening and from the closing instant on nothing is taken, and the words stay to be copied", async () => {
    const opensAt = now + HOUR;
    const consultation = await announce(t, owner.id, policy, { opensAt, closesAt: opensAt + DAY });
    const visitor = new Visitor(t);
    const form = `/konsultasi/${consultation.id}/masukan/${ayat}`;
    const fields = { ...filled("lain"), kunci: t.deps.randomId() };
    const started = now;
    for (const [at, status, said] of [
      [opensAt - 1, 409, "belum dibuka"],
      [opensAt + DAY, 409, "sudah ditutup"],
      [opensAt + DAY - 1, 303, ""],
    ] as const) {
      now = at;
      const answer = await visitor.post(form, fields);
      expect(answer.status).toBe(status);
      if (said) {
        const page = await answer.text();
        expect(page).toContain(said);
        expect(page).toContain("Hitung juga pelatihan daring.");
        expect(await visitor.get(form)).not.toContain("<form method");
      }
    }
    expect(await rows(consultation.id)).toBe(1);
    now = started;
  });

  test("[CM7] named: the account is kept; signed out on the way, the words come back", async () => {
    const consultation = await announce(t, owner.id, policy, { comments: "named" });
    const form = `/konsultasi/${consultation.id}/masukan/${ayat}`;
    const stranger = new Visitor(t);
    const sentAway = await stranger.request(form);
    expect(sentAway.status).toBe(303);
    expect(sentAway.headers.get("location")).toBe(`/masuk?lanjut=${encodeURIComponent(form)}`);
    const member = new Visitor(t, asn);
    const fields = { ...(await member.hiddenFields(form)), ...filled("lain") };
    const lost = await stranger.post(form, fields);
    expect(lost.status).toBe(401);
    expect(await lost.text()).toContain("Hitung juga pelatihan daring.");
    expect((await member.post(form, fields)).status).toBe(303);
    const [kept] = await t.deps.repos.contributions.ofAuthor(asn.id, 5);
    expect(kept).toMatchObject({ author: { kind: "account", accountId: asn.id }, receivedAt: now });
  });

  test("[CM7] [NT13] anonymous: who is signed in may comment, and nothing but the day is kept", async () => {
    const consultation = await announce(t, owner.id, policy, { comments: "anonymous" });
    const form = `/konsultasi/${consultation.id}/masukan/${ayat}`;
    const member = new Visitor(t, asn);
    // The only one who reads English would be known by the language of the receipt.
    await t.data.db.update(accounts).set({ locale: "en" }).where(eq(accounts.id, asn.id));
    const before = lines.length;
    const told = async () => [await t.data.db.$count(notifications), await t.data.db.$count(outbox)];
    const toldBefore = await told();
    const fields = { ...(await member.hiddenFields(form)), ...filled("lain") };
    expect((await member.post(form, { ...fields, masukan: " " })).status).toBe(400);
    const sent = await member.post(form, fields);
    expect(sent.status).toBe(303);
    // Neither who, nor when; nor does the receipt tell, to which the form leads at once.
    await member.get(sent.headers.get("location") ?? "");
    expect(lines.slice(before)).toEqual([]);
    expect(await told()).toEqual(toldBefore);
    await t.data.db.update(accounts).set({ locale: "id" }).where(eq(accounts.id, asn.id));
    const address = sent.headers.get("location") ?? "";
    const [receipt] = await t.data.db
      .select()
      .from(receipts)
      .where(eq(receipts.secretHash, await sha256Hex(address.split("/").at(-1) ?? "")));
    expect(receipt?.locale).toBe("id");
    expect((await new Visitor(t).request(form)).status).toBe(303);
    const view = await member.get(address);
    expect(view).toContain("alamat surel tidak disimpan");
    expect((await member.request(`${address}/surel`)).status).toBe(303);
    expect((await member.post(`${address}/surel`, { email: "a@contoh.id" })).status).toBe(409);
    expect(await t.deps.repos.contributions.ofAuthor(asn.id, 50)).toHaveLength(1);
  });

  test("[CM5] a form filled in under another rule comes back with the new promise", async () => {
    const consultation = await announce(t, owner.id, policy);
    const visitor = new Visitor(t);
    const form = `/konsultasi/${consultation.id}/masukan/${ayat}`;
    const fields = { ...(await visitor.hiddenFields(form)), ...filled("lain"), aturan: "anonymous" };
    const answer = await visitor.post(form, fields);
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain("Hitung juga pelatihan daring.");
    expect((await visitor.post(form, { ...fields, ...(await visitor.hiddenFields(form)) })).status).toBe(303);
  });

  test("[CM9] a clause that the version has no more is commented on in the version that was read", async () => {
    const consultation = await announce(t, owner.id, policy);
    const visitor = new Visitor(t);
    const form = `/konsultasi/${consultation.id}/masukan/${ayat}`;
    const hidden = await visitor.hiddenFields(form);
    const without = clauses.filter(({ cid }) => cid !== ayat);
    const next = await addVersion(t, owner.id, policy.policyId, without);
    const current = await t.deps.repos.consultations.get(consultation.id);
    if (!current) throw new Error("no consultation");
    await t.deps.repos.consultations.change(current, { versionId: next.id }, { actor: owner.id, at: now });
    expect((await visitor.request(form)).status).toBe(404);
    const sent = await visitor.post(form, { ...hidden, ...filled("lain") });
    expect(sent.status).toBe(303);
    expect(await visitor.get(sent.headers.get("location") ?? "")).toContain("ayat (");
  });

  test("[CM10] [CM11] the receipt withdraws for good and takes an address; a guessed one is not there", async () => {
    const consultation = await announce(t, owner.id, policy);
    const visitor = new Visitor(t);
    const form = `/konsultasi/${consultation.id}/masukan/${ayat}`;
    const sent = await visitor.post(form, { ...(await visitor.hiddenFields(form)), ...filled("lain") });
    const address = sent.headers.get("location") ?? "";
    expect((await visitor.post(`${address}/surel`, { email: "bukan alamat" })).status).toBe(400);
    expect((await visitor.post(`${address}/surel`, { email: "a@contoh.id" })).status).toBe(303);
    expect(await visitor.get(address)).toContain("akan dikirim ke alamat surel");
    const asked = await visitor.get(`${address}/tarik`);
    expect(asked).toContain("dihapus untuk selamanya");
    // Whoever holds several receipts sees which one this is.
    expect(asked).toContain("Hitung juga pelatihan daring.");
    expect((await visitor.post(`${address}/tarik`, {})).status).toBe(303);
    expect((await visitor.post(`${address}/tarik`, {})).status).toBe(303);
    const page = await visitor.get(address);
    expect(page).toContain("sudah ditarik");
    expect(page).not.toContain("Hitung juga pelatihan daring.");
    expect(await rows(consultation.id)).toBe(0);
    for (const guess of [
      "x",
      "A".repeat(22),
      `${address.split("/").at(-1)?.slice(0, 21)}`,
      "a".repeat(500),
    ]) {
      const answer = await visitor.request(`/tanda-terima/${guess}`);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain("Tanda terima tidak ditemukan");
    }
  });

  test("what has no place for comments, or is of no consultation, is not found", async () => {
    const consultation = await announce(t, owner.id, policy);
    const visitor = new Visitor(t);
    const judul = clauses.find(({ kind }) => kind === "judul")?.cid ?? "";
    for (const cid of [judul, "01ARZ3NDEKTSV4RRFFQ69G5FAV", "x"])
      expect((await visitor.request(`/konsultasi/${consultation.id}/masukan/${cid}`)).status).toBe(404);
    // A huruf leads to the form of its ayat, with itself pointed at.
    const folded = await visitor.request(`/konsultasi/${consultation.id}/masukan/${huruf}`);
    expect(folded.headers.get("location")).toBe(
      `/konsultasi/${consultation.id}/masukan/${ayat}?butir=${huruf}`,
    );
    const foreign = await t.app.request(`/konsultasi/${consultation.id}/masukan/${ayat}`, {
      method: "POST",
      headers: { origin: "https://elsewhere.example" },
      body: new URLSearchParams(filled("lain")),
    });
    expect(foreign.status).toBe(403);
  });
});

test("[CM8] of 1,000 posts from one address most are told to wait, with their words; nothing else is harmed", async () => {
  const t = await openTestApp(
    {},
    { limits: { ...DEFAULT_LIMITS, requests: { max: 100_000, windowMs: 60_000 } } },
  );
  try {
    const owner = await t.addAccount("drafter");
    const policy = await addFrozenPolicy(t, owner.id, clausesOf(CORPUS_1));
    const consultation = await announce(t, owner.id, policy);
    const visitor = new Visitor(t);
    const form = `/konsultasi/${consultation.id}/masukan/umum`;
    await visitor.get(form);
    const statuses: number[] = [];
    let last = "";
    for (let turn = 0; turn < 1_000; turn += 1) {
      // Without cookies: a flood keeps none.
      const answer = await new Visitor(t).post(form, {
        kelompok: "lain",
        sikap: "question",
        masukan: `Kiriman nomor ${turn}`,
      });
      statuses.push(answer.status);
      if (answer.status === 429) last = await answer.text();
    }
    expect(statuses.filter((status) => status === 303)).toHaveLength(DEFAULT_LIMITS.commentsPerAddress.max);
    expect(statuses.filter((status) => status === 429)).toHaveLength(
      1_000 - DEFAULT_LIMITS.commentsPerAddress.max,
    );
    expect(last).toContain("Kiriman nomor 999");
    expect((await visitor.request(`/konsultasi/${consultation.id}`)).status).toBe(200);
  } finally {
    await t.close();
  }
}, 120_000);
