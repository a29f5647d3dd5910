/** Acts and their events, written together. [AU5] */
import type { AuditEvent, ChainName, JsonValue, Subject } from "../domain/audit/event.ts";
import { SALT_BYTES } from "../domain/audit/event.ts";
import type { AccountId, EpochMs } from "../domain/ids.ts";
import { isConstraintViolation } from "./constraint-violation.ts";
import type { Db, DbStatement } from "./database.ts";
import { createAuditRepo } from "./repos/audit.repo.ts";

/** What the record says of an act, or of a part of it. */
export interface ActEvent {
  readonly at: EpochMs;
  readonly actor: AccountId | null;
  readonly action: string;
  readonly subject: Subject;
  readonly payload: JsonValue;
  /** False when a payload reader recomputes it from the subject's rows (`db/verify-audit.ts`). Default true. */
  readonly storePayload?: boolean;
}

/** What one attempt at an act wants to write, and its event. */
export interface Act extends ActEvent {
  /** The act's own statements and guards; the events' follow them in the same batch. */
  readonly statements: readonly DbStatement[];
  /** Events of the same chain for what the act brings with it, after its own. */
  readonly more?: readonly ActEvent[];
}

export interface AuditTrail {
  /**
   * Writes what `makeAct` returns together with its event (and `more`), and
   * resolves with the event when all are durable. When another act took the number first,
   * `makeAct` is called again and reads anew. Whatever else makes the batch
   * fail (`isLostGuard`, a unique title) is thrown as it came.
   */
  withEvent(chain: ChainName, makeAct: () => Promise<Act> | Act): Promise<AuditEvent>;
}

export interface AuditTrailOptions {
  readonly db: Db;
  /** `crypto.getRandomValues`, or a fixed one in tests. */
  readonly randomBytes?: (length: number) => Uint8Array;
  /** Told of every event that became durable, such as the keeper of heads. Must not throw. */
  readonly onEvent?: (event: AuditEvent) => void;
}

/** Each lost attempt means that somebody else's act went through. */
const MAX_ATTEMPTS = 100;

export function createAuditTrail({ db, onEvent, randomBytes = secureBytes }: AuditTrailOptions): AuditTrail {
  const repo = createAuditRepo(db);
  return {
    async withEvent(chain, makeAct) {
      for (let attempt = 1; ; attempt += 1) {
        // The head before the act's own reads: a head that moved in between makes the batch fail, never the reverse.
        const head = await repo.head(chain);
        const { statements, more = [], ...own } = await makeAct();
        const recorded: AuditEvent[] = [];
        const recording: DbStatement[] = [];
        for (const { storePayload = true, ...entry } of [own, ...more]) {
          const salted = { ...entry, chain, salt: randomBytes(SALT_BYTES) };
          const prepared = await repo.prepare(recorded.at(-1) ?? head, salted, { storePayload });
          recorded.push(prepared.event);
          recording.push(...prepared.statements);
        }
        const [first, ...rest] = [...statements, ...recording];
        const [event] = recorded;
        if (!first || !event) throw new Error("an act without statements");
        try {
          await db.batch([first, ...rest]);
        } catch (error) {
          if (attempt < MAX_ATTEMPTS && isConstraintViolation(error, "events.seq")) continue;
          throw error;
        }
        for (const each of recorded) onEvent?.(each);
        return event;
      }
    },
  };
}

function secureBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}
