/** A plain request to the address of a document's socket. The host takes those that upgrade before the routes do. */
import { DomainError } from "../../domain/errors.ts";
import type { Routes } from "../http/route.ts";

export function registerSocketRoute(routes: Routes): void {
  // The action decides a plain request. A socket is accepted first and decided by the room through
  // `socket-authority.ts`, with the same table: a refused handshake makes clients retry for ever.
  routes.add({ method: "GET", path: "/collab/:policyId", action: "document.open" }, async () => {
    throw new DomainError("unsupported", "websocket-expected", "not a WebSocket");
  });
}
