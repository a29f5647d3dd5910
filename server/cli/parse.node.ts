/** `parse FILE --json` */
import { readFile } from "node:fs/promises";
import { ulid } from "ulid";
import { DomainError } from "../../domain/errors.ts";
import type { Cid } from "../../domain/ids.ts";
import { parseRegulation } from "../../domain/parsing/parse-regulation.ts";
import { describeParseRefusal } from "../../domain/parsing/parsing.intl.ts";
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
  const parsed = parsedOrRefused(decodeUtf8(bytes, file), file);
  await print(`${JSON.stringify(presentParse(parsed), null, 2)}\n`);
}

function parsedOrRefused(text: string, file: string): ReturnType<typeof parseRegulation> {
  try {
    return parseRegulation(text, { newCid: () => ulid() as Cid });
  } catch (error) {
    const sentence = error instanceof DomainError ? describeParseRefusal(error, "id") : null;
    throw sentence === null ? error : new Refusal(`${file}: ${sentence}`);
  }
}

function decodeUtf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const line = (new TextDecoder().decode(bytes).split("\uFFFD", 1)[0] ?? "").split("\n").length;
    throw new Refusal(`${file}: bukan teks UTF-8, lihat baris ${line} / not UTF-8 text, see line ${line}`);
  }
}
