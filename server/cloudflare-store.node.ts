/**
 * Database and files of a deployment on Cloudflare, for the command line: wrangler gives its bindings to Node, those
 * of wrangler.toml in the account that is signed in, or those that `npm run dev:workers` keeps on this machine.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { getPlatformProxy, unstable_readConfig } from "wrangler";
import { createD1Db, type D1Binding } from "../db/d1.workers.ts";
import type { Db } from "../db/database.ts";
import { createBucketFileStore, type Bucket } from "../db/file-store.workers.ts";
import type { FileStore } from "../db/file-store.ts";
import { schema } from "../db/schema/schema.ts";
import { ConfigError } from "./config.ts";

export interface CloudflareStore {
  readonly db: Db;
  readonly files: FileStore;
  close(): Promise<void>;
}

interface Bindings {
  readonly DB: D1Binding;
  readonly FILES: Bucket;
}

const CONFIG = fileURLToPath(new URL("../wrangler.toml", import.meta.url));

/** `dataDir` is the data folder, beside which the local state lies. Throws `ConfigError` when a binding is missing. */
export async function openCloudflareStore(
  place: "remote" | "local",
  dataDir: string,
): Promise<CloudflareStore> {
  const remote = place === "remote";
  const { name, compatibility_date, d1_databases, r2_buckets } = unstable_readConfig({ config: CONFIG });
  // The document's objects cannot be reached from here, and are not needed.
  const folder = await mkdtemp(join(tmpdir(), "rembuk-cloudflare-"));
  const configPath = join(folder, "wrangler.json");
  const marked = <Binding extends object>(bindings: readonly Binding[]) =>
    bindings.map((binding) => ({ ...binding, remote }));
  await writeFile(
    configPath,
    JSON.stringify({
      name,
      compatibility_date,
      d1_databases: marked(d1_databases),
      r2_buckets: marked(r2_buckets),
    }),
  );
  const proxy = await getPlatformProxy<Partial<Bindings>>({
    configPath,
    envFiles: [],
    remoteBindings: remote,
    persist: remote ? false : { path: join(dataDir, "workers", "v3") },
  });
  const close = async () => {
    await proxy.dispose();
    await rm(folder, { recursive: true, force: true });
  };
  const { DB, FILES } = proxy.env;
  if (DB === undefined || FILES === undefined) {
    await close();
    throw new ConfigError("wrangler.toml: the bindings DB and FILES are needed");
  }
  return { db: createD1Db(DB, schema) as unknown as Db, files: createBucketFileStore(FILES), close };
}
