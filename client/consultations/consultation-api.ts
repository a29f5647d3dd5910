/** Calls of the consultations feature. */
import type { GroupView } from "../../domain/accounts/accounts.contract.ts";
import type {
  ConsultationFigures,
  ConsultationItem,
  ConsultationView,
  CreateConsultation,
  PatchConsultation,
} from "../../domain/consultations/consultations.contract.ts";
import { get, request } from "../api/http.ts";
import { policyPath } from "../policies/policy-api.ts";

type Known = Pick<ConsultationView, "id" | "policyId" | "revision">;

const path = (policyId: string, rest = "") => policyPath(policyId, `/consultations${rest}`);
const pathOf = ({ policyId, id }: Known, rest = "") => path(policyId, `/${encodeURIComponent(id)}${rest}`);
const etagOf = ({ revision }: Known): string => `"${revision}"`;

export const listConsultations = (policyId: string, signal?: AbortSignal) =>
  get<{ readonly items: readonly ConsultationItem[] }>(path(policyId), signal);

export const readConsultation = (policyId: string, id: string, signal?: AbortSignal) =>
  get<ConsultationView>(path(policyId, `/${encodeURIComponent(id)}`), signal);

export const createConsultation = async (
  policyId: string,
  body: CreateConsultation,
  idempotencyKey: string,
) => (await request<ConsultationView>(path(policyId), { method: "POST", body, idempotencyKey })).data;

export const patchConsultation = async (known: Known, body: PatchConsultation) =>
  (await request<ConsultationView>(pathOf(known), { method: "PATCH", body, ifMatch: etagOf(known) })).data;

/** Announcing takes no body, the ends take their reason. */
export const moveConsultation = async (
  known: Known,
  act: "announce" | "close" | "cancel",
  body?: { readonly reason?: string },
) =>
  (
    await request<ConsultationView>(pathOf(known, `/${act}`), {
      method: "POST",
      body,
      ifMatch: etagOf(known),
    })
  ).data;

export const readFigures = (known: Known, signal?: AbortSignal) =>
  get<ConsultationFigures>(pathOf(known, "/figures"), signal);

export const listGroups = (signal?: AbortSignal) =>
  get<{ readonly items: readonly GroupView[] }>("/api/groups", signal);
