/** Calls of the surveys feature. */
import type {
  CodesView,
  CreateSurvey,
  DuplicateSurvey,
  NewCodes,
  NewInvitations,
  PatchSurvey,
  ResultsView,
  RosterView,
  SurveyView,
  WordingView,
} from "../../domain/surveys/surveys.contract.ts";
import { get, queryString, request } from "../api/http.ts";
import { policyPath } from "../policies/policy-api.ts";

export type KnownSurvey = Pick<SurveyView, "id" | "policyId" | "revision">;

const path = (policyId: string, rest = "") => policyPath(policyId, `/surveys${rest}`);
const pathOf = ({ policyId, id }: Pick<KnownSurvey, "id" | "policyId">, rest = "") =>
  path(policyId, `/${encodeURIComponent(id)}${rest}`);
const etagOf = ({ revision }: KnownSurvey): string => `"${revision}"`;

export const readSurvey = (policyId: string, id: string, signal?: AbortSignal) =>
  get<SurveyView>(path(policyId, `/${encodeURIComponent(id)}`), signal);

export const createSurvey = async (policyId: string, body: CreateSurvey, idempotencyKey: string) =>
  (await request<SurveyView>(path(policyId), { method: "POST", body, idempotencyKey })).data;

export const patchSurvey = async (known: KnownSurvey, body: PatchSurvey) =>
  (await request<SurveyView>(pathOf(known), { method: "PATCH", body, ifMatch: etagOf(known) })).data;

export const removeSurvey = async (known: KnownSurvey): Promise<void> => {
  await request(pathOf(known), { method: "DELETE", ifMatch: etagOf(known) });
};

export const openSurvey = async (known: KnownSurvey) =>
  (await request<SurveyView>(pathOf(known, "/open"), { method: "POST", ifMatch: etagOf(known) })).data;

export const closeSurvey = async (known: KnownSurvey) =>
  (await request<SurveyView>(pathOf(known, "/close"), { method: "POST" })).data;

export const duplicateSurvey = async (known: KnownSurvey, body: DuplicateSurvey, idempotencyKey: string) =>
  (await request<SurveyView>(pathOf(known, "/duplicate"), { method: "POST", body, idempotencyKey })).data;

export const readWording = (known: KnownSurvey, version: number, signal?: AbortSignal) =>
  get<WordingView>(pathOf(known, `/wording${queryString({ version })}`), signal);

export const readCodes = (known: KnownSurvey, signal?: AbortSignal) =>
  get<CodesView>(pathOf(known, "/codes"), signal);

export const makeCodes = async (known: KnownSurvey, count: number) =>
  (await request<NewCodes>(pathOf(known, "/codes"), { method: "POST", body: { count } })).data;

export const readRoster = (known: KnownSurvey, signal?: AbortSignal) =>
  get<RosterView>(pathOf(known, "/roster"), signal);

export const invite = async (known: KnownSurvey, names: readonly string[]) =>
  (await request<NewInvitations>(pathOf(known, "/roster"), { method: "POST", body: { names } })).data;

export const readResults = (known: KnownSurvey, signal?: AbortSignal) =>
  get<ResultsView>(pathOf(known, "/results"), signal);

/** The figures as a file; the browser saves it. */
export const resultFileHref = (known: KnownSurvey, format: "csv" | "xlsx"): string =>
  pathOf(known, `/results/hasil.${format}`);
