/** What everyone may read: register with sums, answers with changes, clauses through versions, genuine or not, short addresses. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Clause } from "../../domain/clauses/clause.ts";
import type { Consultation } from "../../domain/consultations/consultation.ts";
import type { ConsultationId, ContributionId } from "../../domain/ids.ts";
import { openTestApp, ORIGIN, type Person, type TestApp } from "../support/test-app.ts";
import { addFrozenPolicy, addVersion, announce, clausesOf, DAY, HOUR, Visitor } from "./support.ts";

const TEXT = readFileSync(
  join(import.meta.dirname, "../vectors/corpus/03-perbup-kulonprogo-63-2020-penghargaan-sanksi.txt"),
  "utf8",
);

/** What a page says without the marks of what was added; words that were taken out are left out. */
const wordsOf = (page: string): string =>
  page
    .replaceAll(/<del>.*?<\/del>/gs, "")
    .replaceAll(/<span class="visually-hidden">.*?<\/span>/gs, "")
    .replaceAll(/<[^>]+>/g, "");

describe("published texts and answers", () => {
  let t: TestApp;
  let now = Date.UTC(2026, 10, 22, 3);
  let owner: Person;
  let clauses: readonly Clause[];
  let policy: Awaited<ReturnType<typeof addFrozenPolicy>>;
  let consultation: Awaited<ReturnType<typeof announce>>;
  let visitor: Visitor;
  const ids: ContributionId[] = [];
  const receipts: string[] = [];
  let ayat: readonly string[] = [];

  const act = async <T>(path: string, body: unknown): Promise<T> => {
    const response = await t.send("POST", `/api/policies/${policy.policyId}${path}`, {
      as: owner,
      body,
      headers: { "idempotency-key": t.deps.randomId() },
    });
    expect(response.status, await response.clone().text()).toBeLessThan(300);
    return (await response.json()) as T;
  };
  const comment = async (cid: string, text: string) => {
    const form = `/konsultasi/${consultation.id}/masukan/${cid}`;
    const sent = await visitor.post(form, {
      ...(await visitor.hiddenFields(form)),
      kelompok: consultation.groupIds[0] ?? "",
      sikap: "support-with-change",
      masukan: text,
    });
    receipts.push(sent.headers.get("location") ?? "");
  };

  beforeAll(async () => {
    t = await openTestApp({}, { now: () => now });
    owner = await t.addAccount("drafter");
    clauses = clausesOf(TEXT);
    ayat = clauses.filter(({ kind }) => kind === "ayat").map(({ cid }) => cid);
    policy = await addFrozenPolicy(t, owner.id, clauses);
    consultation = await announce(t, owner.id, policy);
    visitor = new Visitor(t);
    await comment(ayat[0] ?? "", "Usul pertama, hubungi 0812-3456-7890.");
    await comment(ayat[0] ?? "", "Usul kedua yang serupa.");
    await comment(ayat[1] ?? "", "Usul tentang ayat lain.");
    await comment("umum", "Secara umum sudah baik.");
    await comment(ayat[2] ?? "", "Yang ini akan ditarik.");
    for (const secret of receipts) {
      const { items } = (await (
        await t.send("GET", `/api/policies/${policy.policyId}/contributions?limit=50`, { as: owner })
      ).json()) as { items: { id: ContributionId; excerpt: string }[] };
      ids.splice(0, ids.length, ...items.map(({ id }) => id));
      expect(secret).toMatch(/^\/tanda-terima\//);
    }
  });
  afterAll(() => t.close());

  const byWords = async (words: string): Promise<ContributionId> => {
    const response = await t.send("GET", `/api/policies/${policy.policyId}/contributions?limit=50`, {
      as: owner,
    });
    const { items } = (await response.json()) as { items: { id: ContributionId; excerpt: string }[] };
    const found = items.find(({ excerpt }) => excerpt.startsWith(words));
    if (!found) throw new Error(`no input says ${words}`);
    return found.id;
  };

  test("[CM12] before triage the words are nobody's to read, but every number is there and adds up", async () => {
    const register = await visitor.get(`/konsultasi/${consultation.id}/register`);
    expect(register).toContain(
      "Masukan yang diterima 5 = dijawab 0 + sedang ditangani 0 + belum dibaca 5 + ditarik 0.",
    );
    expect(register).not.toContain("Usul");
    expect(await visitor.get(`/konsultasi/${consultation.id}`)).toContain("5 masukan telah diterima");
  });

  test("after triage words are shown, redacted with a note; what is withdrawn keeps its place in the sums", async () => {
    await visitor.post(`${receipts[4]}/tarik`, {});
    await act("/contributions/triage", {
      contributionIds: [await byWords("Usul pertama")],
      visibility: "public",
      redactedText: "Usul pertama, hubungi [...].",
      moderationNote: "Nomor telepon disamarkan.",
    });
    await act("/contributions/triage", {
      contributionIds: [await byWords("Usul kedua"), await byWords("Usul tentang")],
      visibility: "public",
    });
    await act("/contributions/triage", {
      contributionIds: [await byWords("Secara umum")],
      visibility: "team",
      moderationNote: "Tidak menyangkut rancangan ini.",
    });
    const register = await visitor.get(`/konsultasi/${consultation.id}/register`);
    expect(register).toContain(
      "Masukan yang diterima 5 = dijawab 0 + sedang ditangani 4 + belum dibaca 0 + ditarik 1.",
    );
    expect(register).toContain("hubungi [...]");
    expect(register).not.toContain("0812");
    expect(register).toContain("Nomor telepon disamarkan.");
    expect(register).toContain("Kata-kata masukan ini tidak diumumkan.");
    expect(register).not.toContain("Secara umum sudah baik");
    expect(register).not.toContain("akan ditarik");
    const one = await visitor.get(`/konsultasi/${consultation.id}/register?ketentuan=${ayat[1]}`);
    expect(one).toContain("Usul tentang ayat lain.");
    expect(one).not.toContain("Usul kedua");
  });

  test("an answer to two like inputs, its change in the next version, the receipt at once, the public after publishing", async () => {
    const contributionIds = [await byWords("Usul pertama"), await byWords("Usul kedua")];
    await act("/dispositions", {
      contributionIds,
      outcome: "accepted",
      reason: "Setuju; ayat ini diubah.",
      change: { cid: ayat[0] },
    });
    const receipt = await visitor.get(receipts[0] ?? "");
    expect(receipt).toContain("Setuju; ayat ini diubah.");
    expect(receipt).toContain("tampil pada versi berikutnya");
    const path = `/konsultasi/${consultation.id}`;
    expect(await visitor.get(`${path}/register`)).not.toContain("Setuju; ayat ini diubah.");
    await act("/contributions/publish", { contributionIds });
    expect(await visitor.get(`${path}/register`)).toContain("Setuju; ayat ini diubah.");
    expect(await visitor.get(`${path}/register`)).toContain(
      "Masukan yang diterima 5 = dijawab 2 + sedang ditangani 2 + belum dibaca 0 + ditarik 1.",
    );
    expect(await visitor.get(`${path}/register`)).toContain("Perubahannya tampil pada versi berikutnya.");

    const changed = clauses.map((clause) =>
      clause.cid === ayat[0] ? { ...clause, runs: [{ text: "Bunyi yang baru sama sekali." }] } : clause,
    );
    const without = changed.filter(({ cid }) => cid !== ayat[1]);
    const next = await addVersion(t, owner.id, policy.policyId, without, "Draf 2");
    const answers = await visitor.get(`${path}/tanggapan`);
    expect(answers).toContain("2 masukan serupa");
    const change = /href="(\/konsultasi\/[0-9A-Z]+\/perubahan\/[0-9A-Z]+)"/.exec(answers)?.[1] ?? "";
    const page = await visitor.get(change);
    expect(wordsOf(page)).toContain("Bunyi yang baru sama sekali.");
    expect(page).toContain("<del>");
    // The version is not public by this: only what the answer changed.
    expect(page).not.toContain(`/v/${next.number}/`);
    expect((await visitor.request(`/naskah/${policy.policyId}/v/${next.number}`)).status).toBe(404);
    expect(wordsOf(await visitor.get(receipts[0] ?? ""))).toContain("Bunyi yang baru sama sekali.");
    expect((await visitor.request(`${path}/register?jawaban=accepted`)).status).toBe(200);
    const filtered = await visitor.get(`${path}/register?jawaban=none`);
    expect(filtered).not.toContain("Setuju; ayat ini diubah.");
  });

  test("the dossier of a clause: its words, its way, what was said; a removed clause says so", async () => {
    const first = await visitor.get(`/ketentuan/${policy.policyId}/${ayat[0]}`);
    expect(first).toContain("Usul kedua yang serupa.");
    expect(first).toContain("versi pertama yang dapat dibaca");
    expect(first).toContain(`/konsultasi/${consultation.id}/masukan/${ayat[0]}`);
    // A second consultation makes the second version public.
    const second = await t.deps.repos.versions.get(policy.policyId, 2);
    if (!second) throw new Error("no second version");
    const again: Consultation = await announce(t, owner.id, { policyId: policy.policyId, version: second });
    const now2 = await visitor.get(`/ketentuan/${policy.policyId}/${ayat[0]}`);
    expect(now2).toContain("Bunyi yang baru sama sekali.");
    expect(now2).toContain("bunyinya berubah");
    expect(now2).toContain("Bunyi ketentuan ini sudah berubah sejak masukan ini ditulis.");
    expect(now2).toContain(`/konsultasi/${again.id}/masukan/${ayat[0]}`);
    const gone = await visitor.get(`/ketentuan/${policy.policyId}/${ayat[1]}`);
    expect(gone).toContain("tidak ada lagi");
    expect(gone).toContain("Usul tentang ayat lain.");
    expect(gone).toContain("Ketentuan ini tidak ada lagi dalam naskah terbaru.");
    expect((await visitor.request(`/ketentuan/${policy.policyId}/01ARZ3NDEKTSV4RRFFQ69G5FAV`)).status).toBe(
      404,
    );
  });

  test("a version with its hash; what is genuine, what is not known, what cannot be a hash", async () => {
    const page = await visitor.get(`/naskah/${policy.policyId}/v/1`);
    expect(page).toContain(policy.version.hash);
    expect(page).toContain(`id="${ayat[0]}"`);
    expect(page).toContain("Rancangan: belum disetujui");
    const known = await visitor.request(`/verifikasi/${policy.version.hash.toUpperCase()}`);
    expect(known.status).toBe(200);
    expect(await known.text()).toContain("Naskah ini dikenal");
    const unknown = await visitor.request(`/verifikasi/${"0".repeat(64)}`);
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toContain("sudah diubah, walau hanya satu huruf");
    const typed = await visitor.request(
      `/verifikasi?sidik=${encodeURIComponent(` ${policy.version.hash} `)}`,
    );
    expect(typed.headers.get("location")).toBe(`/verifikasi/${policy.version.hash}`);
    expect((await visitor.request("/verifikasi?sidik=abc")).status).toBe(400);
  });

  test("the short address, however it is typed, and the poster that shows it", async () => {
    const { shortCode } = consultation;
    for (const typed of [
      shortCode,
      shortCode.toLowerCase(),
      shortCode.replaceAll("0", "O").replaceAll("1", "l"),
    ]) {
      const answer = await visitor.request(`/k/${typed}`);
      expect(answer.headers.get("location")).toBe(`/konsultasi/${consultation.id}`);
    }
    expect((await visitor.request("/k/ZZZZZZ")).status).toBe(404);
    const poster = await visitor.get(`/konsultasi/${consultation.id}/poster`);
    expect(poster).toContain("<svg");
    expect(poster).toContain(`${ORIGIN.replace("http://", "")}/k/${shortCode}`);
  });

  test("pages are kept by who reads them: unchanged is 304, a new input is seen at once; drafts are not there", async () => {
    const path = `/konsultasi/${consultation.id}`;
    const first = await visitor.request(path);
    expect(first.headers.get("cache-control")).toBe("public, no-cache");
    const etag = first.headers.get("etag") ?? "";
    const again = await visitor.request(path, { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    const english = await visitor.request(path, {
      headers: { "accept-language": "en", "if-none-match": etag },
    });
    expect(english.status).toBe(200);
    expect(await english.text()).toContain("Open until");
    await comment(ayat[3] ?? "", "Satu lagi.");
    expect((await visitor.request(path, { headers: { "if-none-match": etag } })).status).toBe(200);
    // The clock alone changes a page, too.
    const open = await visitor.request(path);
    const before = now;
    now += 11 * DAY;
    const closed = await visitor.request(path, {
      headers: { "if-none-match": open.headers.get("etag") ?? "" },
    });
    expect(closed.status).toBe(200);
    const page = await closed.text();
    expect(page).toContain("Ditutup");
    expect(page).not.toContain("Beri masukan");
    now = before;

    const { announcedAt: _, ...same } = consultation;
    const draft = await t.deps.repos.consultations.create(
      { ...same, id: t.deps.newId() as ConsultationId, opensAt: now + HOUR, closesAt: now + DAY, groups: [] },
      { actor: owner.id, at: now },
    );
    for (const suffix of ["", "/register", "/tanggapan", "/poster", `/naskah/${ayat[0]}`, "/masukan/umum"])
      expect((await visitor.request(`/konsultasi/${draft.id}${suffix}`)).status).toBe(404);
    expect(await visitor.get("/")).not.toContain(draft.id);
  });

  test("the home page: open, coming and closed; previews for chat groups", async () => {
    const home = await visitor.get("/");
    expect(home).toContain(`/konsultasi/${consultation.id}`);
    expect(home).toContain("Sedang dibuka");
    const page = await visitor.get(`/konsultasi/${consultation.id}`);
    expect(page).toContain(`<meta property="og:title" content="${consultation.title}"`);
    expect(page).toContain(`<link rel="canonical" href="${ORIGIN}/konsultasi/${consultation.id}"`);
    expect(page).toMatch(/<meta property="og:description" content="Rancangan ini mengatur tugas belajar\./);
    expect(await visitor.get(`/konsultasi/${consultation.id}/masukan/umum`)).toContain('content="noindex"');
    // The language switch keeps what was chosen.
    const filtered = await visitor.get(`/konsultasi/${consultation.id}/register?ketentuan=${ayat[1]}`);
    expect(filtered).toContain(`?ketentuan=${ayat[1]}&amp;bahasa=en`);
  });
});
