import type { DbStatement } from "../../db/database.ts";
import type { Consultation } from "../../domain/consultations/consultation.ts";
import { dayIn } from "../../domain/consultations/zone-time.ts";
import type { AccountId, EpochMs } from "../../domain/ids.ts";
import type { Deps } from "../deps.ts";

/** Statements that tell the owners and drafters, for the batch of the act. */
export function createTellTeam({ repos }: Pick<Deps, "repos">) {
  return async function tellTeam(
    kind: "consultation.opened" | "consultation.closed",
    { id, policyId, title }: Consultation,
    actor: AccountId | null,
    at: EpochMs,
  ): Promise<DbStatement[]> {
    const authority = await repos.consultations.authorityOf(policyId);
    if (!authority) return [];
    return repos.notifications.statements({
      kind,
      to: { writersOf: policyId },
      actor,
      policyId,
      subject: { kind: "consultation", id },
      title,
      link: `/kerja/rancangan/${policyId}/konsultasi/${id}`,
      at,
      on: dayIn(authority.timeZone, at),
    });
  };
}
