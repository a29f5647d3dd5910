/** Results as a file: the figures that the page shows, for spreadsheets. */
import type { SurveySetting } from "../../db/repos/survey.repo.ts";
import { dayIn } from "../../domain/consultations/zone-time.ts";
import { fileNameOf } from "../../domain/exports/document.ts";
import { resultTableTexts } from "../../domain/surveys/result-table.intl.ts";
import { resultTables } from "../../domain/surveys/result-table.ts";
import { SURVEY_PATHS as PATHS } from "../../domain/surveys/surveys.contract.ts";
import type { Deps } from "../deps.ts";
import { toCsv } from "../exports/to-csv.ts";
import { toXlsx } from "../exports/to-xlsx.ts";
import type { AppContext } from "../http/context.ts";
import { found } from "../http/refusals.ts";
import type { Routes } from "../http/route.ts";
import { createReadResults } from "./read-results.ts";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
type Format = keyof typeof TYPES;

export function registerResultFileRoutes(
  routes: Routes,
  deps: Pick<Deps, "repos" | "now">,
  requireSurvey: (c: AppContext) => Promise<SurveySetting>,
): void {
  const read = createReadResults(deps);
  routes.add(
    {
      method: "GET",
      path: `${PATHS.results}/:file`,
      action: "survey.read",
      summary: "Figures of a survey, as far as they may be published, as hasil.csv or hasil.xlsx",
    },
    async ({ c }) => {
      const format = /^hasil\.(csv|xlsx)$/.exec(c.req.param("file") ?? "")?.[1] as Format | undefined;
      const type = TYPES[found(format, "unknown-document")];
      const setting = await requireSurvey(c);
      const { survey, authority } = setting;
      const results = await read.results(setting);
      const tables = resultTables(results, survey.quotes, resultTableTexts[c.get("locale")]);
      const name = fileNameOf("hasil", survey.title.slice(0, 50), dayIn(authority.timeZone, deps.now()));
      const [figures] = tables;
      const body = format === "xlsx" ? await toXlsx(tables) : figures ? toCsv(figures) : "";
      return c.body(body, 200, {
        "content-type": type,
        "content-disposition": `attachment; filename="${name}.${format}"`,
        "cache-control": "no-store",
      });
    },
  );
}
