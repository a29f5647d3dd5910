/** A city with a body, a draft under consultation and a call for submissions that is open. */
import { ulid } from "ulid";
import { createSubmissionPayloadReader } from "../../db/repos/submission-payload.ts";
import { createVersionPayloadReader } from "../../db/repos/version-payload.ts";
import { verifyAudit } from "../../db/verify-audit.ts";
import type { Cid, ConsultationId, GroupId, PolicyId, UnitId, VersionId } from "../../domain/ids.ts";
import type {
  ItemView,
  ItemWordsInput,
  SendingView,
  SubmissionView,
} from "../../domain/submissions/submissions.contract.ts";
import { cidOf, outline } from "../clauses/builders.ts";
import { openTestApp, type Person, type TestApp } from "../support/test-app.ts";

export const OPENS = Date.parse("2026-11-23T00:00:00Z");
export const CLOSES = Date.parse("2026-12-07T00:00:00Z");
export const [AYAT_1, HURUF_A, AYAT_2] = [cidOf(3), cidOf(4), cidOf(6)];

const TEXT = outline(`
  menimbang | bahwa ASN perlu dilatih;
  bab | KETENTUAN UMUM
  pasal
  ayat | Setiap ASN dilatih:
  huruf1 | di kantor; dan
  huruf1 | secara daring.
  ayat | Pelatihan paling sedikit 20 jam.
  pasal
  isi | Peraturan ini mulai berlaku.
`);

export const words = (more: Partial<ItemWordsInput> = {}): ItemWordsInput => ({
  cid: AYAT_2,
  itemCid: null,
  stance: "support-with-change",
  proposedText: "Pelatihan paling sedikit 40 jam.",
  grounds: "Dua puluh jam tidak cukup bagi tenaga kesehatan.",
  ...more,
});

export type Called = Awaited<ReturnType<typeof openCall>>;

export async function openCall() {
  const clock = { now: OPENS + 1000 };
  const t: TestApp = await openTestApp({}, { now: () => clock.now });
  const { repos, rooms } = t.deps;
  const by = { actor: null, at: 1 };
  const addUnit = async (name: string) => {
    const id = ulid() as UnitId;
    await repos.directory.addUnit({ id, authorityId: t.authorityId, name, abbreviation: null }, by);
    return id;
  };
  const korpri = await addUnit("KORPRI");
  const pgri = await addUnit("PGRI");
  const groupId = ulid() as GroupId;
  await repos.directory.addGroup(
    { id: groupId, authorityId: t.authorityId, name: "Organisasi profesi", description: null },
    by,
  );
  const people = {
    owner: await t.addAccount("drafter"),
    legal: await t.addAccount("legal"),
    admin: await t.addAccount("admin"),
    leader: await t.addAccount("leader"),
    facilitator: await t.addAccount("facilitator"),
    respondent: await t.addAccount("respondent", { unitId: korpri }),
    head: await t.addAccount("organisation", { unitId: korpri, head: true }),
    colleague: await t.addAccount("organisation", { unitId: korpri }),
    other: await t.addAccount("organisation", { unitId: pgri, head: true }),
    unattached: await t.addAccount("organisation", { head: true }),
  };
  const policyId: PolicyId = await t.addPolicy(people.owner.id, {
    stage: "public_consultation",
    members: [[people.legal.id, "reviewer"]],
  });
  await rooms.replaceContent(policyId, TEXT, people.owner.id);
  const frozen = await t.send("POST", `/api/policies/${policyId}/versions`, {
    as: people.owner,
    body: { label: "Draf 1" },
    headers: { "idempotency-key": "freeze-1" },
  });
  const { id: versionId } = (await frozen.json()) as { id: VersionId };
  const made = await repos.consultations.create(
    {
      id: ulid() as ConsultationId,
      policyId,
      versionId,
      title: "Jam pelatihan ASN",
      summary: "Berapa jam ASN dilatih.",
      whatHappens: "Semua dijawab.",
      legalBasis: "UU 27/2022",
      retentionMonths: 12,
      contact: "BKPSDM",
      opensAt: OPENS,
      closesAt: CLOSES,
      comments: "open",
      submissions: true,
      groups: [{ groupId, target: 3 }],
      createdBy: people.owner.id,
      createdAt: OPENS - 5000,
    },
    { actor: people.owner.id, at: OPENS - 4000 },
  );
  await repos.consultations.announce(made, { actor: people.owner.id, at: OPENS - 3000 });

  let keys = 0;
  const json = async <T>(response: Promise<Response>, status = 200): Promise<T> => {
    const answer = await response;
    const body = (await answer.json()) as T;
    if (answer.status !== status) throw new Error(`${answer.status}: ${JSON.stringify(body)}`);
    return body;
  };
  const key = () => ({ "idempotency-key": `key-00000${++keys}` });
  const ifMatch = (revision: number) => ({ "if-match": `"${revision}"` });
  const path = (id: string, rest = "") => `/api/submissions/${id}${rest}`;

  return {
    t,
    clock,
    people,
    korpri,
    pgri,
    groupId,
    policyId,
    versionId,
    consultationId: made.id,
    json,
    path,
    ifMatch,
    key,
    start: (as: Person, status = 201) =>
      json<SubmissionView>(
        t.send("POST", "/api/submissions", { as, body: { consultationId: made.id } }),
        status,
      ),
    read: (id: string, as: Person = people.head) => json<SubmissionView>(t.send("GET", path(id), { as })),
    add: (id: string, more: Partial<ItemWordsInput> = {}, as: Person = people.colleague) =>
      json<ItemView>(t.send("POST", path(id, "/items"), { as, body: words(more), headers: key() }), 201),
    change: (id: string, item: ItemView, more: Partial<ItemWordsInput>, as: Person = people.colleague) =>
      t.send("PUT", path(id, `/items/${item.id}`), {
        as,
        body: words({
          cid: item.cid,
          itemCid: item.itemCid,
          stance: item.stance,
          proposedText: item.proposedText,
          grounds: item.grounds,
          ...more,
        }),
        headers: ifMatch(item.revision),
      }),
    upload: (id: string, itemId: string, name: string, bytes: Uint8Array, as: Person = people.colleague) =>
      t.app.request(`${path(id, `/items/${itemId}/files`)}?name=${encodeURIComponent(name)}`, {
        method: "POST",
        headers: { cookie: as.cookie, "content-type": "application/octet-stream" },
        body: bytes as Uint8Array<ArrayBuffer>,
      }),
    send: async (id: string, as: Person = people.head, groupId: GroupId | null = null) => {
      const { revision } = await json<SubmissionView>(t.send("GET", path(id), { as }));
      return t.send("POST", path(id, "/send"), { as, body: { groupId }, headers: ifMatch(revision) });
    },
    correct: (id: string, as: Person = people.head) => t.send("POST", path(id, "/correct"), { as }),
    sending: (id: string, number: number) =>
      json<SendingView>(t.send("GET", path(id, `/sendings/${number}`), { as: people.head })),
    verify: async () =>
      (
        await verifyAudit({
          db: t.data.db,
          files: t.data.files,
          readers: {
            version: createVersionPayloadReader(t.data.db, repos.versions),
            submission: createSubmissionPayloadReader(t.data.db, repos.submissions, repos.attachments),
          },
        })
      ).findings,
  };
}

export const anyCid = (): Cid => ulid() as Cid;
