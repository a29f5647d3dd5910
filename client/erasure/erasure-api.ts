/** Erasing words, typed by its contract. */
import type {
  Erase,
  ErasureDone,
  ErasurePreview,
  PreviewErasure,
} from "../../domain/erasure/erasure.contract.ts";
import { request } from "../api/http.ts";
import { policyPath } from "../policies/policy-api.ts";

export const previewErasure = async (policyId: string, body: PreviewErasure) =>
  (await request<ErasurePreview>(policyPath(policyId, "/erasures/preview"), { method: "POST", body })).data;

export const eraseWords = async (policyId: string, body: Erase) =>
  (await request<ErasureDone>(policyPath(policyId, "/erasures"), { method: "POST", body })).data;
