/** Rembuk on Cloudflare Workers: the same application over D1, a Durable Object per document. */
import { DocumentRoom } from "../collab/host.workers.ts";
import { createD1Db } from "../db/d1.workers.ts";
import type { Db } from "../db/database.ts";
import { createBucketFileStore } from "../db/file-store.workers.ts";
import { createSettingsRepo } from "../db/repos/settings.repo.ts";
import { schema } from "../db/schema/schema.ts";
import { createApp } from "./app.ts";
import { createDeps } from "./deps.ts";
import { DUTIES } from "./duties/duties.ts";
import { runDutiesOnce } from "./duties/run-duties.ts";
import { createBindingAssets } from "./http/assets.workers.ts";
import { randomToken } from "./http/random-token.ts";
import type { Logger } from "./http/logger.ts";
import { noRooms } from "./rooms.workers.ts";

export { DocumentRoom };

interface Env {
  readonly DB: D1Database;
  readonly DOCUMENTS: DurableObjectNamespace<DocumentRoom>;
  readonly ASSETS: Fetcher;
  readonly FILES: R2Bucket;
  readonly BASE_URL?: string;
}

const write = (level: string, fields: object, message: string, error?: unknown): void => {
  const line = JSON.stringify({
    level,
    ...fields,
    msg: message,
    ...(error instanceof Error && { err: error.stack }),
  });
  // Workers keep logs through the console.
  // oxlint-disable-next-line no-console
  console.log(line);
};

const logger: Logger = {
  info: (fields, message) => write("info", fields, message),
  warn: (fields, message) => write("warn", fields, message),
  error: (fields, message, error) => write("error", fields, message, error),
};

interface Built {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  readonly runDuties: () => Promise<void>;
}

async function build(env: Env, origin: string): Promise<Built> {
  const db = createD1Db(env.DB, schema) as unknown as Db;
  const baseUrl = env.BASE_URL ?? origin;
  const deps = createDeps({
    db,
    rooms: noRooms,
    logger,
    files: createBucketFileStore(env.FILES),
    mailer: null,
    assets: createBindingAssets(env.ASSETS),
    baseUrl,
    trustedOrigins: [baseUrl],
    authSecret: await createSettingsRepo(db).getOrSet("auth-secret", randomToken()),
    isDemo: () => false,
    addressOf: (c) => c.req.header("cf-connecting-ip") ?? "unknown",
    openSocket: (request, policy) => env.DOCUMENTS.get(env.DOCUMENTS.idFromName(policy)).fetch(request),
  });
  const { app } = createApp(deps);
  return { fetch: (request) => app.fetch(request, env), runDuties: () => runDutiesOnce(DUTIES, deps) };
}

/** One application per isolate. */
let built: Promise<Built> | undefined;

function obtain(env: Env, origin: string): Promise<Built> {
  built ??= build(env, origin).catch((error: unknown) => {
    built = undefined;
    throw error;
  });
  return built;
}

export default {
  async fetch(request, env) {
    return (await obtain(env, new URL(request.url).origin)).fetch(request);
  },
  async scheduled(_event, env) {
    // Mails hold links: without an address of our own there is nothing that they could lead to.
    if (env.BASE_URL) await (await obtain(env, env.BASE_URL)).runDuties();
    else logger.warn({}, "BASE_URL is not set: no mail, no closing, no retention");
  },
} satisfies ExportedHandler<Env>;
