/** A real HTTP server with rooms on a real file. Run as a program (`node room-server.ts <file>`) it prints its port and can be killed. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { attachRooms } from "../../collab/host.node.ts";
import type { ConnectionAuthority } from "../../collab/connection-authority.ts";
import { openSqlLog } from "../../collab/log/sql-log.ts";
import { createRooms, type Rooms } from "../../collab/room/rooms.ts";
import { openLibsql, type LibsqlConnection } from "../../db/libsql.node.ts";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import type { UpdateLog } from "../../collab/log/update-log.ts";

/** `Cookie: account=<id>[; role=reader]` is who somebody is; no cookie is signed out; policies ending in X are forbidden, in Z gone. */
export const cookieAuthority: ConnectionAuthority = {
  originAllowed: (origin) => origin === null || origin === "http://rembuk.test",
  async decide(headers, policy) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const cookie = headers.get("cookie") ?? "";
    const account = /account=([0-9A-Z]{26})/.exec(cookie)?.[1] as AccountId | undefined;
    if (account === undefined) return { outcome: "signed-out" };
    if (policy.endsWith("X")) return { outcome: "forbidden" };
    if (policy.endsWith("Z")) return { outcome: "gone" };
    const mayWrite = !cookie.includes("role=reader");
    return {
      outcome: "admitted",
      account: { id: account, name: `Nama ${account}` },
      mayWrite,
      sessionId: cookie,
    };
  },
};

export interface RoomServer {
  readonly port: number;
  readonly rooms: Rooms;
  readonly log: UpdateLog;
  readonly connection: LibsqlConnection;
  readonly reports: unknown[];
  close(): Promise<void>;
}

export async function startRoomServer(
  path: string,
  port = 0,
  options: { readonly withCommitGate?: boolean } = {},
): Promise<RoomServer> {
  const connection = await openLibsql(path, options);
  const log = await openSqlLog(connection);
  const reports: unknown[] = [];
  const rooms = createRooms({ log, report: (what, policy, error) => reports.push([what, policy, error]) });
  const server = createServer((_request, response) => response.writeHead(404).end());
  const attached = attachRooms({
    server,
    rooms,
    authority: cookieAuthority,
    report: (what, error) => reports.push([what, error]),
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    rooms,
    log,
    connection,
    reports,
    async close() {
      await attached.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await log.close();
    },
  };
}

if (process.argv[1] === import.meta.filename) {
  const [, , path = "", port = "0", policy = ""] = process.argv;
  const { clausesOf } = await import("./support.ts");
  const started = await startRoomServer(path, Number(port));
  const creator = "01AAAAAAAAAAAAAAAAAAAAAAAA" as AccountId;
  await started.rooms.create(policy as PolicyId, clausesOf("a", "b"), creator).catch(() => undefined);
  process.stdout.write(`${started.port}\n`);
}
