/** A real HTTP server with rooms on a real file. Run as a program (`node room-server.ts <file>`) it prints its port and can be killed. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { attachRooms } from "../../collab/host.node.ts";
import { openSqlLog } from "../../collab/log/sql-log.ts";
import { createRooms, type Rooms } from "../../collab/room/rooms.ts";
import { openLibsql, type LibsqlConnection } from "../../db/libsql.node.ts";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import type { UpdateLog } from "../../collab/log/update-log.ts";
import { cookieAuthority } from "./cookie-authority.ts";

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
