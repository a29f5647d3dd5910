/** The path of a policy with names, days and what its stages kept. [ST5 to ST9] */
import { decideGeneral, decideOnPolicy } from "../../domain/access/access.ts";
import type { Account } from "../../domain/accounts/account.ts";
import { dayOf } from "../../domain/calendar-days.ts";
import type { AccountId } from "../../domain/ids.ts";
import { missingArtefacts, pathOf, visitsOf, type PathStage } from "../../domain/stages/path.ts";
import { defaultPlan } from "../../domain/stages/default-stages.ts";
import type { ArtefactView, PathStageView, PathView } from "../../domain/stages/stages.contract.ts";
import type { Deps } from "../deps.ts";
import type { PolicyAccess } from "../http/context.ts";
import { found } from "../http/refusals.ts";

export function createPresentPath({ repos, now }: Pick<Deps, "repos" | "now">) {
  return async function presentPath({ policy, relation }: PolicyAccess, asker: Account): Promise<PathView> {
    const { id, stage, documentType, authorityId } = policy;
    const [stored, history, kept, authority] = await Promise.all([
      repos.stages.plan(authorityId, documentType),
      repos.stages.history(id),
      repos.stages.artefacts(id),
      repos.directory.getAuthority(authorityId),
    ]);
    const { timeZone } = found(authority);
    const plan = stored?.plan ?? defaultPlan(documentType);
    const path = pathOf(plan, visitsOf(history.changes, history.created, stage), stage, timeZone);

    const people = [...kept.map(({ keptBy }) => keptBy), ...history.changes.map(({ by }) => by)];
    const names = await repos.accounts.names([...people, history.created.by].filter((each) => each !== null));
    const versionIds = kept.flatMap(({ versionId }) => (versionId === null ? [] : [versionId]));
    const numbers = await repos.versions.numbers(id, versionIds);
    const labels = new Map(
      await Promise.all(
        [...new Set(numbers.values())].map(async (number) => {
          return [number, (await repos.versions.get(id, number))?.label ?? ""] as const;
        }),
      ),
    );
    const nameOf = (account: AccountId) => names.get(account) ?? "";

    const stages = path.stages.map((each): PathStageView => {
      const own = kept.filter((artefact) => artefact.stage === each.planned.stage);
      const missing = missingArtefacts(
        each.planned,
        own.map(({ name }) => name),
      );
      return {
        ...presentStage(each, dayOf(now(), timeZone), nameOf),
        artefacts: own.map(({ id: artefactId, name, versionId, url, note, keptBy, keptAt }): ArtefactView => {
          const number = versionId === null ? undefined : numbers.get(versionId);
          return {
            id: artefactId,
            name,
            ...(number !== undefined && { version: { number, label: labels.get(number) ?? "" } }),
            ...(url !== null && { url }),
            ...(note !== null && { note }),
            keptBy: nameOf(keptBy),
            keptAt,
          };
        }),
        missing,
      };
    });
    return {
      current: stage,
      ...(path.next && { next: path.next }),
      isDefault: (stored?.plan ?? null) === null,
      stages,
      may: {
        keep: decideOnPolicy("policy.change", asker.role, { relation, stage }).allowed,
        configure: decideGeneral("stage.configure", asker.role).allowed,
      },
    };
  };
}

function presentStage(
  { planned, inPlan, state, visits, dueOn }: PathStage,
  today: string,
  nameOf: (id: AccountId) => string,
): Omit<PathStageView, "artefacts" | "missing"> {
  return {
    stage: planned.stage,
    inPlan,
    state,
    who: planned.who,
    rules: planned.rules.map((rule, place) => {
      const due = dueOn[place] ?? null;
      return {
        ...rule,
        ...(due !== null && { dueOn: due }),
        ...(due !== null && due < today && { overdue: true as const }),
      };
    }),
    visits: visits.map(({ enteredAt, leftAt, by }) => ({
      enteredAt,
      ...(leftAt !== null && { leftAt }),
      ...(by !== null && { by: nameOf(by) }),
    })),
  };
}
