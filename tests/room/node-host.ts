/** The Node host under test: a real HTTP server in this process, rooms on a real file. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nameCounters } from "../../collab/room/counters.ts";
import type { HostUnderTest } from "./host-under-test.ts";
import { startRoomServer } from "./room-server.ts";

export async function openNodeHost(): Promise<HostUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), "rembuk-host-"));
  const path = join(folder, "rooms.db");
  let server = await startRoomServer(path, 0, { withCommitGate: true });
  return {
    name: "node",
    get port() {
      return server.port;
    },
    get commands() {
      return server.rooms;
    },
    createFrom: (policy, first) => server.log.create(policy, first),
    async rightsChanged(which) {
      server.rooms.rightsChanged(which);
    },
    async sessionEnded(sessionId) {
      server.rooms.sessionEnded(sessionId);
    },
    stored: (policy) => server.log.load(policy),
    history: (policy) => server.log.history(policy, 0, 1_000_000),
    counters: async () => nameCounters(server.rooms.counters),
    async failCommits() {
      const mend = server.connection.failCommits();
      return async () => mend();
    },
    holdCommits: () => server.connection.holdCommits(),
    async restart() {
      const { port } = server;
      await server.close();
      server = await startRoomServer(path, port, { withCommitGate: true });
    },
    reports: async () => server.reports.map((report) => JSON.stringify(report)),
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
