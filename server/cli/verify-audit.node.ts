/** `verify-audit [--head HASH]` */
import { verifyAudit } from "../../db/verify-audit.ts";
import { createPayloadReaders } from "../payload-readers.ts";
import { Refusal, WrongUsage } from "./refusals.ts";
import { print } from "./terminal.node.ts";
import { withRepos } from "./with-repos.node.ts";

export async function run(_command: string, args: readonly string[]): Promise<void> {
  const head = args[0] === "--head" ? args[1] : undefined;
  if (args.length > 0 && (head === undefined || args.length !== 2)) throw new WrongUsage();
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) throw new WrongUsage();
  await withRepos(async ({ data, repos }) => {
    const readers = createPayloadReaders(data.db, repos);
    const report = await verifyAudit({ db: data.db, files: data.files, readers, head });
    for (const { kind, chain, seq, subject } of report.findings) {
      await print(`${kind} ${chain ?? "-"} ${seq ?? "-"} ${subject ?? ""}\n`);
    }
    for (const subject of report.erased) await print(`dihapus sebagian / erased in part: ${subject}\n`);
    if (report.findings.length > 0) {
      throw new Refusal(`catatan tidak utuh / the record is not whole: ${report.findings.length}`);
    }
    await print(`utuh / whole: ${report.chains} rantai / chains, ${report.events} peristiwa / events\n`);
  });
}
