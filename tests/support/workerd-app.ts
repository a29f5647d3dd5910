/**
 * The application in workerd, over local D1, R2 and objects. Requests go to the Worker; what a test arranges and looks
 * up goes through the same repositories over the same bindings, from here.
 */
import { request as httpRequest } from "node:http";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createTestHarness } from "wrangler";
import type { Rooms } from "../../collab/room/rooms.ts";
import { createD1Db } from "../../db/d1.workers.ts";
import type { Db } from "../../db/database.ts";
import type { FileStore } from "../../db/file-store.ts";
import { createBucketFileStore, type Bucket } from "../../db/file-store.workers.ts";
import { readMigrations } from "../../db/migrations.node.ts";
import { schema } from "../../db/schema/schema.ts";
import type { SqlConnection, SqlValue } from "../../db/sql-connection.ts";
import { unpack, type Carried } from "../../domain/carried-result.ts";
import { createDeps, type Deps, type HostParts } from "../../server/deps.ts";
import type { AppContext } from "../../server/http/context.ts";
import { CONTROL_HEADER, LOG_HEADER, type AppControl, type LoggedLine } from "./app-control.ts";
import { createRemoteD1, type RemoteD1 } from "./remote-d1.ts";
import { fromRichJson, toRichJson } from "./rich-json.ts";

const DATABASES = 64;

interface SharedWorker {
  readonly url: URL;
  readonly bindings: Readonly<Record<string, unknown>>;
  used: number;
}

/** One workerd for all files that a test process runs. */
const shared = globalThis as typeof globalThis & { rembukWorker?: Promise<SharedWorker> };

async function startWorker(): Promise<SharedWorker> {
  const folder = mkdtempSync(join(tmpdir(), "rembuk-app-workerd-"));
  const configPath = join(folder, "wrangler.json");
  writeFileSync(
    configPath,
    JSON.stringify({
      name: "rembuk-app",
      main: join(import.meta.dirname, "app-worker.workers.ts"),
      compatibility_date: "2026-10-20",
      d1_databases: Array.from({ length: DATABASES }, (_, index) => ({
        binding: `DB${index}`,
        database_name: `rembuk-${index}`,
        database_id: `00000000-0000-0000-0000-${String(index).padStart(12, "0")}`,
      })),
      r2_buckets: Array.from({ length: DATABASES }, (_, index) => ({
        binding: `FILES${index}`,
        bucket_name: `rembuk-files-${index}`,
      })),
      durable_objects: { bindings: [{ name: "DOCUMENTS", class_name: "DocumentRoom" }] },
      migrations: [{ tag: "v1", new_sqlite_classes: ["DocumentRoom"] }],
    }),
  );
  const harness = createTestHarness({ workers: [{ configPath }] });
  const { url } = await harness.listen();
  return { url, bindings: (await harness.getWorker().getEnv()) as Record<string, unknown>, used: 0 };
}

async function takeDatabase(): Promise<{ worker: SharedWorker; index: number }> {
  shared.rembukWorker ??= startWorker();
  const worker = await shared.rembukWorker;
  if (worker.used < DATABASES) return { worker, index: worker.used++ };
  delete shared.rembukWorker;
  return takeDatabase();
}

export interface WorkerdApp {
  readonly deps: Deps;
  readonly rooms: Rooms;
  readonly data: { readonly db: Db; readonly files: FileStore; readonly relations: SqlConnection };
  readonly app: {
    request(path: string, init?: RequestInit): Promise<Response>;
    /** A body without announced length goes on in pieces as it comes. */
    fetch(asked: Request): Promise<Response>;
  };
}

