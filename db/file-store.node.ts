/** A folder as file store: written to a temporary file, synced, renamed into place, the folder synced. */
import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { assertFileName } from "./file-store.ts";
import type { FileStore } from "./file-store.ts";

const TEMPORARY = ".writing-";

export function createFileStore(folder: string): FileStore {
  return {
    async put(name, bytes) {
      assertFileName(name);
      const target = join(folder, name);
      const parent = dirname(target);
      await mkdir(parent, { recursive: true });
      const temporary = join(parent, `${TEMPORARY}${randomUUID()}`);
      try {
        const file = await open(temporary, "wx");
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(temporary, target);
        await syncFolder(parent);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    async get(name) {
      assertFileName(name);
      try {
        return new Uint8Array(await readFile(join(folder, name)));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async list(prefix) {
      const names: string[] = [];
      try {
        for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
          if (!entry.isFile() || entry.name.startsWith(TEMPORARY)) continue;
          const name = relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/");
          if (name.startsWith(prefix)) names.push(name);
        }
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
      return names.toSorted();
    },
    async remove(name) {
      assertFileName(name);
      await rm(join(folder, name), { force: true });
    },
  };
}

/** A rename is durable only when its folder is. Windows cannot open folders and syncs them by itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
