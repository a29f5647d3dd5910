/**
 * Copies of the whole data folder, taken while the server runs, and the way
 * back. The order is the point: kept heads of the audit chains, then
 * `rembuk.db`, then `rooms.db`, so that no head is beyond its chain and every
 * version's log position exists; other files last, so that each one a row
 * names is there.
 */
import { createHash } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import * as v from "valibot";
import { assertFileName, type FileStore } from "./file-store.ts";
import { createFileStore, syncFolder } from "./file-store.node.ts";
import { openLibsql } from "./libsql.node.ts";
import type { SqlConnection } from "./sql-connection.ts";

export const RELATIONS_FILE = "rembuk.db";
export const ROOMS_FILE = "rooms.db";
export const FILES_FOLDER = "files";

const HEADS_FOLDER = `${FILES_FOLDER}/audit-heads/`;
const MANIFEST = "manifest.json";
const STAGING = ".restoring";

/** A refusal that the command line shows as one line. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}

const ManifestFile = v.strictObject({
  name: v.pipe(v.string(), v.maxLength(1000)),
  bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
const Manifest = v.strictObject({
  format: v.literal(1),
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  files: v.pipe(v.array(ManifestFile), v.minLength(1)),
});
export type BackupManifest = v.InferOutput<typeof Manifest>;

/**
 * Writes a backup of `dataDir` into `targetDir`, which must be empty or not
 * exist. The manifest is written last: a folder without one is no backup.
 */
