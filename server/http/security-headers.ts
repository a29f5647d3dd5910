import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./context.ts";

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
    c.header("content-security-policy", c.res.headers.get("content-security-policy") ?? policy);
    c.header("x-content-type-options", "nosniff");
    c.header("x-frame-options", "DENY");
    c.header("referrer-policy", c.res.headers.get("referrer-policy") ?? "same-origin");
    c.header("cross-origin-opener-policy", "same-origin");
    c.header("cross-origin-resource-policy", "same-origin");
    c.header("permissions-policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()");
    if (secure) c.header("strict-transport-security", "max-age=31536000");
  };
}
