/** Surveys in the workspace: prepare, open, close, hand out codes, read figures. Answering: `server/portal/surveys`. */
import type { SurveySetting } from "../../db/repos/survey.repo.ts";
import { DomainError } from "../../domain/errors.ts";
import type { SurveyId } from "../../domain/ids.ts";
import {
  createSurveySchema,
  duplicateSurveySchema,
  inviteSchema,
  makeCodesSchema,
  patchSurveySchema,
  resultsQuerySchema,
  SURVEY_PATHS as PATHS,
  surveyQuerySchema,
  wordingQuerySchema,
  type CodesView,
  type RosterView,
} from "../../domain/surveys/surveys.contract.ts";
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";
import { requireRevision, revisionTag } from "../http/etag.ts";
import { found } from "../http/refusals.ts";
import { idParam, requireActor, requirePolicy, type Routes } from "../http/route.ts";
import { createChangeSurvey } from "./change-survey.ts";
import { createCloseSurvey } from "./close-survey.ts";
import { createHandOut } from "./hand-out.ts";
import { createPresentSurvey, presentItem } from "./present-survey.ts";
import { createReadResults } from "./read-results.ts";
import { registerResultFileRoutes } from "./result-file.routes.ts";

export function registerSurveyRoutes(routes: Routes, deps: Deps): void {
  const { repos, now } = deps;
  const present = createPresentSurvey(deps);
  const change = createChangeSurvey(deps);
  const closing = createCloseSurvey(deps);
  const handOut = createHandOut(deps);
  const read = createReadResults(deps);

  /** The survey of the path as it stands now; one whose window has ended is closed by this look at it. */
  async function requireSurvey(c: AppContext): Promise<SurveySetting> {
    const setting = await repos.surveys.setting(idParam<SurveyId>(c, "surveyId"));
    const mine = setting?.survey.policyId === requirePolicy(c).policy.id;
    return closing.settle(found(mine ? setting : null, "unknown-survey"));
  }
  async function requireUnchanged(c: AppContext): Promise<SurveySetting> {
    const revision = requireRevision(c);
    const setting = await requireSurvey(c);
    if (setting.survey.revision !== revision) throw new DomainError("stale", "stale", "revision moved");
    return setting;
  }
  async function view(c: AppContext, id: SurveyId, status: 200 | 201 = 200): Promise<Response> {
    const setting = found(await repos.surveys.setting(id));
    const { policy } = requirePolicy(c);
    const shown = await present(setting, requireActor(c), requirePolicy(c));
    const headers = { etag: revisionTag(shown.revision) };
    if (status === 200) return c.json(shown, 200, headers);
    return c.json(shown, 201, { ...headers, location: `/api/policies/${policy.id}/surveys/${id}` });
  }
  const actorOf = (c: AppContext) => requireActor(c).account.id;

  routes.add(
    {
      method: "GET",
      path: PATHS.list,
      action: "survey.read",
      summary: "List surveys of a policy, newest first",
      query: surveyQuerySchema,
    },
    async ({ c, query }) => {
      const listed = await repos.surveys.list(requirePolicy(c).policy.id, query.consultation);
      return c.json({ items: listed.map((each) => presentItem(each, now())) });
    },
  );
  routes.add(
    {
      method: "POST",
      path: PATHS.list,
      action: "survey.manage",
      summary: "Prepare a survey of a consultation",
      body: createSurveySchema,
      status: 201,
      idempotent: true,
    },
    async ({ c, body }) => view(c, await change.create(actorOf(c), requirePolicy(c).policy, body), 201),
  );
  routes.add(
    { method: "GET", path: PATHS.one, action: "survey.read", summary: "Read a survey" },
    async ({ c }) => view(c, (await requireSurvey(c)).survey.id),
  );
  routes.add(
    {
      method: "PATCH",
      path: PATHS.one,
      action: "survey.manage",
      summary: "Change a survey, as far as no answer has come (If-Match)",
      body: patchSurveySchema,
    },
    async ({ c, body }) => {
      const { survey } = await requireUnchanged(c);
      await change.change(actorOf(c), requirePolicy(c).policy, survey, body);
      return view(c, survey.id);
    },
  );
  routes.add(
    {
      method: "DELETE",
      path: PATHS.one,
      action: "survey.manage",
      summary: "Remove a draft of a survey (If-Match)",
      status: 204,
    },
    async ({ c }) => {
      await change.remove(actorOf(c), (await requireUnchanged(c)).survey);
      return c.body(null, 204);
    },
  );
  routes.add(
    {
      method: "POST",
      path: PATHS.open,
      action: "survey.manage",
      summary: "Open a survey: from its window's start it takes answers (If-Match)",
    },
    async ({ c }) => {
      const { survey } = await requireUnchanged(c);
      await change.open(actorOf(c), survey);
      return view(c, survey.id);
    },
  );
  routes.add(
    {
      method: "POST",
      path: PATHS.close,
      action: "survey.manage",
      summary: "Close a survey for good, and forget who took part",
    },
    async ({ c }) => {
      const setting = await requireSurvey(c);
      if (setting.survey.state === "draft") throw new DomainError("conflict", "survey-draft", "not open");
      if (setting.survey.state === "opened") await closing.closeSurvey(setting, actorOf(c));
      return view(c, setting.survey.id);
    },
  );
  routes.add(
    {
      method: "POST",
      path: PATHS.duplicate,
      action: "survey.manage",
      summary: "Prepare the next wave of a survey, for the same or another consultation",
      body: duplicateSurveySchema,
      status: 201,
      idempotent: true,
    },
    async ({ c, body }) => {
      const { survey } = await requireSurvey(c);
      return view(c, await change.duplicate(actorOf(c), requirePolicy(c).policy, survey, body), 201);
    },
  );
  routes.add(
    {
      method: "GET",
      path: PATHS.wording,
      action: "survey.read",
      summary: "Whether the words that were asked about are still the same in another version",
      query: wordingQuerySchema,
    },
    async ({ c, query }) => c.json(await read.wording(await requireSurvey(c), query.version)),
  );
  routes.add(
    {
      method: "GET",
      path: PATHS.results,
      action: "survey.read",
      summary: "Figures of a survey, as far as they may be published",
      query: resultsQuerySchema,
    },
    async ({ c, query }) => {
      const results = await read.results(await requireSurvey(c));
      const { group } = query;
      if (group === undefined) return c.json(results);
      const questions = results.questions.map((question) => ({
        ...question,
        groups: question.groups.filter(({ unit }) => unit === group),
      }));
      return c.json({ ...results, questions });
    },
  );
  registerResultFileRoutes(routes, deps, requireSurvey);

  routes.add(
    {
      method: "GET",
      path: PATHS.codes,
      action: "survey.read",
      summary: "How many codes were made and used",
    },
    async ({ c }) => {
      const { survey } = await requireSurvey(c);
      const { finalCounts } = survey;
      if (finalCounts) {
        return c.json({ made: finalCounts.codesMade, used: finalCounts.codesUsed } satisfies CodesView);
      }
      return c.json((await repos.surveyParticipation.codeCounts(survey.id)) satisfies CodesView);
    },
  );
  routes.add(
    {
      method: "POST",
      path: PATHS.codes,
      action: "survey.manage",
      summary: "Make one-time codes; they are in this answer and nowhere else",
      body: makeCodesSchema,
      status: 201,
    },
    async ({ c, body }) => {
      const { survey } = await requireSurvey(c);
      return c.json(await handOut.codes(actorOf(c), survey, body.count), 201, {
        "cache-control": "no-store",
      });
    },
  );
  routes.add(
    { method: "GET", path: PATHS.roster, action: "survey.read", summary: "How many are invited" },
    async ({ c }) => {
      const { survey } = await requireSurvey(c);
      const invited = survey.finalCounts?.invited ?? (await repos.surveyParticipation.rosterCount(survey.id));
      return c.json({ invited } satisfies RosterView);
    },
  );
  routes.add(
    {
      method: "POST",
      path: PATHS.roster,
      action: "survey.manage",
      summary: "Invite people without an account; the addresses are in this answer and nowhere else",
      body: inviteSchema,
      status: 201,
    },
    async ({ c, body }) => {
      const { survey } = await requireSurvey(c);
      const made = await handOut.invitations(actorOf(c), survey, body.names);
      return c.json(made, 201, { "cache-control": "no-store" });
    },
  );
}
