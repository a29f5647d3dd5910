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
export type ConsultationId = Id<"ConsultationId">;
/** Random, without time: an anonymous input must not say when it came. */
export type ContributionId = Id<"ContributionId">;
export type DispositionId = Id<"DispositionId">;
export type ReviewId = Id<"ReviewId">;
export type ReviewStepId = Id<"ReviewStepId">;
export type SurveyId = Id<"SurveyId">;
export type WorkshopId = Id<"WorkshopId">;
export type SubmissionId = Id<"SubmissionId">;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** Whether `value` has the form of a ULID (upper case, as we write them). */
export function isUlid(value: unknown): value is string {
  return typeof value === "string" && ULID.test(value);
}

export const isCid = (value: unknown): value is Cid => isUlid(value);

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * 16 random bytes in the form of a ULID (26 characters), without the time that
 * a ULID would tell: for anonymous responses and whatever stands beside them.
 */
export function idFromBytes(bytes: Uint8Array): string {
  if (bytes.length !== 16) throw new RangeError(`an id has 16 bytes, not ${bytes.length}`);
  let value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let text = "";
  for (let at = 0; at < 26; at += 1) {
    text = (CROCKFORD[Number(value & 31n)] ?? "") + text;
    value >>= 5n;
  }
  return text;
}
