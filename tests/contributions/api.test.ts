/** The inbox over HTTP: filters and figures, one input beside the text, sorting, assigning, notes. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type {
  ClauseDossier,
  ClauseHeat,
  ContributionItem,
  WaitingInputs,
} from "../../domain/contributions/contributions.contract.ts";
import type { ContributionId } from "../../domain/ids.ts";
import type { Person } from "../support/test-app.ts";
import {
  cidAt,
  json,
  on,
  openInboxApp,
  receiptFor,
  reword,
  without,
  type Consulted,
  type InboxApp,
} from "./inbox-app.ts";

describe("the inbox", () => {
  let t: InboxApp;
  let p: Consulted;
  beforeAll(async () => {
    t = await openInboxApp();
  });
  beforeEach(async () => {
    p = await t.addConsulted();
  });
  afterAll(() => t.close());
  const sum = (counts: object): number =>
    Object.values(counts).reduce((total: number, each: number) => total + each, 0);

  test("[CT21] open input waits for who writes and for whom it was given to, and for nobody else", async () => {
    const mine = await p.say("satu");
    await p.say("dua");
    const done = await p.say("tiga");
    await p.triage([done]);
    await p.answer([done]);
    const waiting = async (as: Person) =>
      (await json<WaitingInputs>(t.send("GET", "/api/contributions/waiting", { as }))).items.filter(
        ({ policyId }) => policyId === p.id,
      );
    expect(await waiting(t.ani)).toMatchObject([{ open: 2, mine: 0 }]);
    expect(await waiting(t.legal)).toEqual([]);
    await p.post("/contributions/assign", { contributionIds: [mine], assigneeId: t.legal.id });
    expect(await waiting(t.legal)).toMatchObject([{ open: 1, mine: 1 }]);
    expect(await waiting(await t.addAccount("respondent"))).toEqual([]);
  });

  test("[CT1] [CT9] every input stands in one way to the live text, and the sums are the number received", async () => {
    await p.say("tetap", { targets: on(6) });
    await p.say("berubah", { targets: on(8), stance: "against" });
    await p.say("hilang", { targets: on(11) });
    await p.say("kutipan", { targets: on(3, { quote: "laporan harian" }) });
    await p.say("umum", { targets: [] });
    await p.say("dua", { targets: [...on(6), ...on(8)] });
    await p.edit(reword(8, "Pelanggaran dikenai teguran tertulis."));
    await p.edit(without(11));
    await p.edit(reword(5, "mengisi laporan bulanan."));
    const page = await p.list();
    const standings = Object.fromEntries(page.items.map(({ excerpt, standing }) => [excerpt, standing]));
    expect(standings).toEqual({
      tetap: "attached",
      berubah: "changed",
      hilang: "removed",
      kutipan: "orphaned",
      umum: "general",
      dua: "changed",
    });
    expect([
      page.total,
      page.received,
      sum(page.facets?.standing ?? {}),
      sum(page.facets?.state ?? {}),
    ]).toEqual([6, 6, 6, 6]);
    expect(page.facets?.standing).toMatchObject({
      changed: 2,
      removed: 1,
      orphaned: 1,
      general: 1,
      attached: 1,
    });
    const gone = page.facets?.clause.find((each) => each.gone);
    expect(gone).toMatchObject({ cid: cidAt(11), count: 1 });
    expect((await p.list(`?cid=${cidAt(11)}`)).items.map(({ excerpt }) => excerpt)).toEqual(["hilang"]);
  });

  test("filters by clause take what is under it; figures leave their own filter out", async () => {
    await p.say("pada ayat", { targets: on(3), stance: "support", groupId: t.groupId });
    await p.say("pada isi", { targets: on(8), stance: "against", channel: "submission" });
    await p.say("pada penutup", { targets: on(11) });
    const words = async (query: string) =>
      (await p.list(query)).items.map(({ excerpt }) => excerpt).toSorted();
    expect(await words(`?cid=${cidAt(1)}`)).toEqual(["pada ayat", "pada isi"]);
    expect(await words(`?cid=${cidAt(2)}`)).toEqual(["pada ayat"]);
    expect(await words("?channel=submission")).toEqual(["pada isi"]);
    expect(await words("?stance=none")).toEqual(["pada penutup"]);
    expect(await words(`?group=${t.groupId}`)).toEqual(["pada ayat"]);
    expect(await words("?group=none&state=open")).toEqual(["pada isi", "pada penutup"]);
    expect(await words("?outcome=none&assignee=none")).toHaveLength(3);
    expect(await words("?q=PENUTUP")).toEqual(["pada penutup"]);
    expect(await words("?q=%25")).toEqual([]);
    expect(await words(`?q=${"x".repeat(200)}`)).toEqual([]);
    const source = p.versionId;
    await p.say("pertanyaan 2", { channel: "survey-text", sourceId: source, sourceItem: "q2" });
    expect(await words(`?source=${source}&item=q2`)).toEqual(["pertanyaan 2"]);
    expect(await words(`?source=${source}&item=q1`)).toEqual([]);
    const { facets } = await p.list(`?cid=${cidAt(1)}&channel=comment`);
    expect(facets?.channel).toMatchObject({ comment: 1, submission: 1 });
    expect(facets?.clause.map(({ citation, count, depth }) => [citation, count, depth])).toEqual([
      ["BAB I", 1, 0],
      ["Pasal 1", 1, 1],
      ["Pasal 1 ayat (1)", 1, 2],
      ["BAB II", 1, 0],
      ["Pasal 3", 1, 1],
    ]);
    expect((await t.send("GET", `/api/policies/${p.id}/contributions?stat=open`, { as: t.ani })).status).toBe(
      400,
    );
  });

  test("pages neither repeat nor skip, in every order; clause order follows the live text", async () => {
    for (let n = 0; n < 12; n += 1) {
      const createdOn = `2026-11-${10 + (n % 3)}`;
      await p.say(`kata ${n}`, { targets: n % 4 === 0 ? [] : on([11, 3, 8][n % 3] ?? 3), createdOn });
    }
    for (const order of ["newest", "oldest", "clause"]) {
      const seen: ContributionItem[] = [];
      let cursor = "";
      do {
        const page = await p.list(`?limit=5&order=${order}${cursor}`);
        expect(page.facets === undefined).toBe(cursor !== "");
        seen.push(...page.items);
        cursor = page.nextCursor === undefined ? "" : `&cursor=${page.nextCursor}`;
      } while (cursor !== "");
      expect(new Set(seen.map(({ id }) => id)).size).toBe(12);
      expect(seen).toHaveLength(12);
      const days = seen.map(({ createdOn }) => createdOn);
      if (order === "newest") expect(days).toEqual(days.toSorted().toReversed());
      if (order === "oldest") expect(days).toEqual(days.toSorted());
      if (order === "clause") {
        const places = seen.map(({ targets }) =>
          targets[0] ? [3, 8, 11].map(cidAt).indexOf(targets[0].cid) : 9,
        );
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }
    }
  });

  test("[CT3] one input: the clause as it was read beside what is, with words marked, items and neighbours", async () => {
    const id = await p.say("tambahkan batas waktu", {
      targets: on(3, { itemCid: cidAt(5) }),
      proposedText: "mengisi laporan harian paling lambat pukul 18.00.",
    });
    const other = await p.say("saya setuju", { targets: on(3), stance: "support" });
    await p.say("lain", { targets: on(11) });
    await p.edit(reword(5, "mengisi laporan harian paling lambat pukul 20.00."));
    const detail = await p.read(id);
    const [view] = detail.targetViews;
    expect(view).toMatchObject({
      citationThen: "Pasal 1 ayat (1)",
      citationNow: "Pasal 1 ayat (1)",
      standing: { state: "changed" },
    });
    expect(view?.rows.map(({ cid }) => cid)).toEqual([3, 4, 5].map(cidAt));
    const row = view?.rows.find(({ pointedAt }) => pointedAt);
    expect(row?.before?.text).toBe("mengisi laporan harian.");
    expect(
      row?.marks
        .filter(({ op }) => op === "added")
        .map(({ text }) => text)
        .join(""),
    ).toContain("20.00");
    expect(detail.siblings.map((each) => each.id)).toEqual([other]);
    expect(detail.may).toEqual({ triage: true, answer: true });
    expect((await p.read(id, t.legal)).may).toEqual({ triage: true, answer: true });
    const stranger = await t.send("GET", `/api/policies/${p.id}/contributions/${"0".repeat(26)}`, {
      as: t.ani,
    });
    expect(stranger.status).toBe(404);
  });

  test("[CT11] [CT14] [CT15] sorting: redaction only cuts, and a note says why in public", async () => {
    const id = await p.say("Pak Budi, NIP 198001012005011001, sering terlambat.");
    expect((await p.read(id)).personalData).toMatchObject([
      { field: "text", kind: "nip", start: 14, end: 32 },
    ]);
    const body = { contributionIds: [id], visibility: "public" };
    const redactedText = "Pak [...], NIP [...], sering terlambat.";
    const reasonOf = async (more: object) =>
      (await json<{ reason: string }>(p.post("/contributions/triage", { ...body, ...more }))).reason;
    expect(await reasonOf({ redactedText })).toBe("moderation-note-missing");
    expect(await reasonOf({ visibility: "team" })).toBe("moderation-note-missing");
    const moderationNote = "Data pribadi dihilangkan.";
    expect(await reasonOf({ redactedText: "Pak X sering terlambat.", moderationNote })).toBe(
      "not-a-redaction",
    );
    const second = await p.say("lain");
    expect(await reasonOf({ contributionIds: [id, second], redactedText, moderationNote })).toBe(
      "redact-one",
    );
    expect((await p.read(id)).state).toBe("received");

    const [item] = await p.triage([id], { redactedText, moderationNote });
    expect(item).toMatchObject({ state: "triaged", visibility: "public" });
    const register = () => t.deps.repos.contributions.publicRegister(p.consultationId, {}, { limit: 10 });
    expect(await register()).toMatchObject([
      { text: redactedText, redacted: true, moderationNote, answer: null },
    ]);
    await p.triage([id], { visibility: "team", moderationNote: "Bukan mengenai rancangan ini." });
    expect(await register()).toMatchObject([
      { text: null, stance: null, moderationNote: "Bukan mengenai rancangan ini." },
    ]);
    expect((await p.read(id)).state).toBe("triaged");
  });

  test("[CT20] what somebody took out or held back comes back only by who saw that", async () => {
    const id = await p.say("Pak Budi, NIP 198001012005011001, sering terlambat.");
    const other = await p.say("lain");
    const seen = (await p.read(id)).revision;
    const redactedText = "Pak Budi, NIP [...], sering terlambat.";
    await p.triage([id], { redactedText, moderationNote: "Data pribadi dihilangkan." });
    const shown = async () =>
      (await t.deps.repos.contributions.publicRegister(p.consultationId, {}, { limit: 10 })).find(
        (each) => each.id === id,
      )?.text;
    const tried = async (more: object) => {
      const response = await p.post("/contributions/triage", { visibility: "public", ...more });
      return [response.status, (await json<{ reason: string }>(response)).reason];
    };
    const refused = [409, "moderated-meanwhile"];
    // Read before it was sorted, with others, and with another cut.
    expect(await tried({ contributionIds: [id], revision: seen })).toEqual(refused);
    expect(await tried({ contributionIds: [id, other] })).toEqual(refused);
    const cut = {
      redactedText: "Pak [...], NIP 198001012005011001, sering terlambat.",
      moderationNote: "Nama.",
    };
    expect(await tried({ contributionIds: [id], revision: seen, ...cut })).toEqual(refused);
    expect((await p.read(other)).state).toBe("received");
    expect(await shown()).toBe(redactedText);
    await p.triage([id], { visibility: "team", moderationNote: "Bukan mengenai rancangan ini." });
    expect(await tried({ contributionIds: [id] })).toEqual(refused);
    await p.triage([id], { revision: (await p.read(id)).revision });
    expect(await shown()).toContain("198001012005011001");
  });

  test("[CT12] nothing is public before somebody sorted it; its number is", async () => {
    await p.say("rahasia dulu");
    const { contributions } = t.deps.repos;
    expect(await contributions.publicRegister(p.consultationId, {}, { limit: 10 })).toEqual([]);
    expect((await contributions.countsByClause({ consultationId: p.consultationId })).get(cidAt(6))).toBe(1);
    expect((await contributions.countsByClause({ versionId: p.versionId })).get(cidAt(6))).toBe(1);
  });

  test("[CT10] an act on several is done to all or none", async () => {
    const ids = [await p.say("satu"), await p.say("dua", {}, await receiptFor("rahasia-dua"))];
    await t.deps.repos.contributions.withdraw((await receiptFor("rahasia-dua")).secretHash);
    const refused = await p.post("/contributions/triage", { contributionIds: ids, visibility: "public" });
    expect([refused.status, (await json<{ reason: string }>(refused)).reason]).toEqual([
      409,
      "contribution-withdrawn",
    ]);
    expect((await p.read(ids[0] as ContributionId)).state).toBe("received");
    const foreign = await (await t.addConsulted()).say("rancangan lain");
    const elsewhere = await p.post("/contributions/triage", {
      contributionIds: [ids[0], foreign],
      visibility: "public",
    });
    expect(elsewhere.status).toBe(404);
    expect((await p.read(ids[0] as ContributionId)).state).toBe("received");
    const twice = await p.post("/contributions/triage", {
      contributionIds: [ids[0], ids[0]],
      visibility: "public",
    });
    expect(twice.status).toBe(400);
  });

  test("[CT13] who is given an input is told once a day, and it is considered", async () => {
    const ids = [await p.say("satu"), await p.say("dua")];
    await p.triage([ids[0] as ContributionId]);
    const give = (assigneeId: string | null, as = t.ani) =>
      p.post("/contributions/assign", { contributionIds: ids, assigneeId }, as);
    expect((await give(t.budi.id)).status).toBe(200);
    const listed = (await p.list("?assignee=me", t.budi)).items;
    expect(listed.map(({ state }) => state).toSorted()).toEqual(["considered", "received"]);
    await p.triage([ids[1] as ContributionId]);
    expect((await p.list("?state=considered")).total).toBe(2);
    const told = await json<{ items: { kind: string }[] }>(
      t.send("GET", "/api/notifications", { as: t.budi }),
    );
    expect(told.items.filter(({ kind }) => kind === "contribution.assigned")).toHaveLength(1);
    const stranger = await t.addAccount("respondent");
    expect((await json<{ reason: string }>(give(stranger.id))).reason).toBe("unknown-assignee");
    expect((await give(null)).status).toBe(200);
    expect((await p.list("?assignee=none")).total).toBe(2);
    const people = await json<{ items: { id: string }[] }>(
      t.send("GET", `/api/policies/${p.id}/contributions/assignees`, { as: t.ani }),
    );
    expect(people.items.map(({ id }) => id).toSorted()).toEqual([t.ani.id, t.budi.id, t.legal.id].toSorted());
  });

  test("notes are the team's, and a repeated post is one note", async () => {
    const id = await p.say("satu");
    const post = () =>
      p.post(`/contributions/${id}/notes`, { text: "Tanyakan ke BKPSDM." }, t.budi, "same-key-1");
    const [a, b] = [await json<{ id: string }>(post()), await json<{ id: string }>(post())];
    expect(a.id).toBe(b.id);
    const { notes, noteCount } = await p.read(id);
    expect(notes).toMatchObject([{ text: "Tanyakan ke BKPSDM.", author: { id: t.budi.id } }]);
    expect(noteCount).toBe(1);
    expect((await p.post(`/contributions/${id}/notes`, { text: "  " })).status).toBe(400);
  });

  test("[CT16] [CT17] a receipt reads, takes an address, withdraws; anonymous ones keep the day and no address", async () => {
    const { contributions } = t.deps.repos;
    const open = await receiptFor("terbuka", "ani@contoh.id");
    const anonymous = await receiptFor("anonim");
    const id = await p.say(
      "kata saya",
      { author: { kind: "receipt" }, targets: on(6, { quote: "atasan" }) },
      open,
    );
    const hidden = await p.say("kata anonim", { receivedAt: null, groupId: t.groupId }, anonymous);
    expect(await contributions.receiptView("0".repeat(64))).toBeNull();
    const view = await contributions.receiptView(open.secretHash);
    expect(view).toMatchObject({
      hasEmail: true,
      mayLeaveEmail: true,
      answer: null,
      consultation: { title: "Konsultasi disiplin" },
    });
    expect(view?.contribution.text).toBe("kata saya");
    expect(await contributions.setReceiptEmail(open.secretHash, null)).toBe(true);
    expect(await contributions.setReceiptEmail(anonymous.secretHash, "a@b.id")).toBe(false);
    const item = (await p.list()).items.find((each) => each.id === hidden);
    expect(item).toMatchObject({ createdOn: "2026-11-20", group: { id: t.groupId } });
    for (const key of ["receivedAt", "author", "unit"]) expect(item).not.toHaveProperty(key);

    expect(await contributions.withdraw(open.secretHash)).toBe("withdrawn");
    expect(await contributions.withdraw(open.secretHash)).toBe("already");
    expect(await contributions.withdraw("0".repeat(64))).toBe("unknown");
    const detail = await p.read(id);
    expect(detail).toMatchObject({ state: "withdrawn", text: "", excerpt: "" });
    expect(detail.targetViews[0]).not.toHaveProperty("quote");
    expect((await p.list()).received).toBe(2);
    expect(await contributions.setReceiptEmail(open.secretHash, "a@b.id")).toBe(false);
    expect(
      (await p.post("/contributions/triage", { contributionIds: [id], visibility: "public" })).status,
    ).toBe(409);
  });

  test("the inbox says what the asker may do with inputs", async () => {
    await p.say("a");
    expect((await p.list("", t.ani)).may).toEqual({ triage: true, answer: true });
    expect((await p.list("", t.legal)).may).toEqual({ triage: true, answer: true });
  });

  test("[CT19] heat of the outline: a heading takes what is under it in", async () => {
    await p.say("a", { targets: on(3), stance: "support" });
    await p.say("b", { targets: on(3), stance: "against" });
    await p.say("c", { targets: on(8), stance: "support" });
    await p.say("d", { targets: [] });
    const heat = await json<ClauseHeat>(
      t.send("GET", `/api/policies/${p.id}/contributions/heat`, { as: t.ani }),
    );
    expect(heat).toMatchObject({ received: 4, general: 1, gone: 0 });
    expect([heat.received, heat.open]).toEqual([4, 4]);
    const of = (n: number) => heat.figures.find(({ cid }) => cid === cidAt(n));
    expect(of(3)).toMatchObject({ received: 2, open: 2, contested: 1, heat: 1 });
    expect(of(1)).toMatchObject({ received: 3, heat: 1 });
    expect(of(8)).toMatchObject({ received: 1, contested: 0, heat: 0.5 });
  });

  test("a proposed wording names the one clause that it would replace; where several hold the words, none", async () => {
    await p.say("satu", { targets: on(6), proposedText: "Laporan diperiksa tim." });
    await p.say("semua", { targets: on(3), proposedText: "Setiap pegawai wajib hadir." });
    const proposalsOn = async (n: number) =>
      (
        await json<ClauseDossier>(
          t.send("GET", `/api/policies/${p.id}/clauses/${cidAt(n)}/dossier`, { as: t.ani }),
        )
      ).proposals.map(({ state, replaces }) => [state, replaces]);
    expect(await proposalsOn(6)).toEqual([["received", cidAt(6)]]);
    expect(await proposalsOn(3)).toEqual([["received", undefined]]);
  });

  test("the dossier of a clause has inputs, proposals and its history; of one that is gone, too", async () => {
    const id = await p.say("usul", { targets: on(6), proposedText: "Laporan diperiksa tim." });
    await p.edit(reword(6, "Laporan diperiksa atasan langsung setiap minggu."));
    const second = await p.freeze("Rancangan 2");
    await p.triage([id]);
    await p.answer([id], { change: { cid: cidAt(6), versionId: second.id } });
    await p.edit(without(6));
    const dossier = await json<ClauseDossier>(
      t.send("GET", `/api/policies/${p.id}/clauses/${cidAt(6)}/dossier`, { as: t.ani }),
    );
    expect(dossier).toMatchObject({
      state: "removed",
      citation: "Pasal 1 ayat (2)",
      byChannel: { comment: 1 },
    });
    expect(dossier.inputs.map((each) => each.id)).toEqual([id]);
    expect(dossier.proposals[0]?.text).toBe("Laporan diperiksa tim.");
    expect(dossier.proposals[0]?.replaces, "the clause is gone").toBeUndefined();
    expect(
      dossier.changes.map(({ version, facts }) => [version === "live" ? version : version.number, facts]),
    ).toEqual([
      [1, ["new"]],
      [2, ["words"]],
      ["live", ["removed"]],
    ]);
    expect(dossier.changes[1]?.dispositions).toHaveLength(1);
    const unknown = await t.send("GET", `/api/policies/${p.id}/clauses/${p.id}/dossier`, { as: t.ani });
    expect(unknown.status).toBe(404);
  });
});
