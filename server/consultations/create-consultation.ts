import { windowIssues } from "../../domain/consultations/changes.ts";
import type { Consultation } from "../../domain/consultations/consultation.ts";
import type { CreateConsultation } from "../../domain/consultations/consultations.contract.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AccountId, ConsultationId } from "../../domain/ids.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";
import { createReadInput, onForm } from "./read-input.ts";

export function createCreateConsultation({ repos, now, newId }: Pick<Deps, "repos" | "now" | "newId">) {
  const readInput = createReadInput({ repos });
  /** A draft about a frozen version of `policy`. Throws `bad-input` with every wrong place. [CO2, CO3, CO5] */
  return async function createConsultation(
    actor: AccountId,
    policy: Policy,
    sent: CreateConsultation,
  ): Promise<Consultation> {
    const authority = found(await repos.directory.getAuthority(policy.authorityId));
    const { versionId, opensAt, closesAt } = await readInput(policy, authority, sent);
    const { title, summary, whatHappens, legalBasis, contact } = sent;
    const { retentionMonths, comments, submissions, groups } = sent;
    const at = now();
    const window = { opensAt: found(opensAt), closesAt: found(closesAt) };
    const issues = onForm(windowIssues(window));
    if (issues.length > 0) throw new DomainError("bad-input", "invalid-input", "no such window", issues);
    const texts = { title, summary, whatHappens, legalBasis, contact };
    const rules = { retentionMonths, comments, submissions, groups };
    const origin = { id: newId() as ConsultationId, policyId: policy.id, createdBy: actor, createdAt: at };
    return repos.consultations.create(
      { ...origin, versionId: found(versionId), ...window, ...texts, ...rules },
      { actor, at },
    );
  };
}