export async function backup(
  dataDir: string,
  targetDir: string,
  now: () => Date = () => new Date(),
): Promise<BackupManifest> {
  if (!(await exists(join(dataDir, RELATIONS_FILE))))
    throw new BackupError(`${dataDir} holds no ${RELATIONS_FILE}`);
  if (!(await isEmptyOrMissing(targetDir)))
    throw new BackupError(`${targetDir} is not empty: a backup overwrites nothing`);
  await mkdir(targetDir, { recursive: true });
  const createdAt = now().toISOString();

  const isHead = (name: string) => name.startsWith(HEADS_FOLDER);
  for (const name of (await filesIn(dataDir)).filter(isHead)) await copyDurably(dataDir, targetDir, name);
  for (const name of [RELATIONS_FILE, ROOMS_FILE]) {
    if (await exists(join(dataDir, name))) await copyDatabase(join(dataDir, name), join(targetDir, name));
  }
  for (const name of (await filesIn(dataDir)).filter((each) => !isHead(each))) {
    await copyDurably(dataDir, targetDir, name);
  }

  const files = await Promise.all(
    (await allFiles(targetDir)).map(async (name) => ({ name, ...(await digestOf(join(targetDir, name))) })),
  );
  const manifest: BackupManifest = { format: 1, createdAt, files };
  await createFileStore(targetDir).put(
    MANIFEST,
    new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`),
  );
  return manifest;
}

export interface RestoreOptions {
  /**
   * Puts every document of the restored log into a new epoch
   * (`collab/log/sql-log.ts`), so that replicas of a later past cannot merge in.
   */
  readonly startNewEpochs: (rooms: SqlConnection) => Promise<void>;
  /** Ends what must not outlive the restore, and records it (`restored.node.ts`). `takenAt` is the backup's time, ISO 8601. */
  readonly settle: (relations: SqlConnection, files: FileStore, takenAt: string) => Promise<void>;
}

/**
 * Brings the backup in `sourceDir` into `dataDir`, which must be empty or not
 * exist. Everything is checked before the first file is written.
 */
export async function restore(
  sourceDir: string,
  dataDir: string,
  { startNewEpochs, settle }: RestoreOptions,
): Promise<BackupManifest> {
  if (!(await isEmptyOrMissing(dataDir)))
    throw new BackupError(`${dataDir} is not empty: a restore overwrites nothing`);
  const manifest = await readManifest(sourceDir);
  await checkFiles(sourceDir, manifest);

  // Staged beside its place, so that an interrupted restore leaves no data folder that looks whole.
  const staging = join(dataDir, STAGING);
  await mkdir(staging, { recursive: true });
  try {
    for (const { name } of manifest.files) await copyDurably(sourceDir, staging, name);
    for (const name of [RELATIONS_FILE, ROOMS_FILE]) {
      if (!(await exists(join(staging, name)))) continue;
      const connection = await openLibsql(join(staging, name));
      try {
        const { rows } = await connection.query({
          sql: "select quick_check from pragma_quick_check",
          params: [],
        });
        if (rows[0]?.[0] !== "ok")
          throw new BackupError(`${name} in the backup is damaged: ${String(rows[0]?.[0])}`);
        if (name === ROOMS_FILE) await startNewEpochs(connection);
        else await settle(connection, createFileStore(join(staging, FILES_FOLDER)), manifest.createdAt);
      } finally {
        await connection.close();
      }
    }
    for (const entry of await readdir(staging)) {
      if (entry === RELATIONS_FILE || /-(wal|shm)$/.test(entry)) continue;
      await rename(join(staging, entry), join(dataDir, entry));
    }
    // Last: with this file in its place the folder counts as one of Rembuk's.
    await rename(join(staging, RELATIONS_FILE), join(dataDir, RELATIONS_FILE));
    await syncFolder(dataDir);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return manifest;
}

async function readManifest(sourceDir: string): Promise<BackupManifest> {
  let text: string;
  try {
    text = await readFile(join(sourceDir, MANIFEST), "utf8");
  } catch {
    throw new BackupError(`${sourceDir} is not a complete backup: it has no ${MANIFEST}`);
  }
  try {
    const manifest = v.parse(Manifest, JSON.parse(text));
    for (const { name } of manifest.files) assertFileName(name);
    if (!manifest.files.some(({ name }) => name === RELATIONS_FILE)) throw new Error(`no ${RELATIONS_FILE}`);
    return manifest;
  } catch (error) {
    throw new BackupError(
      `${MANIFEST} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

async function checkFiles(sourceDir: string, manifest: BackupManifest): Promise<void> {
  const listed = new Set(manifest.files.map(({ name }) => name));
  for (const name of await allFiles(sourceDir)) {
    if (name !== MANIFEST && !listed.has(name))
      throw new BackupError(`${name} is not in the manifest of the backup`);
  }
  for (const { name, bytes, sha256 } of manifest.files) {
    const path = join(sourceDir, name);
    if (!(await exists(path))) throw new BackupError(`${name} is missing from the backup`);
    const found = await digestOf(path);
    if (found.bytes !== bytes || found.sha256 !== sha256)
      throw new BackupError(`${name} is not what was backed up`);
  }
}

/** A consistent copy without free pages, whatever commits meanwhile. */
async function copyDatabase(source: string, target: string): Promise<void> {
  const connection = await openLibsql(source);
  try {
    await connection.vacuumInto(target);
  } finally {
    await connection.close();
  }
  // SQLite does not sync what it vacuums into.
  await syncFile(target);
}

async function copyDurably(from: string, to: string, name: string): Promise<void> {
  const target = join(to, name);
  await mkdir(dirname(target), { recursive: true });
  await copyFile(join(from, name), target, constants.COPYFILE_EXCL);
  await syncFile(target);
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Names under `files/` of a data folder, as the file store lists them. */
async function filesIn(dataDir: string): Promise<string[]> {
  return (await createFileStore(join(dataDir, FILES_FOLDER)).list("")).map(
    (name) => `${FILES_FOLDER}/${name}`,
  );
}

async function allFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .toSorted();
}

async function digestOf(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.byteLength;
  }
  return { bytes, sha256: hash.digest("hex") };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function isEmptyOrMissing(folder: string): Promise<boolean> {
  if (!(await exists(folder))) return true;
  if (!(await stat(folder)).isDirectory()) return false;
  return (await readdir(folder)).length === 0;
}
