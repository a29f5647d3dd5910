/** What somebody in the hall may do with the token of their device; shared by the API and the pages. */
import { isLostGuard } from "../../db/guards.ts";
import type { Attendee } from "../../db/repos/workshop-floor.repo.ts";
import { DomainError } from "../../domain/errors.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import { entryRefusal, type Vote, type Workshop } from "../../domain/workshops/workshop.ts";
import type { ParticipantEntry, RecordedEntry } from "../../domain/workshops/workshops.contract.ts";
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";
import { addressBucket, createRateLimiter, type RateLimiter } from "../http/rate-limit.ts";
import { found } from "../http/refusals.ts";
import { attendanceToken, receiptSecret } from "./attendance-token.ts";
import { createRecordEntry } from "./record-entry.ts";

const TEN_MINUTES_MS = 600_000;
const MINUTE_MS = 60_000;
/** [WS22] */
const LIMITS = {
  wrongCodes: { max: 40, windowMs: TEN_MINUTES_MS },
  checkIns: { max: 400, windowMs: TEN_MINUTES_MS },
  entries: { max: 20, windowMs: MINUTE_MS },
  /** Of a full hall that shares one address. */
  entriesPerAddress: { max: 240, windowMs: MINUTE_MS },
  votes: { max: 120, windowMs: MINUTE_MS },
  polls: { max: 180, windowMs: MINUTE_MS },
} as const;

export type Participation = ReturnType<typeof createParticipation>;

export function createParticipation(deps: Pick<Deps, "repos" | "randomId" | "now">) {
  const { repos, now } = deps;
  const { workshopFloor: floor } = repos;
  const recordEntry = createRecordEntry(deps);
  const wrongCodes = createRateLimiter(LIMITS.wrongCodes, now, "workshop-codes-limited");
  const checkIns = createRateLimiter(LIMITS.checkIns, now, "workshop-entries-limited");
  const entries = createRateLimiter(LIMITS.entries, now, "workshop-entries-limited");
  const perAddress = createRateLimiter(LIMITS.entriesPerAddress, now, "workshop-entries-limited");
  const votes = createRateLimiter(LIMITS.votes, now, "workshop-entries-limited");
  const polls = createRateLimiter(LIMITS.polls, now, "workshop-entries-limited");

  /** Who holds the token of this device; throws `conflict` for who did not check in. */
  async function attendee(
    c: AppContext,
    workshop: Workshop,
  ): Promise<{ readonly attendee: Attendee; readonly token: string }> {
    const token = attendanceToken(c, workshop);
    const known = token && (await floor.attendeeByToken(workshop.id, await sha256Hex(token)));
    if (!token || !known) throw new DomainError("conflict", "not-checked-in", "no attendance");
    polls.take(known.id);
    return { attendee: known, token };
  }

  return {
    attendee,

    /**
     * The workshop of a code. Guessing is limited by address, before anything is looked up. A hall
     * shares one address: devices that checked in go on, whatever somebody among them tries.
     */
    async workshop(c: AppContext, code: string | null): Promise<Workshop> {
      const bucket = addressBucket(c.get("address"));
      const limited = refusalOf(wrongCodes, bucket);
      const workshop = code === null ? null : await repos.workshops.byCode(code);
      if (limited) {
        const token = workshop && attendanceToken(c, workshop);
        const known = token && (await floor.attendeeByToken(workshop.id, await sha256Hex(token)));
        if (workshop && known) return workshop;
        throw limited;
      }
      if (workshop) return workshop;
      wrongCodes.take(bucket);
      throw new DomainError("not-found", "workshop-code-unknown", "no such code");
    },

    /** Counts a check-in; throws when one address sends more than a full hall would. */
    countCheckIn(c: AppContext): void {
      checkIns.take(addressBucket(c.get("address")));
    },

    async send(c: AppContext, workshop: Workshop, entry: ParticipantEntry): Promise<RecordedEntry> {
      const who = await attendee(c, workshop);
      entries.take(who.attendee.id);
      perAddress.take(addressBucket(c.get("address")));
      const receipt =
        who.attendee.accountId === null
          ? {
              secretHash: await sha256Hex(await receiptSecret(who.token, entry.id)),
              locale: c.get("locale"),
            }
          : undefined;
      return recordEntry(workshop, { kind: "participant", attendee: who.attendee, receipt }, entry);
    },

    /** One vote each; null takes it back. [WS15] */
    async vote(c: AppContext, workshop: Workshop, subjectId: string, vote: Vote | null): Promise<void> {
      const who = await attendee(c, workshop);
      votes.take(who.attendee.id);
      try {
        await floor.vote(workshop.id, subjectId, who.attendee.id, vote);
      } catch (error) {
        if (!isLostGuard(error)) throw error;
        const { state } = found(await repos.workshops.get(workshop.policyId, workshop.id));
        const reason = entryRefusal(state, "participant") ?? "vote-not-open";
        throw new DomainError("conflict", reason, reason);
      }
    },
  };
}

/** What another one would be refused with, without counting it: right codes must not, not even while they are looked up. */
function refusalOf(limiter: RateLimiter, key: string): DomainError | null {
  try {
    limiter.take(key);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  } finally {
    limiter.refund(key);
  }
}