export async function openWorkerdApp(
  host: Omit<HostParts, "db" | "rooms" | "files">,
  overrides: Partial<Deps>,
): Promise<WorkerdApp> {
  const { worker, index } = await takeDatabase();
  const { logger } = host;
  const control = (): AppControl => ({
    index,
    now: overrides.now?.() ?? null,
    demo: host.isDemo(),
    address: host.addressOf(null as unknown as AppContext),
    baseUrl: host.baseUrl,
    trustedOrigins: host.trustedOrigins,
    authSecret: host.authSecret,
    limits: overrides.limits,
    mails: host.mailer !== null,
  });

  async function request(path: string, init: RequestInit = {}): Promise<Response> {
    const asked = new Request(new URL(path, "http://rembuk.test"), init);
    const body = new Uint8Array(await asked.arrayBuffer());
    return pass(asked, body, body.length > 0 ? { "content-length": String(body.length) } : {});
  }

  async function pass(
    asked: Request,
    body: Uint8Array | ReadableStream<Uint8Array> | null,
    more: Record<string, string> = {},
  ): Promise<Response> {
    const headers: Record<string, string> = {
      ...Object.fromEntries(asked.headers),
      ...more,
      [CONTROL_HEADER]: encodeURIComponent(JSON.stringify(control())),
    };
    const { pathname, search } = new URL(asked.url);
    const { method } = asked;
    const response = await exchange(worker.url, { method, path: pathname + search, headers, body });
    const lines = JSON.parse(
      decodeURIComponent(response.headers.get(LOG_HEADER) ?? "[]"),
    ) as readonly LoggedLine[];
    response.headers.delete(LOG_HEADER);
    for (const { level, fields, message, error } of lines) {
      if (level === "error") logger.error(fields, message, error == null ? undefined : new Error(error));
      else logger[level](fields, message);
    }
    return response;
  }

  const statements = (await readMigrations()).flatMap((migration) => migration.statements);
  await request("/test/migrate", { method: "POST", body: JSON.stringify(statements) });

  const rooms = new Proxy({} as Rooms, {
    get: (_target, name: string) =>
      name === "then"
        ? undefined
        : async (...args: readonly unknown[]) => {
            const response = await request("/test/rooms", {
              method: "POST",
              body: toRichJson({ name, args }),
            });
            if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
            return unpack(fromRichJson(await response.text()) as Carried<unknown>);
          },
  });
  const database = createRemoteD1(async (body) => {
    const response = await request("/test/d1", { method: "POST", body });
    return response.text();
  });
  const db = createD1Db(database as never, schema) as unknown as Db;
  const files = createBucketFileStore(worker.bindings[`FILES${index}`] as Bucket);
  const { emptyLog: _none, ...parts } = host;
  return {
    deps: createDeps({ ...parts, db, rooms, files }, overrides),
    rooms,
    data: { db, files, relations: connectionOf(database) },
    app: { request, fetch: (asked) => pass(asked, asked.body) },
  };
}

interface BatchResult {
  readonly results: readonly Readonly<Record<string, SqlValue>>[];
  readonly meta: { readonly changes: number };
}

/** Statements as on Node, for tests that look below the repositories. */
function connectionOf(database: RemoteD1): SqlConnection {
  const query: SqlConnection["query"] = async ({ sql, params }) => {
    const rows = await database
      .prepare(sql)
      .bind(...params)
      .raw();
    return { rows: rows as never, changes: 0 };
  };
  return {
    query,
    async batch(all) {
      const prepared = all.map(({ sql, params }) => database.prepare(sql).bind(...params));
      const results = (await database.batch(prepared)) as readonly BatchResult[];
      return results.map(({ results: rows, meta }) => ({
        rows: rows.map((row) => Object.values(row)),
        changes: meta.changes,
      }));
    },
    close: async () => undefined,
  };
}

/** A request with exactly these headers; `fetch` would add its own. */
function exchange(
  url: URL,
  asked: {
    readonly method: string;
    readonly path: string;
    readonly headers: Record<string, string>;
    readonly body: Uint8Array | ReadableStream<Uint8Array> | null;
  },
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { host: url.hostname, port: url.port, method: asked.method, path: asked.path, headers: asked.headers },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () => {
          const headers = new Headers();
          for (let at = 0; at < incoming.rawHeaders.length; at += 2)
            headers.append(incoming.rawHeaders[at] as string, incoming.rawHeaders[at + 1] as string);
          // What HTTP itself adds, which an application in process does not have.
          for (const name of ["transfer-encoding", "connection", "keep-alive", "date"]) headers.delete(name);
          const status = incoming.statusCode ?? 500;
          const hasBody = ![204, 205, 304].includes(status) && asked.method !== "HEAD";
          resolve(new Response(hasBody ? Buffer.concat(chunks) : null, { status, headers }));
        });
      },
    );
    outgoing.on("error", reject);
    const { body } = asked;
    if (body instanceof ReadableStream) pipeline(Readable.fromWeb(body as never), outgoing).catch(reject);
    else outgoing.end(body === null || body.length === 0 ? undefined : body);
  });
}
