/** Policies over HTTP: create, import, list, change, members, move, record. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeEvent, nameEvent } from "../../client/audit/describe-event.ts";
import { createEditTimeRepo } from "../../db/repos/edit-time.repo.ts";
import { LOCALES } from "../../domain/locale.ts";
import { POLICY_ROLES } from "../../domain/policies/policy.ts";
import { openTestApp, type Person, type TestApp } from "../support/test-app.ts";
import type {
  CandidateList,
  EventView,
  LiveClauses,
  PolicyDetail,
  PolicyListItem,
} from "../../domain/policies/policies.contract.ts";

const TEXT = `PERATURAN WALI KOTA UJI
NOMOR 1 TAHUN 2026
TENTANG
JAM KERJA

DENGAN RAHMAT TUHAN YANG MAHA ESA

WALI KOTA UJI,

Menimbang : a. bahwa jam kerja perlu diatur;
b. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Peraturan Wali Kota;

Mengingat : 1. Undang-Undang Nomor 23 Tahun 2014;

MEMUTUSKAN:

Menetapkan : PERATURAN WALI KOTA TENTANG JAM KERJA.

BAB I
KETENTUAN UMUM

Pasal 1
Dalam Peraturan Wali Kota ini yang dimaksud dengan Daerah adalah Kota Uji.

Pasal 2
(1) Jam kerja dimulai pukul 07.30.
(2) Jam kerja sebagaimana dimaksud pada ayat (1) berlaku bagi semua pegawai.

BAB II
KETENTUAN PENUTUP

Pasal 3
Ketentuan sebagaimana dimaksud dalam Pasal 2 mulai berlaku pada tanggal diundangkan.
`;

describe("policies", () => {
  let t: TestApp;
  let ani: Person;
  let budi: Person;
  let key = 0;
  beforeAll(async () => {
    t = await openTestApp();
    ani = await t.addAccount("drafter");
    budi = await t.addAccount("drafter");
  });
  afterAll(() => t.close());

  test("[RM57] the list shows when a text was last written in, and puts it first; nothing else moves", async () => {
    const [older, newer] = [await t.addPolicy(ani.id), await t.addPolicy(ani.id)];
    const listed = async () => {
      const { items } = (await (await t.send("GET", "/api/policies", { as: ani })).json()) as {
        items: PolicyListItem[];
      };
      return items.filter(({ id }) => id === older || id === newer);
    };
    const tagOf = async () =>
      (await t.send("GET", `/api/policies/${older}`, { as: ani })).headers.get("etag");
    const [first] = await listed();
    const tag = await tagOf();
    const at = (first?.updatedAt ?? 0) + 60_000;
    const times = createEditTimeRepo(t.data.db);
    await times.edited(older, at);
    await times.edited(older, at - 30_000);
    expect((await listed()).map(({ id }) => id)).toEqual([older, newer]);
    expect((await listed())[0]?.updatedAt).toBe(at);
    expect(await tagOf()).toBe(tag);
  });

  const create = (as: Person, more: object) =>
    t.send("POST", "/api/policies", {
      as,
      body: { authorityId: t.authorityId, documentType: "perkada", ...more },
      headers: { "idempotency-key": `policy-${++key}-${as.id}` },
    });
  const json = async <T>(response: Response | Promise<Response>): Promise<T> =>
    (await (await response).json()) as T;
  const clausesOf = (id: string, as = ani) =>
    json<LiveClauses>(t.send("GET", `/api/policies/${id}/clauses`, { as }));

  test("[AC5] [PL3] whoever creates a policy is its owner and may do all but erase from it; others do not see it", async () => {
    const response = await create(ani, { title: "Jam kerja pegawai", source: { type: "empty" } });
    expect(response.status).toBe(201);
    const { id, title } = await json<{ id: string; title: string }>(response);
    expect(title).toBe("Jam kerja pegawai");
    expect(response.headers.get("location")).toBe(`/api/policies/${id}`);
    const detail = await json<PolicyDetail>(t.send("GET", `/api/policies/${id}`, { as: ani }));
    expect(detail).toMatchObject({ relation: "owner", stage: "drafting", epoch: 1 });
    const { erase, ...rest } = detail.may;
    expect(Object.values(rest)).toEqual([true, true, true, true, true, true]);
    expect(erase).toBe(false);
    expect((await t.send("GET", `/api/policies/${id}`, { as: budi })).status).toBe(403);
    const own = await json<{ items: { id: string; authority: { timeZone: string } }[] }>(
      t.send("GET", "/api/policies", { as: ani }),
    );
    expect(own.items[0]?.authority.timeZone).toBe("Asia/Makassar");
    const list = await json<{ items: { id: string }[] }>(t.send("GET", "/api/policies", { as: budi }));
    expect(list.items).toEqual([]);
  });

  test("[PL3] an empty draft of each type has a lawful skeleton that the rooms hold", async () => {
    for (const documentType of ["perda", "perkada", "keputusan", "instruksi", "se", "uu"]) {
      const { id } = await json<{ id: string }>(
        create(ani, { documentType, title: "Jam kerja", source: { type: "empty" } }),
      );
      const { clauses, labels, title } = await clausesOf(id);
      const kinds = new Set(clauses.map(({ kind }) => kind));
      expect(kinds.has("judul"), documentType).toBe(true);
      expect(kinds.has("penutup")).toBe(true);
      expect(title).toContain("JAM KERJA");
      if (["perda", "perkada", "uu"].includes(documentType)) {
        expect(labels.filter((label) => label.startsWith("Pasal"))).toEqual([
          "Pasal 1",
          "Pasal 2",
          "Pasal 3",
        ]);
        expect(labels.filter((label) => label.startsWith("BAB"))).toEqual(["BAB I", "BAB II", "BAB III"]);
      }
      if (documentType === "keputusan") expect(labels).toContain("KEDUA");
    }
  });

  test("[PL3] [PL5] an imported text becomes clauses with references; its title is the judul", async () => {
    const response = await create(ani, { source: { type: "text", text: TEXT } });
    const created = await json<{ id: string; title: string; warnings: unknown[] }>(response);
    expect(created.title).toContain("TENTANG JAM KERJA");
    const { clauses, labels, hash, epoch, logSeq } = await clausesOf(created.id);
    expect(labels.filter((label) => label.startsWith("Pasal"))).toEqual(["Pasal 1", "Pasal 2", "Pasal 3"]);
    const pasal2 = clauses[labels.indexOf("Pasal 2")];
    const refs = clauses.flatMap(({ runs }) => runs.flatMap(({ ref }) => ref ?? []));
    expect(refs).toContain(pasal2?.cid);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect([epoch, logSeq]).toEqual([1, 1]);
  });

  test("a file of the demo imports whole", async () => {
    const { DEMO_POLICIES } = await import("../../db/demo/index.ts");
    const text = DEMO_POLICIES[0]?.live.text ?? "";
    expect((await create(ani, { source: { type: "text", text } })).status).toBe(201);
  });

  test("lists come in pages, newest change first, and search takes letters as they are", async () => {
    const cici = await t.addAccount("drafter");
    for (const title of ["Satu", "Dua 100%", "Tiga_x"])
      await create(cici, { title, source: { type: "empty" } });
    const first = await json<{ items: { title: string }[]; nextCursor: string }>(
      t.send("GET", "/api/policies?limit=2", { as: cici }),
    );
    expect(first.items).toHaveLength(2);
    const second = await json<{ items: { title: string }[] }>(
      t.send("GET", `/api/policies?limit=2&cursor=${first.nextCursor}`, { as: cici }),
    );
    expect(second).not.toHaveProperty("nextCursor");
    expect([...first.items, ...second.items].map(({ title }) => title).toSorted()).toEqual([
      "Dua 100%",
      "Satu",
      "Tiga_x",
    ]);
    const search = async (q: string) =>
      (
        await json<{ items: unknown[] }>(
          t.send("GET", `/api/policies?q=${encodeURIComponent(q)}`, { as: cici }),
        )
      ).items.length;
    expect(await search("%")).toBe(1);
    expect(await search("_")).toBe(1);
    expect(await search("sat")).toBe(1);
  });

  test("[AC11] [PL6] stage changes under If-Match; [AC10] closing the text closes its writers", async () => {
    const id = await t.addPolicy(ani.id);
    const detail = await t.send("GET", `/api/policies/${id}`, { as: ani });
    const etag = detail.headers.get("etag") ?? "";
    const patch = (body: object, ifMatch?: string) =>
      t.send("PATCH", `/api/policies/${id}`, {
        as: ani,
        body,
        ...(ifMatch !== undefined && { headers: { "if-match": ifMatch } }),
      });
    expect((await patch({ stage: "enactment" })).status).toBe(428);
    const changed = await patch({ stage: "enactment" }, etag);
    expect(await changed.json()).toMatchObject({
      stage: "enactment",
      may: { write: false, freeze: false, changeStage: true },
    });
    expect((await patch({ stage: "drafting" }, etag)).status).toBe(412);
    expect((await patch({ stage: "drafting" }, changed.headers.get("etag") ?? "")).status).toBe(200);
    expect((await patch({ stage: "tea-break" }, '"9"')).status).toBe(400);
  });

  test("[AC14] [AC9] members: added, changed, removed; never without an owner, never a respondent as drafter", async () => {
    const id = await t.addPolicy(ani.id);
    const asn = await t.addAccount("respondent");
    const put = (who: Person, role: string, as = ani) =>
      t.send("PUT", `/api/policies/${id}/members/${who.id}`, { as, body: { role } });
    const remove = (who: Person) => t.send("DELETE", `/api/policies/${id}/members/${who.id}`, { as: ani });
    expect((await put(budi, "drafter")).status).toBe(200);
    expect(await json(put(asn, "drafter"))).toMatchObject({ reason: "role-never-writes" });
    expect((await put(asn, "reader")).status).toBe(200);
    expect(await json(put(ani, "reader"))).toMatchObject({ code: "conflict", reason: "last-owner" });
    expect(await json(remove(ani))).toMatchObject({ reason: "last-owner" });
    expect((await put(budi, "owner")).status).toBe(200);
    expect((await remove(ani)).status).toBe(204);
    expect((await t.send("GET", `/api/policies/${id}`, { as: ani })).status).toBe(403);
    const { items } = await json<{ items: { name: string; role: string }[] }>(
      t.send("GET", `/api/policies/${id}/members`, { as: budi }),
    );
    expect(items.map(({ role }) => role).toSorted()).toEqual(["owner", "reader"]);
  });

  test("a Pasal is moved on the server, and the answer undoes it", async () => {
    const { id } = await json<{ id: string }>(create(ani, { source: { type: "text", text: TEXT } }));
    const before = await clausesOf(id);
    const at = before.labels.indexOf("Pasal 2");
    const cids = before.clauses.slice(at, at + 3).map(({ cid }) => cid);
    const target = before.clauses[before.labels.indexOf("Pasal 1")]?.cid ?? null;
    const move = (body: object) => t.send("POST", `/api/policies/${id}/clauses/move`, { as: ani, body });
    const inverse = await json<object>(move({ cids, before: target }));
    const moved = await clausesOf(id);
    expect(moved.clauses.findIndex(({ cid }) => cid === cids[0])).toBeLessThan(
      moved.clauses.findIndex(({ cid }) => cid === target),
    );
    expect(moved.hash).not.toBe(before.hash);
    expect((await move(inverse)).status).toBe(200);
    expect((await clausesOf(id)).hash).toBe(before.hash);
    const gone = await move({ cids: ["01ARZ3NDEKTSV4RRFFQ69G5FAV"], before: null });
    expect(gone.status).toBe(412);
  });

  test("[PL7] the record has every act with its actor, newest first, in pages", async () => {
    const id = await t.addPolicy(ani.id);
    await t.send("PUT", `/api/policies/${id}/members/${budi.id}`, { as: ani, body: { role: "drafter" } });
    const page = await json<{
      items: { action: string; seq: number; actor: { id: string } }[];
      nextCursor?: string;
    }>(t.send("GET", `/api/policies/${id}/events?limit=1`, { as: ani }));
    expect(page.items).toMatchObject([
      { action: "member.set", seq: 2, actor: { id: ani.id }, member: { id: budi.id, role: "drafter" } },
    ]);
    const rest = await json<{ items: { action: string }[] }>(
      t.send("GET", `/api/policies/${id}/events?limit=5&cursor=${page.nextCursor}`, { as: ani }),
    );
    expect(rest).toMatchObject({ items: [{ action: "policy.created", seq: 1 }] });
    expect(rest).not.toHaveProperty("nextCursor");
  });

  test("[PL7] a change is recorded with what was and what became; a version with its number", async () => {
    const id = await t.addPolicy(ani.id);
    const admin = await t.addAccount("admin");
    const unit = await json<{ id: string }>(
      t.send("POST", "/api/units", {
        as: admin,
        body: { authorityId: t.authorityId, name: "Bagian Organisasi" },
        headers: { "idempotency-key": "unit-of-events" },
      }),
    );
    await t.send("PATCH", `/api/policies/${id}`, {
      as: ani,
      body: { stage: "internal_review", unitId: unit.id, documentType: "perkada" },
      headers: { "if-match": '"1"' },
    });
    await t.send("POST", `/api/policies/${id}/versions`, {
      as: ani,
      body: { label: "Draf 1" },
      headers: { "idempotency-key": "freeze-of-events" },
    });
    const { items } = await json<{ items: EventView[] }>(
      t.send("GET", `/api/policies/${id}/events`, { as: ani }),
    );
    expect(items[0]).toMatchObject({ action: "version.frozen", version: 1 });
    expect(items[1]).toMatchObject({
      action: "policy.changed",
      stage: { from: "drafting", to: "internal_review" },
      unit: { from: null, to: "Bagian Organisasi" },
    });
    // What stayed as it was is no change.
    expect(items[1]).not.toHaveProperty("documentType");
    expect(describeEvent(items[1] as EventView, "id")).toEqual([
      "Tahap: Penyusunan → Pembahasan internal",
      "Perangkat daerah: tidak ada → Bagian Organisasi",
    ]);
    for (const locale of LOCALES) {
      for (const event of items) expect(nameEvent(event, locale)).not.toContain(".");
      expect(nameEvent({ action: "policy.teleported" }, locale)).not.toContain("teleported");
    }
  });

  test("[AC9] candidates are those who can sign in, each with the roles that they may be given", async () => {
    const id = await t.addPolicy(ani.id);
    const admin = await t.addAccount("admin");
    const asn = await t.addAccount("respondent");
    const gone = await t.addAccount("drafter");
    await t.addAccount("drafter", { demo: true });
    await t.send("PATCH", `/api/accounts/${gone.id}`, {
      as: admin,
      body: { disabled: true },
      headers: { "if-match": '"1"' },
    });
    const { items } = await json<CandidateList>(
      t.send("GET", `/api/policies/${id}/candidates?q=uji.test`, { as: ani }),
    );
    const rolesOf = (who: Person) => items.find(({ accountId }) => accountId === who.id)?.roles;
    expect(rolesOf(budi)).toEqual(POLICY_ROLES);
    expect(rolesOf(asn)).toEqual(["reviewer", "reader"]);
    expect(rolesOf(gone)).toBeUndefined();
    for (const { accountId, roles } of items) {
      const demo = (await t.deps.repos.accounts.get(accountId))?.demo;
      expect(demo).toBe(false);
      for (const role of roles) {
        const path = `/api/policies/${id}/members/${accountId}`;
        if (accountId === ani.id) continue;
        expect((await t.send("PUT", path, { as: ani, body: { role } })).status).toBe(200);
      }
    }
    expect((await t.send("GET", `/api/policies/${id}/candidates?q=a%00b`, { as: ani })).status).toBe(400);
  });
});
