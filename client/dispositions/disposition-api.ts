/** Calls about answers, typed by their contract. */
import type {
  Dispose,
  DispositionView,
  ReasonTemplates,
} from "../../domain/dispositions/dispositions.contract.ts";
import { get, request } from "../api/http.ts";
import { policyPath } from "../policies/policy-api.ts";

/** One intention keeps one key: pressing again after a failure cannot answer twice. */
export const dispose = async (policyId: string, body: Dispose, idempotencyKey: string) =>
  (
    await request<DispositionView>(policyPath(policyId, "/dispositions"), {
      method: "POST",
      body,
      idempotencyKey,
    })
  ).data;

export const readTemplates = (policyId: string, signal?: AbortSignal) =>
  get<ReasonTemplates>(policyPath(policyId, "/disposition-templates"), signal);
