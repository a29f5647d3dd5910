/** Answering one input or many: all of them or none, with whom it concerns told in the same batch. [DP1-DP7] */
import { isConstraintViolation } from "../../db/constraint-violation.ts";
import { isLostGuard } from "../../db/guards.ts";
import { ActRefusedError } from "../../db/repos/contribution-acts.repo.ts";
import { moveStatements } from "../../db/repos/contribution-acts.repo.ts";
import type { DispositionAttempt } from "../../db/repos/disposition.repo.ts";
import type { Contribution } from "../../domain/contributions/contribution.ts";
import { stateAfter } from "../../domain/contributions/handling.ts";
import type { Disposition } from "../../domain/dispositions/disposition.ts";
import type { Dispose } from "../../domain/dispositions/dispositions.contract.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AccountId, DispositionId } from "../../domain/ids.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import type { TextStandings } from "../contributions/text-standings.ts";
import { moderationOf } from "../contributions/triage-contributions.ts";
import type { Deps } from "../deps.ts";
import { createTellAuthors } from "./tell-authors.ts";

/** Each lost attempt means that somebody else's act went through; then what holds is read anew. */
const MAX_ATTEMPTS = 20;

export function createDispose(
  deps: Pick<Deps, "db" | "repos" | "rooms" | "newId" | "now" | "baseUrl">,
  texts: TextStandings,
) {
  const { db, repos, newId, now } = deps;
  const tell = createTellAuthors(deps);

  /** The inputs as they are, where all of them can be answered; throws the refusal otherwise. */
  async function readInputs(policy: Policy, input: Dispose): Promise<Contribution[]> {
    const { contributionIds, replaces = null, triage } = input;
    const inputs = await repos.contributions.find(policy.id, contributionIds);
    if (inputs.length !== contributionIds.length)
      throw new DomainError("not-found", "not-found", "unknown input");
    if (inputs.some(({ state }) => state === "withdrawn"))
      throw new DomainError("conflict", "contribution-withdrawn", "withdrawn");
    const answers = await repos.dispositions.ofContributions(contributionIds);
    for (const { id } of inputs) {
      const current = answers.find((answer) => answer.current.includes(id));
      if ((current?.id ?? null) === replaces) continue;
      if (!current || replaces !== null) throw new DomainError("conflict", "not-the-answer", "other answer");
      const who = (await repos.accounts.names([current.by])).get(current.by) ?? "";
      const zone = (await repos.directory.getAuthority(policy.authorityId))?.timeZone;
      throw new DomainError("conflict", "already-answered", "answered by another", [], {
        who,
        at: current.at,
        ...(zone !== undefined && { zone }),
      });
    }
    if (!triage && inputs.some(({ state }) => state === "received"))
      throw new DomainError("conflict", "not-triaged", "not sorted");
    return inputs;
  }

  async function checkChange(
    policy: Policy,
    { change }: Dispose,
    inputs: readonly Contribution[],
  ): Promise<void> {
    if (!change) return;
    const { cid, versionId } = change;
    if (versionId !== undefined && !(await repos.versions.numbers(policy.id, [versionId])).has(versionId))
      throw new DomainError("bad-input", "unknown-version", "no such version", [
        { path: "change.versionId", message: "invalid" },
      ]);
    const holding = [
      versionId === undefined ? texts.live(policy.id) : texts.version(policy.id, versionId),
      // A clause may have been taken out as the answer: then only those who read it had it.
      ...[...new Set(inputs.map((each) => each.versionId))].map((id) => texts.version(policy.id, id)),
    ];
    for (const text of holding) if ((await text).indexOf.has(cid)) return;
    throw new DomainError("bad-input", "unknown-clause", "no such clause", [
      { path: "change.cid", message: "invalid" },
    ]);
  }

  return async function dispose(actor: AccountId, policy: Policy, input: Dispose): Promise<Disposition> {
    const { outcome, reason, change, replaces = null, triage } = input;
    const id = newId() as DispositionId;
    const at = now();
    const moderation = triage && moderationOf({ ...triage, contributionIds: input.contributionIds });
    await checkChange(policy, input, await readInputs(policy, input));

    const attempt = async (): Promise<DispositionAttempt> => {
      const inputs = await readInputs(policy, input);
      const unsorted = inputs.filter(({ state }) => state === "received");
      const sorted = inputs.map((each) =>
        each.state === "received"
          ? { ...each, state: stateAfter("received", "triage", each.assigneeId !== null) ?? each.state }
          : each,
      );
      return {
        inputs,
        sorted,
        before: moderation ? moveStatements(db, unsorted, "triage", moderation) : [],
        after: await tell(policy, inputs, { id, outcome, reason }, { actor, at }),
      };
    };
    const answer = { id, policyId: policy.id, outcome, reason, replaces, change: change ?? null };
    for (let tries = 1; ; tries += 1) {
      try {
        return await repos.dispositions.dispose(answer, { actor, at }, attempt);
      } catch (error) {
        if (error instanceof ActRefusedError)
          throw new DomainError("conflict", "act-not-possible", error.message);
        const lost =
          isLostGuard(error) || isConstraintViolation(error, "disposition_contributions.contribution_id");
        if (!lost || tries >= MAX_ATTEMPTS) throw error;
      }
    }
  };
}
