/** An application with a policy, a frozen version and an announced consultation; the clock is set by hand. */
import { ulid } from "ulid";
import { consultationGroups, consultations, shortLinks } from "../../db/schema/consultations.ts";
import { groups } from "../../db/schema/authorities.ts";
import type { IdentityRule } from "../../domain/consultations/consultation.ts";
import type { Cid, ConsultationId, GroupId, PolicyId, SurveyId, VersionId } from "../../domain/ids.ts";
import type { SurveyDefinition } from "../../domain/surveys/survey.ts";
import type { CreateSurvey, PatchSurvey, SurveyView } from "../../domain/surveys/surveys.contract.ts";
import type { LiveClauses } from "../../domain/policies/policies.contract.ts";
import type { VersionView } from "../../domain/versions/versions.contract.ts";
import type { Deps, HostParts } from "../../server/deps.ts";
import { openTestApp, type Person, type TestApp } from "../support/test-app.ts";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** 2026-11-22 08:00 WITA. */
export const START = Date.UTC(2026, 10, 22, 0, 0);

export interface SurveyApp extends TestApp {
  readonly owner: Person;
  readonly policyId: PolicyId;
  readonly versionId: VersionId;
  /** Clauses of the version that stand in its body. */
  readonly cids: readonly Cid[];
  readonly groupIds: readonly GroupId[];
  setNow(at: number): void;
  addConsultation(options?: {
    readonly opensAt?: number;
    readonly closesAt?: number;
    readonly versionId?: VersionId;
    readonly state?: "draft" | "announced";
  }): Promise<ConsultationId>;
  surveys(path?: string): string;
  addSurvey(
    rule: IdentityRule,
    definition: SurveyDefinition,
    more?: Partial<CreateSurvey>,
  ): Promise<SurveyView>;
  open(survey: Pick<SurveyView, "id" | "revision">): Promise<SurveyView>;
  patch(survey: Pick<SurveyView, "id" | "revision">, body: PatchSurvey): Promise<Response>;
  read(id: SurveyId): Promise<SurveyView>;
}

export async function json<T>(response: Response | Promise<Response>): Promise<T> {
  const answer = await response;
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text}`);
  return JSON.parse(text) as T;
}

export async function openSurveyApp(
  host: Partial<HostParts> = {},
  overrides: Partial<Deps> = {},
): Promise<SurveyApp> {
  let at = START;
  const app = await openTestApp(host, { now: () => at, ...overrides });
  const owner = await app.addAccount("drafter");
  const policyId = await app.addPolicy(owner.id);
  const live = await json<LiveClauses>(app.send("GET", `/api/policies/${policyId}/clauses`, { as: owner }));
  const frozen = await json<VersionView>(
    app.send("POST", `/api/policies/${policyId}/versions`, {
      as: owner,
      body: { label: "Draf 1" },
      headers: { "idempotency-key": ulid() },
    }),
  );
  const groupIds = ["Guru", "Perawat", "Penyuluh", "Warga"].map(() => ulid() as GroupId);
  await app.data.db.insert(groups).values(
    ["Guru", "Perawat", "Penyuluh", "Warga"].map((name, index) => ({
      id: groupIds[index] as GroupId,
      authorityId: app.authorityId,
      name,
      createdAt: 1,
      updatedAt: 1,
    })),
  );
  let codes = 0;

  const result: SurveyApp = {
    ...app,
    owner,
    policyId,
    versionId: frozen.id,
    cids: live.clauses.flatMap(({ kind, cid }) => (kind === "ayat" || kind === "pasal" ? [cid] : [])),
    groupIds,
    setNow(now) {
      at = now;
    },
    surveys: (path = "") => `/api/policies/${policyId}/surveys${path}`,
    async addConsultation({
      opensAt = START - DAY,
      closesAt = START + 30 * DAY,
      versionId = frozen.id,
      state = "announced",
    } = {}) {
      const id = ulid() as ConsultationId;
      codes += 1;
      const shortCode = `TEST${String(codes).padStart(2, "0")}`;
      await app.data.db
        .insert(shortLinks)
        .values({ code: shortCode, kind: "consultation", subjectId: id, createdAt: 1 });
      await app.data.db.insert(consultations).values({
        id,
        policyId,
        versionId,
        shortCode,
        title: "Uji publik",
        summary: "Ringkasan.",
        whatHappens: "Dijawab satu per satu.",
        legalBasis: "Pasal 96 UU 12/2011",
        retentionMonths: 24,
        contact: "Bagian Hukum",
        opensAt,
        closesAt,
        comments: null,
        state,
        createdBy: owner.id,
        createdAt: 1,
      });
      await app.data.db
        .insert(consultationGroups)
        .values(groupIds.map((groupId) => ({ consultationId: id, groupId, target: null })));
      return id;
    },
    async addSurvey(rule, definition, more = {}) {
      const consultationId = more.consultationId ?? (await result.addConsultation());
      return json<SurveyView>(
        app.send("POST", result.surveys(), {
          as: owner,
          body: { title: "Survei uji", rule, definition, ...more, consultationId },
          headers: { "idempotency-key": ulid() },
        }),
      );
    },
    open: (survey) =>
      json<SurveyView>(
        app.send("POST", result.surveys(`/${survey.id}/open`), {
          as: owner,
          headers: { "if-match": `"${survey.revision}"` },
        }),
      ),
    patch: (survey, body) =>
      app.send("PATCH", result.surveys(`/${survey.id}`), {
        as: owner,
        body,
        headers: { "if-match": `"${survey.revision}"` },
      }),
    read: (id) => json<SurveyView>(app.send("GET", result.surveys(`/${id}`), { as: owner })),
  };
  return result;
}
