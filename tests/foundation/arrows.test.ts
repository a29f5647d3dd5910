/** The arrows of docs/architecture.md hold because the linter refuses the others; here it is shown to refuse. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const place = mkdtempSync(join(tmpdir(), "rembuk-arrows-"));
cpSync(join(root, ".oxlintrc.json"), join(place, ".oxlintrc.json"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

function refuses(file: string, imported: string): boolean {
  const path = join(place, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `import { x } from ${JSON.stringify(imported)};\nexport const y = x;\n`);
  const result = spawnSync(join(root, "node_modules", ".bin", "oxlint"), [file], {
    cwd: place,
    encoding: "utf8",
  });
  rmSync(path);
  return result.stdout.includes("no-restricted-imports");
}

test.each([
  ["domain/a/x.ts", "../../db/database.ts"],
  ["domain/a/x.ts", "../../collab/document/wire.ts"],
  ["domain/a/x.ts", "node:fs"],
  ["domain/a/x.ts", "hono"],
  ["domain/a/x.ts", "yjs"],
  ["db/repos/x.ts", "../../server/app.ts"],
  ["db/repos/x.ts", "node:fs"],
  ["db/x.node.ts", "libsql"],
  ["collab/room/x.ts", "../../server/app.ts"],
  ["collab/room/x.ts", "ws"],
  ["collab/document/x.ts", "../room/room.ts"],
  ["collab/document/x.ts", "../../db/database.ts"],
  ["server/policies/x.ts", "../../collab/room/rooms.ts"],
  ["server/policies/x.ts", "../../collab/host.node.ts"],
  ["server/policies/x.ts", "../../client/main.tsx"],
  ["server/policies/x.ts", "node:crypto"],
  ["client/policies/x.tsx", "../../server/app.ts"],
  ["client/policies/x.tsx", "../../collab/room/protocol.ts"],
  ["client/policies/x.tsx", "../../db/database.ts"],
])("%s may not import %s", (file, imported) => {
  expect(refuses(file, imported)).toBe(true);
});

test.each([
  ["domain/a/x.ts", "../ids.ts"],
  ["domain/a/x.ts", "valibot"],
  ["domain/a/x.ts", "canonicalize"],
  ["db/repos/x.ts", "../../domain/ids.ts"],
  ["db/libsql-worker.node.ts", "libsql"],
  ["collab/room/x.ts", "../document/wire.ts"],
  ["collab/log/x.ts", "../../db/sql-connection.ts"],
  ["server/policies/x.ts", "../../db/repos/policy.repo.ts"],
  ["server/policies/x.ts", "../../collab/document/wire.ts"],
  ["server/entry.node.ts", "../collab/host.node.ts"],
  ["client/editor/x.ts", "../../collab/document/nodes.ts"],
  ["client/editor/x.ts", "../../domain/clauses/labels.ts"],
])("%s may import %s", (file, imported) => {
  expect(refuses(file, imported)).toBe(false);
});
