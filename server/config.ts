/** What an operator can set. One typed object, or one message that names every wrong variable. */
import * as v from "valibot";

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** For the command line: work on the deployment on Cloudflare, or on the state of `npm run dev:workers`. */
  readonly cloudflare: "remote" | "local" | null;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** DEMO=1 asks for the demo, DEMO=0 hides and disables it, unset leaves it to the data folder and HOST. */
  readonly demo: boolean | null;
  readonly smtpUrl: string | null;
  /** Who mails are from: an address, or a name with one in angle brackets. */
  readonly mailFrom: string;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  /** How many proxies in front may say who asks (`X-Forwarded-For`); 0 trusts none. */
  readonly trustProxy: number;
}

export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const url = (protocols: readonly string[]) =>
  v.pipe(
    v.string(),
    v.check(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `must be an address that begins with ${protocols.join(" or ")}`,
    ),
  );

const schema = v.object({
  HOST: v.optional(v.pipe(v.string(), v.nonEmpty("must not be empty")), "127.0.0.1"),
  PORT: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,5}$/, "must be a number"),
      v.transform(Number),
      v.minValue(1, "must be from 1 to 65535"),
      v.maxValue(65535, "must be from 1 to 65535"),
    ),
    "8787",
  ),
  DATA_DIR: v.optional(v.pipe(v.string(), v.nonEmpty("must not be empty")), "./data"),
  CLOUDFLARE: v.optional(v.picklist(["remote", "local"], "must be remote or local")),
  BASE_URL: v.optional(
    v.pipe(
      url(["http:", "https:"]),
      v.check((value) => !URL.canParse(value) || new URL(value).pathname === "/", "must not have a path"),
    ),
  ),
  DEMO: v.optional(v.picklist(["0", "1"], "must be 0 or 1")),
  SMTP_URL: v.optional(url(["smtp:", "smtps:"])),
  MAIL_FROM: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^(?:[^<>@\r\n"]{1,80} <[^<>@\s]{1,64}@[^<>@\s]{1,200}>|[^<>@\s]{1,64}@[^<>@\s]{1,200})$/,
        "must be an address, or: Name <address>",
      ),
    ),
  ),
  LOG_LEVEL: v.optional(
    v.picklist(
      ["fatal", "error", "warn", "info", "debug", "trace", "silent"],
      "must be fatal, error, warn, info, debug, trace or silent",
    ),
    "info",
  ),
  TRUST_PROXY: v.optional(
    v.pipe(v.string(), v.regex(/^\d$/, "must be the number of proxies, 0 to 9"), v.transform(Number)),
    "0",
  ),
});

/** Throws `ConfigError` with a line per wrong variable. Empty values count as unset. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ""),
  );
  const result = v.safeParse(schema, given);
  if (!result.success) {
    const lines = result.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);
    throw new ConfigError(`Konfigurasi salah / wrong configuration:\n${lines.join("\n")}`);
  }
  const { HOST, PORT, DATA_DIR, CLOUDFLARE, BASE_URL, DEMO, SMTP_URL, MAIL_FROM, LOG_LEVEL, TRUST_PROXY } =
    result.output;
  const named = HOST.includes(":") ? `[${HOST}]` : HOST;
  const baseUrl = BASE_URL === undefined ? `http://${named}:${PORT}` : new URL(BASE_URL).origin;
  return {
    host: HOST,
    port: PORT,
    dataDir: DATA_DIR,
    cloudflare: CLOUDFLARE ?? null,
    baseUrl,
    demo: DEMO === undefined ? null : DEMO === "1",
    smtpUrl: SMTP_URL ?? null,
    mailFrom: MAIL_FROM ?? `Rembuk <rembuk@${new URL(baseUrl).hostname}>`,
    logLevel: LOG_LEVEL,
    trustProxy: TRUST_PROXY,
  };
}

export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);

/** Origins that may send us requests: our own, and under the demo both loopback names. */
export function trustedOrigins(config: Pick<Config, "baseUrl" | "port">, demo: boolean): readonly string[] {
  const names = demo ? [`http://127.0.0.1:${config.port}`, `http://localhost:${config.port}`] : [];
  return [...new Set([config.baseUrl, ...names])];
}
