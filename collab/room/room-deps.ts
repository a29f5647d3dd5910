/** What a room needs from outside. */
import type * as Y from "yjs";
import type { EpochMs, PolicyId } from "../../domain/ids.ts";
import type { UpdateLog } from "../log/update-log.ts";
import type { AnswerPacer } from "./answer-pacer.ts";
import type { RoomClock } from "./clock.ts";
import type { RoomCounters } from "./counters.ts";
import type { Room } from "./room.ts";

export interface RoomDeps {
  readonly log: UpdateLog;
  readonly clock: RoomClock;
  readonly counters: RoomCounters;
  readonly pacer: AnswerPacer;
  /** Snapshot and tail beyond which a document does not grow. [RM18] */
  readonly documentMaxBytes: number;
  /** Lets others be served in the middle of something long. */
  pause(): Promise<void>;
  /** Makes the document right again after edits that clash; runs inside a transaction. */
  repair(doc: Y.Doc): void;
  /** The Yjs client id of a room's own document. */
  newClientId?(): number;
  /** Somebody typed in the document, told at most once a minute, or moved clauses; durable by then. [RM57] */
  edited(policy: PolicyId, at: EpochMs): void;
  /** A fault worth a log line. Never carries what people wrote. */
  report(what: string, policy: PolicyId, error: unknown): void;
  /** The room must be forgotten at once. */
  onFailed(room: Room, error: unknown): void;
}
