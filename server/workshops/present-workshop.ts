/** What leaves the server of a workshop's plan. */
import type { ListedWorkshop } from "../../db/repos/workshop.repo.ts";
import { epochToZoned } from "../../domain/consultations/zone-time.ts";
import type { PolicyId } from "../../domain/ids.ts";
import type { Workshop } from "../../domain/workshops/workshop.ts";
import type {
  AgendaClause,
  WorkshopDetail,
  WorkshopList,
  WorkshopListItem,
} from "../../domain/workshops/workshops.contract.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";
import type { ReadClauseWords } from "./clause-words.ts";

export function createPresentWorkshop({
  repos,
  baseUrl,
  clauseWords,
}: Pick<Deps, "repos" | "baseUrl"> & { readonly clauseWords: ReadClauseWords }) {
  async function agendaOf({ id, versionId }: Pick<Workshop, "id" | "versionId">): Promise<AgendaClause[]> {
    const [agenda, words] = await Promise.all([repos.workshops.agenda(id), clauseWords(versionId)]);
    const byCid = new Map(words.map((clause) => [clause.cid, clause]));
    return agenda.map(({ cid, minutes }) => {
      const { label = "", text = "" } = byCid.get(cid) ?? {};
      return { cid, minutes, label, text };
    });
  }

  return {
    agendaOf,
    joinUrl: ({ code }: Pick<Workshop, "code">): string => `${baseUrl}/lokakarya/${code}`,

    async list(policyId: PolicyId, mayManage: boolean): Promise<WorkshopList> {
      const [rows, consultations] = await Promise.all([
        repos.workshops.list(policyId),
        repos.consultations.list(policyId),
      ]);
      const open = consultations.filter(({ state }) => state !== "cancelled");
      const numbers = await repos.versions.numbers(
        policyId,
        open.map(({ versionId }) => versionId),
      );
      const names = new Map((await repos.directory.listGroups()).map(({ id, name }) => [id, name]));
      return {
        items: rows.map(presentListed),
        consultations: open.map(({ id, title, versionId, groups }) => ({
          id,
          title,
          versionNumber: numbers.get(versionId) ?? 0,
          groups: groups.map(({ groupId, target }) => ({
            id: groupId,
            name: names.get(groupId) ?? "",
            target,
          })),
        })),
        mayManage,
      };
    },

    async detail(workshop: Workshop, mayManage: boolean): Promise<WorkshopDetail> {
      const { id, policyId, versionId, consultationId, startsAt, endsAt } = workshop;
      const [authority, consultation, version, agenda, invitations] = await Promise.all([
        repos.consultations.authorityOf(policyId),
        repos.consultations.get(consultationId),
        repos.workshops.version(versionId),
        agendaOf(workshop),
        repos.workshops.invitations(id),
      ]);
      const { timeZone } = found(authority);
      const [on = "", from = ""] = epochToZoned(timeZone, startsAt).split("T");
      const { number, label } = found(version);
      return {
        id,
        code: workshop.code,
        joinUrl: `${baseUrl}/lokakarya/${workshop.code}`,
        title: workshop.title,
        place: workshop.place,
        startsAt,
        endsAt,
        on,
        from,
        to: epochToZoned(timeZone, endsAt).slice(11),
        quota: workshop.quota,
        state: workshop.state,
        consultation: { id: consultationId, title: found(consultation).title },
        version: { number, label },
        agenda,
        invitations,
        startedAt: workshop.startedAt,
        closedAt: workshop.closedAt,
        minutesAt: workshop.minutesAt,
        finalAt: workshop.finalAt,
        mayManage,
      };
    },
  };
}

function presentListed(listed: ListedWorkshop): WorkshopListItem {
  const { workshop, consultationTitle, invited, attended, entries, undecided } = listed;
  const { id, code, title, place, startsAt, endsAt, state, consultationId } = workshop;
  return {
    id,
    code,
    title,
    place,
    startsAt,
    endsAt,
    state,
    consultation: { id: consultationId, title: consultationTitle },
    invited,
    attended,
    entries,
    undecided,
  };
}
