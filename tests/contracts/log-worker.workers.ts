/** The document log in an object's own SQLite, for the contract suite: `POST /<object> [{what, args}]`, `what` being `append` or `archive.head`. */
import { DurableObject } from "cloudflare:workers";
import { openSqlLog } from "../../collab/log/sql-log.ts";
import type { UpdateLog } from "../../collab/log/update-log.ts";
import { openObjectSql } from "../../db/object-sql.workers.ts";
import { fromRichJson, toRichJson } from "../support/rich-json.ts";

interface Env {
  readonly LOGS: { getByName(name: string): { fetch(request: Request): Promise<Response> } };
}

export class LogObject extends DurableObject<Env> {
  #log!: UpdateLog;
  #failing = false;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    void ctx.blockConcurrencyWhile(async () => {
      const connection = openObjectSql(ctx.storage);
      this.#log = await openSqlLog({
        ...connection,
        batch: (statements) => {
          if (!this.#failing) return connection.batch(statements);
          // As a commit fails: after all of it was written.
          return ctx.storage.transactionSync(() => {
            void connection.batch(statements);
            throw new Error("the commit failed");
          });
        },
      });
    });
  }

  override async fetch(request: Request): Promise<Response> {
    const calls = fromRichJson(await request.text()) as { what: string; args: unknown[] }[];
    return new Response(toRichJson(await Promise.all(calls.map(({ what, args }) => this.#call(what, args)))));
  }

  async #call(what: string, args: readonly unknown[]): Promise<unknown> {
    if (what === "fail") {
      this.#failing = args[0] === true;
      return { value: null };
    }
    try {
      const [part, name] = what.startsWith("archive.")
        ? [this.#log.archive, what.slice("archive.".length)]
        : [this.#log, what];
      const operation = part[name as keyof typeof part] as (...all: unknown[]) => Promise<unknown>;
      return { value: (await operation(...args)) ?? null };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return { error: error.name, message: error.message };
    }
  }
}

export default {
  fetch: (request: Request, env: Env) =>
    env.LOGS.getByName(new URL(request.url).pathname.slice(1)).fetch(request),
};
