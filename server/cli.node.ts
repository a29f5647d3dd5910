/** `npm run -s rembuk -- <command>`. Exit 0: fine; 1: refused, with one clear line; 2: wrong usage. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { hashPassword } from "better-auth/crypto";
import { ulid } from "ulid";
import { startNewEpochs } from "../collab/log/sql-log.ts";
import { createAuditTrail } from "../db/audit-trail.ts";
import { createHeadKeeper } from "../db/audit-heads.ts";
import { backup, BackupError, restore } from "../db/backup.node.ts";
import { isConstraintViolation } from "../db/constraint-violation.ts";
import { createVersionPayloadReader } from "../db/repos/version-payload.ts";
import { verifyAudit } from "../db/verify-audit.ts";
import { DomainError } from "../domain/errors.ts";
import type { AccountId, Cid } from "../domain/ids.ts";
import { parseRegulation } from "../domain/parsing/parse-regulation.ts";
import { presentParse } from "../domain/parsing/present-parse.ts";
import { createOfferLink } from "./accounts/offer-link.ts";
import { ConfigError } from "./config.ts";
import { readConfig } from "./config.node.ts";
import { openDataFolder, type DataFolder } from "./data-folder.node.ts";
import { createRepos, type Repos } from "./deps.ts";
import { presentProblem } from "./http/problem.ts";

const USAGE = `Pemakaian / usage: npm run -s rembuk -- <perintah / command>
  parse FILE --json             teks peraturan menjadi ketentuan / regulation text to clauses
  create-admin EMAIL [NAME]     buat akun pengelola, cetak tautannya / make an administrator, print the link
  reset-link EMAIL              cetak tautan atur ulang kata sandi / print a link to reset a password
  backup DIR                    salin folder data ke DIR / copy the data folder to DIR
  restore DIR                   pulihkan folder data dari DIR / restore the data folder from DIR
  verify-audit [--head HASH]    periksa catatan / check the record`;

/** Refused: one line, exit 1. */
class Refusal extends Error {}
/** Exit 2. */
class WrongUsage extends Error {}

type Command = (args: readonly string[]) => Promise<void>;

// `npm run` changes the working directory; paths mean the one where the command was called.
const fromCaller = (path: string): string => resolve(process.env["INIT_CWD"] ?? process.cwd(), path);

