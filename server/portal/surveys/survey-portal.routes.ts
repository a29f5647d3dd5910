/** Answering a survey on the portal: plain forms, one question a step, nothing kept on the server until it is sent. */
import type { SurveySetting } from "../../../db/repos/survey.repo.ts";
import { decideOnPolicy } from "../../../domain/access/access.ts";
import { DomainError } from "../../../domain/errors.ts";
import type { SurveyId } from "../../../domain/ids.ts";
import { RULE_TABLE, type ParticipationReason } from "../../../domain/participation/participation.ts";
import { checkAnswers } from "../../../domain/surveys/answers.ts";
import { questionsOf } from "../../../domain/surveys/survey.ts";
import type { Deps } from "../../deps.ts";
import type { AppContext } from "../../http/context.ts";
import { addressBucket, createRateLimiter, type RateLimiter } from "../../http/rate-limit.ts";
import { found } from "../../http/refusals.ts";
import { idParam, type Routes } from "../../http/route.ts";
import { createAnswerSurvey, type Outcome } from "../../surveys/answer-survey.ts";
import { createCloseSurvey } from "../../surveys/close-survey.ts";
import { surveyPath } from "../../surveys/hand-out.ts";
import { createParticipate, type Carried } from "../../surveys/participate.ts";
import { html, type Html } from "../html.ts";
import { createPages, SECRET } from "../pages.ts";
import { renderNotNow, renderOwnAnswers, renderThanks, windowWords } from "./status-pages.ts";
import { createSurveyCookies } from "./survey-cookies.ts";
import {
  answersOf,
  EMPTY_FORM,
  FIRST_STEP,
  LAST_STEP,
  readFilledForm,
  stepIssues,
  stepsOf,
  type FilledForm,
} from "./survey-form.ts";
import { renderReview, renderStep, type SurveyPage, type Told } from "./survey-pages.ts";
import { surveyTexts } from "./survey.intl.ts";

const PATH = "/survei/:surveyId";
const PREVIEW = "/survei/:surveyId/pratinjau";
/** Wrong codes from one address; right ones are not counted. */
const CODE_GUESSES = { max: 60, windowMs: 10 * 60_000 };
/** Answers under `open` from one address, where a device that throws its cookie away is a new one. [PA12] */
const OPEN_ANSWERS = { max: 120, windowMs: 10 * 60_000 };

/** Nothing that could be done on the page would make it be taken. */
const FINAL: readonly ParticipationReason[] = ["closed", "already-answered", "already-received"];

