/** Making links that let a person set a password: invitations and resets. */
import type { AccountLink, AccountLinkRepo } from "../../db/repos/account-link.repo.ts";
import type { By } from "../../db/repos/directory.repo.ts";
import type { EpochMs } from "../../domain/ids.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import { randomToken } from "../http/random-token.ts";

const INVITATION_MS = 7 * 24 * 3600 * 1000;
const RESET_MS = 24 * 3600 * 1000;

export interface OfferedLink {
  /** Holds the only copy of the token. */
  readonly url: string;
  readonly expiresAt: EpochMs;
}

export function createOfferLink({ links, baseUrl }: { links: AccountLinkRepo; baseUrl: string }) {
  /** `first`: the account never had a password, so its reset link is an invitation and lasts as long. [AK4] */
  return async function offerLink(
    link: AccountLink,
    by: By,
    { first = link.kind === "invitation" }: { first?: boolean } = {},
  ): Promise<OfferedLink> {
    const token = randomToken();
    const reset = link.kind === "reset";
    const expiresAt = by.at + (first ? INVITATION_MS : RESET_MS);
    await links.add(link, await sha256Hex(token), expiresAt, by);
    return { url: `${baseUrl}/${reset ? "atur-ulang" : "undangan"}/${token}`, expiresAt };
  };
}
