/** The command line as people call it: its own process, its own data folder. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDataFolder } from "../../server/data-folder.node.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

describe("rembuk", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "rembuk-cli-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const rembuk = (args: readonly string[], env: Record<string, string> = {}): Promise<Ended> =>
    new Promise((resolve) => {
      execFile(
        process.execPath,
        ["server/cli.node.ts", ...args],
        {
          cwd: join(import.meta.dirname, "..", ".."),
          // vite sets BASE_URL to a path; empty counts as unset.
          env: { ...process.env, BASE_URL: "", DATA_DIR: join(folder, "data"), INIT_CWD: folder, ...env },
        },
        (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
      );
    });

  test("wrong usage is 2 with the list of commands", async () => {
    const wrong = [
      [],
      ["tidak-ada"],
      ["parse"],
      ["parse", "x"],
      ["backup"],
      ["verify-audit", "--head", "xyz"],
      ["constructor"],
    ];
    for (const { code, err } of await Promise.all(wrong.map((args) => rembuk(args)))) {
      expect(code, err).toBe(2);
      expect(err).toContain("create-admin EMAIL");
    }
  }, 60_000);

  test("the state of dev:workers is not opened while something has it open: one line says to stop it", async () => {
    const state = join(folder, "data", "workers");
    await mkdir(state, { recursive: true });
    await writeFile(join(state, ".running"), String(process.pid));
    for (const args of [["verify-audit"], ["reset-link", "a@uji.test"]]) {
      const { code, err } = await rembuk(args, { CLOUDFLARE: "local" });
      expect(code, err).toBe(1);
      expect(err).toMatch(/^hentikan dahulu dev:workers \/ stop dev:workers first: .*\n$/);
    }
    await rm(state, { recursive: true });
  }, 60_000);

  test("parse reads a path from where the command was called, and refuses with one line", async () => {
    await writeFile(
      join(folder, "naskah.txt"),
      "BAB I\nKETENTUAN UMUM\n\nPasal 1\nDaerah adalah Kota Uji.\n",
    );
    const parsed = await rembuk(["parse", "naskah.txt", "--json"]);
    expect(parsed.code).toBe(0);
    const { clauses } = JSON.parse(parsed.out) as {
      clauses: { kind: string; label: string; line: number }[];
    };
    expect(clauses).toMatchObject([
      { kind: "bab", label: "BAB I", line: 1 },
      { kind: "pasal", label: "Pasal 1", line: 4 },
      { kind: "isi", line: 5 },
    ]);
    await writeFile(join(folder, "biner.txt"), new Uint8Array([0x89, 0x50, 0xff, 0x00]));
    await writeFile(join(folder, "kosong.txt"), "");
    for (const name of ["tidak-ada.txt", "biner.txt", "kosong.txt"]) {
      const { code, out, err } = await rembuk(["parse", name, "--json"]);
      expect(code, name).toBe(1);
      expect(out).toBe("");
      expect(err.trim().split("\n")).toHaveLength(1);
    }
  }, 60_000);

  test("an administrator is made with a link; backup, restore and the check of the record work on it", async () => {
    const made = await rembuk(["create-admin", "Admin@Uji.test"], { BASE_URL: "https://rembuk.uji.test" });
    expect(made.out).toMatch(/^https:\/\/rembuk\.uji\.test\/atur-ulang\/[\w-]{43}\n$/);
    expect(await rembuk(["create-admin", "admin@uji.test"])).toMatchObject({ code: 1 });
    expect((await rembuk(["reset-link", "admin@uji.test"])).out).toContain("/atur-ulang/");
    expect(await rembuk(["reset-link", "lain@uji.test"])).toMatchObject({ code: 1, out: "" });
    expect(await rembuk(["verify-audit"])).toMatchObject({ code: 0 });
    expect(await rembuk(["verify-audit", "--head", "0".repeat(64)])).toMatchObject({ code: 1 });
    const data = await openDataFolder(join(folder, "data"));
    await data.relations.batch([
      {
        sql: `insert into sessions (id, token, account_id, expires_at, created_at, updated_at)
              select 'sesi', 'rahasia', id, 9e12, 1, 1 from accounts`,
        params: [],
      },
    ]);
    await data.close();
    expect(await rembuk(["backup", "salinan"])).toMatchObject({ code: 0 });
    expect(await rembuk(["backup", "salinan"])).toMatchObject({ code: 1 });
    const restored = { DATA_DIR: join(folder, "pulih") };
    expect(await rembuk(["restore", "salinan"], restored)).toMatchObject({ code: 0 });
    expect(await rembuk(["verify-audit"], restored)).toMatchObject({ code: 0 });
    // [AK6] Nobody is signed in any more, no link from then works, and the record says why.
    const again = await openDataFolder(join(folder, "pulih"));
    const rowsOf = async (sql: string) => (await again.relations.query({ sql, params: [] })).rows;
    expect(await rowsOf("select count(*) from sessions")).toEqual([[0]]);
    expect(await rowsOf("select count(*) from account_links where used_at is null")).toEqual([[0]]);
    expect(await rowsOf("select action from events order by seq desc limit 1")).toEqual([
      ["backup.restored"],
    ]);
    await again.close();
    expect(await rembuk(["reset-link", "admin@uji.test"], restored)).toMatchObject({ code: 0 });
    expect(await rembuk(["restore", "salinan"], restored)).toMatchObject({ code: 1 });
  }, 60_000);

  test("a wrong configuration is one message", async () => {
    const { code, err } = await rembuk(["reset-link", "x@y.id"], { PORT: "abc", DEMO: "2" });
    expect(code).toBe(1);
    expect(err).toContain("PORT: ");
    expect(err).toContain("DEMO: ");
  });
});
