/** Who wrote what, typed by its contract. */
import type { HistoryView } from "../../domain/history/history.contract.ts";
import { get, queryString } from "../api/http.ts";
import { policyPath } from "../policies/policy-api.ts";

export interface HistoryFilter {
  readonly cid?: string | undefined;
  readonly person?: string | undefined;
  /** UTC milliseconds, half-open. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export const readHistory = (
  policyId: string,
  filter: HistoryFilter,
  cursor?: string,
  limit = 30,
  signal?: AbortSignal,
) => get<HistoryView>(policyPath(policyId, `/history${queryString({ ...filter, cursor, limit })}`), signal);
