/**
 * The one way to register a route. A route names its action; the access table
 * is asked before anything of the request is read, and before it is known
 * whether the thing exists. [AC1, AC12]
 */
import type { Handler } from "hono";
import type * as v from "valibot";
import {
  decideGeneral,
  decideOnPolicy,
  isPolicyAction,
  type AccessDecision,
  type Action,
} from "../../domain/access/access.ts";
import { DomainError } from "../../domain/errors.ts";
import { isUlid, type AccountId, type PolicyId } from "../../domain/ids.ts";
import type { Actor, ResolveActor } from "./actor.ts";
import { DEFAULT_BODY_BYTES, isJson, parseJson, readText } from "./body.ts";
import type { App, AppContext, AppEnv, PolicyAccess } from "./context.ts";
import { requireIdempotencyKey, type KeyedRequest } from "./idempotency.ts";
import { askedLocale } from "./locale.ts";
import type { RateLimiter } from "./rate-limit.ts";
import { addressBucket } from "./rate-limit.ts";
import { validate, type Schema } from "./validate.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface RouteSpec<Body extends Schema | undefined, Query extends Schema | undefined> {
  readonly method: Method;
  /** Hono's pattern. An action on a policy needs `:policyId` in it. */
  readonly path: string;
  readonly action: Action;
  /** One sentence for the API description; routes without one are not described. */
  readonly summary?: string;
  readonly body?: Body;
  readonly maxBodyBytes?: number;
  readonly query?: Query;
  /** Status of success, 200 unless said. */
  readonly status?: number;
  /** Kept answers for retries; asks for `Idempotency-Key`. */
  readonly idempotent?: true;
  /** Who asks was promised not to be found: no line of log says that they asked, nor what went wrong with what they sent. */
  readonly confidential?: true;
  /** Nobody's identity is needed, so no session is looked up (assets, health). */
  readonly anonymous?: true;
  /** Lets a request in that the table refuses, such as a scraper on the loopback address. */
  readonly alsoAllow?: (c: AppContext) => boolean;
}

type Parsed<S extends Schema | undefined> = S extends Schema ? v.InferOutput<S> : undefined;

export interface RouteInput<Body extends Schema | undefined, Query extends Schema | undefined> {
  readonly c: AppContext;
  readonly body: Parsed<Body>;
  readonly query: Parsed<Query>;
}

export type AnyRouteSpec = RouteSpec<Schema | undefined, Schema | undefined>;

export interface RoutesDeps {
  readonly resolveActor: ResolveActor;
  /** Null for a policy that does not exist. */
  readonly policyAccess: (policy: PolicyId, account: AccountId) => Promise<PolicyAccess | null>;
  readonly limiter: RateLimiter;
  readonly once: (request: KeyedRequest, answer: () => Promise<Response>) => Promise<Response>;
}

export interface Routes {
  add<Body extends Schema | undefined = undefined, Query extends Schema | undefined = undefined>(
    spec: RouteSpec<Body, Query>,
    handler: (input: RouteInput<Body, Query>) => Response | Promise<Response>,
  ): void;
  /** Every registered route, in order. */
  readonly specs: readonly AnyRouteSpec[];
}

export function createRoutes(app: App, deps: RoutesDeps): Routes {
  const specs: AnyRouteSpec[] = [];

  async function admit(c: AppContext, spec: AnyRouteSpec): Promise<void> {
    const { action } = spec;
    const actor = spec.anonymous ? null : await deps.resolveActor(c.req.raw.headers);
    c.set("actor", actor);
    if (actor && !askedLocale(c)) c.set("locale", actor.account.locale);
    if (!spec.anonymous) deps.limiter.take(actor ? actor.account.id : addressBucket(c.get("address")));
    if (spec.alsoAllow?.(c)) return;
    const role = actor?.account.role ?? null;
    if (!isPolicyAction(action)) return enforce(decideGeneral(action, role));
    if (!actor) return enforce(decideOnPolicy(action, null, null));
    const access = await deps.policyAccess(policyIdOf(c), actor.account.id);
    const standing = access && { relation: access.relation, stage: access.policy.stage };
    enforce(decideOnPolicy(action, role, standing));
    if (access) c.set("policyAccess", access);
  }

  return {
    specs,
    add(spec, handler) {
      if (isPolicyAction(spec.action) && !spec.path.includes(":policyId")) {
        throw new Error(`${spec.path}: ${spec.action} needs a policy in the path`);
      }
      specs.push(spec as AnyRouteSpec);
      const run: Handler<AppEnv> = async (c) => {
        c.set("route", spec.path);
        c.set("confidential", spec.confidential === true);
        await admit(c, spec as AnyRouteSpec);
        const query = spec.query && validate(spec.query, queryOf(c));
        const text = spec.body || spec.idempotent ? await readBody(c, spec as AnyRouteSpec) : "";
        const body = spec.body && validate(spec.body, parseJson(text));
        const answer = async () => handler({ c, body, query } as Parameters<typeof handler>[0]);
        if (!spec.idempotent) return answer();
        const key = requireIdempotencyKey(c.req.header("idempotency-key"));
        const actor = requireActor(c).account.id;
        return deps.once({ actor, key, method: c.req.method, path: c.req.path, body: text }, answer);
      };
      app.on(spec.method, spec.path, run);
    },
  };
}

function enforce(decision: AccessDecision): void {
  if (decision.allowed) return;
  const { reason } = decision;
  throw new DomainError(
    reason === "not-signed-in" ? "not-signed-in" : "not-allowed",
    reason,
    "refused by the table",
  );
}

/** Query parameters as an object; one given twice becomes an array, which no schema of ours takes. */
function queryOf(c: AppContext): Record<string, string | string[]> {
  const entries = Object.entries(c.req.queries());
  return Object.fromEntries(
    entries.map(([key, values]) => [key, values.length === 1 ? (values[0] ?? "") : values]),
  );
}

async function readBody(c: AppContext, spec: AnyRouteSpec): Promise<string> {
  if (spec.body && !isJson(c.req.header("content-type"))) {
    throw new DomainError("unsupported", "json-expected", "content type is not JSON");
  }
  return readText(c.req.raw, spec.maxBodyBytes ?? DEFAULT_BODY_BYTES);
}

function policyIdOf(c: AppContext): PolicyId {
  const id = c.req.param("policyId");
  if (!isUlid(id)) {
    throw new DomainError("bad-input", "policy-id", "not a ULID", [{ path: "policyId", message: "ulid" }]);
  }
  return id as PolicyId;
}

/** The asker, where the table has made sure that there is one. */
export function requireActor(c: AppContext): Actor {
  const actor = c.get("actor");
  if (!actor) throw new Error(`${c.req.path}: no actor behind an allowed action`);
  return actor;
}

/** The policy of the path, where the table has admitted the asker to it. */
export function requirePolicy(c: AppContext): PolicyAccess {
  const access = c.get("policyAccess");
  if (!access) throw new Error(`${c.req.path}: no policy behind an allowed action`);
  return access;
}

/** An id of the path; throws `not-found` for what cannot be one. */
export function idParam<Id extends string>(c: AppContext, name: string): Id {
  const id = c.req.param(name);
  if (!isUlid(id)) throw new DomainError("not-found", "not-found", `${name} is not a ULID`);
  return id as string as Id;
}
