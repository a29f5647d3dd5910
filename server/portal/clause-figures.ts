/** What surveys that have closed say about a clause. While one is open nothing of it is public. */
import type { Cid, ConsultationId } from "../../domain/ids.ts";
import type { Deps } from "../deps.ts";
import { createReadResults } from "../surveys/read-results.ts";
import type { ClauseFigures } from "./figures-html.ts";

export function createClauseFigures(deps: Pick<Deps, "repos" | "now">) {
  const { results } = createReadResults(deps);
  const { repos } = deps;
  return async function clauseFigures(
    consultations: readonly ConsultationId[],
    cids: ReadonlySet<Cid>,
  ): Promise<ClauseFigures[]> {
    const figures: ClauseFigures[] = [];
    for (const id of consultations) {
      for (const { id: survey, title, closed } of await repos.portal.surveys(id)) {
        const setting = closed ? await repos.surveys.setting(survey) : null;
        if (!setting) continue;
        const { availability, questions } = await results(setting);
        if (availability !== "shown") continue;
        const about = questions.filter(({ targets }) => targets.some(({ cid }) => cids.has(cid)));
        figures.push(...about.map((question) => ({ surveyTitle: title, question })));
      }
    }
    return figures;
  };
}
