/** A workshop on a real database: a policy with a frozen text, an open consultation, groups, a clock to turn. */
import { ulid } from "ulid";
import type { Cid, ConsultationId, GroupId, PolicyId, VersionId } from "../../domain/ids.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import type { VersionView } from "../../domain/versions/versions.contract.ts";
import type { WorkshopDetail, WorkshopLive } from "../../domain/workshops/workshops.contract.ts";
import { randomId } from "./random-id.ts";
import { openTestApp, type Person, type TestApp } from "../support/test-app.ts";

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
/** 22 November 2026, 09:00 in Makassar. */
export const NINE = Date.parse("2026-11-22T01:00:00Z");

export { randomId };

const clause = (kind: Clause["kind"], text = "", level: Clause["level"] = 0): Clause => ({
  cid: ulid() as Cid,
  kind,
  level,
  runs: text === "" ? [] : [{ text }],
});

/** BAB I, Pasal 1 with two ayat, the second with a list; Pasal 2 with a text of its own. */
export function regulation(): readonly Clause[] {
  return [
    clause("judul", "PERATURAN WALI KOTA\nTENTANG\nKARIER"),
    clause("bab", "KARIER"),
    clause("pasal"),
    clause("ayat", "Setiap PNS memperoleh paling sedikit 20 (dua puluh) jam pelajaran setahun."),
    clause("ayat", "Jam pelajaran diperoleh melalui:"),
    clause("huruf", "pelatihan klasikal; dan"),
    clause("huruf", "pelatihan daring."),
    clause("pasal"),
    clause("isi", "Peta karier dapat dilihat oleh semua pegawai."),
  ];
}

export interface Hall {
  readonly t: TestApp;
  readonly owner: Person;
  readonly facilitator: Person;
  readonly policyId: PolicyId;
  readonly consultationId: ConsultationId;
  readonly versionId: VersionId;
  readonly clauses: readonly Clause[];
  /** Pasal 1 ayat (1), ayat (2), Pasal 2 isi: what an agenda is made of. */
  readonly cids: { readonly ayat1: Cid; readonly ayat2: Cid; readonly isi: Cid; readonly huruf: Cid };
  readonly groups: { readonly asn: GroupId; readonly warga: GroupId };
  /** Turns the clock. */
  readonly clock: { now: number };
  plan(overrides?: Record<string, unknown>): Record<string, unknown>;
  create(overrides?: Record<string, unknown>): Promise<WorkshopDetail>;
  step(workshop: WorkshopDetail, step: string): Promise<Response>;
  /** Created and started. */
  live(overrides?: Record<string, unknown>): Promise<WorkshopDetail>;
  api(workshop: { readonly id: string }, rest?: string): string;
  send(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
    as?: Person | null,
  ): Promise<Response>;
  readLive(workshop: WorkshopDetail): Promise<WorkshopLive>;
  /** A device that checked in through the API's own ways: its cookie. */
  checkIn(workshop: WorkshopDetail, name?: string, groupId?: GroupId | null): Promise<string>;
}

