/** Rows a second into the document log, and how long the event loop was held: `node tests/bench/append.ts`. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { openSqlLog } from "../../collab/log/sql-log.ts";
import { openLibsql } from "../../db/libsql.node.ts";
import type { PolicyId } from "../../domain/ids.ts";

const SECONDS = 3;
const row = { update: new Uint8Array(120), actor: null, cause: "repair", at: 0 } as const;
const folder = mkdtempSync(join(tmpdir(), "rembuk-bench-"));

for (const writers of [1, 8, 64, 512]) {
  const log = await openSqlLog(await openLibsql(join(folder, `${writers}.db`)));
  const documents = Array.from(
    { length: Math.min(writers, 32) },
    (_, index) => `document-${index}` as PolicyId,
  );
  for (const document of documents) await log.create(document, row);
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const waitsMs: number[] = [];
  const end = performance.now() + SECONDS * 1000;
  await Promise.all(
    Array.from({ length: writers }, async (_, index) => {
      const document = documents[index % documents.length];
      while (document && performance.now() < end) {
        const start = performance.now();
        await log.append(document, 1, [row]);
        waitsMs.push(performance.now() - start);
      }
    }),
  );
  loop.disable();
  waitsMs.sort((a, b) => a - b);
  const at = (share: number) => (waitsMs[Math.floor(waitsMs.length * share)] ?? 0).toFixed(2);
  console.log(
    `${writers} writers: ${Math.round(waitsMs.length / SECONDS)} rows/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ` +
      `event loop held p99 ${(loop.percentile(99) / 1e6).toFixed(1)} ms, most ${(loop.max / 1e6).toFixed(1)} ms`,
  );
  await log.close();
}
rmSync(folder, { recursive: true });
