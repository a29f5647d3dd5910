/**
 * The product's Worker as the HTTP suites drive it: the same application over D1, R2 and objects, many of them beside
 * each other, each on a database of its own. What a test sets (the clock, limits, whether the demo is shown) comes in a
 * header of each request, which no other bundle reads.
 */
import { DocumentRoom as ProductRoom } from "../../server/entry.workers.ts";
import { carry } from "../../domain/carried-result.ts";
import { createApp } from "../../server/app.ts";
import { buildDeps } from "../../server/build.workers.ts";
import type { Deps, Limits } from "../../server/deps.ts";
import type { Environment } from "../../server/environment.workers.ts";
import { noAssets } from "../../server/http/assets.ts";
import type { Logger } from "../../server/http/logger.ts";
import { CONTROL_HEADER, LOG_HEADER, type AppControl, type LoggedLine } from "./app-control.ts";
import type { D1Answer, D1Call } from "./remote-d1.ts";
import { fromRichJson, toRichJson } from "./rich-json.ts";

type Stores = Readonly<Record<`DB${number}`, D1Database> & Record<`FILES${number}`, R2Bucket>>;
type TestEnvironment = Environment & Stores;

/** The part of the environment that belongs to one application. */
function environmentOf(env: TestEnvironment, index: number): Environment {
  const { ASSETS, DOCUMENTS } = env;
  const [DB, FILES] = [env[`DB${index}`], env[`FILES${index}`]];
  if (DB === undefined || FILES === undefined) throw new Error(`no stores of application ${index}`);
  return { DB, FILES, ASSETS, DOCUMENTS: { getByName: (name) => DOCUMENTS.getByName(`${index}:${name}`) } };
}

export class DocumentRoom extends ProductRoom {
  constructor(ctx: DurableObjectState, env: TestEnvironment) {
    super(ctx, environmentOf(env, Number(ctx.id.name?.split(":", 1)[0])));
  }
  protected override readonly figuresAfterMs = 20;
}

interface Running {
  control: AppControl;
  readonly lines: LoggedLine[];
  readonly deps: Deps;
  readonly app: ReturnType<typeof createApp>["app"];
}

async function start(env: Environment, first: AppControl): Promise<Running> {
  const lines: LoggedLine[] = [];
  const logger: Logger = {
    info: (fields, message) => void lines.push({ level: "info", fields, message }),
    warn: (fields, message) => void lines.push({ level: "warn", fields, message }),
    error: (fields, message, error) =>
      void lines.push({
        level: "error",
        fields,
        message,
        error: error instanceof Error ? String(error) : null,
      }),
  };
  const running: { control: AppControl } = { control: first };
  const { deps } = await buildDeps(env, first.baseUrl, {
    host: {
      logger,
      mailer: first.mails ? { send: async () => undefined } : null,
      assets: { ...noAssets, index: async () => "<!doctype html><title>Rembuk</title>" },
      baseUrl: first.baseUrl,
      trustedOrigins: first.trustedOrigins,
      authSecret: first.authSecret,
      isDemo: () => running.control.demo,
      addressOf: () => running.control.address,
    },
    deps: { limits: first.limits as Limits, now: () => running.control.now ?? Date.now() },
  });
  return Object.assign(running, { lines, deps, app: createApp(deps).app });
}

const applications = new Map<number, Promise<Running>>();

async function callRooms(deps: Deps, request: Request): Promise<Response> {
  const { name, args } = fromRichJson(await request.text()) as { name: keyof Deps["rooms"]; args: unknown[] };
  const command = deps.rooms[name] as (...args: readonly unknown[]) => Promise<unknown>;
  return new Response(toRichJson(await carry(async () => command(...args))));
}

async function migrate(database: D1Database, request: Request): Promise<Response> {
  const statements = (await request.json()) as string[];
  await database.batch(statements.map((statement) => database.prepare(statement)));
  return new Response("migrated");
}

/** Statements of the test itself, past the application. */
async function runStatements(database: D1Database, request: Request): Promise<Response> {
  const { mode, statements } = fromRichJson(await request.text()) as D1Call;
  const prepared = statements.map(({ sql, params }) => database.prepare(sql).bind(...params));
  const [only] = prepared as [D1PreparedStatement];
  const run = {
    all: () => only.all(),
    raw: () => only.raw(),
    run: () => only.run(),
    first: () => only.first(),
    batch: () => database.batch(prepared),
  };
  let answer: D1Answer;
  try {
    answer = { value: await run[mode]() };
  } catch (error) {
    answer = { error: error instanceof Error ? error.message : String(error) };
  }
  return new Response(toRichJson(answer));
}

export default {
  async fetch(request: Request, env: TestEnvironment): Promise<Response> {
    const control = JSON.parse(decodeURIComponent(request.headers.get(CONTROL_HEADER) ?? "")) as AppControl;
    const own = environmentOf(env, control.index);
    const { pathname } = new URL(request.url);
    if (pathname === "/test/migrate") return migrate(own.DB, request);
    if (pathname === "/test/d1") return runStatements(own.DB, request);
    let starting = applications.get(control.index);
    if (starting === undefined) applications.set(control.index, (starting = start(own, control)));
    const running = await starting;
    running.control = control;
    if (pathname === "/test/rooms") return callRooms(running.deps, request);
    const headers = new Headers(request.headers);
    headers.delete(CONTROL_HEADER);
    const answer = await running.app.fetch(new Request(request, { headers }), own);
    const told = new Response(answer.body, answer);
    told.headers.set(LOG_HEADER, encodeURIComponent(JSON.stringify(running.lines.splice(0))));
    return told;
  },
};
