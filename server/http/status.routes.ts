/** Is it alive, can it write, how does it do. */
import type { Deps } from "../deps.ts";
import { isLoopback } from "../config.ts";
import type { AppContext } from "./context.ts";
import { addressBucket } from "./rate-limit.ts";
import type { Metrics } from "./metrics.ts";
import type { Routes } from "./route.ts";
import { DomainError } from "../../domain/errors.ts";

/** From this machine, and not through a proxy that only looks like it. */
function isLocal(c: AppContext): boolean {
  const forwarded = c.req.header("x-forwarded-for") ?? c.req.header("forwarded");
  const address = addressBucket(c.get("address"));
  return forwarded === undefined && (isLoopback(address) || c.get("address") === "::1");
}

export function registerStatusRoutes(routes: Routes, deps: Deps, metrics: Metrics): void {
  routes.add({ method: "GET", path: "/healthz", action: "health.read", anonymous: true }, ({ c }) =>
    c.json({ status: "ok" }, 200, { "cache-control": "no-store" }),
  );
  routes.add({ method: "GET", path: "/readyz", action: "health.read", anonymous: true }, async ({ c }) => {
    try {
      await deps.repos.settings.set("ready-probe", String(deps.now()));
    } catch (error) {
      deps.logger.error({ requestId: c.get("requestId") }, "database is not writable", error);
      throw new DomainError("unavailable", "database", "database is not writable");
    }
    return c.json({ status: "ready" }, 200, { "cache-control": "no-store" });
  });
  routes.add({ method: "GET", path: "/metrics", action: "metrics.read", alsoAllow: isLocal }, async ({ c }) =>
    c.text(metrics.render(await deps.gauges?.(), await deps.counters?.()), 200, {
      "content-type": "text/plain; version=0.0.4",
      "cache-control": "no-store",
    }),
  );
}
