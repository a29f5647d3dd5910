/** Calls about stages, typed by their contract. */
import type { KeepArtefact, PathView, StagePlanView } from "../../domain/stages/stages.contract.ts";
import type { StagePlan } from "../../domain/stages/stage-plan.ts";
import { get, request, type ApiAnswer } from "../api/http.ts";
import { policyPath } from "./policy-api.ts";

export const readPath = (policyId: string, signal?: AbortSignal) =>
  get<PathView>(policyPath(policyId, "/path"), signal);

export const keepArtefact = async (policyId: string, body: KeepArtefact, idempotencyKey: string) =>
  (await request<PathView>(policyPath(policyId, "/artefacts"), { method: "POST", body, idempotencyKey }))
    .data;

export const removeArtefact = async (policyId: string, id: string) =>
  (
    await request<PathView>(policyPath(policyId, `/artefacts/${encodeURIComponent(id)}`), {
      method: "DELETE",
    })
  ).data;

const planPath = (authorityId: string, documentType: string): string =>
  `/api/stage-plans/${encodeURIComponent(authorityId)}/${encodeURIComponent(documentType)}`;

export const readStagePlan = (authorityId: string, documentType: string, signal?: AbortSignal) =>
  request<StagePlanView>(planPath(authorityId, documentType), signal ? { signal } : {});

export const putStagePlan = (
  { authorityId, documentType }: StagePlanView,
  body: { readonly plan: StagePlan | null },
  ifMatch: string,
): Promise<ApiAnswer<StagePlanView>> =>
  request(planPath(authorityId, documentType), { method: "PUT", body, ifMatch });