export async function openHall(): Promise<Hall> {
  const clock = { now: NINE };
  const t = await openTestApp({}, { now: () => clock.now });
  const owner = await t.addAccount("drafter");
  const facilitator = await t.addAccount("facilitator");
  const policyId = await t.addPolicy(owner.id, { stage: "public_consultation" });
  const clauses = regulation();
  await t.deps.rooms.replaceContent(policyId, clauses, owner.id);
  const frozen = await t.send("POST", `/api/policies/${policyId}/versions`, {
    as: owner,
    body: { label: "Draf 3" },
    headers: { "idempotency-key": `freeze-${policyId}` },
  });
  const version = (await frozen.json()) as VersionView;
  const groups = { asn: ulid() as GroupId, warga: ulid() as GroupId };
  const by = { actor: owner.id, at: clock.now };
  for (const [id, name] of [
    [groups.asn, "ASN fungsional"],
    [groups.warga, "Masyarakat"],
  ] as const) {
    await t.deps.repos.directory.addGroup({ id, authorityId: t.authorityId, name, description: null }, by);
  }
  const consultationId = ulid() as ConsultationId;
  const consultation = await t.deps.repos.consultations.create(
    {
      id: consultationId,
      policyId,
      versionId: version.id,
      title: "Uji publik draf 3",
      summary: "Karier ASN.",
      whatHappens: "Dijawab dalam 30 hari.",
      legalBasis: "UU 12/2011 Pasal 96",
      retentionMonths: 24,
      contact: "BKPSDM",
      opensAt: NINE - DAY_MS,
      closesAt: NINE + 30 * DAY_MS,
      comments: null,
      submissions: false,
      groups: [{ groupId: groups.asn, target: 120 }],
      closingRecordedAt: null,
      createdBy: owner.id,
      createdAt: clock.now,
    } as Parameters<typeof t.deps.repos.consultations.create>[0],
    by,
  );
  const opening = { actor: owner.id, at: NINE - DAY_MS };
  await t.deps.repos.consultations.announce(consultation, opening);

  const cidOf = (index: number): Cid => clauses[index]?.cid ?? ("" as Cid);
  const cids = { ayat1: cidOf(3), ayat2: cidOf(4), huruf: cidOf(5), isi: cidOf(8) };
  const api: Hall["api"] = ({ id }, rest = "") => `/api/policies/${policyId}/workshops/${id}${rest}`;
  const send: Hall["send"] = (method, path, body, headers = {}, as = facilitator) =>
    t.send(method, path, { ...(as && { as }), ...(body !== undefined && { body }), headers });
  const plan: Hall["plan"] = (overrides = {}) => ({
    title: "Karier ASN Palu",
    place: "Aula Bappeda",
    on: "2026-11-22",
    from: "09:00",
    to: "12:00",
    quota: null,
    agenda: [
      { cid: cids.ayat1, minutes: 30 },
      { cid: cids.isi, minutes: 45 },
    ],
    invitations: [
      { groupId: groups.asn, invited: 60, quota: null, names: "" },
      { groupId: groups.warga, invited: 20, quota: null, names: "Ketua RT" },
    ],
    ...overrides,
  });
  const create: Hall["create"] = async (overrides) => {
    const response = await send(
      "POST",
      `/api/policies/${policyId}/workshops`,
      { consultationId, ...plan(overrides) },
      { "idempotency-key": `plan-${randomId()}` },
    );
    if (response.status !== 201) throw new Error(await response.text());
    return (await response.json()) as WorkshopDetail;
  };
  const step: Hall["step"] = (workshop, name) => send("POST", api(workshop, "/steps"), { step: name });

  return {
    t,
    owner,
    facilitator,
    policyId,
    consultationId,
    versionId: version.id,
    clauses,
    cids,
    groups,
    clock,
    plan,
    create,
    step,
    api,
    send,
    async live(overrides) {
      const workshop = await create(overrides);
      const started = await step(workshop, "start");
      if (started.status !== 200) throw new Error(await started.text());
      return (await started.json()) as WorkshopDetail;
    },
    async readLive(workshop) {
      return (await (await send("GET", api(workshop, "/live"))).json()) as WorkshopLive;
    },
    async checkIn(workshop, name = "Peserta", groupId = null) {
      const path = `/lokakarya/${workshop.code}`;
      const form = await t.app.request(path);
      const cookie = form.headers
        .getSetCookie()
        .map((each) => each.split(";")[0])
        .join("; ");
      const body = new URLSearchParams({ nama: name, kelompok: groupId ?? "lain" });
      const answer = await t.app.request(`${path}/hadir`, { method: "POST", body, headers: { cookie } });
      if (answer.status !== 303) throw new Error(`${answer.status}: ${await answer.text()}`);
      return cookie;
    },
  };
}
