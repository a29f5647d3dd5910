/** Receives a comment, once. */
import { isConstraintViolation } from "../../db/constraint-violation.ts";
import { isLostGuard } from "../../db/guards.ts";
import type { PublicConsultation } from "../../db/repos/portal.repo.ts";
import type { ReadComment } from "../../domain/comments/comment-form.ts";
import type { IdentityRule } from "../../domain/consultations/consultation.ts";
import { dayIn } from "../../domain/consultations/zone-time.ts";
import type { ContributionTarget } from "../../domain/contributions/contribution.ts";
import type { Account } from "../../domain/accounts/account.ts";
import type { Cid, ContributionId, EpochMs, VersionId } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import { RULE_TABLE } from "../../domain/participation/participation.ts";
import type { Deps } from "../deps.ts";
import type { ReceiptSecret } from "./receipt-secret.ts";

export interface SentComment {
  readonly shown: PublicConsultation;
  readonly rule: IdentityRule;
  /** The clause; null: the draft as a whole. */
  readonly cid: Cid | null;
  /** That was read. */
  readonly versionId: VersionId;
  readonly comment: ReadComment;
  /** Who is signed in; kept only under `named`. */
  readonly account: Account | null;
  readonly receipt: ReceiptSecret;
  readonly locale: Locale;
  readonly at: EpochMs;
}

export type SendOutcome =
  | "sent"
  /** The same form was there before. */
  | "sent-before"
  /** The consultation changed, or closed, between reading and writing. */
  | "consultation-changed";

export function createSendComment({ db, repos, randomId }: Pick<Deps, "db" | "repos" | "randomId">) {
  return async function sendComment(sent: SentComment): Promise<SendOutcome> {
    const { shown, rule, cid, versionId, comment, account, receipt, locale, at } = sent;
    const { consultation, authority } = shown;
    const { keepsAccount, promisesAnonymity } = RULE_TABLE[rule];
    const target: ContributionTarget | null =
      cid === null ? null : { cid, ...(comment.itemCid !== null && { itemCid: comment.itemCid }) };
    const own = keepsAccount ? account : null;
    const statements = repos.contributions.receiveStatements(
      {
        id: randomId() as ContributionId,
        policyId: consultation.policyId,
        consultationId: consultation.id,
        channel: "comment",
        sourceId: null,
        sourceItem: null,
        versionId,
        targets: target ? [target] : [],
        groupId: comment.groupId,
        unitId: own?.unitId ?? null,
        author: own ? { kind: "account", accountId: own.id } : { kind: "receipt" },
        text: comment.text,
        stance: comment.stance,
        proposedText: comment.proposedText,
        createdOn: dayIn(authority.timeZone, at),
        receivedAt: promisesAnonymity ? null : at,
      },
      // No mail ever goes there; and whoever is the only one to read English would be known by it.
      { secretHash: receipt.hash, locale: promisesAnonymity ? "id" : locale },
    );
    try {
      await db.batch([repos.consultations.takesInput(consultation, at, rule), ...statements]);
      return "sent";
    } catch (error) {
      if (isConstraintViolation(error, "receipts.secret_hash")) return "sent-before";
      if (isLostGuard(error)) return "consultation-changed";
      throw error;
    }
  };
}
