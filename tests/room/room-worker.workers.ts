/**
 * The room's Worker under test: the product's own object and entrance, with cookies for accounts and a door for the
 * test (`POST /control/<policy>`), which is in no other bundle.
 */
import { createSocketEntrance } from "../../collab/entrance.workers.ts";
import { DocumentObject, type ObjectNotes } from "../../collab/host.workers.ts";
import { openSqlLog } from "../../collab/log/sql-log.ts";
import type { NewUpdate } from "../../collab/log/update-log.ts";
import { nameCounters } from "../../collab/room/counters.ts";
import { openObjectSql } from "../../db/object-sql.workers.ts";
import type { SqlConnection } from "../../db/sql-connection.ts";
import { carry, unpack } from "../../domain/carried-result.ts";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import { fromRichJson, toRichJson } from "../support/rich-json.ts";
import { cookieAuthority } from "./cookie-authority.ts";

interface Env {
  readonly DOCUMENTS: { getByName(name: string): { fetch(request: Request): Promise<Response> } };
}

export class DocumentRoom extends DocumentObject<Env> {
  #failing = false;
  readonly #reports: string[] = [];
  protected override readonly figuresAfterMs = 20;

  protected override async authority() {
    return cookieAuthority;
  }

  protected override notes(): ObjectNotes {
    return {
      opened: async () => undefined,
      closed: async () => undefined,
      addFigures: async () => undefined,
      edited: async () => undefined,
    };
  }

  protected override report(what: string, policy: PolicyId | null, error: unknown): void {
    this.#reports.push(`${what} ${policy} ${String(error)}`);
  }

  protected override connection(): SqlConnection {
    const connection = super.connection();
    return {
      ...connection,
      batch: (statements) => {
        if (!this.#failing) return connection.batch(statements);
        // As a commit fails: after all of it was written.
        return this.ctx.storage.transactionSync(() => {
          void connection.batch(statements);
          throw new Error("the commit failed");
        });
      },
    };
  }

  override async fetch(request: Request): Promise<Response> {
    if (!new URL(request.url).pathname.startsWith("/control/")) return super.fetch(request);
    const { what, args } = fromRichJson(await request.text()) as { what: string; args: unknown[] };
    return new Response(toRichJson(await carry(() => this.#control(what, args))));
  }

  async #control(what: string, args: readonly unknown[]): Promise<unknown> {
    const log = await openSqlLog(openObjectSql(this.ctx.storage));
    const [policy] = args as [PolicyId];
    switch (what) {
      case "stored":
        return log.load(policy);
      case "rows":
        return log.history(policy, 0, 1_000_000);
      case "createFrom":
        return log.create(policy, args[1] as NewUpdate);
      case "counters":
        return nameCounters(this.rooms.counters);
      case "fail":
        this.#failing = args[1] as boolean;
        return null;
      case "alarm":
        await this.alarm();
        return this.ctx.storage.getAlarm();
      case "alarmAt":
        return this.ctx.storage.getAlarm();
      case "reports":
        return this.#reports;
      case "rightsChanged":
        return this.rooms.rightsChanged(args[1] as { policy?: PolicyId; account?: AccountId });
      case "sessionEnded":
        return this.rooms.sessionEnded(args[1] as string);
      default:
        return unpack(await this.command(what, args));
    }
  }
}

const counted: Record<string, number> = {};
const reported: string[] = [];

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { pathname } = new URL(request.url);
    const policy = /^\/control\/([0-9A-Z]{26})$/.exec(pathname)?.[1];
    if (policy !== undefined) return env.DOCUMENTS.getByName(policy).fetch(request);
    if (pathname === "/control") return new Response(toRichJson({ counted, reported }));
    return createSocketEntrance({
      authority: cookieAuthority,
      objectOf: (id) => env.DOCUMENTS.getByName(id),
      addressOf: () => "test",
      count: (series) => (counted[series] = (counted[series] ?? 0) + 1),
      report: (what, error) => reported.push(`${what} ${String(error)}`),
    })(request);
  },
};
