/** A clear sentence for each part of wrangler.toml that is missing or cannot be read. */
import * as v from "valibot";

const NEEDED: Readonly<Record<"DB" | "DOCUMENTS" | "ASSETS" | "FILES", string>> = {
  DB: '[[d1_databases]] binding = "DB", database_name = "rembuk", database_id from: npx wrangler d1 create rembuk',
  DOCUMENTS:
    '[[durable_objects.bindings]] name = "DOCUMENTS", class_name = "DocumentRoom", and the [[migrations]] block',
  ASSETS: '[assets] directory = "./dist/client", binding = "ASSETS", run_worker_first = true',
  FILES: '[[r2_buckets]] binding = "FILES", bucket_name from: npx wrangler r2 bucket create rembuk-files',
};

const Variables = v.object({
  BASE_URL: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (value) =>
          URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && new URL(value).pathname === "/",
        "must be an address that begins with https:// and has no path",
      ),
    ),
  ),
  DEMO: v.optional(v.picklist(["0", "1"], "must be 0 or 1")),
});

/** One line for each binding that is missing and each variable that cannot be read; none when all is well. */
export function missingParts(env: object): readonly string[] {
  const given = env as Readonly<Record<string, unknown>>;
  const bindings = Object.entries(NEEDED)
    .filter(([name]) => given[name] === undefined)
    .map(([name, how]) => `${name}: no such binding; in wrangler.toml: ${how}`);
  const variables = v.safeParse(Variables, { BASE_URL: given["BASE_URL"], DEMO: given["DEMO"] });
  const wrong = variables.success
    ? []
    : variables.issues.map(
        (issue) => `${v.getDotPath(issue)}: ${issue.message} (in [vars] of wrangler.toml)`,
      );
  return [...bindings, ...wrong];
}

/** Says so to whoever asks, and in the log. */
export function answerMissing(missing: readonly string[]): Response {
  const detail = `Konfigurasi belum lengkap / the configuration is incomplete:\n${missing.join("\n")}\n`;
  return new Response(detail, {
    status: 503,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
