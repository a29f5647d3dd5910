/** The application over D1, R2 and a Durable Object per document. */
import { waitUntil } from "cloudflare:workers";
import { createHeadKeeper } from "../db/audit-heads.ts";
import { createD1Db } from "../db/d1.workers.ts";
import type { Db } from "../db/database.ts";
import { createBucketFileStore } from "../db/file-store.workers.ts";
import { createEditTimeRepo, type EditTimeRepo } from "../db/repos/edit-time.repo.ts";
import { createOpenSocketRepo, type OpenSocketRepo } from "../db/repos/open-socket.repo.ts";
import { createSettingsRepo } from "../db/repos/settings.repo.ts";
import { schema } from "../db/schema/schema.ts";
import { isLoopback, trustedOrigins } from "./config.ts";
import { decideDemo } from "./demo/decide-demo.ts";
import { createDeps, type Deps, type HostParts } from "./deps.ts";
import type { Environment } from "./environment.workers.ts";
import { createFigures, type Figures } from "./figures.workers.ts";
import { createBindingAssets } from "./http/assets.workers.ts";
import { consoleLogger } from "./http/logger.workers.ts";
import { randomToken } from "./http/random-token.ts";
import { createEmailMailer } from "./mail/email.workers.ts";
import { createObjectRooms } from "./rooms.workers.ts";

export interface Built {
  readonly deps: Deps;
  readonly sockets: OpenSocketRepo;
  readonly figures: Figures;
  /** The database is empty and the demo is wanted. */
  readonly loadsDemo: boolean;
}

const databaseOf = (env: Pick<Environment, "DB">): Db => createD1Db(env.DB, schema) as unknown as Db;

export const openSocketsOf = (env: Pick<Environment, "DB">): OpenSocketRepo =>
  createOpenSocketRepo(databaseOf(env));

export const editTimesOf = (env: Pick<Environment, "DB">): EditTimeRepo =>
  createEditTimeRepo(databaseOf(env));

/** On this machine the demo answers under both loopback names. */
function originsOf(baseUrl: string, demo: boolean): readonly string[] {
  const { hostname, port } = new URL(baseUrl);
  return trustedOrigins({ baseUrl, port: Number(port) }, demo && isLoopback(hostname));
}

/** `origin`: the address under which we were asked, for where `BASE_URL` is not set. `instead`: what a test gives. */
export async function buildDeps(
  env: Environment,
  origin: string,
  instead: { readonly host?: Partial<HostParts>; readonly deps?: Partial<Deps> } = {},
): Promise<Built> {
  const db = databaseOf(env);
  const settings = createSettingsRepo(db);
  const sockets = createOpenSocketRepo(db);
  const figures = createFigures({ sockets, waitUntil, logger: consoleLogger });
  const baseUrl = new URL(env.BASE_URL ?? origin).origin;
  const wish = env.DEMO === undefined ? null : env.DEMO === "1";
  const demo = await decideDemo({ config: { host: "", demo: wish }, settings, db });
  const files = createBucketFileStore(env.FILES);
  const host: HostParts = {
    db,
    rooms: createObjectRooms({
      objectOf: (policy) => env.DOCUMENTS.getByName(policy),
      sockets,
      waitUntil,
      logger: consoleLogger,
    }),
    logger: consoleLogger,
    files,
    mailer:
      env.EMAIL === undefined
        ? null
        : createEmailMailer({
            email: env.EMAIL,
            from: env.MAIL_FROM ?? `Rembuk <rembuk@${new URL(baseUrl).hostname}>`,
          }),
    assets: createBindingAssets(env.ASSETS),
    baseUrl,
    trustedOrigins: originsOf(baseUrl, demo.shown),
    authSecret: await settings.getOrSet("auth-secret", randomToken()),
    isDemo: () => demo.shown,
    addressOf: (c) => c.req.header("cf-connecting-ip") ?? "unknown",
    onEvent(event) {
      // A keeper of its own for each event: one that waits for another request's writing would end with that request.
      // Two at once may leave the older head, which is one that the chain still has to fit.
      const heads = createHeadKeeper(files, (error) =>
        consoleLogger.error({}, "audit head was not kept", error),
      );
      heads.keep(event);
      waitUntil(heads.flush());
    },
    gauges: () => figures.gauges(),
    counters: () => figures.counters(),
    ...instead.host,
  };
  const deps = createDeps(host, instead.deps);
  return { deps, sockets, figures, loadsDemo: demo.load };
}
