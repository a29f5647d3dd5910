/** What a socket asks for, and why it is not given: the same on every host. [RM60] [RM61] */
import { isUlid, type PolicyId } from "../domain/ids.ts";
import type { ConnectionDecision } from "./connection-authority.ts";
import { DOCUMENT_SCHEMA, PROTOCOL_VERSION } from "./document/wire.ts";
import { CLOSE, type CloseCode } from "./room/protocol.ts";

export interface SocketTarget {
  readonly policy: PolicyId;
  readonly version: string | null;
  readonly schema: string | null;
  /** NaN when what was sent is no number: then no epoch matches. */
  readonly epoch: number | null;
}

/** `/collab/<policyId>?v=..&schema=..&epoch=..`; null when the path is another. */
export function parseTarget(pathAndQuery: string): SocketTarget | null {
  const [path = "", query = ""] = pathAndQuery.split("?", 2);
  const match = /^\/collab\/([^/]+)$/.exec(path);
  const policy = match?.[1];
  if (!isUlid(policy)) return null;
  const params = new URLSearchParams(query);
  const epoch = params.get("epoch");
  return {
    policy: policy as PolicyId,
    version: params.get("v"),
    schema: params.get("schema"),
    epoch: epoch === null ? null : /^\d{1,9}$/.test(epoch) ? Number(epoch) : Number.NaN,
  };
}

/** The close code of a connection that is not let in, null when it is. */
export function refusalOf(
  decision: ConnectionDecision,
  target: SocketTarget,
): { readonly code: CloseCode; readonly reason: string } | null {
  switch (decision.outcome) {
    case "signed-out":
      return { code: CLOSE.signedOut, reason: "sign in" };
    case "forbidden":
      return { code: CLOSE.forbidden, reason: "not allowed" };
    case "gone":
      return { code: CLOSE.gone, reason: "the policy is gone" };
    case "admitted":
      break;
  }
  const supported =
    (target.version === null || target.version === String(PROTOCOL_VERSION)) &&
    (target.schema === null || target.schema === String(DOCUMENT_SCHEMA));
  return supported ? null : { code: CLOSE.oldClient, reason: "reload the page" };
}
