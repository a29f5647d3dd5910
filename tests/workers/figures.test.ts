import { expect, test } from "vitest";
import { silentLogger } from "../../server/http/logger.ts";
import { createFigures } from "../../server/figures.workers.ts";

test("what could not be handed over is handed over with the next", async () => {
  const kept: Record<string, number> = {};
  let away = true;
  const sockets = {
    addFigures: async (figures: Readonly<Record<string, number>>) => {
      if (away) throw new Error("the database is away");
      for (const [series, value] of Object.entries(figures)) kept[series] = (kept[series] ?? 0) + value;
    },
    figures: async () => kept,
  };
  const work: Promise<unknown>[] = [];
  const figures = createFigures({
    sockets: sockets as never,
    waitUntil: (promise) => void work.push(promise),
    logger: silentLogger,
  });
  figures.count("refused");
  await Promise.all(work);
  figures.count("refused");
  figures.count("closed");
  away = false;
  expect(await figures.counters()).toEqual({ refused: 2, closed: 1 });
});
