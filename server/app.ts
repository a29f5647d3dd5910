/** The application: the same on Node and on Workers. Middleware, then the routes of every feature. */
import { Hono } from "hono";
import { DomainError } from "../domain/errors.ts";
import { registerAccountRoutes } from "./accounts/account.routes.ts";
import { registerDirectoryRoutes } from "./accounts/directory.routes.ts";
import { registerSessionRoutes } from "./accounts/session.routes.ts";
import { registerConsultationRoutes } from "./consultations/consultation.routes.ts";
import { registerContributionRoutes } from "./contributions/contribution.routes.ts";
import { createInboxParts } from "./contributions/inbox-parts.ts";
import type { Deps } from "./deps.ts";
import { registerErasureRoutes } from "./erasure/erasure.routes.ts";
import { registerExportRoutes } from "./exports/export.routes.ts";
import { registerHistoryRoutes } from "./history/history.routes.ts";
import { registerApiDescription } from "./http/openapi.routes.ts";
import { registerAssetRoutes } from "./http/asset.routes.ts";
import { compressPages } from "./http/compress.ts";
import type { App, AppEnv } from "./http/context.ts";
import { createIdempotency } from "./http/idempotency.ts";
import { lateHeader } from "./http/late-header.ts";
import { visitorLocale } from "./http/locale.ts";
import { createMetrics } from "./http/metrics.ts";
import { originCheck } from "./http/origin-check.ts";
import { presentProblem, problemResponse } from "./http/problem.ts";
import { createRateLimiter } from "./http/rate-limit.ts";
import { createRoutes, type AnyRouteSpec } from "./http/route.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { registerStatusRoutes } from "./http/status.routes.ts";
import { registerOutboxRoutes } from "./mail/outbox.routes.ts";
import { registerAttachmentRoutes } from "./attachments/attachment.routes.ts";
import { registerItemRoutes } from "./submissions/item.routes.ts";
import { registerSubmissionRoutes } from "./submissions/submission.routes.ts";
import { registerNotificationRoutes } from "./notifications/notification.routes.ts";
import { registerReviewRoutes } from "./reviews/review.routes.ts";
import { registerPolicyRoutes } from "./policies/policy.routes.ts";
import { registerSocketRoute } from "./policies/socket.routes.ts";
import { registerPortalRoutes } from "./portal/portal.routes.ts";
import { registerSurveyPortalRoutes } from "./portal/surveys/survey-portal.routes.ts";
import { renderErrorPage } from "./portal/error-page.ts";
import { registerStageRoutes } from "./stages/stage.routes.ts";
import { registerSurveyRoutes } from "./surveys/survey.routes.ts";
import { registerVersionRoutes } from "./versions/version.routes.ts";
import { registerWorkshopPortalRoutes } from "./portal/workshops/workshop-portal.routes.ts";
import { registerWorkshopRoutes } from "./workshops/workshop.routes.ts";

export interface Application {
  readonly app: App;
  /** Every route with its action, for the description and for the test of the access table. */
  readonly routes: readonly AnyRouteSpec[];
}

/** Whether who asks at this address reads problem+json; a browser gets a page. */
const isForPrograms = (path: string): boolean =>
  /^\/(?:api|collab|healthz|readyz|metrics)(?:\/|$)/.test(path);

export function createApp(deps: Deps): Application {
  const app: App = new Hono<AppEnv>({ strict: true });
  const metrics = createMetrics();
  const { logger } = deps;

  app.use(async (c, next) => {
    const startedAt = performance.now();
    const requestId = deps.newId();
    c.set("requestId", requestId);
    c.set("locale", visitorLocale(c));
    c.set("address", deps.addressOf(c));
    c.set("actor", null);
    c.set("route", "-");
    await next();
    lateHeader(c, "x-request-id", requestId);
    // Most answers are for one person: what does not say that it may be kept is not.
    if (!c.res.headers.has("cache-control")) lateHeader(c, "cache-control", "no-store");
    const durationMs = Math.round((performance.now() - startedAt) * 10) / 10;
    // The pattern, not the address: an address may hold a secret (links) or what somebody searched for.
    const route = c.get("route");
    const { status } = c.res;
    metrics.observeRequest(c.req.method, route, status, durationMs);
    // Counted above, and no more: a time beside an account would be the start of finding somebody.
    if (c.get("confidential")) return;
    const policy = c.get("policyAccess")?.policy.id;
    const account = c.get("actor")?.account.id;
    logger.info({ requestId, method: c.req.method, route, status, durationMs, policy, account }, "request");
  });
  app.use(compressPages(deps.compress));
  app.use(securityHeaders(deps.trustedOrigins));
  app.use(originCheck(deps.trustedOrigins));

  const routes = createRoutes(app, {
    resolveActor: deps.resolveActor,
    policyAccess: (policy, account) => deps.repos.policies.access(policy, account),
    limiter: createRateLimiter(deps.limits.requests, deps.now),
    once: createIdempotency({ keys: deps.repos.idempotency, now: deps.now }),
  });

  registerStatusRoutes(routes, deps, metrics);
  registerSessionRoutes(routes, deps);
  registerAccountRoutes(routes, deps);
  registerDirectoryRoutes(routes, deps);
  registerPolicyRoutes(routes, deps);
  registerVersionRoutes(routes, deps);
  registerHistoryRoutes(routes, deps);
  registerErasureRoutes(routes, deps);
  const inbox = createInboxParts(deps);
  registerContributionRoutes(routes, deps, inbox);
  registerExportRoutes(routes, deps, inbox);
  registerConsultationRoutes(routes, deps);
  registerSurveyRoutes(routes, deps);
  registerWorkshopRoutes(routes, deps);
  registerReviewRoutes(routes, deps);
  registerStageRoutes(routes, deps);
  registerAttachmentRoutes(routes, deps);
  registerSubmissionRoutes(routes, deps);
  registerItemRoutes(routes, deps);
  registerNotificationRoutes(routes, deps);
  registerOutboxRoutes(routes, deps);
  registerApiDescription(routes);
  registerSocketRoute(routes);
  registerPortalRoutes(routes, deps);
  registerSurveyPortalRoutes(routes, deps);
  registerWorkshopPortalRoutes(routes, deps);
  registerAssetRoutes(routes, deps);

  app.notFound((c) => {
    throw new DomainError("not-found", "no-such-route", `nothing at ${c.req.method}`);
  });
  app.onError(async (error, c) => {
    const requestId = c.get("requestId");
    const problem = presentProblem(error, c.get("locale"), requestId);
    if (problem.status >= 500) {
      // A failed statement is told with its values: answers must not come into the log that way.
      const told = c.get("confidential") ? undefined : error;
      logger.error({ requestId: told && requestId, route: c.get("route") }, "request failed", told);
    }
    if (isForPrograms(c.req.path)) return problemResponse(problem);
    return renderErrorPage(c, problem, await deps.assets.portalStyles());
  });
  return { app, routes: routes.specs };
}
