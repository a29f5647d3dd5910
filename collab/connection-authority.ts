/**
 * What a room asks of the server when somebody connects: who this is and what
 * they may do. Decided once per connection, before a byte of it is read.
 */
import type { AccountId, EpochMs, PolicyId } from "../domain/ids.ts";

export type ConnectionDecision =
  | { readonly outcome: "signed-out" }
  /** Unknown policy and no right look alike. */
  | { readonly outcome: "forbidden" }
  /** The policy is gone; said only to those who had access. */
  | { readonly outcome: "gone" }
  | {
      readonly outcome: "admitted";
      readonly account: { readonly id: AccountId; readonly name: string };
      readonly mayWrite: boolean;
      /** Closes the connection when the session ends. */
      readonly sessionId: string;
      /** When it ends unless it is renewed meanwhile. */
      readonly sessionEndsAt: EpochMs;
    };

export interface ConnectionAuthority {
  decide(headers: Headers, policy: PolicyId): Promise<ConnectionDecision>;
  /** Whether a request with this Origin may open a socket (absent is allowed, foreign is not). */
  originAllowed(origin: string | null): boolean;
}