const commands: Readonly<Record<string, Command>> = {
  parse: async (args) => {
    const files = args.filter((arg) => !arg.startsWith("--"));
    const [file] = files;
    if (file === undefined || files.length > 1 || !args.includes("--json") || args.length !== 2)
      throw new WrongUsage();
    const bytes = await readFile(fromCaller(file)).catch((error: NodeJS.ErrnoException) => {
      throw new Refusal(
        `${file}: ${error.code === "ENOENT" ? "berkas tidak ada / no such file" : (error.code ?? "?")}`,
      );
    });
    const text = decodeUtf8(bytes, file);
    const parsed = parseRegulation(text, { newCid: () => ulid() as Cid });
    await print(`${JSON.stringify(presentParse(parsed), null, 2)}\n`);
  },

  "create-admin": async (args) => {
    const [email, name = "Administrator"] = args;
    if (email === undefined || args.length > 2) throw new WrongUsage();
    const address = email.trim().toLowerCase();
    if (!/^[^\s@]+@[^\s@]+$/.test(address))
      throw new Refusal(`${email}: bukan alamat surel / not an e-mail address`);
    await withRepos(async ({ repos, baseUrl, by }) => {
      const id = ulid() as AccountId;
      const account = { id, name, email: address, role: "admin" as const, head: false, unitId: null };
      // Nobody knows this password: the account waits for its link.
      const unknown = await hashPassword(crypto.randomUUID() + crypto.randomUUID());
      try {
        await repos.accounts.add(account, by, repos.accounts.passwordStatements(id, unknown, ulid(), by));
      } catch (error) {
        if (!isConstraintViolation(error, "accounts.email")) throw error;
        throw new Refusal(`${address}: alamat ini sudah dipakai / this address is taken`);
      }
      const offerLink = createOfferLink({ links: repos.links, baseUrl });
      const { url } = await offerLink({ kind: "reset", email: address, accountId: id }, by);
      await print(`${url}\n`);
    });
  },

  "reset-link": async (args) => {
    const [email] = args;
    if (email === undefined || args.length !== 1) throw new WrongUsage();
    await withRepos(async ({ repos, baseUrl, by }) => {
      const account = await repos.accounts.findByEmail(email.trim());
      if (!account) throw new Refusal(`${email}: akun tidak dikenal / no such account`);
      const offerLink = createOfferLink({ links: repos.links, baseUrl });
      const { url } = await offerLink({ kind: "reset", email: account.email, accountId: account.id }, by);
      await print(`${url}\n`);
    });
  },

  backup: async (args) => {
    const [target] = args;
    if (target === undefined || args.length !== 1) throw new WrongUsage();
    const { files } = await backup(dataDir(), fromCaller(target));
    await print(`${fromCaller(target)}: ${files.length} berkas / files\n`);
  },

  restore: async (args) => {
    const [source] = args;
    if (source === undefined || args.length !== 1) throw new WrongUsage();
    await restore(fromCaller(source), dataDir(), { startNewEpochs });
    await print(`${dataDir()}\n`);
  },

  "verify-audit": async (args) => {
    const head = args[0] === "--head" ? args[1] : undefined;
    if (args.length > 0 && (head === undefined || args.length !== 2)) throw new WrongUsage();
    if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) throw new WrongUsage();
    await withRepos(async ({ data, repos }) => {
      const readers = { version: createVersionPayloadReader(data.db, repos.versions) };
      const report = await verifyAudit({ db: data.db, files: data.files, readers, head });
      for (const { kind, chain, seq, subject } of report.findings) {
        await print(`${kind} ${chain ?? "-"} ${seq ?? "-"} ${subject ?? ""}\n`);
      }
      if (report.findings.length > 0) {
        throw new Refusal(`catatan tidak utuh / the record is not whole: ${report.findings.length}`);
      }
      await print(`utuh / whole: ${report.chains} rantai / chains, ${report.events} peristiwa / events\n`);
    });
  },
};

const dataDir = (): string => resolve(readConfig().dataDir);

interface Opened {
  readonly data: DataFolder;
  readonly repos: Repos;
  readonly baseUrl: string;
  readonly by: { readonly actor: null; readonly at: number };
}

async function withRepos(use: (opened: Opened) => Promise<void>): Promise<void> {
  const { baseUrl } = readConfig();
  const data = await openDataFolder(dataDir());
  const heads = createHeadKeeper(data.files, (error) => console.error(String(error)));
  const trail = createAuditTrail({ db: data.db, onEvent: (event) => heads.keep(event) });
  try {
    await use({ data, repos: createRepos(data.db, trail), baseUrl, by: { actor: null, at: Date.now() } });
    await heads.flush();
  } finally {
    await data.close();
  }
}

function decodeUtf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(`${file}: bukan teks UTF-8 / not UTF-8 text`);
  }
}

/** Resolves when the text was taken: exiting must not cut a pipe. */
const print = (text: string): Promise<void> =>
  new Promise((done, fail) => process.stdout.write(text, (error) => (error ? fail(error) : done())));

async function main(): Promise<number> {
  const [name = "", ...args] = process.argv.slice(2);
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) throw new WrongUsage();
    await command(args);
    return 0;
  } catch (error) {
    if (error instanceof WrongUsage) {
      console.error(USAGE);
      return 2;
    }
    const known = error instanceof Refusal || error instanceof BackupError || error instanceof ConfigError;
    if (known) console.error(error.message);
    else if (error instanceof DomainError) console.error(presentProblem(error, "id", "-").detail);
    else console.error(error);
    return 1;
  }
}

process.exitCode = await main();
