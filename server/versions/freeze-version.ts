/** Freezing: the text at one durable log position becomes a version that never changes. */
import type { Version } from "../../db/repos/version.repo.ts";
import type { AccountId, PolicyId, VersionId } from "../../domain/ids.ts";
import { canonicalJson, contentOf, titleOf } from "../../domain/clauses/content.ts";
import { DomainError } from "../../domain/errors.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import type { FreezeVersion } from "../../domain/versions/versions.contract.ts";
import type { Deps } from "../deps.ts";
import { createTellOvertaken } from "../reviews/tell-overtaken.ts";

export function createFreezeVersion({
  repos,
  rooms,
  newId,
  now,
}: Pick<Deps, "repos" | "rooms" | "newId" | "now">) {
  const tellOvertaken = createTellOvertaken({ repos });
  /**
   * Freezes under the operation id `key`: the same key gives the same version,
   * whoever repeats it. Throws `conflict` when the key was used for another one.
   */
  return async function freezeVersion(
    actor: AccountId,
    policy: Policy,
    key: string,
    input: FreezeVersion,
  ): Promise<Version> {
    const opId = operationId(policy.id, key);
    const same = await repos.versions.byOperation(opId);
    if (same) return requireSame(same, actor, input);

    const { state, epoch, logSeq, clauses, origins } = await rooms.freeze(policy.id);
    const { documentType, authorityId } = policy;
    const content = canonicalJson(contentOf({ documentType, authorityId, clauses }));
    const last = await repos.versions.last(policy.id);
    const at = now();
    const hash = await sha256Hex(content);
    const version = await repos.versions.freeze(
      {
        id: newId() as VersionId,
        policyId: policy.id,
        label: input.label,
        note: input.note ? input.note : null,
        author: actor,
        authors: await rooms.authorsSince(policy.id, last?.logSeq ?? 0, logSeq),
        at,
        epoch,
        logSeq,
        opId,
        hash,
        title: titleOf(clauses) || policy.title,
        documentType,
      },
      { content, text: { clauses, origins }, state },
      await tellOvertaken({ policy, actor, at, hash, last }),
    );
    return requireSame(version, actor, input);
  };
}

const operationId = (policy: PolicyId, key: string): string => `${policy}:${key}`;

function requireSame(version: Version, actor: AccountId, { label, note }: FreezeVersion): Version {
  const same = version.author === actor && version.label === label && (version.note ?? "") === (note ?? "");
  if (!same) throw new DomainError("conflict", "idempotency-key-reused", "operation id of another version");
  return version;
}
