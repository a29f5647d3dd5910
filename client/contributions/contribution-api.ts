/** Calls about what people said, typed by their contract. */
import type {
  AssigneeList,
  ChangedContributions,
  ClauseDossier,
  ClauseHeat,
  ContributionDetail,
  ContributionPage,
  InboxOrder,
  NoteView,
  Triage,
  WaitingInputs,
} from "../../domain/contributions/contributions.contract.ts";
import type { AccountId, Cid, ContributionId } from "../../domain/ids.ts";
import { get, queryString, request } from "../api/http.ts";
import { policyPath } from "../policies/policy-api.ts";
import type { InboxFilters } from "./inbox-url.ts";

const path = (policyId: string, rest = "") => policyPath(policyId, `/contributions${rest}`);

const act = async <T>(policyId: string, rest: string, body: unknown): Promise<T> =>
  (await request<T>(path(policyId, rest), { method: "POST", body })).data;

/** Where a file of an input is downloaded. */
export const contributionFileHref = (policyId: string, id: ContributionId, fileId: string): string =>
  path(policyId, `/${id}/files/${encodeURIComponent(fileId)}`);

export interface ContributionSearch {
  readonly filters: InboxFilters;
  readonly order: InboxOrder;
}

export const listContributions = (
  policyId: string,
  { filters, order }: ContributionSearch,
  page: { readonly cursor?: string | undefined; readonly limit: number },
  signal?: AbortSignal,
) =>
  get<ContributionPage>(
    path(policyId, queryString({ ...filters, order, cursor: page.cursor, limit: page.limit })),
    signal,
  );

export const readContribution = (policyId: string, id: ContributionId, signal?: AbortSignal) =>
  get<ContributionDetail>(path(policyId, `/${id}`), signal);

export const triageContributions = (policyId: string, body: Triage) =>
  act<ChangedContributions>(policyId, "/triage", body);

export const assignContributions = (
  policyId: string,
  contributionIds: readonly ContributionId[],
  assigneeId: AccountId | null,
) => act<ChangedContributions>(policyId, "/assign", { contributionIds, assigneeId });

export const publishContributions = (policyId: string, contributionIds: readonly ContributionId[]) =>
  act<ChangedContributions>(policyId, "/publish", { contributionIds });

export const reopenContributions = (policyId: string, contributionIds: readonly ContributionId[]) =>
  act<ChangedContributions>(policyId, "/reopen", { contributionIds });

export const listAssignees = (policyId: string, signal?: AbortSignal) =>
  get<AssigneeList>(path(policyId, "/assignees"), signal);

export const addNote = async (policyId: string, id: ContributionId, text: string, idempotencyKey: string) =>
  (
    await request<NoteView>(path(policyId, `/${id}/notes`), {
      method: "POST",
      body: { text },
      idempotencyKey,
    })
  ).data;

export const readHeat = (policyId: string, signal?: AbortSignal) =>
  get<ClauseHeat>(path(policyId, "/heat"), signal);

export const readDossier = (policyId: string, cid: Cid, signal?: AbortSignal) =>
  get<ClauseDossier>(policyPath(policyId, `/clauses/${cid}/dossier`), signal);

/** What waits for an answer of the reader, draft by draft. */
export const listWaitingInputs = (signal?: AbortSignal) =>
  get<WaitingInputs>("/api/contributions/waiting", signal);
