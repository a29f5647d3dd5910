/**
 * Creating requests that name themselves (`Idempotency-Key`): a retry gets the
 * first answer again instead of a second thing. The key counts per account; the
 * same key with another request is refused.
 */
import { DomainError } from "../../domain/errors.ts";
import type { EpochMs } from "../../domain/ids.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import type { IdempotencyRepo } from "../../db/repos/idempotency.repo.ts";

export const IDEMPOTENCY_KEPT_MS = 24 * 3600 * 1000;
/** A claim older than this was left by a process that died. */
const CLAIM_MS = 60_000;

const KEY = /^[A-Za-z0-9._:-]{8,100}$/;

/** The header's value; throws `precondition-required` when there is none of the right form. */
export function requireIdempotencyKey(header: string | undefined): string {
  if (header === undefined || !KEY.test(header)) {
    throw new DomainError(
      "precondition-required",
      "idempotency-key-missing",
      "Idempotency-Key missing or malformed",
    );
  }
  return header;
}

export interface KeyedRequest {
  /** Account id. */
  readonly actor: string;
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

export function createIdempotency({ keys, now }: { keys: IdempotencyRepo; now: () => EpochMs }) {
  /** Runs `answer` once per key; replays what it answered. Refusals are not kept: they may be repeated. */
  return async function once(request: KeyedRequest, answer: () => Promise<Response>): Promise<Response> {
    const { actor, key } = request;
    const requestHash = await sha256Hex(`${request.method} ${request.path}\n${request.body}`);
    const at = now();
    await keys.purge(at - IDEMPOTENCY_KEPT_MS);
    const claimed = await keys.claim({ actor, key, requestHash, at, staleBefore: at - CLAIM_MS });
    if (!claimed.mine) {
      if (claimed.requestHash !== requestHash) {
        throw new DomainError("conflict", "idempotency-key-reused", "same key, other request");
      }
      if (!claimed.answer)
        throw new DomainError("conflict", "idempotency-in-progress", "same request in progress");
      return replay(claimed.answer);
    }
    let response: Response | undefined;
    try {
      response = await answer();
    } finally {
      if (!response?.ok) await keys.release(actor, key);
    }
    if (response.ok) {
      const location = response.headers.get("location");
      const body = await response.clone().text();
      await keys.complete(actor, key, { status: response.status, location, body });
    }
    return response;
  };
}

function replay({
  status,
  location,
  body,
}: {
  status: number;
  location: string | null;
  body: string;
}): Response {
  const headers = new Headers({ "content-type": "application/json", "idempotency-replayed": "true" });
  if (location !== null) headers.set("location", location);
  return new Response(body === "" ? null : body, { status, headers });
}
