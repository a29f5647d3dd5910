import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./context.ts";
import { lateHeader } from "./late-header.ts";

/** `connect-src` names the socket's address: not every browser counts it under 'self'. */
export function contentSecurityPolicy(origins: readonly string[]): string {
  const sockets = origins.map((origin) => origin.replace(/^http/, "ws"));
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${sockets.join(" ")}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export function securityHeaders(origins: readonly string[]): MiddlewareHandler<AppEnv> {
  const policy = contentSecurityPolicy(origins);
  const secure = origins.every((origin) => origin.startsWith("https:"));
  return async (c, next) => {
    await next();
    // Downloads bring a stricter one of their own.
    lateHeader(c, "content-security-policy", c.res.headers.get("content-security-policy") ?? policy);
    lateHeader(c, "x-content-type-options", "nosniff");
    lateHeader(c, "x-frame-options", "DENY");
    lateHeader(c, "referrer-policy", c.res.headers.get("referrer-policy") ?? "same-origin");
    lateHeader(c, "cross-origin-opener-policy", "same-origin");
    lateHeader(c, "cross-origin-resource-policy", "same-origin");
    lateHeader(c, "permissions-policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()");
    if (secure) lateHeader(c, "strict-transport-security", "max-age=31536000");
  };
}
