/** Minutes: made, published, corrected, final. */
import { isConstraintViolation } from "../../db/constraint-violation.ts";
import { isLostGuard } from "../../db/guards.ts";
import type { Attendee } from "../../db/repos/workshop-floor.repo.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AccountId } from "../../domain/ids.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import { canonicalMinutes, composeMinutes, type MinutesDocument } from "../../domain/workshops/minutes.ts";
import {
  acceptsCorrections,
  mayBecomeFinal,
  WORKSHOP_LIMITS,
  type Workshop,
} from "../../domain/workshops/workshop.ts";
import type { DecideCorrection, Paragraphs } from "../../domain/workshops/workshops.contract.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";
import type { ReadClauseWords } from "./clause-words.ts";
import { becameReason } from "./plan-workshop.ts";

const MAX_ATTEMPTS = 10;
const conflict = (reason: string): DomainError => new DomainError("conflict", reason, reason);

export function createKeepMinutes({
  repos,
  now,
  clauseWords,
}: Pick<Deps, "repos" | "now"> & { readonly clauseWords: ReadClauseWords }) {
  const { workshopFloor: floor, workshopMinutes: minutes } = repos;
  const reread = async ({ policyId, id }: Workshop): Promise<Workshop> =>
    found(await repos.workshops.get(policyId, id));

  /** The minutes as they would be now. [WS17] */
  async function compose(workshop: Workshop): Promise<MinutesDocument> {
    const { id, policyId, versionId, title, place, startsAt, endsAt } = workshop;
    const [authority, version, agenda, words, groupNames, invitations, attendees, entries] =
      await Promise.all([
        repos.consultations.authorityOf(policyId),
        repos.workshops.version(versionId),
        repos.workshops.agenda(id),
        clauseWords(versionId),
        floor.groupNames(id),
        repos.workshops.invitations(id),
        floor.attendees(id),
        floor.entries(id),
      ]);
    const [clusters, questions, votes, paragraphs] = await Promise.all([
      floor.clusters(id),
      floor.questions(id),
      floor.votes(id),
      minutes.paragraphs(id),
    ]);
    const { number, label, hash, title: policyTitle } = found(version);
    return composeMinutes({
      policyTitle,
      title,
      place,
      timeZone: found(authority).timeZone,
      startsAt,
      endsAt,
      startedAt: workshop.startedAt ?? startsAt,
      closedAt: workshop.closedAt ?? endsAt,
      version: { number, label, hash },
      agenda,
      clauses: new Map(words.map((clause) => [clause.cid, clause])),
      groupNames,
      invitations,
      attendees,
      entries: entries.map(({ shown, ...entry }) => ({ ...entry, words: shown })),
      clusters,
      questions,
      votes,
      paragraphs,
    });
  }

  /** Ends it when its time has come; else the workshop as it is. Whoever looks first writes it down. [WS19] */
  async function settle(workshop: Workshop): Promise<Workshop> {
    const at = now();
    if (!mayBecomeFinal(workshop, at, 0)) return workshop;
    const open = (await minutes.corrections(workshop.id)).filter(({ outcome }) => outcome === null);
    if (!mayBecomeFinal(workshop, at, open.length)) return workshop;
    try {
      await minutes.finalise(workshop, { actor: null, at });
    } catch (error) {
      // Somebody else wrote it down, or a decision came in between: what is there now tells.
      if (!isLostGuard(error)) throw error;
    }
    return reread(workshop);
  }

  async function windowRefusal(workshop: Workshop): Promise<DomainError> {
    return conflict(
      (await reread(workshop)).state === "minutes-open" ? "too-many-corrections" : "corrections-closed",
    );
  }

  /** Says who was faster. */
  async function decidedAlready({ id }: Workshop, correctionId: string): Promise<DomainError> {
    const known = (await minutes.corrections(id)).find((correction) => correction.id === correctionId);
    return new DomainError("conflict", "correction-decided", "decided before", [], {
      who: known?.decidedByName ?? "",
    });
  }

  return {
    compose,
    settle,

    /** The frozen minutes; before publication as they would be now. */
    async read(workshop: Workshop): Promise<MinutesDocument> {
      const frozen = await minutes.document(workshop.id);
      return frozen === null ? compose(workshop) : (JSON.parse(frozen) as MinutesDocument);
    },

    /** Optimistic on `seen`, the revision of the paragraphs that was read. */
    async write(workshop: Workshop, seen: number, { paragraphs }: Paragraphs): Promise<void> {
      if (workshop.minutesAt !== null) throw conflict(becameReason(workshop.state));
      const agenda = new Set((await repos.workshops.agenda(workshop.id)).map(({ cid }) => cid));
      if (paragraphs.some(({ cid }) => cid !== null && !agenda.has(cid))) throw conflict("entry-off-agenda");
      try {
        await minutes.setParagraphs({ ...workshop, draftRevision: seen }, paragraphs);
      } catch (error) {
        if (isLostGuard(error)) throw new DomainError("stale", "stale", "paragraphs moved");
        throw error;
      }
    },

    /** Freezes what is there; what comes in between is in it, or refused after. [WS17] */
    async publish(actor: AccountId, workshop: Workshop): Promise<void> {
      for (let attempt = 1, current = workshop; ; attempt += 1) {
        if (current.state !== "closed") throw conflict(becameReason(current.state));
        const document = await compose(current);
        if (document.attendance.total === 0) throw conflict("nobody-attended");
        const text = canonicalMinutes(document);
        try {
          await minutes.publish(
            current,
            { document: text, hash: await sha256Hex(text) },
            { actor, at: now() },
          );
          return;
        } catch (error) {
          if (!isLostGuard(error) || attempt >= MAX_ATTEMPTS) throw error;
          current = await reread(workshop);
        }
      }
    },

    async confirm(workshop: Workshop, attendee: Attendee): Promise<void> {
      const at = now();
      if (!acceptsCorrections(workshop, at)) throw conflict("corrections-closed");
      try {
        await minutes.confirm(workshop.id, attendee.id, at);
      } catch (error) {
        throw isLostGuard(error) ? conflict("corrections-closed") : error;
      }
    },

    /** The same `id` again is the same correction. [WS18] */
    async correct(workshop: Workshop, attendee: Attendee, id: string, text: string): Promise<void> {
      const mine = (await minutes.corrections(workshop.id)).filter(
        ({ attendeeId }) => attendeeId === attendee.id,
      );
      if (mine.some((correction) => correction.id === id && correction.text === text)) return;
      const at = now();
      if (!acceptsCorrections(workshop, at)) throw conflict("corrections-closed");
      if (mine.length >= WORKSHOP_LIMITS.corrections) throw conflict("too-many-corrections");
      try {
        await minutes.correct(workshop.id, { id, attendeeId: attendee.id, text, at });
      } catch (error) {
        if (isConstraintViolation(error, "workshop_corrections.id")) {
          const same = (await minutes.corrections(workshop.id)).find((correction) => correction.id === id);
          if (same?.attendeeId === attendee.id && same.text === text) return;
          throw conflict("entry-id-reused");
        }
        throw isLostGuard(error) ? await windowRefusal(workshop) : error;
      }
    },

    /** Decides once; then ends the minutes if that was the last thing to wait for. */
    async decide(
      actor: AccountId,
      workshop: Workshop,
      correctionId: string,
      { outcome, reason }: DecideCorrection,
    ): Promise<void> {
      const known = (await minutes.corrections(workshop.id)).find(({ id }) => id === correctionId);
      if (found(known, "unknown-correction").outcome !== null)
        throw await decidedAlready(workshop, correctionId);
      try {
        await minutes.decide(
          workshop.id,
          correctionId,
          { outcome, reason: reason ?? null },
          { actor, at: now() },
        );
      } catch (error) {
        throw isLostGuard(error) ? await decidedAlready(workshop, correctionId) : error;
      }
      await settle(await reread(workshop));
    },
  };
}
