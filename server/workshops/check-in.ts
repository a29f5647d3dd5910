/** Attendance: a device checks in once; the team puts down who has none. */
import { isConstraintViolation } from "../../db/constraint-violation.ts";
import { isLostGuard } from "../../db/guards.ts";
import type { Attendee } from "../../db/repos/workshop-floor.repo.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AccountId, GroupId, UnitId } from "../../domain/ids.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import { checkInRefusal, WORKSHOP_LIMITS, type Workshop } from "../../domain/workshops/workshop.ts";
import type { AddAttendee } from "../../domain/workshops/workshops.contract.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";

export interface CheckIn {
  readonly name: string;
  readonly groupId: GroupId | null;
  readonly unitId: UnitId | null;
  readonly accountId: AccountId | null;
}

const conflict = (reason: string): DomainError => new DomainError("conflict", reason, reason);

export function createCheckIn({ repos, randomId, now }: Pick<Deps, "repos" | "randomId" | "now">) {
  const { workshopFloor: floor } = repos;

  async function whyNot(workshop: Workshop, groupId: GroupId | null, self: boolean): Promise<DomainError> {
    const current = found(await repos.workshops.get(workshop.policyId, workshop.id));
    const refusal = self ? checkInRefusal(current, now()) : null;
    if (refusal) return conflict(refusal);
    if (current.state === "minutes-open" || current.state === "final") return conflict("minutes-published");
    const present = await floor.attendees(workshop.id);
    const limit = self ? (current.quota ?? WORKSHOP_LIMITS.people) : WORKSHOP_LIMITS.people;
    if (present.length >= limit || groupId === null) return conflict("workshop-full");
    return conflict("workshop-group-full");
  }

  return {
    /**
     * By the device that holds `token`. The same device again is the same
     * attendance, whatever it says this time. [WS7]
     */
    async self(workshop: Workshop, token: string, input: CheckIn): Promise<Attendee> {
      const tokenHash = await sha256Hex(token);
      const known = await floor.attendeeByToken(workshop.id, tokenHash);
      if (known) return known;
      const at = now();
      const refusal = checkInRefusal(workshop, at);
      if (refusal) throw conflict(refusal);
      const attendee = { id: randomId(), workshopId: workshop.id, tokenHash, ...input, at };
      try {
        await floor.addAttendee(attendee, true);
        return attendee;
      } catch (error) {
        if (isConstraintViolation(error, "workshop_attendees.token_hash"))
          return found(await floor.attendeeByToken(workshop.id, tokenHash));
        throw isLostGuard(error) ? await whyNot(workshop, input.groupId, true) : error;
      }
    },

    /** By the team; the same id again is the same person. */
    async byTeam(workshop: Workshop, { id, name, groupId, unitId }: AddAttendee): Promise<void> {
      const attendee = { id, workshopId: workshop.id, tokenHash: null, name, groupId, unitId };
      try {
        await floor.addAttendee({ ...attendee, accountId: null, at: now() }, false);
      } catch (error) {
        if (isLostGuard(error)) throw await whyNot(workshop, groupId, false);
        if (!isConstraintViolation(error, "workshop_attendees.id")) throw error;
        const known = await floor.attendee(id);
        if (known?.workshopId !== workshop.id || known.name !== name) throw conflict("entry-id-reused");
      }
    },
  };
}
