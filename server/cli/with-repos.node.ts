import { resolve } from "node:path";
import { createHeadKeeper } from "../../db/audit-heads.ts";
import { createAuditTrail } from "../../db/audit-trail.ts";
import { readConfig } from "../config.node.ts";
import { openDataFolder, type DataFolder } from "../data-folder.node.ts";
import { createRepos, type Repos } from "../repos.ts";

export interface Opened {
  readonly data: DataFolder;
  readonly repos: Repos;
  readonly baseUrl: string;
  readonly by: { readonly actor: null; readonly at: number };
}

/** Opens the data folder, which a server may be using at the same time, for one command. */
export async function withRepos(use: (opened: Opened) => Promise<void>): Promise<void> {
  const { baseUrl, dataDir } = readConfig();
  const data = await openDataFolder(resolve(dataDir));
  const heads = createHeadKeeper(data.files, (error) => process.stderr.write(`${String(error)}\n`));
  const trail = createAuditTrail({ db: data.db, onEvent: (event) => heads.keep(event) });
  try {
    await use({ data, repos: createRepos(data.db, trail), baseUrl, by: { actor: null, at: Date.now() } });
    await heads.flush();
  } finally {
    await data.close();
  }
}
