/**
 * Refuses unsafe requests that another site made a browser send (CSRF). A
 * browser says where a request comes from (`Sec-Fetch-Site`, `Origin`); what
 * says neither is no browser of today and carries no cookie by accident.
 */
import type { MiddlewareHandler } from "hono";
import { DomainError } from "../../domain/errors.ts";
import type { AppEnv } from "./context.ts";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

export function originCheck(origins: readonly string[]): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (!SAFE_METHODS.has(c.req.method)) {
      const site = c.req.header("sec-fetch-site");
      const origin = c.req.header("origin");
      const foreignSite = site !== undefined && site !== "same-origin" && site !== "none";
      const foreignOrigin = origin !== undefined && !origins.includes(origin);
      if (foreignSite || foreignOrigin)
        throw new DomainError("not-allowed", "foreign-origin", "foreign origin");
    }
    await next();
  };
}
