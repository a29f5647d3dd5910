/** A policy with a text to talk about, a consultation on its first version, and ways to say something on it. */
import { ulid } from "ulid";
import type { NewContribution, NewReceipt } from "../../db/repos/contribution.repo.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import type { ContributionTarget } from "../../domain/contributions/contribution.ts";
import type {
  ContributionDetail,
  ContributionItem,
  ContributionPage,
} from "../../domain/contributions/contributions.contract.ts";
import type { DispositionView } from "../../domain/dispositions/dispositions.contract.ts";
import type { Cid, ConsultationId, ContributionId, GroupId, PolicyId, VersionId } from "../../domain/ids.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import type { VersionView } from "../../domain/versions/versions.contract.ts";
import { outline } from "../clauses/builders.ts";
import { openTestApp, type Person, type TestApp } from "../support/test-app.ts";

//  0 judul, 1 bab, 2 pasal, 3 ayat, 4 huruf, 5 huruf, 6 ayat, 7 pasal, 8 isi, 9 bab, 10 pasal, 11 isi
export const TEXT = outline(`
  judul | TENTANG UJI
  bab | DISIPLIN
  pasal
  ayat | Setiap pegawai wajib:
  huruf1 | hadir tepat waktu; dan
  huruf1 | mengisi laporan harian.
  ayat | Laporan diperiksa atasan langsung.
  pasal
  isi | Pelanggaran dikenai teguran lisan.
  bab | PENUTUP
  pasal
  isi | Peraturan ini mulai berlaku.`);

export interface InboxApp extends TestApp {
  readonly ani: Person;
  readonly budi: Person;
  readonly legal: Person;
  readonly groupId: GroupId;
  /** A policy of Ani's with Budi as its drafter, the text above, version 1, and an open consultation on it. */
  addConsulted(): Promise<Consulted>;
}

export interface Consulted {
  readonly id: PolicyId;
  readonly consultationId: ConsultationId;
  readonly versionId: VersionId;
  /** Receives an input; resolves with its id. */
  say(text: string, more?: Partial<NewContribution>, receipt?: NewReceipt): Promise<ContributionId>;
  edit(change: (clauses: readonly Clause[]) => readonly Clause[]): Promise<void>;
  freeze(label: string): Promise<VersionView>;
  list(query?: string, as?: Person): Promise<ContributionPage>;
  read(id: ContributionId, as?: Person): Promise<ContributionDetail>;
  /** A POST under the policy. */
  post(path: string, body: unknown, as?: Person, key?: string): Promise<Response>;
  triage(ids: readonly ContributionId[], more?: object): Promise<ContributionItem[]>;
  answer(ids: readonly ContributionId[], more?: object, as?: Person): Promise<DispositionView>;
}

export const on = (n: number, more: Partial<ContributionTarget> = {}): ContributionTarget[] => [
  { cid: cidAt(n), ...more },
];
export const cidAt = (n: number): Cid => (TEXT[n] as Clause).cid;
export const reword =
  (n: number, text: string) =>
  (clauses: readonly Clause[]): Clause[] =>
    clauses.map((each) => (each.cid === cidAt(n) ? { ...each, runs: [{ text }] } : each));
export const without =
  (...numbers: number[]) =>
  (clauses: readonly Clause[]): Clause[] =>
    clauses.filter(({ cid }) => !numbers.map(cidAt).includes(cid));

export const json = async <T>(response: Response | Promise<Response>): Promise<T> =>
  (await (await response).json()) as T;

export const receiptFor = async (secret: string, email?: string): Promise<NewReceipt> => ({
  secretHash: await sha256Hex(secret),
  locale: "id",
  ...(email !== undefined && { email }),
});

export async function openInboxApp(...options: Parameters<typeof openTestApp>): Promise<InboxApp> {
  const t = await openTestApp(...options);
  const { repos, randomId, now } = t.deps;
  const ani = await t.addAccount("drafter");
  const budi = await t.addAccount("drafter");
  const legal = await t.addAccount("legal");
  const groupId = ulid() as GroupId;
  await repos.directory.addGroup(
    { id: groupId, authorityId: t.authorityId, name: "Tenaga kesehatan", description: null },
    { actor: null, at: 1 },
  );
  let keys = 0;
  const freshKey = () => `key-of-test-${++keys}`;

  return {
    ...t,
    ani,
    budi,
    legal,
    groupId,
    async addConsulted() {
      const id = await t.addPolicy(ani.id, { members: [[budi.id, "drafter"]] });
      await t.deps.rooms.replaceContent(id, TEXT, ani.id);
      const base = `/api/policies/${id}`;
      const post = (path: string, body: unknown, as: Person = ani, key = freshKey()) =>
        t.send("POST", `${base}${path}`, { as, body, headers: { "idempotency-key": key } });
      const good = async <T>(response: Promise<Response>): Promise<T> => {
        const answer = await response;
        if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
        return json<T>(answer);
      };
      const freeze = (label: string) => good<VersionView>(post("/versions", { label }));
      const versionId = (await freeze("Rancangan konsultasi")).id;
      const consultationId = ulid() as ConsultationId;
      const by = { actor: ani.id, at: now() };
      const draft = await repos.consultations.create(
        {
          id: consultationId,
          policyId: id,
          versionId,
          title: "Konsultasi disiplin",
          summary: "Aturan disiplin pegawai.",
          whatHappens: "Setiap masukan ditanggapi.",
          legalBasis: "Pasal 96 UU 12/2011",
          retentionMonths: 12,
          contact: "BKPSDM",
          opensAt: now() - 1000,
          closesAt: now() + 1_000_000,
          comments: "open",
          submissions: true,
          groups: [{ groupId, target: 10 }],
          createdBy: ani.id,
          createdAt: now(),
        },
        by,
      );
      await repos.consultations.announce(draft, by);
      const said: Consulted = {
        id,
        consultationId,
        versionId,
        post,
        freeze,
        async say(text, more = {}, receipt) {
          const input: NewContribution = {
            id: randomId() as ContributionId,
            policyId: id,
            consultationId,
            channel: "comment",
            sourceId: null,
            sourceItem: null,
            versionId,
            targets: on(6),
            groupId: null,
            unitId: null,
            author: { kind: "none" },
            text,
            stance: null,
            proposedText: null,
            createdOn: "2026-11-20",
            receivedAt: now(),
            ...more,
          };
          const [first, ...rest] = repos.contributions.receiveStatements(input, receipt);
          if (first) await t.data.db.batch([first, ...rest]);
          return input.id;
        },
        async edit(change) {
          const { clauses } = await t.deps.rooms.read(id);
          await t.deps.rooms.replaceContent(id, change(clauses), ani.id);
        },
        list: (query = "", as = ani) =>
          good<ContributionPage>(t.send("GET", `${base}/contributions${query}`, { as })),
        read: (one, as = ani) =>
          good<ContributionDetail>(t.send("GET", `${base}/contributions/${one}`, { as })),
        async triage(contributionIds, more = {}) {
          const body = { contributionIds, visibility: "public", ...more };
          return (await good<{ items: ContributionItem[] }>(post("/contributions/triage", body))).items;
        },
        answer: (contributionIds, more = {}, as = ani) =>
          good<DispositionView>(
            post("/dispositions", { contributionIds, outcome: "accepted", reason: "Diterima.", ...more }, as),
          ),
      };
      return said;
    },
  };
}
