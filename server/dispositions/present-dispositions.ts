/** What leaves the server of answers, with names, and the change they point to. */
import type { StoredDisposition } from "../../db/repos/disposition-rows.ts";
import { boundVersion } from "../../domain/dispositions/change-link.ts";
import type { ChangeView, DispositionView } from "../../domain/dispositions/dispositions.contract.ts";
import type { Disposition } from "../../domain/dispositions/disposition.ts";
import type { PolicyId, VersionId } from "../../domain/ids.ts";
import { nameOf } from "../contributions/load-inbox.ts";
import type { TextStandings } from "../contributions/text-standings.ts";
import type { Deps } from "../deps.ts";
import type { ChangeSeen } from "./change-seen.ts";

export type PresentDispositions = ReturnType<typeof createPresentDispositions>;

export function createPresentDispositions(
  { repos }: Pick<Deps, "repos">,
  texts: TextStandings,
  seen: ChangeSeen,
) {
  /** `readIn`: the version that the author read, where one input is looked at. */
  async function changeView(
    policy: PolicyId,
    answer: Disposition,
    readIn?: VersionId,
  ): Promise<ChangeView | null> {
    const { change } = answer;
    if (change === null) return null;
    const { cid } = change;
    const version = boundVersion(change, await seen.versions(policy));
    const live = await texts.live(policy);
    if (!version)
      return {
        cid,
        citation: nameOf(live, cid) || (await nameBefore(policy, cid, readIn)),
        state: "promised",
      };
    const { id, number, label } = version;
    const citation = nameOf(await texts.version(policy, id), cid) || (await nameBefore(policy, cid, readIn));
    const notSeen = readIn !== undefined && !(await seen.isSeen(policy, readIn, id, cid));
    return { cid, citation, state: "bound", version: { id, number, label }, ...(notSeen && { notSeen }) };
  }

  /** Of a clause that the change took away: as it was called when it was read. */
  async function nameBefore(policy: PolicyId, cid: ChangeView["cid"], readIn?: VersionId): Promise<string> {
    return readIn === undefined ? "" : nameOf(await texts.version(policy, readIn), cid);
  }

  return {
    changeView,
    async present(
      policy: PolicyId,
      answers: readonly (Disposition | StoredDisposition)[],
      readIn?: VersionId,
    ): Promise<DispositionView[]> {
      const names = await repos.accounts.names(answers.map(({ by }) => by));
      const views: DispositionView[] = [];
      for (const answer of answers) {
        const { id, contributionIds, outcome, reason, by, at, replaces } = answer;
        const change = await changeView(policy, answer, readIn);
        views.push({
          id,
          contributionIds,
          outcome,
          reason,
          by: { id: by, name: names.get(by) ?? "" },
          at,
          ...(change && { change }),
          ...(replaces !== null && { replaces }),
        });
      }
      return views;
    },
  };
}
