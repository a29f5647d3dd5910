import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contributions, contributionTargets } from "../../db/schema/contributions.ts";
import { surveyResponses } from "../../db/schema/surveys.ts";
import type { IdentityRule } from "../../domain/consultations/consultation.ts";
import { readFilledForm } from "../../server/portal/surveys/survey-form.ts";
import type { SurveyId } from "../../domain/ids.ts";
import type { NewCodes, NewInvitations, SurveyView } from "../../domain/surveys/surveys.contract.ts";
import type { Person } from "../support/test-app.ts";
import { asked, define, everyKind, options, scale } from "./definitions.ts";
import { answer, press, visit, visitor } from "./portal-form.ts";
import { DAY, HOUR, json, openSurveyApp, START, type SurveyApp } from "./survey-app.ts";

let t: SurveyApp;
let asn: Person;
beforeAll(async () => {
  t = await openSurveyApp();
  asn = await t.addAccount("respondent");
});
afterAll(() => t.close());

const short = define(scale("q1"), {
  ...asked,
  id: "q2",
  required: false,
  words: "Saran",
  type: "text",
  maxLength: 50,
});
const opened = async (rule: IdentityRule, definition = short, more = {}): Promise<SurveyView> => {
  t.setNow(START);
  return t.open(await t.addSurvey(rule, definition, more));
};
const codesOf = async (id: SurveyId, count = 1): Promise<readonly string[]> =>
  (await json<NewCodes>(t.send("POST", t.surveys(`/${id}/codes`), { as: t.owner, body: { count } }))).codes;
const responsesOf = (id: SurveyId) =>
  t.data.db.select().from(surveyResponses).where(eq(surveyResponses.surveyId, id));

/** The definition of every kind, about a clause that the version has. */
const withClause = () => {
  const [cid] = t.cids;
  if (!cid) throw new Error("no clause");
  return {
    ...everyKind,
    sections: everyKind.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question) => ({
        ...question,
        targets: question.targets.length > 0 ? [{ cid }] : [],
      })),
    })),
  };
};

