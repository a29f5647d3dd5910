/** Rembuk on Cloudflare Workers: the same application over D1, a Durable Object per document. */
import { waitUntil } from "cloudflare:workers";
import { createSocketEntrance, type SocketEntrance } from "../collab/entrance.workers.ts";
import { DocumentObject, type ObjectNotes } from "../collab/host.workers.ts";
import type { PolicyId } from "../domain/ids.ts";
import { createApp } from "./app.ts";
import { buildDeps, editTimesOf, openSocketsOf } from "./build.workers.ts";
import { DUTIES } from "./duties/duties.ts";
import { runDutiesOnce } from "./duties/run-duties.ts";
import type { Environment } from "./environment.workers.ts";
import { consoleLogger as logger } from "./http/logger.workers.ts";
import { addressBucket } from "./http/rate-limit.ts";
import { answerMissing, missingParts } from "./missing-parts.workers.ts";
import { createSocketAuthority } from "./socket-authority.ts";

/** A note of a socket that lasted so long outlived it. */
const SOCKET_NOTES_MS = 30 * 86_400_000;

export class DocumentRoom extends DocumentObject<Environment> {
  protected override async authority(env: Environment, origin: string) {
    return createSocketAuthority((await buildDeps(env, origin)).deps);
  }

  protected override notes(env: Environment): ObjectNotes {
    const sockets = openSocketsOf(env);
    const editTimes = editTimesOf(env);
    return {
      opened: (who) => sockets.add(who, Date.now()),
      closed: (who) => sockets.remove(who),
      addFigures: (figures) => sockets.addFigures(figures),
      edited: (policy, at) => editTimes.edited(policy, at),
    };
  }

  protected override report(what: string, policy: PolicyId | null, error: unknown): void {
    logger.error({ policy: policy ?? undefined }, what, error);
  }
}

interface Running {
  readonly answer: (request: Request) => Response | Promise<Response>;
  readonly enter: SocketEntrance;
  readonly runDuties: () => Promise<void>;
}

async function start(env: Environment, origin: string): Promise<Running> {
  const { deps, sockets, figures, loadsDemo } = await buildDeps(env, origin);
  if (loadsDemo) {
    const { loadDemo } = await import("./demo/load-demo.ts");
    await loadDemo(deps);
  }
  const { app } = createApp(deps);
  return {
    answer: (request) => app.fetch(request, env),
    enter: createSocketEntrance({
      authority: createSocketAuthority(deps),
      objectOf: (policy) => env.DOCUMENTS.getByName(policy),
      addressOf: (request) => addressBucket(request.headers.get("cf-connecting-ip") ?? "unknown"),
      count: (series) => figures.count(series),
      report: (what, error) => logger.error({}, what, error),
    }),
    async runDuties() {
      await runDutiesOnce(DUTIES, deps);
      await sockets.removeBefore(deps.now() - SOCKET_NOTES_MS);
    },
  };
}

/** One application per isolate. */
let running: Promise<Running> | undefined;

function obtain(env: Environment, origin: string): Promise<Running> {
  if (running === undefined) {
    running = start(env, origin).catch((error: unknown) => {
      running = undefined;
      throw error;
    });
    // Others wait for it too, when whoever asked first has gone.
    waitUntil(running.catch(() => undefined));
  }
  return running;
}

export default {
  async fetch(request, env) {
    const missing = missingParts(env);
    if (missing.length > 0) {
      logger.error({ missing: missing.join("; ") }, "the configuration is incomplete");
      return answerMissing(missing);
    }
    const { answer, enter } = await obtain(env, new URL(request.url).origin);
    const isSocket = request.headers.get("upgrade")?.toLowerCase() === "websocket";
    if (isSocket) return enter(request);
    // To its end, also when whoever asked has gone: a write is not left half way, and what is kept for others is there.
    const answered = Promise.resolve(answer(request));
    waitUntil(answered.catch(() => undefined));
    return answered;
  },
  async scheduled(_event, env) {
    const missing = missingParts(env);
    // Mails hold links: without an address of our own there is nothing that they could lead to.
    if (missing.length > 0 || !env.BASE_URL)
      return logger.warn(
        { missing: missing.join("; ") || "BASE_URL" },
        "not set in wrangler.toml: no mail, no closing, no retention",
      );
    await (await obtain(env, env.BASE_URL)).runDuties();
  },
} satisfies ExportedHandler<Environment>;
