/** Names of the numbers on the wire; what they mean is in `../PROTOCOL.md`. */

/** First varUint of a frame. */
export const MESSAGE = {
  sync: 0,
  presence: 1,
  auth: 2,
  queryPresence: 3,
  acknowledge: 100,
  compare: 101,
} as const;

/** Second varUint of a sync frame. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** Close codes. 4400-4499 are final for a y-websocket client, every other code makes it come back. */
export const CLOSE = {
  malformed: 4400,
  signedOut: 4401,
  forbidden: 4403,
  gone: 4404,
  reset: 4409,
  tooLarge: 4413,
  refusedContent: 4422,
  oldClient: 4426,
  restarting: 1012,
  tryLater: 1013,
  storeFailed: 4500,
  rightsChanged: 4501,
  tooSlow: 4508,
  gapUnresolved: 4509,
  tooFast: 4529,
} as const;

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

export const KIB = 1024;
export const MIB = 1024 * KIB;

/** Any frame but a step2. [RM10] */
export const FRAME_MAX_BYTES = 1 * MIB;
/** A step2, which carries a whole offline spell. [RM10] */
export const STEP2_MAX_BYTES = 8 * MIB;
/** A document may not be grown beyond this many bytes of snapshot and log tail. [RM18] */
export const DOCUMENT_MAX_BYTES = 64 * MIB;
/** Larger updates are stored as what they changed, which leaves out deletions that are known already. [RM28] */
export const KEPT_AS_SENT_MAX_BYTES = 64 * KIB;
/** How far one frame may advance the clocks of its clients by deleted or collected stretches, which cost no bytes. [RM15] */
export const CLOCK_ADVANCE_MAX = 4_000_000;
/** No clock goes beyond this. [RM15] */
export const CLOCK_MAX = 2 ** 31 - 1;
/** Client ids first seen in one frame. [RM14] */
export const CLAIMS_MAX = 256;
/** Characters of the JSON text of a table. [RM16] */
export const TABLE_MAX_LENGTH = 256 * KIB;
/** A step1 with more entries than a document has writers is not one of ours. [RM10] */
export const STATE_VECTOR_MAX_BYTES = 256 * KIB;

/** Token buckets per connection: how much at once, how much per second. [RM11] */
export const RATES = {
  frames: { burst: 2_000, perSecond: 400 },
  bytes: { burst: 24 * MIB, perSecond: 2 * MIB },
  /** Own presence; what comes faster is dropped, the newest is sent when there is room. */
  presence: { burst: 20, perSecond: 10 },
  queries: { burst: 5, perSecond: 1 },
  /** Comparisons of the text; more are not answered. */
  compares: { burst: 4, perSecond: 0.2 },
  /** Answers to step1; later ones wait. */
  answers: { burst: 8, perSecond: 1 },
} as const;

/** A step2 may be refused for a gap this often before the connection has to start again. [RM13] */
export const GAPS_MAX = 3;

/** One state of one person. [RM31] */
export const PRESENCE_MAX_BYTES = 4 * KIB;
/** Entries in one presence frame: an unmodified client repeats what it heard of others. [RM31] */
export const PRESENCE_ENTRIES_MAX = 2_000;
/** Presence of a room leaves with the next edits, and waits at most so long for them. [RM33] */
export const PRESENCE_FLUSH_MS = 50;
/** How many colours people are told apart by; the client owns the palette. [RM30] */
export const PRESENCE_COLOURS = 8;
/** A silent connection gets an empty presence frame after this long (its own watchdog is at 30 s). [RM34] */
export const IDLE_FRAME_MS = 20_000;

/** Above this a connection gets nothing more until it has read; then one difference. [RM40] */
export const BEHIND_BYTES = 1 * MIB;
/** Above this, or when behind for so long, it is closed. [RM41] */
export const BEHIND_MAX_BYTES = 8 * MIB;
export const BEHIND_MAX_MS = 30_000;
/** How often connections that are behind are looked at. */
export const CATCH_UP_MS = 100;
/** Answers above this are paced; so many bytes of them are handed over in one turn, over all rooms. [RM43] */
export const SMALL_ANSWER_BYTES = 64 * KIB;
export const ANSWER_BYTES_PER_TURN = 2 * MIB;
/** How long a step1 that lacks nothing waits for the asker's own step2, which may show that it knows our deletions; worth it above so many bytes of them. [RM9] */
export const TELL_DELETES_MS = 2_000;
export const TELL_DELETES_BYTES = 512;
/** Unwritten work of one room above which senders are asked to come back later. [RM42] */
export const UNWRITTEN_MAX_BYTES = 64 * MIB;

/** Compaction. [RM50] */
export const COMPACT_ROWS = 500;
export const COMPACT_BYTES = 256 * KIB;
/** A document that nobody needs open becomes bytes again after this long, and later the longer it takes to open it. [RM55] */
export const REST_AFTER_MS = 2_000;
export const REST_MS_PER_KIB = 100;
/** A small one at the next tick, since it is opened and closed in a millisecond, unless that just happened. [RM55] */
export const REST_AT_TICK_BYTES = 32 * KIB;
export const REOPENED_WITHIN_MS = 1_000;
/** Up to this size, typing is judged without opening the document; so many rows are then put together to one. [RM56] */
export const TYPING_MAX_BYTES = 256 * KIB;
export const TAIL_MAX_ROWS = 64;
/** A document that is open takes about so many times its encoded size. */
export const AWAKE_FACTOR = 12;
/** A room without connections is forgotten after this long. [RM51] */
export const EVICT_AFTER_MS = 60_000;
/** Bytes of all rooms in memory, by estimate, above which unused ones are forgotten earlier. [RM51] */
export const MEMORY_BUDGET_BYTES = 512 * MIB;
/** How often a room tells at most that it was written in. [RM57] */
export const TELL_EDITED_MS = 60_000;
/** How often rooms look at idle frames, eviction and compaction. */
export const TICK_MS = 1_000;

/** The host. [RM60-RM64] */
export const HANDSHAKES = { burst: 1_000, perSecond: 50 } as const;
/** Handshakes answered in one turn of the event loop. [RM43] */
export const HANDSHAKES_PER_TURN = 8;
export const CONNECTIONS_PER_SESSION = 64;
export const DECIDE_TIMEOUT_MS = 10_000;
export const PING_MS = 30_000;
export const CLOSE_TIMEOUT_MS = 5_000;
