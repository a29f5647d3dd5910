/**
 * Branded ids, so that a version id cannot be passed for a clause id. All are
 * ULIDs (26 characters of Crockford's base 32); they are made at the edges and
 * only checked here.
 */
declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

/** Identity of a clause, for ever: through renumbering, moving, splitting and merging. */
export type Cid = Id<"Cid">;
export type PolicyId = Id<"PolicyId">;
export type VersionId = Id<"VersionId">;
export type AccountId = Id<"AccountId">;
export type AuthorityId = Id<"AuthorityId">;
export type UnitId = Id<"UnitId">;
export type GroupId = Id<"GroupId">;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** Whether `value` has the form of a ULID (upper case, as we write them). */
export function isUlid(value: unknown): value is string {
  return typeof value === "string" && ULID.test(value);
}

export const isCid = (value: unknown): value is Cid => isUlid(value);
