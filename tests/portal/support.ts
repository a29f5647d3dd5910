/** Consultations on real texts, and the portal as a browser without JavaScript meets it. */
import { ulid } from "ulid";
import type { Consultation, IdentityRule } from "../../domain/consultations/consultation.ts";
import { contentOf, canonicalJson } from "../../domain/clauses/content.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import type { AccountId, Cid, ConsultationId, GroupId, PolicyId, VersionId } from "../../domain/ids.ts";
import { parseRegulation } from "../../domain/parsing/parse-regulation.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import type { Version } from "../../db/repos/version.repo.ts";
import { ORIGIN, type Person, type TestApp } from "../support/test-app.ts";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The clauses of a regulation text. */
export const clausesOf = (text: string): readonly Clause[] =>
  parseRegulation(text, { newCid: () => ulid() as Cid }).clauses;

/** A policy whose first version holds these clauses. */
export async function addFrozenPolicy(
  t: TestApp,
  owner: AccountId,
  clauses: readonly Clause[],
): Promise<{ readonly policyId: PolicyId; readonly version: Version }> {
  const policyId = await t.addPolicy(owner);
  return { policyId, version: await addVersion(t, owner, policyId, clauses) };
}

export async function addVersion(
  t: TestApp,
  owner: AccountId,
  policyId: PolicyId,
  clauses: readonly Clause[],
  label = "Draf",
): Promise<Version> {
  const content = canonicalJson(contentOf({ documentType: "perkada", authorityId: t.authorityId, clauses }));
  return t.deps.repos.versions.freeze(
    {
      id: ulid() as VersionId,
      policyId,
      label,
      note: null,
      author: owner,
      authors: [owner],
      at: t.deps.now(),
      epoch: 1,
      logSeq: 1,
      opId: ulid(),
      hash: await sha256Hex(content),
      title: "Uji",
      documentType: "perkada",
    },
    { content, text: { clauses, origins: [] }, state: new Uint8Array([0]) },
  );
}

export interface ConsultationOptions {
  readonly comments?: IdentityRule | null;
  readonly opensAt?: number;
  readonly closesAt?: number;
  readonly groups?: readonly string[];
}

/** An announced consultation, open from an hour ago for ten days unless told otherwise. */
export async function announce(
  t: TestApp,
  owner: AccountId,
  { policyId, version }: { readonly policyId: PolicyId; readonly version: Version },
  { comments = "open", opensAt, closesAt, groups = ["Guru", "Perawat"] }: ConsultationOptions = {},
): Promise<Consultation & { readonly groupIds: readonly GroupId[] }> {
  const now = t.deps.now();
  const by = { actor: owner, at: now };
  const known = await t.deps.repos.directory.listGroups();
  const groupIds: GroupId[] = [];
  for (const name of groups) {
    const group = known.find((each) => each.name === name);
    const id = group?.id ?? (ulid() as GroupId);
    if (!group)
      await t.deps.repos.directory.addGroup({ id, authorityId: t.authorityId, name, description: null }, by);
    groupIds.push(id);
  }
  const opens = opensAt ?? now - HOUR;
  const draft = await t.deps.repos.consultations.create(
    {
      id: ulid() as ConsultationId,
      policyId,
      versionId: version.id,
      title: "Konsultasi Rancangan Uji",
      summary: "Rancangan ini mengatur tugas belajar. Ia menyangkut pegawai yang ingin belajar lagi.",
      whatHappens: "Setiap masukan dijawab paling lambat 30 hari sesudah konsultasi ditutup.",
      legalBasis: "UU 12/2011 Pasal 96",
      retentionMonths: 24,
      contact: "BKPSDM, Jalan Uji 1",
      opensAt: opens,
      closesAt: closesAt ?? opens + 10 * DAY,
      comments,
      submissions: false,
      groups: groupIds.map((groupId) => ({ groupId, target: 10 })),
      createdBy: owner,
      createdAt: now,
    },
    by,
  );
  // Announced at its opening, so that it opens then and not now.
  await t.deps.repos.consultations.announce(draft, { actor: owner, at: Math.min(opens, now) });
  const announced = await t.deps.repos.consultations.get(draft.id);
  if (!announced) throw new Error("no consultation");
  return { ...announced, groupIds };
}

/** A browser without scripts: it keeps cookies and reads forms. */
export class Visitor {
  readonly #t: TestApp;
  readonly #cookies = new Map<string, string>();

  constructor(t: TestApp, person?: Person) {
    this.#t = t;
    for (const pair of person?.cookie.split("; ") ?? []) {
      const [name = "", ...value] = pair.split("=");
      this.#cookies.set(name, value.join("="));
    }
  }

  async request(
    path: string,
    init: Omit<RequestInit, "headers"> & { headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await this.#t.app.request(path, {
      ...init,
      headers: { "accept-language": "id", ...(cookie && { cookie }), ...init.headers },
    });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ""] = set.split(";");
      const [name = "", ...value] = pair.split("=");
      this.#cookies.set(name, value.join("="));
    }
    return response;
  }

  async get(path: string): Promise<string> {
    return (await this.request(path)).text();
  }

  async post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    return this.request(path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { origin: ORIGIN },
    });
  }

  /** Opens a form and gives the values of its hidden fields. */
  async hiddenFields(path: string): Promise<Record<string, string>> {
    return hiddenFieldsOf(await this.get(path));
  }
}

export function hiddenFieldsOf(page: string): Record<string, string> {
  const inputs = page.match(/<input[^>]*type="hidden"[^>]*>/g) ?? [];
  return Object.fromEntries(
    inputs.map((input) => [
      /name="([^"]*)"/.exec(input)?.[1] ?? "",
      /value="([^"]*)"/.exec(input)?.[1] ?? "",
    ]),
  );
}
