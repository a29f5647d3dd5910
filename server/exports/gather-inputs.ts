/** Inputs as documents have them, for the team or for the public. [EX2] */
import { citationOf, type Derived } from "../../domain/clauses/citation.ts";
import type { Contribution } from "../../domain/contributions/contribution.ts";
import { isSorted } from "../../domain/contributions/handling.ts";
import { boundVersion } from "../../domain/dispositions/change-link.ts";
import type { ExportAnswer, ExportInput } from "../../domain/exports/export-input.ts";
import type { ConsultationId, ContributionId } from "../../domain/ids.ts";
import { dayIn } from "../../domain/consultations/zone-time.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import type { StoredDisposition } from "../../db/repos/disposition-rows.ts";
import type { InboxParts } from "../contributions/inbox-parts.ts";
import { nameOf } from "../contributions/load-inbox.ts";
import type { Deps } from "../deps.ts";

export type Edition = "team" | "public";

export function createGatherInputs({ repos }: Pick<Deps, "repos">, { texts, seen }: InboxParts) {
  /** `order` is the text that the document follows. Of a consultation, or all of the policy. */
  return async function gatherInputs(
    policy: Policy,
    edition: Edition,
    order: Derived,
    zone: string,
    consultation?: ConsultationId,
  ): Promise<ExportInput[]> {
    const [all, groups, units, answers, versions] = await Promise.all([
      repos.contributions.allWithWords(policy.id, consultation),
      repos.directory.listGroups(),
      repos.directory.listUnits(),
      repos.dispositions.ofPolicy(policy.id),
      seen.versions(policy.id),
    ]);
    const nameOfGroup = new Map(groups.map(({ id, name }) => [id, name]));
    const nameOfUnit = new Map(units.map(({ id, name }) => [id, name]));
    const current = new Map<ContributionId, StoredDisposition>(
      answers.flatMap((answer) => answer.current.map((id) => [id, answer] as const)),
    );

    async function answerOf(contribution: Contribution): Promise<ExportAnswer | null> {
      const stored = current.get(contribution.id);
      if (!stored || (edition === "public" && contribution.state !== "published")) return null;
      const { outcome, reason, at, change } = stored;
      const bound = change && boundVersion(change, versions);
      const read = await texts.version(policy.id, contribution.versionId);
      const text = bound ? await texts.version(policy.id, bound.id) : order;
      return {
        outcome,
        reason,
        answeredOn: dayIn(zone, at),
        change: change && {
          citation: citationIn(text, change.cid) || nameOf(read, change.cid),
          version: bound?.number ?? null,
          notSeen: bound
            ? !(await seen.isSeen(policy.id, contribution.versionId, bound.id, change.cid))
            : false,
        },
      };
    }

    const gathered: ExportInput[] = [];
    for (const contribution of all) {
      const { id, groupId, unitId, channel, state, visibility, supersededBy } = contribution;
      // What took its place is in the document.
      if (supersededBy !== null) continue;
      const read = await texts.version(policy.id, contribution.versionId);
      const shown = state !== "withdrawn" && visibility === "public" && isSorted(state);
      const forTeam = edition === "team";
      const places = contribution.targets.map(({ cid, itemCid }) => ({
        cid,
        ...(itemCid !== undefined && { itemCid }),
        citation: citationIn(read, itemCid ?? cid) || nameOf(read, cid),
      }));
      const at = places.map(({ cid }) => order.indexOf.get(cid) ?? order.clauses.length);
      gathered.push({
        id,
        createdOn: contribution.createdOn,
        channel,
        group: (groupId && nameOfGroup.get(groupId)) ?? "",
        body: channel === "submission" && unitId ? (nameOfUnit.get(unitId) ?? "") : "",
        places,
        order: at.length === 0 ? -1 : Math.min(...at),
        stance: forTeam || shown ? contribution.stance : null,
        text: forTeam ? contribution.text : shown ? (contribution.redactedText ?? contribution.text) : null,
        proposedText: forTeam
          ? contribution.proposedText
          : shown
            ? (contribution.redactedProposedText ?? contribution.proposedText)
            : null,
        moderationNote: contribution.moderationNote,
        hiddenFromPublic: forTeam && isSorted(state) && visibility === "team",
        state: edition === "public" && state === "answered" ? "considered" : state,
        versionRead: read.number,
        answer: await answerOf(contribution),
      });
    }
    return gathered;
  };
}

function citationIn(text: Derived, cid: ExportInput["places"][number]["cid"]): string {
  const index = text.indexOf.get(cid);
  return index === undefined ? "" : citationOf(text, index);
}
