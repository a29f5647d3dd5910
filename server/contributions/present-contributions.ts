/** What leaves the server of inputs in lists, with names in the place of ids. */
import type { Contribution } from "../../domain/contributions/contribution.ts";
import type { ClauseName, ContributionItem } from "../../domain/contributions/contributions.contract.ts";
import { boundVersion } from "../../domain/dispositions/change-link.ts";
import type { AccountId, ConsultationId, GroupId, PolicyId, UnitId } from "../../domain/ids.ts";
import type { Deps } from "../deps.ts";
import type { ChangeSeen } from "../dispositions/change-seen.ts";
import { nameOf, type LoadedInbox, type LoadedInput } from "./load-inbox.ts";
import type { ReadText } from "./text-standings.ts";

const EXCERPT = 300;

export interface Names {
  readonly groups: ReadonlyMap<GroupId, string>;
  readonly units: ReadonlyMap<UnitId, string>;
  readonly people: ReadonlyMap<AccountId, string>;
  readonly consultations: ReadonlyMap<ConsultationId, string>;
}

export type PresentContributions = ReturnType<typeof createPresentContributions>;

export function createPresentContributions({ repos }: Pick<Deps, "repos">, seen: ChangeSeen) {
  async function names(policy: PolicyId, people: readonly (AccountId | null)[]): Promise<Names> {
    const known = people.filter((id): id is AccountId => id !== null);
    const [groups, units, accounts, consultations] = await Promise.all([
      repos.directory.listGroups(),
      repos.directory.listUnits(),
      repos.accounts.names(known),
      repos.contributions.consultationTitles(policy),
    ]);
    return {
      groups: new Map(groups.map(({ id, name }) => [id, name])),
      units: new Map(units.map(({ id, name }) => [id, name])),
      people: accounts,
      consultations,
    };
  }

  return {
    names,
    /** Items in the order of `inputs`. Their words are read here, for these alone. */
    async items(
      policy: PolicyId,
      inbox: LoadedInbox,
      inputs: readonly LoadedInput[],
    ): Promise<ContributionItem[]> {
      if (inputs.length === 0) return [];
      const ids = inputs.map(({ listed }) => listed.id);
      const [words, noteCounts, called, versions] = await Promise.all([
        repos.contributions.find(policy, ids),
        repos.contributions.noteCounts(ids),
        names(
          policy,
          inputs.flatMap(({ listed }) => [listed.assigneeId, listed.authorId]),
        ),
        seen.versions(policy),
      ]);
      const wordsOf = new Map(words.map((whole) => [whole.id, whole]));
      const items: ContributionItem[] = [];
      for (const input of inputs) {
        const { listed } = input;
        const whole = wordsOf.get(listed.id);
        // Gone between two reads: nothing is ever deleted, so this is no input of ours.
        if (!whole) continue;
        const { change } = listed.answer ?? {};
        const bound = change ? boundVersion(change, versions) : null;
        const notSeen =
          change && bound ? !(await seen.isSeen(policy, listed.versionId, bound.id, change.cid)) : false;
        items.push(present(inbox, input, whole, called, noteCounts.get(listed.id) ?? 0, notSeen));
      }
      return items;
    },
  };
}

const named = <Id extends string>(id: Id | null, names: ReadonlyMap<Id, string>) =>
  id === null ? undefined : { id, name: names.get(id) ?? "" };

function present(
  inbox: LoadedInbox,
  { listed, entry, standings }: LoadedInput,
  whole: Contribution,
  names: Names,
  noteCount: number,
  changeNotSeen: boolean,
): ContributionItem {
  const read = inbox.read.get(listed.versionId)?.text;
  if (!read) throw new Error(`contribution ${listed.id} without its version`);
  const words = whole.text.trim();
  const excerpt =
    words.length <= EXCERPT ? words : `${words.slice(0, EXCERPT).replace(/[\uD800-\uDBFF]$/, "")}`;
  const group = named(listed.groupId, names.groups);
  const unit = named(listed.unitId, names.units);
  const author = named(listed.authorId, names.people);
  const assignee = named(listed.assigneeId, names.people);
  const consultation =
    listed.consultationId === null
      ? undefined
      : { id: listed.consultationId, title: names.consultations.get(listed.consultationId) ?? "" };
  return {
    id: listed.id,
    channel: listed.channel,
    state: listed.state,
    visibility: listed.visibility,
    standing: entry.standing,
    excerpt,
    ...(excerpt.length < words.length && { cut: true as const }),
    ...(listed.stance !== null && { stance: listed.stance }),
    ...(whole.proposedText !== null && { hasProposal: true as const }),
    targets: listed.targets.map(({ cid }, at) => ({
      ...clauseName(inbox.live, read, cid),
      standing: standings[at]?.state ?? "removed",
    })),
    ...(group && { group }),
    ...(unit && { unit }),
    ...(author && { author }),
    version: { id: listed.versionId, number: read.number },
    ...(consultation && { consultation }),
    createdOn: listed.createdOn,
    ...(listed.receivedAt !== null && { receivedAt: listed.receivedAt }),
    ...(assignee && { assignee }),
    ...(listed.answer && { outcome: listed.answer.outcome }),
    ...(changeNotSeen && { changeNotSeen: true as const }),
    noteCount,
    ...(listed.supersededBy !== null && { supersededBy: listed.supersededBy }),
    revision: listed.revision,
  };
}

/** As it is called now; where it is gone, as it was when it was read. */
export function clauseName(live: ReadText, read: ReadText, cid: ClauseName["cid"]): ClauseName {
  return live.indexOf.has(cid)
    ? { cid, citation: nameOf(live, cid) }
    : { cid, citation: nameOf(read, cid), gone: true };
}
