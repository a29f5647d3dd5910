/** What is said in a workshop, put down once: by the team for somebody, or by a participant's own device. */
import { isConstraintViolation } from "../../db/constraint-violation.ts";
import { isLostGuard } from "../../db/guards.ts";
import type { NewReceipt } from "../../db/repos/contribution.repo.ts";
import type { Attendee } from "../../db/repos/workshop-floor.repo.ts";
import { phaseOf } from "../../domain/consultations/phase.ts";
import { dayIn } from "../../domain/consultations/zone-time.ts";
import type { ContributionAuthor } from "../../domain/contributions/contribution.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AccountId, ContributionId, GroupId } from "../../domain/ids.ts";
import { entryRefusal, WORKSHOP_LIMITS, type Workshop } from "../../domain/workshops/workshop.ts";
import type { ParticipantEntry, RecordedEntry } from "../../domain/workshops/workshops.contract.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";

export type Recorder =
  | { readonly kind: "team"; readonly account: AccountId; readonly groupId: GroupId | null }
  /** `receipt`: of whom we shall not find by an account. */
  | { readonly kind: "participant"; readonly attendee: Attendee; readonly receipt: NewReceipt | undefined };

export type RecordEntry = (
  workshop: Workshop,
  by: Recorder,
  entry: ParticipantEntry,
) => Promise<RecordedEntry>;

const conflict = (reason: string): DomainError => new DomainError("conflict", reason, reason);

export function createRecordEntry({
  repos,
  randomId,
  now,
}: Pick<Deps, "repos" | "randomId" | "now">): RecordEntry {
  const { workshopFloor: floor } = repos;

  /** The entry that carries this id already; refused when it says something else. [WS11] */
  async function sentBefore(
    workshop: Workshop,
    by: Recorder,
    { id, cid, words }: ParticipantEntry,
  ): Promise<RecordedEntry | null> {
    const known = await floor.entryByClientId(id);
    if (!known) return null;
    const attendeeId = by.kind === "participant" ? by.attendee.id : null;
    const same =
      known.workshopId === workshop.id &&
      known.cid === cid &&
      known.words === words &&
      known.attendeeId === attendeeId;
    if (!same) throw conflict("entry-id-reused");
    return { id: known.id, number: known.number };
  }

  /** Why the batch did not go through: read again, most telling first. */
  async function explain(workshop: Workshop, by: Recorder, { cid }: ParticipantEntry): Promise<DomainError> {
    const current = found(await repos.workshops.get(workshop.policyId, workshop.id));
    const refusal = entryRefusal(current.state, by.kind);
    if (refusal) return conflict(refusal);
    const agenda = await repos.workshops.agenda(workshop.id);
    if (cid !== null && !agenda.some((item) => item.cid === cid)) return conflict("entry-off-agenda");
    if ((await floor.entries(workshop.id)).length >= WORKSHOP_LIMITS.entries)
      return conflict("workshop-entries-full");
    return conflict("consultation-not-open");
  }

  return async function recordEntry(workshop, by, entry) {
    const before = await sentBefore(workshop, by, entry);
    if (before) return before;
    const refusal = entryRefusal(workshop.state, by.kind);
    if (refusal) throw conflict(refusal);
    const at = now();
    const { id: workshopId, policyId, consultationId, versionId } = workshop;
    const [authority, consultation] = await Promise.all([
      repos.consultations.authorityOf(policyId),
      repos.consultations.get(consultationId),
    ]);
    if (phaseOf(found(consultation), at) !== "open") throw conflict("consultation-not-open");
    const id = randomId() as ContributionId;
    const { id: clientId, cid, table, words } = entry;
    const attendee = by.kind === "participant" ? by.attendee : null;
    const groupId = by.kind === "team" ? by.groupId : by.attendee.groupId;
    try {
      await floor.addEntry(
        {
          clientId,
          cid,
          groupId,
          table,
          attendeeId: attendee?.id ?? null,
          recordedBy: by.kind === "team" ? by.account : null,
          at,
        },
        {
          input: {
            id,
            policyId,
            consultationId,
            channel: "workshop",
            sourceId: workshopId,
            sourceItem: clientId,
            versionId,
            targets: cid === null ? [] : [{ cid }],
            groupId,
            unitId: attendee?.unitId ?? null,
            author: authorOf(by),
            text: words,
            stance: null,
            proposedText: null,
            createdOn: dayIn(found(authority).timeZone, at),
            receivedAt: at,
          },
          receipt: by.kind === "participant" ? by.receipt : undefined,
          also: [repos.consultations.takesInput({ id: consultationId, versionId }, at)],
        },
      );
    } catch (error) {
      // The receipt is derived from the id: sent twice, it is the first to collide.
      const taken = ["workshop_entries.client_id", "receipts.secret_hash"];
      if (taken.some((column) => isConstraintViolation(error, column))) {
        const same = await sentBefore(workshop, by, entry);
        if (same) return same;
      }
      throw isLostGuard(error) ? await explain(workshop, by, entry) : error;
    }
    const { number } = found(await floor.entryByClientId(clientId));
    return { id, number };
  };
}

function authorOf(by: Recorder): ContributionAuthor {
  if (by.kind === "team") return { kind: "none" };
  const { accountId } = by.attendee;
  return accountId === null ? { kind: "receipt" } : { kind: "account", accountId };
}
