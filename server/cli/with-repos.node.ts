import { resolve } from "node:path";
import { createHeadKeeper } from "../../db/audit-heads.ts";
import { createAuditTrail } from "../../db/audit-trail.ts";
import type { Db } from "../../db/database.ts";
import type { FileStore } from "../../db/file-store.ts";
import { readConfig } from "../config.node.ts";
import { openDataFolder } from "../data-folder.node.ts";
import { createRepos, type Repos } from "../repos.ts";

export interface Opened {
  readonly data: { readonly db: Db; readonly files: FileStore };
  readonly repos: Repos;
  readonly baseUrl: string;
  readonly by: { readonly actor: null; readonly at: number };
}

/** Opens the data folder (or what CLOUDFLARE names), which a server may be using at the same time, for one command. */
export async function withRepos(use: (opened: Opened) => Promise<void>): Promise<void> {
  const { baseUrl, dataDir, cloudflare } = readConfig();
  const data = cloudflare === null ? await openDataFolder(resolve(dataDir)) : await onCloudflare(cloudflare);
  const heads = createHeadKeeper(data.files, (error) => process.stderr.write(`${String(error)}\n`));
  const trail = createAuditTrail({ db: data.db, onEvent: (event) => heads.keep(event) });
  try {
    await use({ data, repos: createRepos(data.db, trail), baseUrl, by: { actor: null, at: Date.now() } });
    await heads.flush();
  } finally {
    await data.close();
  }

  // Loaded when it is needed: wrangler is large.
  async function onCloudflare(place: "remote" | "local") {
    const { openCloudflareStore } = await import("../cloudflare-store.node.ts");
    return openCloudflareStore(place, resolve(dataDir));
  }
}
