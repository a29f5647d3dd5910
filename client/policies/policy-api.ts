/** Calls of the policies feature, typed by its contract. */
import type {
  CandidateList,
  CreatedPolicy,
  CreatePolicy,
  EventView,
  MemberList,
  MemberView,
  PatchPolicy,
  PolicyDetail,
  PolicyListItem,
  PutMember,
} from "../../domain/policies/policies.contract.ts";
import type { Page } from "../../domain/wire-text.ts";
import { get, queryString, request, type ApiAnswer } from "../api/http.ts";

/** `/api/policies/<id>` and below it. */
export const policyPath = (policyId: string, rest = ""): string =>
  `/api/policies/${encodeURIComponent(policyId)}${rest}`;

export const listPolicies = (q: string, cursor?: string, signal?: AbortSignal) =>
  get<Page<PolicyListItem>>(`/api/policies${queryString({ q, cursor, limit: 30 })}`, signal);

const PAGE_OF_POLICY = /^\/kerja\/rancangan\/([0-9A-Z]{26})(?:\/|$)/;
let askedEarly: { readonly id: string; readonly answer: Promise<ApiAnswer<PolicyDetail>> } | undefined;

/** Asks for the policy that an address is about, before the scripts of its page stand in the queue before it. */
export function askForPolicyOf(path: string): void {
  const id = PAGE_OF_POLICY.exec(path)?.[1];
  if (id === undefined) return;
  const answer = request<PolicyDetail>(policyPath(id));
  // Whoever reads it hears of the failure; until then nobody needs to.
  answer.catch(() => undefined);
  askedEarly = { id, answer };
}

export function readPolicy(policyId: string, signal?: AbortSignal): Promise<ApiAnswer<PolicyDetail>> {
  const early = askedEarly;
  askedEarly = undefined;
  return early?.id === policyId
    ? early.answer
    : request<PolicyDetail>(policyPath(policyId), signal ? { signal } : {});
}

export const createPolicy = async (body: CreatePolicy, idempotencyKey: string) =>
  (await request<CreatedPolicy>("/api/policies", { method: "POST", body, idempotencyKey })).data;

export const patchPolicy = (
  policyId: string,
  body: PatchPolicy,
  ifMatch: string,
): Promise<ApiAnswer<PolicyDetail>> => request(policyPath(policyId), { method: "PATCH", body, ifMatch });

export const listMembers = (policyId: string, signal?: AbortSignal) =>
  get<MemberList>(policyPath(policyId, "/members"), signal);

export const putMember = async (policyId: string, accountId: string, body: PutMember) =>
  (
    await request<MemberView>(policyPath(policyId, `/members/${encodeURIComponent(accountId)}`), {
      method: "PUT",
      body,
    })
  ).data;

export const removeMember = async (policyId: string, accountId: string): Promise<void> => {
  await request(policyPath(policyId, `/members/${encodeURIComponent(accountId)}`), { method: "DELETE" });
};

export const findCandidates = (policyId: string, q: string, signal?: AbortSignal) =>
  get<CandidateList>(policyPath(policyId, `/candidates${queryString({ q })}`), signal);

export const listEvents = (policyId: string, cursor?: string, signal?: AbortSignal) =>
  get<Page<EventView>>(policyPath(policyId, `/events${queryString({ cursor, limit: 50 })}`), signal);