describe("answering with plain forms", () => {
  test("[SV11, SV12, SV19] one question a step, conditions followed, back, changed, checked, sent once", async () => {
    const view = await opened("open", withClause(), { intro: "Untuk apa survei ini." });
    const who = visitor();
    const { id } = view;
    const start = await visit(t, who, `/survei/${id}`);
    expect(start.status).toBe(200);
    expect(start.text).toContain("Untuk apa survei ini.");
    expect(start.text).toContain("Janji kami");
    expect(start.text).toContain("Pasal 96 UU 12/2011");
    expect(start.text).toContain("24 bulan");
    expect(start.html).toContain('class="visually-hidden"');
    const [group = ""] = t.groupIds;
    let page = await press(t, who, id, start, { kelompok: group }, "lanjut");
    expect([page.step, page.status]).toEqual(["jelas", 200]);
    expect(page.text).toContain("1 dari 5");
    expect(page.html).toContain("<details");
    expect(page.text).toContain("Bunyi ketentuan: Pasal");

    const missing = await press(t, who, id, page, {}, "lanjut");
    expect([missing.step, missing.status]).toEqual(["jelas", 400]);
    expect(missing.text).toContain("Pertanyaan ini perlu dijawab.");

    page = await press(t, who, id, missing, { "j.jelas": "2" }, "lanjut");
    page = await press(t, who, id, page, { "j.latih": "digital" }, "lanjut");
    expect([page.step, page.text.includes("3 dari 7")]).toEqual(["digital", true]);
    page = await press(t, who, id, page, { "j.digital": "4" }, "lanjut");
    const tooMany = await press(t, who, id, page, { "j.kanal": ["a", "b", "c"] }, "lanjut");
    expect(tooMany.text).toContain("Pilih paling banyak 2.");
    page = await press(t, who, id, tooMany, { "j.kanal": ["a", "c"] }, "lanjut");
    const twice = await press(
      t,
      who,
      id,
      page,
      { "j.urut.x": "1", "j.urut.y": "1", "j.urut.z": "2" },
      "lanjut",
    );
    expect(twice.text).toContain("nomor urut yang berbeda");
    // What was chosen is still chosen.
    expect(twice.fields).toContainEqual(["j.urut.z", "2"]);
    page = await press(t, who, id, twice, { "j.urut.x": "2", "j.urut.y": "3", "j.urut.z": "1" }, "lanjut");
    page = await press(t, who, id, page, { "j.tabel.r1": "1", "j.tabel.r2": "5" }, "lanjut");
    expect(page.step).toBe("saran");
    const back = await press(t, who, id, page, { "j.saran": "belum selesai" }, "kembali");
    expect([back.step, back.fields.filter(([name]) => name === "j.tabel.r1")]).toEqual([
      "tabel",
      [["j.tabel.r1", "1"]],
    ]);
    page = await press(t, who, id, back, {}, "lanjut");
    expect(page.fields).toContainEqual(["j.saran", "belum selesai"]);
    page = await press(t, who, id, page, { "j.saran": "Tambah <b>pelatihan</b>\nsekali lagi" }, "lanjut");
    expect(page.step).toBe("akhir");
    expect(page.text).toContain("Periksa, lalu kirim");
    expect(page.text).toContain("Janji kami");
    expect(page.html).toContain("Tambah &lt;b&gt;pelatihan&lt;/b&gt;");
    // Changing an earlier answer hides what hung on it.
    const change = await press(t, who, id, page, {}, "latih");
    expect(change.step).toBe("latih");
    page = await press(t, who, id, change, { "j.latih": "layanan" }, "lanjut");
    expect(page.step).toBe("kanal");
    const review = { ...page, fields: page.fields };
    const done = await press(t, who, id, review, {}, "kirim");
    expect([done.status, done.text.includes("Terima kasih")]).toEqual([200, true]);

    const [response, ...more] = await responsesOf(id);
    expect(more).toEqual([]);
    expect(response).toMatchObject({
      groupId: group,
      answeredOn: "2026-11-22",
      accountId: null,
      rule: "open",
    });
    expect(response?.answers).toEqual({
      jelas: 2,
      latih: "layanan",
      kanal: ["a", "c"],
      urut: ["z", "x", "y"],
      tabel: { r1: 1, r2: 5 },
    });
    const [text] = await t.data.db.select().from(contributions).where(eq(contributions.sourceId, id));
    expect(text).toMatchObject({
      channel: "survey-text",
      sourceItem: "saran",
      text: "Tambah <b>pelatihan</b>\nsekali lagi",
      state: "received",
      groupId: group,
      authorKind: "receipt",
    });
    const targets = await t.data.db
      .select()
      .from(contributionTargets)
      .where(eq(contributionTargets.contributionId, text?.id as never));
    expect(targets).toHaveLength(1);
    expect(done.html).toMatch(/href="\/tanda-terima\/[\w-]{22}"/);

    // The same form again, as after a lost connection: the same page, no second answer.
    const replay = await press(t, who, id, review, {}, "kirim");
    expect([replay.status, replay.text]).toEqual([200, done.text]);
    expect(/tanda-terima\/[\w-]{22}/.exec(replay.html)?.[0]).toBe(
      /tanda-terima\/[\w-]{22}/.exec(done.html)?.[0],
    );
    expect(await responsesOf(id)).toHaveLength(1);
  });

  test("[SV14] sent with holes, the first question that is wrong is shown, all else kept", async () => {
    const { id } = await opened("open", withClause());
    const who = visitor();
    const page = await answer(t, who, id, {
      "j.jelas": "2",
      "j.latih": "digital",
      "j.saran": "x".repeat(300),
    });
    expect([page.status, page.step]).toEqual([400, "digital"]);
    expect(page.text).toContain("Semua yang Anda isi masih ada");
    expect(page.fields).toContainEqual(["j.saran", "x".repeat(300)]);
    expect(await responsesOf(id)).toEqual([]);
  });

  test("a text of 100,000 characters comes back whole, with a sentence", async () => {
    const { id } = await opened("open");
    const words = "\u202eش€ ".repeat(25_000);
    const page = await answer(t, visitor(), id, { "j.q1": "3", "j.q2": words });
    expect([page.status, page.step]).toEqual([400, "q2"]);
    expect(page.text).toContain("Paling panjang 50 karakter");
    const kept = page.fields.find(([name]) => name === "j.q2")?.[1];
    expect(kept === words).toBe(true);
  });

  test("a form of many fields is read in one go: nobody else waits for it", async () => {
    const body = Array.from({ length: 30_000 }, (_, at) => `j.${at}=1&j.${at}=2`).join("&");
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const startedAt = performance.now();
    const { fields } = await readFilledForm(new Request("http://test/", { method: "POST", headers, body }));
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(fields.get("j.29999")).toEqual(["1", "2"]);
  });

  test("[PA12] open: one address does not fill a survey by throwing its cookies away; nothing is lost", async () => {
    const { id } = await opened("open");
    t.setNow(START + 5 * HOUR);
    const statuses: number[] = [];
    let last: Awaited<ReturnType<typeof answer>> | undefined;
    for (let at = 0; at < 123; at += 1) {
      last = await answer(t, visitor(), id, { "j.q1": "4" });
      statuses.push(last.status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(120);
    expect(statuses.slice(120)).toEqual([429, 429, 429]);
    expect(last?.text).toContain("Terlalu banyak jawaban dari jaringan ini");
    expect(last?.fields).toContainEqual(["j.q1", "4"]);
    expect(await responsesOf(id)).toHaveLength(120);
    t.setNow(START + 5 * HOUR + 10 * 60_000);
    expect((await answer(t, visitor(), id, { "j.q1": "4" })).status).toBe(200);
    t.setNow(START);
  });

  test("[PA2] named: signs in first, is kept with the account, once; sees the own answers again", async () => {
    const { id } = await opened("named");
    const out = await visit(t, visitor(), `/survei/${id}`);
    expect(out.html).toContain(`href="/masuk?lanjut=/survei/${id}"`);
    const who = visitor(asn);
    const done = await answer(t, who, id, { "j.q1": "4" });
    expect(done.text).toContain("Terima kasih");
    expect((await responsesOf(id))[0]).toMatchObject({ accountId: asn.id, rule: "named" });
    const again = await visit(t, who, `/survei/${id}`);
    expect(again.text).toContain("Jawaban Anda");
    expect(again.text).toContain("4");
  });

  test("[PA3] anonymous: by account or by invitation, once, without the account", async () => {
    const view = await opened("anonymous");
    const { id } = view;
    const made = await json<NewInvitations>(
      t.send("POST", t.surveys(`/${id}/roster`), { as: t.owner, body: { names: ["Ani"] } }),
    );
    const path =
      new URL(made.invitations[0]?.url ?? "").pathname + new URL(made.invitations[0]?.url ?? "").search;
    const invited = visitor();
    expect((await visit(t, invited, path)).location).toBe(`/survei/${id}`);
    const page = await visit(t, invited, `/survei/${id}`);
    expect(page.text).toContain("Survei ini anonim");
    expect((await press(t, invited, id, page, { "j.q1": "1" }, "kirim")).text).toContain("Terima kasih");
    // The invitation went with the answer; opened again it is spent.
    await visit(t, invited, path);
    expect((await visit(t, invited, `/survei/${id}`)).text).toContain("Anda sudah menjawab survei ini");
    const who = visitor(asn);
    expect((await answer(t, who, id, { "j.q1": "5" })).text).toContain("Terima kasih");
    expect((await visit(t, who, `/survei/${id}`)).text).toContain("Anda sudah menjawab survei ini");
    const rows = await responsesOf(id);
    expect(rows.map(({ accountId }) => accountId)).toEqual([null, null]);
    const wrong = visitor();
    await visit(t, wrong, `/survei/${id}?undangan=${"x".repeat(43)}`);
    expect((await visit(t, wrong, `/survei/${id}`)).text).toContain("Undangan ini tidak dikenal");
  });

  test("[PA4] a code used in two tabs: the first wins, the second is told and keeps what it typed", async () => {
    const { id } = await opened("code");
    const [code = "", other = ""] = await codesOf(id, 2);
    const [a, b] = [visitor(), visitor()];
    const [first, second] = [await visit(t, a, `/survei/${id}`), await visit(t, b, `/survei/${id}`)];
    const wrong = await press(t, a, id, first, { kode: "00000-00000" }, "lanjut");
    expect([wrong.status, wrong.step]).toEqual([400, "awal"]);
    expect(wrong.text).toContain("Kode ini tidak dikenal");
    const typed = code.toLowerCase().replace("-", " ");
    const [one, two] = await Promise.all([
      press(t, a, id, first, { kode: typed, "j.q1": "1" }, "kirim"),
      press(t, b, id, second, { kode: code, "j.q1": "2", "j.q2": "tetap ada" }, "kirim"),
    ]);
    const statuses = [one.status, two.status].toSorted((x, y) => x - y);
    expect(statuses).toEqual([200, 409]);
    const refused = one.status === 409 ? one : two;
    expect(refused.text).toContain("Kode ini sudah dipakai");
    expect(await responsesOf(id)).toHaveLength(1);
    // With another code the same form goes through.
    const again = await press(t, b, id, refused, { kode: other }, "kirim");
    expect(again.text).toContain("Terima kasih");
    const late = visitor();
    const page = await visit(t, late, `/survei/${id}`);
    expect((await press(t, late, id, page, { kode: other }, "lanjut")).status).toBe(409);
    expect(await json(t.send("GET", t.surveys(`/${id}/codes`), { as: t.owner }))).toEqual({
      made: 2,
      used: 2,
    });
  });

  test("[PA5] open: once per device", async () => {
    const { id } = await opened("open");
    const who = visitor();
    expect((await answer(t, who, id, { "j.q1": "3" })).text).toContain("Terima kasih");
    expect((await visit(t, who, `/survei/${id}`)).text).toContain("Anda sudah menjawab survei ini");
    expect((await answer(t, visitor(), id, { "j.q1": "3" })).text).toContain("Terima kasih");
    expect(await responsesOf(id)).toHaveLength(2);
  });

  test("[PA9] two forms of one account at the same moment: one answer, the other is told", async () => {
    for (const rule of ["named", "anonymous"] as const) {
      const { id } = await opened(rule);
      const who = visitor(asn);
      const [one, two] = [await visit(t, who, `/survei/${id}`), await visit(t, who, `/survei/${id}`)];
      const both = await Promise.all([
        press(t, who, id, one, { "j.q1": "1" }, "kirim"),
        press(t, who, id, two, { "j.q1": "5", "j.q2": "milik saya" }, "kirim"),
      ]);
      expect(both.map(({ status }) => status).toSorted((x, y) => x - y)).toEqual([200, 409]);
      expect(both.find(({ status }) => status === 409)?.text).toContain("Anda sudah menjawab survei ini");
      expect(await responsesOf(id)).toHaveLength(1);
    }
  });

  test("[PA10] a double click is one answer, and says thank you twice", async () => {
    const { id } = await opened("code");
    const [code = ""] = await codesOf(id);
    const who = visitor();
    const page = await visit(t, who, `/survei/${id}`);
    const clicks = await Promise.all(
      [1, 2, 3].map(() => press(t, who, id, page, { kode: code, "j.q1": "1" }, "kirim")),
    );
    expect(clicks.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await responsesOf(id)).toHaveLength(1);
  });

  test.each([
    ["before opening", -HOUR, "Survei ini belum dibuka", 409],
    ["at the closing instant", 2 * DAY, "Survei ini sudah ditutup", 409],
    ["an instant before it", 2 * DAY - 1, "Terima kasih", 200],
  ] as const)("[SV3, PA7] sent %s", async (_, offset, said, status) => {
    const { id } = await opened("open", short, { opensAt: START - 60_000, closesAt: START + 2 * DAY });
    const who = visitor();
    const page = await visit(t, who, `/survei/${id}`);
    t.setNow(START + offset);
    const sent = await press(t, who, id, page, { "j.q1": "1", "j.q2": "tidak boleh hilang" }, "kirim");
    expect([sent.status, sent.text.includes(said)]).toEqual([status, true]);
    if (status === 409) expect(sent.text).toContain("tidak boleh hilang");
    expect(await responsesOf(id)).toHaveLength(status === 200 ? 1 : 0);
    t.setNow(START);
  });

  test("[SV3] it lies inside its consultation: not before it is announced and open", async () => {
    const draft = await t.addConsultation({ state: "draft" });
    const later = await t.addConsultation({ opensAt: START + DAY });
    for (const consultationId of [draft, later]) {
      const { id, phase } = await opened("open", short, { consultationId, opensAt: START - DAY });
      expect(phase).toBe("scheduled");
      expect((await visit(t, visitor(), `/survei/${id}`)).text).toContain("Survei ini belum dibuka");
    }
  });

  test("[SV26] the first look after the window closes it", async () => {
    const { id } = await opened("open", short, { closesAt: START + DAY });
    t.setNow(START + DAY);
    expect((await visit(t, visitor(), `/survei/${id}`)).text).toContain("Survei ini sudah ditutup");
    expect((await t.read(id)).state).toBe("closed");
    t.setNow(START);
  });

  test("[PA8] filled in under another rule: told, and sent again under the new one", async () => {
    const view = await opened("open");
    const who = visitor(asn);
    const page = await visit(t, who, `/survei/${view.id}`);
    expect((await t.patch(view, { rule: "named" })).status).toBe(200);
    const refused = await press(t, who, view.id, page, { "j.q1": "2", "j.q2": "masih ada" }, "kirim");
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("Survei ini diubah");
    expect(refused.text).toContain("tidak anonim");
    expect(refused.text).toContain("masih ada");
    const sent = await press(t, who, view.id, refused, {}, "kirim");
    expect(sent.text).toContain("Terima kasih");
    expect((await responsesOf(view.id))[0]).toMatchObject({ rule: "named", accountId: asn.id });
  });

  test("signed out meanwhile: everything stays, and a way to sign in beside it", async () => {
    const { id } = await opened("anonymous");
    const page = await visit(t, visitor(asn), `/survei/${id}`);
    const sent = await press(t, visitor(), id, page, { "j.q1": "2", "j.q2": "masih ada" }, "kirim");
    expect([sent.status, sent.text.includes("masih ada")]).toEqual([401, true]);
    expect(sent.html).toContain("/masuk?lanjut=");
  });

  test("a draft does not exist, nor does what is no id; a preview is for the team", async () => {
    const view = await t.addSurvey("open", short);
    for (const path of [`/survei/${view.id}`, "/survei/x", "/survei/01J00000000000000000000009"]) {
      expect((await visit(t, visitor(), path)).status).toBe(404);
    }
    const path = `/survei/${view.id}/pratinjau`;
    expect((await visit(t, visitor(), path)).location).toBe(`/masuk?lanjut=${path}`);
    expect((await visit(t, visitor(asn), path)).status).toBe(404);
    const team = visitor(t.owner);
    const preview = await visit(t, team, path);
    expect(preview.text).toContain("Pratinjau untuk tim");
    expect(preview.html).toContain(`action="${path}"`);
  });

  test("[SV18] a group of fewer than five is neither offered nor kept", async () => {
    const [few = "", enough = ""] = t.groupIds;
    const groups = [
      { groupId: few as never, eligible: 4 },
      { groupId: enough as never, eligible: 5 },
    ];
    const { id } = await opened("open", short, { groups });
    const page = await visit(t, visitor(), `/survei/${id}`);
    expect([page.html.includes(few), page.html.includes(enough)]).toEqual([false, true]);
    await answer(t, visitor(), id, { "j.q1": "1", kelompok: few });
    expect((await responsesOf(id))[0]?.groupId).toBeNull();
  });

  test("without a box to tick nothing breaks: unknown fields, another survey's steps, nothing at all", async () => {
    const { id } = await opened(
      "open",
      define(scale("q1"), { ...asked, id: "q2", words: "B", type: "single", options: options("a", "b") }),
    );
    const page = await visit(t, visitor(), `/survei/${id}`);
    const strange = await press(
      t,
      visitor(),
      id,
      page,
      { "j.lain": "1", "j.q1.__proto__": "1", pada: "tidakada" },
      "lanjut",
    );
    expect([strange.status, strange.step]).toEqual([200, "awal"]);
    const empty = await t.app.request(`/survei/${id}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "",
    });
    expect(empty.status).toBe(200);
    const noForm = await t.app.request(`/survei/${id}`, {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json" },
    });
    expect(noForm.status).toBe(415);
  });
});
