/** A D1 database on local workerd, migrated the way Cloudflare is: by wrangler, from the same SQL files. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestHarness } from "wrangler";
import { MIGRATIONS_FOLDER } from "../../db/migrations.node.ts";

export interface LocalD1 {
  readonly database: D1Like;
  dispose(): Promise<void>;
}

/** As much of D1's binding as the tests name themselves. */
export interface D1Like {
  prepare(sql: string): {
    bind(...values: unknown[]): unknown;
    all(): Promise<{ results: unknown[] }>;
    run(): Promise<unknown>;
  };
  batch(statements: unknown[]): Promise<unknown[]>;
}

export async function openLocalD1(): Promise<LocalD1> {
  const root = mkdtempSync(join(tmpdir(), "rembuk-d1-"));
  writeFileSync(join(root, "worker.js"), "export default { fetch: () => new Response('ok') };");
  writeFileSync(
    join(root, "wrangler.json"),
    JSON.stringify({
      name: "rembuk-test",
      main: "worker.js",
      compatibility_date: "2026-10-01",
      d1_databases: [
        {
          binding: "DB",
          database_name: "rembuk-test",
          database_id: "00000000-0000-0000-0000-000000000000",
          migrations_dir: MIGRATIONS_FOLDER,
        },
      ],
    }),
  );
  const harness = createTestHarness({ workers: [{ configPath: join(root, "wrangler.json") }] });
  await harness.listen();
  const worker = harness.getWorker<{ DB: D1Like }>();
  await (worker as unknown as { applyD1Migrations(name: string): Promise<void> }).applyD1Migrations("DB");
  const { DB } = await worker.getEnv();
  return {
    database: DB,
    async dispose() {
      await harness.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
