/** `parse FILE --json` */
import { readFile } from "node:fs/promises";
import { ulid } from "ulid";
import type { Cid } from "../../domain/ids.ts";
import { parseRegulation } from "../../domain/parsing/parse-regulation.ts";
import { presentParse } from "../../domain/parsing/present-parse.ts";
import { Refusal, WrongUsage } from "./refusals.ts";
import { fromCaller, print } from "./terminal.node.ts";

export async function run(_command: string, args: readonly string[]): Promise<void> {
  const files = args.filter((arg) => !arg.startsWith("--"));
  const [file] = files;
  if (file === undefined || files.length > 1 || !args.includes("--json") || args.length !== 2)
    throw new WrongUsage();
  const bytes = await readFile(fromCaller(file)).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(
      `${file}: ${error.code === "ENOENT" ? "berkas tidak ada / no such file" : (error.code ?? "?")}`,
    );
  });
  const parsed = parseRegulation(decodeUtf8(bytes, file), { newCid: () => ulid() as Cid });
  await print(`${JSON.stringify(presentParse(parsed), null, 2)}\n`);
}

function decodeUtf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(`${file}: bukan teks UTF-8 / not UTF-8 text`);
  }
}
