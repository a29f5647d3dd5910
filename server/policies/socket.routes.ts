/** The document's socket, as a route: where the host opens it through the application, and a plain answer elsewhere. */
import type { Deps } from "../deps.ts";
import { DomainError } from "../../domain/errors.ts";
import { isUlid, type PolicyId } from "../../domain/ids.ts";
import type { Routes } from "../http/route.ts";

export function registerSocketRoute(routes: Routes, { openSocket }: Deps): void {
  // The action decides a plain request. A socket is accepted first and decided by the room through
  // `socket-authority.ts`, with the same table: a refused handshake makes clients retry for ever.
  routes.add({ method: "GET", path: "/collab/:policyId", action: "document.open" }, async ({ c }) => {
    const policy = c.req.param("policyId");
    if (openSocket && isUlid(policy)) return openSocket(c.req.raw, policy as string as PolicyId);
    throw new DomainError("unsupported", "websocket-expected", "not a WebSocket");
  });
}
