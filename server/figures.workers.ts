/**
 * Figures of the rooms for `/metrics` where each document is an object of its own. Objects hand over what they
 * counted, so that asking wakes none; what they counted within the last half minute may still be missing. Open
 * documents and sockets are the rows noted for ended rights: one for each document, account and session.
 */
import type { OpenSocketRepo } from "../db/repos/open-socket.repo.ts";
import type { Logger } from "./http/logger.ts";

export interface Figures {
  /** Counts a series up; handed over with others, at most once in `TELL_EVERY_MS`. */
  count(series: string): void;
  gauges(): Promise<Readonly<Record<string, number>>>;
  counters(): Promise<Readonly<Record<string, number>>>;
}

const TELL_EVERY_MS = 10_000;

export function createFigures(deps: {
  readonly sockets: OpenSocketRepo;
  readonly waitUntil: (work: Promise<unknown>) => void;
  readonly logger: Logger;
}): Figures {
  const { sockets, waitUntil, logger } = deps;
  let waiting: Record<string, number> = {};
  let toldAt = 0;

  async function tell(): Promise<void> {
    const figures = waiting;
    waiting = {};
    toldAt = Date.now();
    try {
      await sockets.addFigures(figures);
    } catch (error) {
      for (const [series, value] of Object.entries(figures)) waiting[series] = (waiting[series] ?? 0) + value;
      throw error;
    }
  }

  return {
    count(series) {
      waiting[series] = (waiting[series] ?? 0) + 1;
      if (Date.now() - toldAt < TELL_EVERY_MS) return;
      waitUntil(tell().catch((error: unknown) => logger.error({}, "figures were not kept", error)));
    },
    async gauges() {
      const { documents, sockets: open } = await sockets.sizes();
      return { rembuk_rooms: documents, rembuk_connections: open };
    },
    async counters() {
      await tell();
      return sockets.figures();
    },
  };
}
