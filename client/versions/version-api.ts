/** Calls of the versions feature. */
import type {
  ComparisonView,
  FreezeVersion,
  RestoredVersion,
  VersionDetail,
  VersionView,
} from "../../domain/versions/versions.contract.ts";
import type { Page } from "../../domain/wire-text.ts";
import { get, queryString, request } from "../api/http.ts";
import { policyPath } from "../policies/policy-api.ts";

export const listVersions = (policyId: string, cursor?: string, signal?: AbortSignal) =>
  get<Page<VersionView>>(policyPath(policyId, `/versions${queryString({ cursor, limit: 50 })}`), signal);

export const readVersion = (policyId: string, number: number, signal?: AbortSignal) =>
  get<VersionDetail>(policyPath(policyId, `/versions/${number}`), signal);

/** The hashed bytes themselves, for whoever checks the hash. */
export const versionContentHref = (policyId: string, number: number): string =>
  policyPath(policyId, `/versions/${number}/content`);

export const freezeVersion = async (policyId: string, body: FreezeVersion, idempotencyKey: string) =>
  (await request<VersionView>(policyPath(policyId, "/versions"), { method: "POST", body, idempotencyKey }))
    .data;

export const restoreVersion = async (policyId: string, number: number, idempotencyKey: string) =>
  (
    await request<RestoredVersion>(policyPath(policyId, `/versions/${number}/restore`), {
      method: "POST",
      idempotencyKey,
    })
  ).data;

/** `from` and `to` are version numbers or `live`. */
export const readComparison = (policyId: string, from: string, to: string, signal?: AbortSignal) =>
  get<ComparisonView>(policyPath(policyId, `/compare${queryString({ from, to })}`), signal);
