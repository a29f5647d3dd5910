/** Everything that a list of public inputs names, read at once. */
import { citationOf } from "../../domain/clauses/citation.ts";
import { boundVersion } from "../../domain/dispositions/change-link.ts";
import { TARGET_STANDINGS, type TargetState } from "../../domain/contributions/standing.ts";
import type { Cid, ContributionId, GroupId, PolicyId, UnitId, VersionId } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import type { PublicInput } from "../../db/repos/contribution-register.ts";
import type { ReadText, TextStandings } from "../contributions/text-standings.ts";
import type { Deps } from "../deps.ts";
import type { InputNames } from "./input-html.ts";

export function createInputNames({ repos }: Pick<Deps, "repos">, texts: TextStandings) {
  return async function inputNames(
    policyId: PolicyId,
    inputs: readonly PublicInput[],
    { locale, timeZone }: { readonly locale: Locale; readonly timeZone: string },
  ): Promise<InputNames> {
    const ids = [...new Set(inputs.map(({ versionId }) => versionId))];
    const withAnswer = inputs.some(({ answer }) => answer?.change);
    const [groups, units, publicVersions, all, read] = await Promise.all([
      repos.directory.listGroups(),
      repos.directory.listUnits(),
      repos.portal.publicVersions(policyId),
      withAnswer ? repos.versions.list(policyId, 10_000) : [],
      Promise.all(ids.map((id) => texts.version(policyId, id))),
    ]);
    const byVersion = new Map<VersionId, ReadText>(ids.map((id, at) => [id, read[at] as ReadText]));
    const newest = publicVersions[0];
    const later = newest ? await texts.version(policyId, newest.id) : null;
    const standings = new Map<ContributionId, TargetState>();
    for (const input of inputs) {
      const earlier = byVersion.get(input.versionId);
      if (!later || !earlier || earlier.number >= later.number || input.targets.length === 0) continue;
      const between = await texts.between(earlier, later);
      const states = input.targets.map((target) => between.of(target).state);
      const worst = TARGET_STANDINGS.find((state) => states.includes(state));
      if (worst) standings.set(input.id, worst);
    }
    const cite = (text: ReadText | undefined, cid: Cid): string => {
      const index = text?.indexOf.get(cid);
      return text && index !== undefined ? citationOf(text, index) : "";
    };
    return {
      locale,
      timeZone,
      groups: new Map<GroupId, string>(groups.map(({ id, name }) => [id, name])),
      units: new Map<UnitId, string>(units.map(({ id, name }) => [id, name])),
      citationOf: (input, cid) => cite(byVersion.get(input.versionId), cid),
      clauseAddress: (_, cid) => `/ketentuan/${policyId}/${cid}`,
      standingOf: ({ id }) => standings.get(id) ?? null,
      changeAddress: ({ consultationId }, { id, change }) =>
        consultationId && change && boundVersion(change, all)
          ? `/konsultasi/${consultationId}/perubahan/${id}`
          : null,
    };
  };
}
