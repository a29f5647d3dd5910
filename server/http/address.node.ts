import type { IncomingMessage } from "node:http";
import type { AppContext } from "./context.ts";

interface NodeBindings {
  readonly incoming?: IncomingMessage;
}

/**
 * The address of who asks: the socket's, or, when `proxies` stand in front, what
 * the outermost trusted one saw (counted from the right of `X-Forwarded-For`;
 * what is further left was sent by the asker and proves nothing).
 */
export function addressOfRequest(proxies: number): (request: IncomingMessage) => string {
  return (request) => {
    const socket = request.socket.remoteAddress ?? "unknown";
    if (proxies === 0) return socket;
    const header = request.headers["x-forwarded-for"];
    const hops = (Array.isArray(header) ? header.join(",") : (header ?? ""))
      .split(",")
      .map((hop) => hop.trim());
    return hops.at(-proxies) || socket;
  };
}

/** The same for a request of the application. */
export function addressFrom(proxies: number): (c: AppContext) => string {
  const addressOf = addressOfRequest(proxies);
  return (c) => {
    const { incoming } = c.env as NodeBindings;
    return incoming ? addressOf(incoming) : "unknown";
  };
}
