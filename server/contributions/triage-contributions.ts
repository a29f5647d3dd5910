/** Sorting: what the public sees of inputs, one or many. [CT11-CT15] */
import { isLostGuard } from "../../db/guards.ts";
import { ActRefusedError, type TriageChanges } from "../../db/repos/contribution-acts.repo.ts";
import type { Contribution } from "../../domain/contributions/contribution.ts";
import type { Triage } from "../../domain/contributions/contributions.contract.ts";
import { showsMore } from "../../domain/contributions/handling.ts";
import { isCutOf } from "../../domain/contributions/redaction.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AccountId, ContributionId, PolicyId } from "../../domain/ids.ts";
import type { Deps } from "../deps.ts";

/** What is written; throws `bad-input` where the note is missing that must be public. [CT15] */
export function moderationOf(input: Triage): TriageChanges {
  const { visibility, redactedText, redactedProposedText, moderationNote, contributionIds } = input;
  const cut = redactedText !== undefined || redactedProposedText !== undefined;
  if (cut && contributionIds.length > 1)
    throw new DomainError("bad-input", "redact-one", "redaction of several", [
      { path: "contributionIds", message: "max_length" },
    ]);
  if ((cut || visibility === "team") && moderationNote === undefined)
    throw new DomainError("bad-input", "moderation-note-missing", "no moderation note", [
      { path: "moderationNote", message: "min_length" },
    ]);
  return {
    visibility,
    redactedText: redactedText ?? null,
    redactedProposedText: redactedProposedText ?? null,
    moderationNote: moderationNote ?? null,
  };
}

/** Reads the inputs of an act; throws where one is not the policy's or was withdrawn. */
export async function requireInputs(
  { repos }: Pick<Deps, "repos">,
  policy: PolicyId,
  ids: readonly ContributionId[],
): Promise<Contribution[]> {
  const inputs = await repos.contributions.find(policy, ids);
  if (inputs.length !== ids.length) throw new DomainError("not-found", "not-found", "unknown input");
  if (inputs.some(({ state }) => state === "withdrawn"))
    throw new DomainError("conflict", "contribution-withdrawn", "withdrawn");
  return inputs;
}

/** Runs an act on inputs: what their state does not allow, and what somebody else was faster at, is a conflict. */
export async function actOnInputs<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof ActRefusedError || isLostGuard(error))
      throw new DomainError("conflict", "act-not-possible", error instanceof Error ? error.message : "lost");
    throw error;
  }
}

export function createTriageContributions(deps: Pick<Deps, "repos" | "newId" | "now">) {
  const { repos, newId, now } = deps;
  return async function triageContributions(
    actor: AccountId,
    policy: PolicyId,
    input: Triage,
  ): Promise<void> {
    const changes = moderationOf(input);
    const read = async (): Promise<Contribution[]> => {
      const inputs = await requireInputs(deps, policy, input.contributionIds);
      const seen = inputs.length === 1 ? input.revision : undefined;
      for (const each of inputs) {
        checkCuts(changes, each.text, each.proposedText);
        if (showsMore(each, changes) && each.revision !== seen)
          throw new DomainError("conflict", "moderated-meanwhile", "taken out or held back meanwhile");
      }
      return inputs;
    };
    await actOnInputs(() =>
      repos.contributionActs.triage(policy, newId(), read, changes, { actor, at: now() }),
    );
  };
}

/** [CT14] */
function checkCuts(changes: TriageChanges, text: string, proposedText: string | null): void {
  const { redactedText, redactedProposedText } = changes;
  const wrong = (path: string) =>
    new DomainError("bad-input", "not-a-redaction", "words differ", [{ path, message: "invalid" }]);
  if (redactedText !== null && !isCutOf(text, redactedText)) throw wrong("redactedText");
  if (redactedProposedText !== null && !isCutOf(proposedText ?? "", redactedProposedText))
    throw wrong("redactedProposedText");
}
