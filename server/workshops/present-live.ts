/** What leaves the server while a workshop is live. Names of people go to the team only. [WS8, WS16] */
import type { Attendee } from "../../db/repos/workshop-floor.repo.ts";
import { NO_VOTES, type Workshop } from "../../domain/workshops/workshop.ts";
import type { ParticipantLive, WorkshopLive } from "../../domain/workshops/workshops.contract.ts";
import type { Deps } from "../deps.ts";
import type { ReadClauseWords } from "./clause-words.ts";

export function createPresentLive({
  repos,
  clauseWords,
}: Pick<Deps, "repos"> & { readonly clauseWords: ReadClauseWords }) {
  const { workshopFloor: floor } = repos;
  return {
    /** Everything there is, for the team. */
    async forTeam({ id, revision, state, currentCid }: Workshop): Promise<WorkshopLive> {
      const [people, groups, entries, clusters, questions, votes] = await Promise.all([
        floor.attendees(id),
        floor.groupNames(id),
        floor.entries(id),
        floor.clusters(id),
        floor.questions(id),
        floor.votes(id),
      ]);
      return {
        revision,
        state,
        currentCid,
        people: people.map(({ id: personId, name, groupId, unitName, tokenHash }) => ({
          id: personId,
          name,
          groupId,
          unit: unitName,
          device: tokenHash !== null,
        })),
        groups: [...groups].map(([groupId, name]) => ({ id: groupId, name })),
        entries: entries.map(({ attendeeId, ...entry }) => ({
          id: entry.id,
          clientId: entry.clientId,
          number: entry.number,
          cid: entry.cid,
          words: entry.shown,
          groupId: entry.groupId,
          table: entry.table,
          from: attendeeId === null ? "team" : "participant",
          clusterId: entry.clusterId,
          hidden: entry.hidden,
          at: entry.at,
          votes: votes.get(entry.id) ?? NO_VOTES,
        })),
        clusters,
        questions: questions.map((question) => ({ ...question, votes: votes.get(question.id) ?? NO_VOTES })),
      };
    },

    /** What is said and asked where the hall is, and the asker's own votes. */
    async forParticipant(workshop: Workshop, attendee: Attendee): Promise<ParticipantLive> {
      const { id, revision, state, currentCid, versionId } = workshop;
      if (state !== "live") return { revision, state, current: null, entries: [], questions: [] };
      const [groups, entries, clusters, questions, votes, mine, words] = await Promise.all([
        floor.groupNames(id),
        floor.entries(id),
        floor.clusters(id),
        floor.questions(id),
        floor.votes(id),
        floor.votesOf(attendee.id),
        currentCid === null ? [] : clauseWords(versionId),
      ]);
      const headings = new Map(clusters.map((cluster) => [cluster.id, cluster.heading]));
      const here = (place: { readonly cid: string | null }) => place.cid === currentCid;
      const own = (subjectId: string) => {
        const vote = mine.get(subjectId);
        return vote === undefined ? {} : { mine: vote };
      };
      const clause = words.find(({ cid }) => cid === currentCid);
      return {
        revision,
        state,
        current: clause ? { cid: clause.cid, label: clause.label } : null,
        entries: entries
          .filter((entry) => here(entry) && !entry.hidden)
          .map(({ id: entryId, shown: said, groupId, clusterId }) => {
            const group = groupId === null ? undefined : groups.get(groupId);
            const heading = clusterId === null ? undefined : headings.get(clusterId);
            return {
              id: entryId,
              words: said,
              ...(group !== undefined && { group }),
              ...(heading !== undefined && { heading }),
              votes: votes.get(entryId) ?? NO_VOTES,
              ...own(entryId),
            };
          }),
        questions: questions.filter(here).map(({ id: questionId, words: asked, open }) => ({
          id: questionId,
          words: asked,
          open,
          votes: votes.get(questionId) ?? NO_VOTES,
          ...own(questionId),
        })),
      };
    },
  };
}
