/** One entry of a hash-chained record. [AU1]-[AU4] */
import canonicalize from "canonicalize";
import type { AccountId, EpochMs, PolicyId } from "../ids.ts";
import { sha256Hex } from "../sha256.ts";

export type ChainName = PolicyId | "system";

export interface Subject {
  /** What it is, in kebab-case: `policy`, `version`, `account`. */
  readonly kind: string;
  readonly id: string;
}

/** Anything that JSON can say; absent keys are left out. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export interface AuditEvent {
  readonly chain: ChainName;
  /** From 1. */
  readonly seq: number;
  readonly at: EpochMs;
  readonly actor: AccountId | null;
  /** `<subject kind>.<what happened>`, such as `version.frozen`. */
  readonly action: string;
  readonly subject: Subject;
  readonly payloadHash: string;
  readonly prevHash: string;
  readonly hash: string;
}

/** The last event of a chain, or its beginning. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

export const SALT_BYTES = 16;
export const CHAIN_START: ChainHead = { seq: 0, hash: "0".repeat(64) };

/** SHA-256 of the salt followed by the payload's RFC 8785 form, in hex. [AU4] Throws when the salt has not 16 bytes. */
export async function payloadHashOf(salt: Uint8Array, payload: JsonValue): Promise<string> {
  if (salt.byteLength !== SALT_BYTES) throw new RangeError(`a salt has ${SALT_BYTES} bytes`);
  const text = new TextEncoder().encode(canonicalText(payload));
  const salted = new Uint8Array(SALT_BYTES + text.byteLength);
  salted.set(salt);
  salted.set(text, SALT_BYTES);
  return sha256Hex(salted);
}

/** The hash that an event must carry, recomputed from the rest of it. [AU3] */
export function eventHashOf(event: Omit<AuditEvent, "hash">): Promise<string> {
  const { chain, seq, at, actor, action, subject, payloadHash, prevHash } = event;
  const { kind, id } = subject;
  const text = canonicalText({ chain, seq, at, actor, action, subject: { kind, id }, payloadHash, prevHash });
  return sha256Hex(text);
}

export interface NewEvent {
  readonly chain: ChainName;
  readonly at: EpochMs;
  readonly actor: AccountId | null;
  readonly action: string;
  readonly subject: Subject;
  readonly payload: JsonValue;
  /** 16 random bytes. */
  readonly salt: Uint8Array;
}

/** The event that follows `head`. [AU2] */
export async function nextEvent(head: ChainHead, entry: NewEvent): Promise<AuditEvent> {
  const { chain, at, actor, action, subject, payload, salt } = entry;
  const payloadHash = await payloadHashOf(salt, payload);
  const rest = { chain, seq: head.seq + 1, at, actor, action, subject, payloadHash, prevHash: head.hash };
  return { ...rest, hash: await eventHashOf(rest) };
}

function canonicalText(value: JsonValue): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("the payload is not JSON");
  return text;
}
