/** From what was sent to what is kept: windows by the authority's clocks, versions by number, groups of the authority. */
import type { Authority } from "../../db/repos/directory.repo.ts";
import type { ConsultationChanges } from "../../domain/consultations/changes.ts";
import type { PatchConsultation } from "../../domain/consultations/consultations.contract.ts";
import { zonedToEpoch } from "../../domain/consultations/zone-time.ts";
import { DomainError, type InputIssue } from "../../domain/errors.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import type { Deps } from "../deps.ts";

/** The field of the form that a field of the row is set by. */
const FORM_FIELD: Readonly<Record<string, string>> = {
  opensAt: "opens",
  closesAt: "closes",
  versionId: "version",
};
export const onForm = (issues: readonly InputIssue[]): InputIssue[] =>
  issues.map(({ path, message }) => ({ path: FORM_FIELD[path] ?? path, message }));

export function createReadInput({ repos }: Pick<Deps, "repos">) {
  /** Throws `bad-input` with every place that names no time, no version, or no group of this authority. [CO2, CO5] */
  return async function readInput(
    policy: Policy,
    { timeZone }: Authority,
    sent: PatchConsultation,
  ): Promise<ConsultationChanges> {
    const { opens, closes, version, ...rest } = sent;
    const issues: InputIssue[] = [];
    const instant = (path: string, local: string | undefined) => {
      const at = local === undefined ? undefined : zonedToEpoch(timeZone, local);
      if (at === null) issues.push({ path, message: "no-such-time" });
      return at ?? undefined;
    };
    const opensAt = instant("opens", opens);
    const closesAt = instant("closes", closes);
    const asked = version === undefined ? undefined : await repos.versions.get(policy.id, version);
    if (asked === null) issues.push({ path: "version", message: "unknown-version" });
    if (rest.groups) issues.push(...(await groupIssues(policy, rest.groups)));
    if (issues.length > 0) throw new DomainError("bad-input", "invalid-input", "no such thing", issues);
    return { ...rest, opensAt, closesAt, versionId: asked?.id };
  };

  async function groupIssues(
    { authorityId }: Policy,
    sent: readonly { readonly groupId: string }[],
  ): Promise<InputIssue[]> {
    const known = (await repos.directory.listGroups()).filter((group) => group.authorityId === authorityId);
    const ids = sent.map(({ groupId }) => groupId);
    return ids.flatMap((id, at) => {
      if (!known.some((group) => group.id === id))
        return [{ path: `groups.${at}.groupId`, message: "unknown-group" }];
      return ids.indexOf(id) === at ? [] : [{ path: `groups.${at}.groupId`, message: "group-twice" }];
    });
  }
}
