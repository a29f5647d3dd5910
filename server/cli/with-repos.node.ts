import { join, resolve } from "node:path";
import { createHeadKeeper } from "../../db/audit-heads.ts";
import { createAuditTrail } from "../../db/audit-trail.ts";
import type { Db } from "../../db/database.ts";
import type { FileStore } from "../../db/file-store.ts";
import { readConfig } from "../config.node.ts";
import { openDataFolder } from "../data-folder.node.ts";
import { createRepos, type Repos } from "../repos.ts";
import { refuseWhileRunning } from "./refuse-while-running.node.ts";

export interface Opened {
  readonly data: { readonly db: Db; readonly files: FileStore };
  readonly repos: Repos;
  readonly baseUrl: string;
  readonly by: { readonly actor: null; readonly at: number };
}

/**
 * Opens the data folder (or what CLOUDFLARE names) for one command. A server may be using it at the same time, except
 * the Worker on this machine: then `Refusal`.
 */
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
    if (place === "local") await refuseWhileRunning(join(resolve(dataDir), "workers"));
    const { openCloudflareStore } = await import("../cloudflare-store.node.ts");
    return openCloudflareStore(place, resolve(dataDir));
  }
}
