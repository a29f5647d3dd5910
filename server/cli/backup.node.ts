/** `backup DIR` and `restore DIR` */
import { resolve } from "node:path";
import { backup, BackupError, restore, type RestoreOptions } from "../../db/backup.node.ts";
import { settleRestored } from "../../db/restored.node.ts";
import { readConfig } from "../config.node.ts";
import { Refusal, WrongUsage } from "./refusals.ts";
import { fromCaller, print } from "./terminal.node.ts";

/** `startNewEpochs` is the rooms' part of a restore; the command line connects the two. */
export const createBackupCommands = ({ startNewEpochs }: Pick<RestoreOptions, "startNewEpochs">) => ({
  run: (command: string, args: readonly string[]) => run(command, args, startNewEpochs),
});

async function run(
  command: string,
  args: readonly string[],
  startNewEpochs: RestoreOptions["startNewEpochs"],
): Promise<void> {
  const [named] = args;
  if (named === undefined || args.length !== 1) throw new WrongUsage();
  const dataDir = resolve(readConfig().dataDir);
  const folder = fromCaller(named);
  try {
    if (command === "backup") {
      const { files } = await backup(dataDir, folder);
      await print(`${folder}: ${files.length} berkas / files\n`);
    } else {
      await restore(folder, dataDir, {
        startNewEpochs,
        settle: (relations, files, takenAt) => settleRestored(relations, files, { takenAt, at: Date.now() }),
      });
      await print(`${dataDir}\n`);
    }
  } catch (error) {
    throw error instanceof BackupError ? new Refusal(error.message) : error;
  }
}
