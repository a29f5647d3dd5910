/** Recomputes the whole record: events, their payloads, and the rows that the payloads speak of. [AU7] */
import type { AuditEvent, ChainName, JsonValue } from "../domain/audit/event.ts";
import { payloadHashOf } from "../domain/audit/event.ts";
import { verifyChain } from "../domain/audit/verify-chain.ts";
import type { ChainFindingKind } from "../domain/audit/verify-chain.ts";
import { readKeptHeads } from "./audit-heads.ts";
import type { Db } from "./database.ts";
import type { FileStore } from "./file-store.ts";
import { createAuditRepo } from "./repos/audit.repo.ts";
import type { AuditRepo } from "./repos/audit.repo.ts";

/** How a feature lets the record be checked against its rows. Its events are written with `storePayload: false`. */
export interface PayloadReader {
  /** Rebuilds the payload of an event of this kind of subject from the present rows; null when they are gone, undefined when this action's payload is stored. */
  payload(event: AuditEvent): Promise<JsonValue | null | undefined>;
  /** Ids of all subjects there are: each must be spoken of by an event. */
  ids?(): Promise<readonly string[]>;
}

/** By subject kind. */
export type PayloadReaders = Readonly<Record<string, PayloadReader>>;

export interface AuditFinding {
  readonly kind:
    | ChainFindingKind
    /** The payload, or the subject's rows, do not give the event's payload hash. */
    | "payload-changed"
    /** Salt or rows are gone and no event says that they were erased. */
    | "payload-missing"
    /** Rows without an event. */
    | "unrecorded"
    /** The head given from outside occurs nowhere. */
    | "head-unknown";
  /** Null where no chain can be named. */
  readonly chain: string | null;
  readonly seq: number | null;
  readonly subject: string | null;
}

export interface VerifyAuditInput {
  readonly db: Db;
  readonly files: FileStore;
  readonly readers: PayloadReaders;
  /** A hash printed on an approval: it must be one of the events'. */
  readonly head?: string | undefined;
}

export interface AuditReport {
  readonly chains: number;
  readonly events: number;
  /** Subjects (`version:<id>`) of which parts were erased, as events say. Not findings. */
  readonly erased: readonly string[];
  /** Empty when the record is whole. */
  readonly findings: readonly AuditFinding[];
}

const PAGE = 500;

export async function verifyAudit({ db, files, readers, head }: VerifyAuditInput): Promise<AuditReport> {
  const repo = createAuditRepo(db);
  const kept = await readKeptHeads(files);
  const chains = new Set<string>([...(await repo.chains()), ...kept.keys()]);
  const findings: AuditFinding[] = [];
  const recorded = new Set<string>();
  const erasedSubjects = new Set<string>();
  let eventCount = 0;
  let headSeen = false;
  for (const chain of [...chains].toSorted()) {
    const events = await allEvents(repo, chain as ChainName);
    eventCount += events.length;
    const keptHead = kept.get(chain);
    const wrong = await verifyChain(chain, events, { expectedHeads: keptHead ? [keptHead] : [] });
    findings.push(...wrong.map((finding) => ({ ...finding, subject: null })));
    const erased = new Set(
      events.flatMap(({ action, subject }) => (action === `${subject.kind}.erased` ? [keyOf(subject)] : [])),
    );
    for (const key of erased) erasedSubjects.add(key);
    for (const event of events) {
      recorded.add(keyOf(event.subject));
      headSeen ||= event.hash === head;
      const kind = await payloadFinding(repo, readers, event, erased.has(keyOf(event.subject)));
      if (kind) findings.push({ kind, chain, seq: event.seq, subject: keyOf(event.subject) });
    }
  }
  for (const [kind, reader] of Object.entries(readers)) {
    for (const id of (await reader.ids?.()) ?? []) {
      const subject = keyOf({ kind, id });
      if (!recorded.has(subject)) findings.push({ kind: "unrecorded", chain: null, seq: null, subject });
    }
  }
  if (head !== undefined && !headSeen)
    findings.push({ kind: "head-unknown", chain: null, seq: null, subject: null });
  return { chains: chains.size, events: eventCount, erased: [...erasedSubjects], findings };
}

async function payloadFinding(
  repo: AuditRepo,
  readers: PayloadReaders,
  event: AuditEvent,
  erased: boolean,
): Promise<"payload-changed" | "payload-missing" | null> {
  const details = await repo.details(event.chain, event.seq);
  if (!details) return erased ? null : "payload-missing";
  const fromRows = await readers[event.subject.kind]?.payload(event);
  if (fromRows === null) return erased ? null : "payload-missing";
  // The rows are the truth where there are any: a stored copy could agree with the hash while they do not.
  const payload = fromRows ?? details.payload;
  if (payload === undefined) return "payload-missing";
  return (await payloadHashOf(details.salt, payload)) === event.payloadHash ? null : "payload-changed";
}

async function allEvents(repo: AuditRepo, chain: ChainName): Promise<AuditEvent[]> {
  const events: AuditEvent[] = [];
  for (;;) {
    const page = await repo.list(chain, events.at(-1)?.seq ?? 0, PAGE);
    events.push(...page);
    if (page.length < PAGE) return events;
  }
}

function keyOf({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind}:${id}`;
}
