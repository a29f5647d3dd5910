import { isLostGuard } from "../../db/guards.ts";
import {
  changeIssues,
  realChanges,
  windowIssues,
  type ConsultationChanges,
} from "../../domain/consultations/changes.ts";
import type { Consultation } from "../../domain/consultations/consultation.ts";
import type { PatchConsultation } from "../../domain/consultations/consultations.contract.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AccountId, EpochMs } from "../../domain/ids.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";
import { createReadInput, onForm } from "./read-input.ts";

export function createChangeConsultation({ repos, now }: Pick<Deps, "repos" | "now">) {
  const readInput = createReadInput({ repos });

  async function refuseLocked(
    before: Consultation,
    changes: ConsultationChanges,
    at: EpochMs,
  ): Promise<void> {
    const received = await repos.consultations.received(before.id);
    const issues = onForm(changeIssues(before, changes, received, at));
    if (issues.length === 0) return;
    // A window that is none is a wrong input whatever the state; the rest is right, but too late.
    const isWrong = windowIssues({ ...before, ...windowOf(before, changes) }).length > 0;
    if (isWrong) throw new DomainError("bad-input", "invalid-input", "no such window", issues);
    throw new DomainError("conflict", "consultation-locked", "may not change any more", issues);
  }

  /** Throws `stale` when somebody was faster, `conflict` with a reason per field for what is final. [CO6, CO7] */
  return async function changeConsultation(
    actor: AccountId,
    policy: Policy,
    before: Consultation,
    sent: PatchConsultation,
  ): Promise<void> {
    const authority = found(await repos.directory.getAuthority(policy.authorityId));
    const changes = realChanges(before, await readInput(policy, authority, sent));
    if (Object.keys(changes).length === 0) return;
    const at = now();
    await refuseLocked(before, changes, at);
    try {
      await repos.consultations.change(before, changes, { actor, at });
    } catch (error) {
      if (!isLostGuard(error)) throw error;
      const current = found(await repos.consultations.get(before.id));
      if (current.revision === before.revision) await refuseLocked(current, changes, now());
      throw new DomainError("stale", "stale", "somebody was faster");
    }
  };
}

const windowOf = (
  before: Consultation,
  { opensAt = before.opensAt, closesAt = before.closesAt }: ConsultationChanges,
) => ({ opensAt, closesAt });
