/** `npm run -s rembuk -- <command>`. Exit 0: fine; 1: refused, with one clear line; 2: wrong usage. */
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import { Refusal, WrongUsage } from "./cli/refusals.ts";

// Half of a short command is compiling; `npm start` keeps its own in the same place.
enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/node", import.meta.url)));

const USAGE = `Pemakaian / usage: npm run -s rembuk -- <perintah / command>
  parse FILE --json             teks peraturan menjadi ketentuan / regulation text to clauses
  create-admin EMAIL [NAME]     buat akun pengelola, cetak tautannya / make an administrator, print the link
  reset-link EMAIL              cetak tautan atur ulang kata sandi / print a link to reset a password
  backup DIR                    salin folder data ke DIR / copy the data folder to DIR
  restore DIR                   pulihkan folder data dari DIR / restore the data folder from DIR
  verify-audit [--head HASH]    periksa catatan / check the record`;

interface Commands {
  /** Throws `WrongUsage`, `Refusal`. */
  run(command: string, args: readonly string[]): Promise<void>;
}

// Each is loaded when it is called: reading a regulation needs no database.
const COMMANDS: Readonly<Record<string, () => Promise<Commands>>> = {
  parse: () => import("./cli/parse.node.ts"),
  "create-admin": () => import("./cli/accounts.node.ts"),
  "reset-link": () => import("./cli/accounts.node.ts"),
  backup: loadBackup,
  restore: loadBackup,
  "verify-audit": () => import("./cli/verify-audit.node.ts"),
};

async function loadBackup(): Promise<Commands> {
  const [{ createBackupCommands }, log] = await Promise.all([
    import("./cli/backup.node.ts"),
    import("../collab/log/sql-log.ts"),
  ]);
  return createBackupCommands(log);
}

async function main(): Promise<number> {
  const [name = "", ...args] = process.argv.slice(2);
  try {
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!load) throw new WrongUsage();
    await (await load()).run(name, args);
    return 0;
  } catch (error) {
    if (error instanceof WrongUsage) {
      console.error(USAGE);
      return 2;
    }
    console.error(error instanceof Refusal ? error.message : await wordOf(error));
    return 1;
  }
}

/** One line for what the rules or the configuration refuse; anything else with its stack. */
async function wordOf(error: unknown): Promise<unknown> {
  const [{ DomainError }, { ConfigError }, { presentProblem }] = await Promise.all([
    import("../domain/errors.ts"),
    import("./config.ts"),
    import("./http/problem.ts"),
  ]);
  if (error instanceof ConfigError) return error.message;
  return error instanceof DomainError ? presentProblem(error, "id", "-").detail : error;
}

process.exitCode = await main();
