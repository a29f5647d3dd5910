/** Announcing, closing early, cancelling: from one phase to the next. */
import { isLostGuard } from "../../db/guards.ts";
import type { DbStatement } from "../../db/database.ts";
import { announceIssues } from "../../domain/consultations/changes.ts";
import type { Consultation } from "../../domain/consultations/consultation.ts";
import { phaseOf } from "../../domain/consultations/phase.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AccountId } from "../../domain/ids.ts";
import type { Deps } from "../deps.ts";
import { onForm } from "./read-input.ts";
import { createTellTeam } from "./tell-team.ts";

const refuse = (reason: string): never => {
  throw new DomainError("conflict", reason, reason);
};

export function createMoveConsultation({ repos, now }: Pick<Deps, "repos" | "now">) {
  const tellTeam = createTellTeam({ repos });

  /** Runs a write that is optimistic on the revision of what was read. */
  async function unlessMoved<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (isLostGuard(error)) throw new DomainError("stale", "stale", "somebody was faster");
      throw error;
    }
  }

  return {
    /** Throws `bad-input` with all that is missing, `conflict` when it is no draft. [CO3, CO4] */
    async announce(actor: AccountId, consultation: Consultation): Promise<void> {
      const at = now();
      if (consultation.state !== "draft") refuse("consultation-not-a-draft");
      const instruments = await repos.consultationFigures.instruments(consultation.id);
      const issues = onForm(announceIssues(consultation, instruments, at));
      if (issues.length > 0) {
        throw new DomainError("bad-input", "consultation-incomplete", "not complete", issues);
      }
      const told: DbStatement[] = await tellTeam("consultation.opened", consultation, actor, at);
      await unlessMoved(() => repos.consultations.announce(consultation, { actor, at }, told));
    },
    /** Closes at this instant. Throws `conflict` unless it is open. [CO8, CO11] */
    async close(actor: AccountId, consultation: Consultation, reason: string): Promise<void> {
      const at = now();
      if (phaseOf(consultation, at) !== "open") refuse("consultation-not-running");
      const told = await tellTeam("consultation.closed", consultation, actor, at);
      await unlessMoved(() => repos.consultations.closeEarly(consultation, reason, { actor, at }, told));
    },
    /** Throws `conflict` for one that has closed, `bad-input` when one that was announced gets no reason. [CO8] */
    async cancel(actor: AccountId, consultation: Consultation, reason: string | undefined): Promise<void> {
      const at = now();
      const phase = phaseOf(consultation, at);
      if (phase === "closed" || phase === "cancelled") refuse("consultation-over");
      if (phase !== "draft" && reason === undefined) {
        const issues = [{ path: "reason", message: "missing" }];
        throw new DomainError("bad-input", "invalid-input", "no reason", issues);
      }
      await unlessMoved(() => repos.consultations.cancel(consultation, reason ?? null, { actor, at }));
    },
  };
}
