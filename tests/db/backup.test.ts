import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openSqlLog, startNewEpochs } from "../../collab/log/sql-log.ts";
import { StaleEpochError } from "../../collab/log/update-log.ts";
import { backup, restore } from "../../db/backup.node.ts";
import { createFileStore } from "../../db/file-store.node.ts";
import { openLibsql } from "../../db/libsql.node.ts";
import type { LibsqlConnection } from "../../db/libsql.node.ts";
import type { UpdateLog } from "../../collab/log/update-log.ts";
import type { AccountId, PolicyId } from "../../domain/ids.ts";

const document = "01JD0000000000000000000001" as PolicyId;
const ani = "01JA0000000000000000000001" as AccountId;
const row = (text: string) =>
  ({ update: new TextEncoder().encode(text), actor: ani, cause: "typed", at: 1, claims: [4] }) as const;

const options = { startNewEpochs, settle: async () => undefined };

describe("backup and restore", () => {
  let root: string;
  let data: string;
  let target: string;
  let fresh: string;
  let relations: LibsqlConnection;
  let log: UpdateLog;

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), "rembuk-backup-"));
    [data, target, fresh] = [join(root, "data"), join(root, "backup"), join(root, "fresh")];
    mkdirSync(data);
    relations = await openLibsql(join(data, "rembuk.db"));
    await relations.batch([
      { sql: "create table positions (seq integer primary key)", params: [] },
      { sql: "insert into positions values (1)", params: [] },
    ]);
    log = await openSqlLog(await openLibsql(join(data, "rooms.db")));
    await log.create(document, row("1"));
    await createFileStore(join(data, "files")).put("audit-heads/system.json", new TextEncoder().encode("{}"));
    await createFileStore(join(data, "files")).put("letterheads/palu.png", new Uint8Array([1, 2, 3]));
  });
  afterEach(async () => {
    await relations.close();
    await log.close();
    rmSync(root, { recursive: true });
  });

  test("what was there is there again, in a new epoch, with the server running all the while", async () => {
    let stop = false;
    // As the server does it: first durable in the log, then a row that names the position.
    const writing = (async () => {
      while (!stop) {
        const seq = await log.append(document, 1, [row("more")]);
        await relations.batch([{ sql: "insert into positions values (?)", params: [seq] }]);
      }
    })();
    const manifest = await backup(data, target, () => new Date(0));
    stop = true;
    await writing;
    expect(manifest.createdAt).toBe("1970-01-01T00:00:00.000Z");
    expect(manifest.files.map(({ name }) => name)).toEqual([
      "files/audit-heads/system.json",
      "files/letterheads/palu.png",
      "rembuk.db",
      "rooms.db",
    ]);

    await restore(target, fresh, options);
    expect(readdirSync(fresh).toSorted()).toEqual(["files", "rembuk.db", "rooms.db"]);
    expect(await createFileStore(join(fresh, "files")).get("letterheads/palu.png")).toEqual(
      new Uint8Array([1, 2, 3]),
    );
    const restored = await openLibsql(join(fresh, "rembuk.db"));
    const [last] =
      (await restored.query({ sql: "select max(seq) from positions", params: [] })).rows[0] ?? [];
    const rooms = await openSqlLog(await openLibsql(join(fresh, "rooms.db")));
    const loaded = await rooms.load(document);
    expect(loaded?.epoch).toBe(2);
    expect(loaded?.clientOwners.size).toBe(0);
    expect(loaded?.tail.at(-1)?.seq).toBeGreaterThanOrEqual(Number(last));
    await expect(rooms.append(document, 1, [row("from the later past")])).rejects.toBeInstanceOf(
      StaleEpochError,
    );
    await rooms.append(document, 2, [row("on we go")]);
    expect(await rooms.authorsSince(document, 0)).toEqual([ani]);
    await restored.close();
    await rooms.close();
  });

  test("refuses to overwrite anything, and a folder that holds no data", async () => {
    mkdirSync(target);
    writeFileSync(join(target, "precious.txt"), "x");
    await expect(backup(data, target)).rejects.toThrow(/not empty/);
    expect(readdirSync(target)).toEqual(["precious.txt"]);
    rmSync(target, { recursive: true });
    await backup(data, target);
    await expect(restore(target, data, options)).rejects.toThrow(/not empty/);
    await expect(backup(fresh, join(root, "other"))).rejects.toThrow(/holds no rembuk.db/);
    expect(readdirSync(root).toSorted()).toEqual(["backup", "data"]);
  });

  test.each<[string, (target: string) => void, RegExp]>([
    [
      "a changed file",
      (at) => appendFileSync(join(at, "rembuk.db"), "x"),
      /rembuk.db is not what was backed up/,
    ],
    ["a missing file", (at) => rmSync(join(at, "rooms.db")), /rooms.db is missing/],
    [
      "an added file",
      (at) => writeFileSync(join(at, "files", "extra"), "x"),
      /files\/extra is not in the manifest/,
    ],
    ["no manifest", (at) => rmSync(join(at, "manifest.json")), /not a complete backup/],
    [
      "a broken manifest",
      (at) => writeFileSync(join(at, "manifest.json"), "{"),
      /manifest.json cannot be read/,
    ],
    [
      "a manifest that points outside",
      (at) => {
        const path = join(at, "manifest.json");
        writeFileSync(path, readFileSync(path, "utf8").replace("rooms.db", "../data/rooms.db"));
      },
      /manifest.json cannot be read: not a file name/,
    ],
  ])("refuses %s and writes nothing", async (_name, damage, message) => {
    await backup(data, target);
    damage(target);
    await expect(restore(target, fresh, options)).rejects.toThrow(message);
    expect(readdirSync(root)).not.toContain("fresh");
  });
});
