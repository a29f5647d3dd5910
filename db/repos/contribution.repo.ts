/** Contributions of all channels. Channels put `receiveStatements` into their own batch. */
import type { Contribution } from "../../domain/contributions/contribution.ts";
import type { Locale } from "../../domain/locale.ts";
import type { Db, DbStatement } from "../database.ts";
import { contributions, contributionTargets, receipts } from "../schema/contributions.ts";
import { createContributionInbox } from "./contribution-inbox.ts";
import { createContributionRegister } from "./contribution-register.ts";

/** An input as it comes in: everything about handling it starts empty. */
export type NewContribution = Omit<
  Contribution,
  | "state"
  | "visibility"
  | "redactedText"
  | "redactedProposedText"
  | "moderationNote"
  | "assigneeId"
  | "supersededBy"
  | "revision"
>;

export interface NewReceipt {
  /** SHA-256 of the secret in the receipt's address, hexadecimal. Unique: a replayed form fails on it. */
  readonly secretHash: string;
  readonly locale: Locale;
  readonly email?: string;
}

export type ContributionRepo = ReturnType<typeof createContributionRepo>;

export function createContributionRepo(db: Db) {
  return {
    ...createContributionInbox(db),
    ...createContributionRegister(db),
    /**
     * What writes one input, for a batch: the row, its targets, its receipt if
     * it has one. A form sent twice violates `receipts.secret_hash`.
     */
    receiveStatements(input: NewContribution, receipt?: NewReceipt): DbStatement[] {
      const { targets, author, ...row } = input;
      return [
        db.insert(contributions).values({
          ...row,
          authorKind: author.kind,
          authorId: author.kind === "account" ? author.accountId : null,
          state: "received",
          visibility: "team",
        }),
        ...targets.map(({ cid, itemCid, quote }, position) =>
          db.insert(contributionTargets).values({
            contributionId: input.id,
            position,
            cid,
            itemCid: itemCid ?? null,
            quote: quote ?? null,
          }),
        ),
        ...(receipt
          ? [
              db
                .insert(receipts)
                .values({ ...receipt, email: receipt.email ?? null, contributionId: input.id }),
            ]
          : []),
      ];
    },
  };
}