export function registerSurveyPortalRoutes(routes: Routes, deps: Deps): void {
  const { repos, now, randomId } = deps;
  const { page } = createPages(deps);
  const cookies = createSurveyCookies(deps);
  const closing = createCloseSurvey(deps);
  const look = createParticipate(deps);
  const answerSurvey = createAnswerSurvey({ ...deps, look });
  const guesses = createRateLimiter(CODE_GUESSES, now, "survey-codes-limited");
  const openAnswers = createRateLimiter(OPEN_ANSWERS, now, "survey-answers-limited");

  /** As it stands now; a draft does not exist for the public. */
  async function requireSetting(c: AppContext): Promise<SurveySetting> {
    const setting = found(await repos.surveys.setting(idParam<SurveyId>(c, "surveyId")), "no-such-survey");
    if (setting.survey.state === "draft") throw new DomainError("not-found", "no-such-survey", "a draft");
    return closing.settle(setting);
  }
  const namesOf = ({ survey }: SurveySetting) =>
    repos.consultations.groupNames(survey.groups.map(({ groupId }) => groupId));

  async function pageOf(
    c: AppContext,
    setting: SurveySetting,
    filled: FilledForm,
    preview = false,
  ): Promise<SurveyPage> {
    const { survey } = setting;
    const keepsAccount = RULE_TABLE[survey.rule].keepsAccount;
    return {
      locale: c.get("locale"),
      setting,
      groupNames: await namesOf(setting),
      filled,
      formId: filled.formId ?? randomId(),
      path: preview ? `${surveyPath(survey.id)}/pratinjau` : surveyPath(survey.id),
      preview,
      keptName: keepsAccount ? (c.get("actor")?.account.name ?? null) : null,
    };
  }

  const carriedBy = (c: AppContext, filled: FilledForm): Carried => ({
    account: c.get("actor")?.account.id ?? null,
    invitation: cookies.invitationOf(c),
    code: filled.code === "" ? null : filled.code,
    device: cookies.deviceOf(c),
    formId: filled.formId,
    ruleSeen: filled.ruleSeen,
  });

  const show = (
    c: AppContext,
    setting: SurveySetting,
    main: Html,
    status: 200 | 400 | 409 | 401 | 429 = 200,
  ) =>
    page(c, setting.survey.title, main, {
      status,
      headers: SECRET,
      path: surveyPath(setting.survey.id),
      scripts: ["survey"],
    });

  routes.add({ method: "GET", path: PATH, action: "input.send", confidential: true }, async ({ c }) => {
    const token = c.req.query("undangan");
    if (token !== undefined && /^[\w-]{43}$/.test(token)) {
      // Out of the address, before it is shared or stays in a history.
      const id = idParam<SurveyId>(c, "surveyId");
      cookies.keepInvitation(c, id, token);
      return c.redirect(surveyPath(id), 303);
    }
    const setting = await requireSetting(c);
    const { decision } = await look(setting, carriedBy(c, EMPTY_FORM));
    const locale = c.get("locale");
    if (decision.allowed || decision.reason === "code-needed") {
      if (setting.survey.rule === "open") cookies.keepDevice(c, setting.survey.id);
      return show(c, setting, renderStep(await pageOf(c, setting, EMPTY_FORM), FIRST_STEP, null));
    }
    const actor = c.get("actor");
    if (RULE_TABLE[setting.survey.rule].keepsAccount && actor) {
      const own = await repos.surveyResponses.ofAccount(setting.survey.id, actor.account.id);
      if (own) {
        return show(
          c,
          setting,
          renderOwnAnswers({ locale, setting, groupNames: await namesOf(setting) }, own),
        );
      }
    }
    return show(c, setting, renderNotNow({ locale, setting }, decision.reason));
  });

  routes.add({ method: "POST", path: PATH, action: "input.send", confidential: true }, async ({ c }) => {
    const setting = await requireSetting(c);
    const filled = await readFilledForm(c.req.raw);
    if (filled.goTo === "kirim") return send(c, setting, filled);
    if (filled.goTo === "lanjut" && filled.step === FIRST_STEP && setting.survey.rule === "code") {
      const refusal = await checkCode(c, setting, filled);
      if (refusal) return refusal;
    }
    return move(c, setting, filled, false);
  });

  /** Told at once, not after eight answers. */
  async function checkCode(
    c: AppContext,
    setting: SurveySetting,
    filled: FilledForm,
  ): Promise<Response | null> {
    const { decision } = await look(setting, carriedBy(c, filled));
    if (decision.allowed || !decision.reason.startsWith("code-")) return null;
    const t = surveyTexts[c.get("locale")];
    const limited = decision.reason === "code-unknown" && isOver(guesses, c);
    const words = limited ? t.tooOften : t.reasons[decision.reason];
    const main = renderStep(await pageOf(c, setting, filled), FIRST_STEP, { kind: "error", words });
    return show(c, setting, main, limited ? 429 : decision.reason === "code-used" ? 409 : 400);
  }

  function isOver(limiter: RateLimiter, c: AppContext): boolean {
    try {
      limiter.take(addressBucket(c.get("address")));
      return false;
    } catch (error) {
      if (error instanceof DomainError && error.code === "too-many-requests") return true;
      throw error;
    }
  }

  /** To the next step, back, or to one that is to be changed; forward only with an answer that holds. */
  async function move(
    c: AppContext,
    setting: SurveySetting,
    filled: FilledForm,
    preview: boolean,
  ): Promise<Response> {
    const { definition } = setting.survey;
    const shown = await pageOf(c, setting, filled, preview);
    const steps = stepsOf(definition, filled);
    const at = steps.indexOf(filled.step);
    const question = questionsOf(definition).find(({ id }) => id === filled.step);
    if (filled.goTo === "lanjut" && question) {
      const issues = stepIssues(question, filled);
      if (issues.length > 0) return show(c, setting, renderStep(shown, question.id, null, issues), 400);
    }
    const wanted =
      filled.goTo === "lanjut"
        ? steps[at + 1]
        : filled.goTo === "kembali"
          ? steps[Math.max(at - 1, 0)]
          : steps.find((step) => step === filled.goTo);
    const step = wanted ?? FIRST_STEP;
    const main =
      step === LAST_STEP
        ? renderReview(shown, null, { maySend: true, sendAgain: false })
        : renderStep(shown, step, null);
    return show(c, setting, main);
  }

  async function send(c: AppContext, setting: SurveySetting, filled: FilledForm): Promise<Response> {
    const { survey } = setting;
    if (survey.rule === "open" && isOver(openAnswers, c)) {
      const t = surveyTexts[c.get("locale")];
      const told: Told = { kind: "error", words: `${t.tooMany} ${t.nothingLost}` };
      const main = renderReview(await pageOf(c, setting, filled), told, { maySend: true, sendAgain: true });
      return show(c, setting, main, 429);
    }
    const device = survey.rule === "open" ? cookies.keepDevice(c, survey.id) : null;
    const changed = filled.form !== null && filled.form !== survey.form;
    const outcome: Outcome = changed
      ? { kind: "refused", reason: "rule-changed" }
      : await answerSurvey(setting, {
          ...carriedBy(c, filled),
          device,
          group: filled.group === "" || filled.group === "lain" ? null : filled.group,
          answers: answersOf(survey.definition, filled),
          locale: c.get("locale"),
        });
    switch (outcome.kind) {
      case "received":
        cookies.forgetInvitation(c, survey.id);
        return show(c, setting, renderThanks({ locale: c.get("locale"), setting }, outcome.receipts));
      case "invalid":
        return showInvalid(c, setting, filled, false);
      case "refused":
        return showRefused(c, (await repos.surveys.setting(survey.id)) ?? setting, filled, outcome.reason);
    }
  }

  /** At the first question that is wrong, with all that was filled in. */
  async function showInvalid(
    c: AppContext,
    setting: SurveySetting,
    filled: FilledForm,
    preview: boolean,
  ): Promise<Response> {
    const { definition } = setting.survey;
    const { issues } = checkAnswers(definition, answersOf(definition, filled));
    const step = issues[0]?.path.split(".")[0] ?? LAST_STEP;
    const t = surveyTexts[c.get("locale")];
    const told: Told = { kind: "error", words: `${t.incomplete} ${t.nothingLost}` };
    return show(c, setting, renderStep(await pageOf(c, setting, filled, preview), step, told, issues), 400);
  }

  /** Everything that was filled in stays in sight; it may be sent again where that can help. */
  async function showRefused(
    c: AppContext,
    setting: SurveySetting,
    filled: FilledForm,
    reason: ParticipationReason,
  ): Promise<Response> {
    const locale = c.get("locale");
    const t = surveyTexts[locale];
    const limited = reason === "code-unknown" && isOver(guesses, c);
    const words = limited ? t.tooOften : `${t.reasons[reason]} ${windowWords({ locale, setting }, reason)}`;
    const signIn = html`<p>
      <a href="/masuk?lanjut=${surveyPath(setting.survey.id)}" target="_blank" rel="noopener"
        >${t.signInElsewhere}</a
      >
    </p>`;
    const told: Told = {
      kind: "error",
      words: `${words.trim()} ${t.nothingLost}`,
      ...(reason === "sign-in-needed" && { more: signIn }),
    };
    const shown = await pageOf(c, setting, filled);
    const main = renderReview(shown, told, { maySend: !FINAL.includes(reason), sendAgain: true });
    return show(c, setting, main, limited ? 429 : reason === "sign-in-needed" ? 401 : 409);
  }

  /** For the team, at any state of the survey: unknown and not allowed look alike. Null: nobody is signed in. */
  async function requirePreview(c: AppContext): Promise<SurveySetting | null> {
    const id = idParam<SurveyId>(c, "surveyId");
    const actor = c.get("actor");
    if (!actor) return null;
    const setting = found(await repos.surveys.setting(id), "no-such-survey");
    const access = await repos.policies.access(setting.survey.policyId, actor.account.id);
    const standing = access && { relation: access.relation, stage: access.policy.stage };
    if (!decideOnPolicy("survey.read", actor.account.role, standing).allowed) {
      throw new DomainError("not-found", "no-such-survey", "no right to see it");
    }
    return setting;
  }

  routes.add({ method: "GET", path: PREVIEW, action: "workspace.open" }, async ({ c }) => {
    const setting = await requirePreview(c);
    if (!setting) return c.redirect(`/masuk?lanjut=${c.req.path}`, 303);
    return show(c, setting, renderStep(await pageOf(c, setting, EMPTY_FORM, true), FIRST_STEP, null));
  });
  routes.add({ method: "POST", path: PREVIEW, action: "workspace.open" }, async ({ c }) => {
    const setting = await requirePreview(c);
    if (!setting) return c.redirect(`/masuk?lanjut=${c.req.path}`, 303);
    const filled = await readFilledForm(c.req.raw);
    if (filled.goTo !== "kirim") return move(c, setting, filled, true);
    const { definition } = setting.survey;
    if (checkAnswers(definition, answersOf(definition, filled)).issues.length > 0) {
      return showInvalid(c, setting, filled, true);
    }
    const t = surveyTexts[c.get("locale")];
    const main = html`<p class="notice" role="status">${t.previewDone}</p>
      <p><a class="button" href="${surveyPath(setting.survey.id)}/pratinjau">${t.previewAgain}</a></p>`;
    return show(c, setting, main);
  });
}
