/** Wire of sessions, accounts, invitations, units, groups and authorities. */
import * as v from "valibot";
import type { AccountId, AuthorityId, EpochMs, GroupId, UnitId } from "../ids.ts";
import { LOCALES, type Locale } from "../locale.ts";
import {
  emailSchema,
  idSchema,
  lineOrNothingSchema,
  lineSchema,
  pageQueryEntries,
  searchSchema,
  textSchema,
} from "../wire-text.ts";
import { ACCOUNT_ROLES, type AccountRole } from "./account.ts";

/** GET /api/session */
export interface SessionView {
  readonly account: {
    readonly id: AccountId;
    readonly name: string;
    readonly email: string;
    readonly role: AccountRole;
    readonly head?: true;
    readonly unitId?: UnitId;
    readonly locale: Locale;
  } | null;
  readonly demo: boolean;
  readonly may: { readonly createPolicy: boolean; readonly administer: boolean };
}

/** PATCH /api/session */
export const patchSessionSchema = v.strictObject({ locale: v.picklist(LOCALES) });
export type PatchSession = v.InferOutput<typeof patchSessionSchema>;

/** POST /api/session/password -> 204: one's own, which ends one's other sessions. */
export const changePasswordSchema = v.strictObject({
  current: v.pipe(v.string(), v.maxLength(1024)),
  next: v.pipe(v.string(), v.maxLength(1024)),
});
export type ChangePassword = v.InferOutput<typeof changePasswordSchema>;

/** GET /api/accounts (items); its ETag for PATCH is `"<revision>"`. */
export interface AccountView {
  readonly id: AccountId;
  readonly name: string;
  readonly email: string;
  readonly role: AccountRole;
  readonly head?: true;
  readonly unitId?: UnitId;
  readonly disabled?: true;
  /** Has not set a password yet: its link was never used. */
  readonly invited?: true;
  readonly revision: number;
}

export const accountQuerySchema = v.strictObject({
  ...pageQueryEntries,
  q: v.optional(searchSchema(100)),
});

/** 201 of POST /api/invitations and POST /api/accounts/:accountId/reset-link. */
export interface AccountLink {
  /** Shown once; only its SHA-256 is kept. */
  readonly url: string;
  readonly expiresAt: EpochMs;
}

/** PATCH /api/accounts/:accountId (If-Match). Disabling ends every session. */
export const patchAccountSchema = v.strictObject({
  name: v.optional(lineSchema(120)),
  role: v.optional(v.picklist(ACCOUNT_ROLES)),
  head: v.optional(v.boolean()),
  unitId: v.optional(v.nullable(idSchema<UnitId>())),
  disabled: v.optional(v.boolean()),
});
export type PatchAccount = v.InferOutput<typeof patchAccountSchema>;

/** POST /api/invitations -> 201 AccountLink: the account is made when the link is taken up; whoever does names themself. */
export const createInvitationSchema = v.strictObject({
  email: emailSchema,
  role: v.picklist(ACCOUNT_ROLES),
  head: v.optional(v.boolean()),
  unitId: v.optional(v.nullable(idSchema<UnitId>())),
});
export type CreateInvitation = v.InferOutput<typeof createInvitationSchema>;

/** GET /api/invitations (items): those not taken up, newest first; at most 200. A new one for the same address ends the older. */
export interface InvitationView {
  readonly email: string;
  readonly role: AccountRole;
  readonly head?: true;
  readonly unitId?: UnitId;
  readonly expiresAt: EpochMs;
}

/** GET /api/units (items). */
export interface UnitView {
  readonly id: UnitId;
  readonly authorityId: AuthorityId;
  readonly name: string;
  readonly abbreviation?: string;
  readonly revision: number;
}
export const createUnitSchema = v.strictObject({
  authorityId: idSchema<AuthorityId>(),
  name: lineSchema(200),
  abbreviation: v.optional(lineSchema(30)),
});
export type CreateUnit = v.InferOutput<typeof createUnitSchema>;
export const patchUnitSchema = v.strictObject({
  name: v.optional(lineSchema(200)),
  abbreviation: v.optional(v.nullable(lineSchema(30))),
});
export type PatchUnit = v.InferOutput<typeof patchUnitSchema>;

/** GET /api/groups (items): stakeholder groups that a consultation addresses. */
export interface GroupView {
  readonly id: GroupId;
  readonly authorityId: AuthorityId;
  readonly name: string;
  readonly description?: string;
  readonly revision: number;
}
export const createGroupSchema = v.strictObject({
  authorityId: idSchema<AuthorityId>(),
  name: lineSchema(200),
  description: v.optional(textSchema(1000)),
});
export type CreateGroup = v.InferOutput<typeof createGroupSchema>;
export const patchGroupSchema = v.strictObject({
  name: v.optional(lineSchema(200)),
  description: v.optional(v.nullable(textSchema(1000))),
});
export type PatchGroup = v.InferOutput<typeof patchGroupSchema>;

/** GET /api/authorities (items). */
export interface AuthorityView {
  readonly id: AuthorityId;
  readonly name: string;
  readonly office: string;
  readonly spelling: string;
  readonly region: string;
  /** Empty for a province. */
  readonly province: string;
  readonly gazette: string;
  readonly timeZone: string;
  readonly letterhead: string;
  readonly demo?: true;
  readonly revision: number;
}

const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat("id", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const authorityEntries = {
  name: lineSchema(200),
  office: lineSchema(200),
  spelling: lineSchema(60),
  region: lineSchema(120),
  /** Empty for a province, which lies in none. */
  province: lineOrNothingSchema(120),
  gazette: lineSchema(120),
  timeZone: v.pipe(lineSchema(60), v.check(isTimeZone, "time-zone")),
  letterhead: textSchema(500),
};

/** POST /api/authorities -> 201 AuthorityView; 409 `name-taken`. */
export const createAuthoritySchema = v.strictObject(authorityEntries);
export type CreateAuthority = v.InferOutput<typeof createAuthoritySchema>;

/** PATCH /api/authorities/:authorityId (If-Match). */
export const patchAuthoritySchema = v.partial(createAuthoritySchema);
export type PatchAuthority = v.InferOutput<typeof patchAuthoritySchema>;
