/** A process that appends rows to the log at argv[2], several at once, and prints each position once it is acknowledged. */
import { openSqlLog } from "../../collab/log/sql-log.ts";
import { openLibsql } from "../../db/libsql.node.ts";
import type { PolicyId } from "../../domain/ids.ts";

const document = "01JD0000000000000000000001" as PolicyId;
const log = await openSqlLog(await openLibsql(process.argv[2] ?? ""));
const row = (text: string) =>
  ({ update: new TextEncoder().encode(text), actor: null, cause: "repair", at: 0 }) as const;
const loaded = await log.load(document);
if (!loaded) await log.create(document, row("1"));
let next = (loaded?.tail.at(-1)?.seq ?? 1) + 1;
for (;;) {
  await Promise.all(
    Array.from({ length: 5 }, async () => {
      const number = next++;
      const seq = await log.append(document, 1, [row(String(number))]);
      process.stdout.write(`${seq}\n`);
    }),
  );
}
