/** Calls about accounts, units, groups and authorities. */
import type {
  AccountLink,
  AccountView,
  AuthorityView,
  ChangePassword,
  CreateAuthority,
  CreateGroup,
  CreateInvitation,
  CreateUnit,
  GroupView,
  InvitationView,
  PatchAccount,
  PatchAuthority,
  PatchGroup,
  PatchUnit,
  UnitView,
} from "../../domain/accounts/accounts.contract.ts";
import type { Page } from "../../domain/wire-text.ts";
import { get, queryString, request } from "../api/http.ts";

/** The ETag of things that count their changes. */
const etagOf = (thing: { readonly revision: number }): string => `"${thing.revision}"`;

const post = async <T>(path: string, idempotencyKey: string, body?: unknown): Promise<T> =>
  (await request<T>(path, { method: "POST", idempotencyKey, body })).data;

const patch = async <T>(path: string, body: unknown, ifMatch: string): Promise<T> =>
  (await request<T>(path, { method: "PATCH", body, ifMatch })).data;

export const listAccounts = (q: string, cursor?: string, signal?: AbortSignal) =>
  get<Page<AccountView>>(`/api/accounts${queryString({ q, cursor, limit: 50 })}`, signal);

export const createInvitation = (body: CreateInvitation, key: string) =>
  post<AccountLink>("/api/invitations", key, body);

export const listInvitations = (signal?: AbortSignal) =>
  get<{ items: readonly InvitationView[] }>("/api/invitations", signal);

export const patchAccount = (account: AccountView, body: PatchAccount) =>
  patch<AccountView>(`/api/accounts/${account.id}`, body, etagOf(account));

export const createResetLink = (account: AccountView, key: string) =>
  post<AccountLink>(`/api/accounts/${account.id}/reset-link`, key);

export const changePassword = async (body: ChangePassword): Promise<void> => {
  await request("/api/session/password", { method: "POST", body });
};

export const listAuthorities = (signal?: AbortSignal) => get<Page<AuthorityView>>("/api/authorities", signal);

export const createAuthority = (body: CreateAuthority, key: string) =>
  post<AuthorityView>("/api/authorities", key, body);

export const patchAuthority = (authority: AuthorityView, body: PatchAuthority) =>
  patch<AuthorityView>(`/api/authorities/${authority.id}`, body, etagOf(authority));

export const listUnits = (signal?: AbortSignal) => get<Page<UnitView>>("/api/units", signal);

export const createUnit = (body: CreateUnit, key: string) => post<UnitView>("/api/units", key, body);

export const patchUnit = (unit: UnitView, body: PatchUnit) =>
  patch<UnitView>(`/api/units/${unit.id}`, body, etagOf(unit));

export const listGroups = (signal?: AbortSignal) => get<Page<GroupView>>("/api/groups", signal);

export const createGroup = (body: CreateGroup, key: string) => post<GroupView>("/api/groups", key, body);

export const patchGroup = (group: GroupView, body: PatchGroup) =>
  patch<GroupView>(`/api/groups/${group.id}`, body, etagOf(group));
