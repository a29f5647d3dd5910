/**
 * The page of a consultation over HTTP, beside plain Hono with the same bytes:
 * `npm run bench -- portal`. Writes its section of docs/bench.md.
 */
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { brotliCompressSync } from "node:zlib";
import { join } from "node:path";
import { freePort, startServer } from "../support/server-process.ts";
import { writeSection } from "./page.ts";
import { processMs } from "./process-time.ts";
import { fullLoad, steadyLoad, type Asked, type LoadFigures } from "./load.ts";

const RATE = 500;
const SECONDS = Number(process.env["BENCH_SECONDS"] ?? 8);
const root = join(import.meta.dirname, "../..");
const sample = join(root, "tests/vectors/corpus/03-perbup-kulonprogo-63-2020-penghargaan-sanksi.txt");

interface Opened {
  readonly path: string;
  readonly form: string;
}

/** A consultation on a text of the corpus, made as its team makes it. */
async function openConsultation(url: string): Promise<Opened> {
  const signedIn = await fetch(`${url}/masuk`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: url },
    body: new URLSearchParams({ email: "perancang1@demo.rembuk.id", password: "rembuk-demo" }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  const ask = async (method: string, path: string, body?: unknown, more: Record<string, string> = {}) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        cookie,
        origin: url,
        "content-type": "application/json",
        "idempotency-key": crypto.randomUUID(),
        ...more,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return { etag: response.headers.get("etag") ?? "", value: (await response.json()) as never };
  };
  type Items = { items: { id: string; authorityId: string; timeZone: string }[] };
  const { items: authorities } = (await ask("GET", "/api/authorities")).value as Items;
  const authority = authorities[0];
  const { items: groups } = (await ask("GET", "/api/groups")).value as Items;
  const policy = (
    await ask("POST", "/api/policies", {
      authorityId: authority?.id,
      documentType: "perkada",
      title: "Uji beban",
      source: { type: "text", text: readFileSync(sample, "utf8") },
    })
  ).value as { id: string };
  const base = `/api/policies/${policy.id}`;
  await ask("POST", `${base}/versions`, { label: "Draf" });
  const day = (ms: number) => new Date(Date.now() + ms).toISOString().slice(0, 16);
  const { value, etag } = await ask("POST", `${base}/consultations`, {
    title: "Uji beban",
    version: 1,
    opens: day(-86_400_000),
    closes: day(10 * 86_400_000),
    summary: "Rancangan ini mengatur penghargaan dan sanksi. Ia menyangkut semua pegawai.",
    whatHappens: "Setiap masukan dijawab.",
    legalBasis: "UU 12/2011 Pasal 96",
    contact: "BKPSDM",
    retentionMonths: 12,
    comments: "open",
    submissions: false,
    groups: groups
      .filter(({ authorityId }) => authorityId === authority?.id)
      .slice(0, 2)
      .map(({ id }) => ({ groupId: id, target: null })),
  });
  const { id } = value as { id: string };
  await ask("POST", `${base}/consultations/${id}/announce`, {}, { "if-match": etag });
  return { path: `/konsultasi/${id}`, form: `/konsultasi/${id}/masukan/umum` };
}

/** Comments from ever other addresses, as a trusted proxy reports them. */
const commentOf =
  ({ form }: Opened, url: string) =>
  (index: number): Asked => ({
    method: "POST",
    path: form,
    headers: {
      origin: url,
      "content-type": "application/x-www-form-urlencoded",
      "x-forwarded-for": `10.${(index >> 8) & 255}.${index & 255}.1`,
    },
    body: new URLSearchParams({
      kelompok: "lain",
      sikap: "support",
      masukan: `Masukan nomor ${index}, dengan beberapa kata supaya panjangnya wajar.`,
    }).toString(),
  });

const tenth = (value: number): string => value.toFixed(1);
function row(name: string, figures: LoadFigures, cpuMs: number | null): string {
  const { rate, p50Ms, p95Ms, p99Ms, statuses, bytes } = figures;
  const told = Object.entries(statuses)
    .map(([status, count]) => `${status}: ${count}`)
    .join(", ");
  const cpu = cpuMs === null ? "–" : cpuMs.toFixed(2);
  return `| ${name} | ${Math.round(rate)} | ${tenth(p50Ms)} | ${tenth(p95Ms)} | ${tenth(p99Ms)} | ${cpu} | ${bytes} | ${told} |`;
}

/** Measures with the processor time that the server needed for each answer. */
async function timed(
  pid: number | undefined,
  measure: () => Promise<LoadFigures>,
): Promise<{ readonly figures: LoadFigures; readonly cpuMs: number | null }> {
  const before = processMs(pid);
  const figures = await measure();
  const after = processMs(pid);
  const answers = Object.values(figures.statuses).reduce((sum, count) => sum + count, 0);
  return { figures, cpuMs: before === null || after === null ? null : (after - before) / answers };
}

const folder = await mkdtemp(join(tmpdir(), "rembuk-bench-portal-"));
// Two processors: the server has one, what asks it the other; a proxy says who asks.
const server = await startServer({
  dataDir: join(folder, "data"),
  env: { DEMO: "1", LOG_LEVEL: "error", TRUST_PROXY: "1" },
});
let stopPlain = (): void => {};
try {
  const opened = await openConsultation(server.url);
  const headers = { "accept-encoding": "br", "accept-language": "id" };
  const page = (): Asked => ({ path: opened.path, headers });
  const first = await fetch(`${server.url}${opened.path}`, { headers });
  const etag = first.headers.get("etag") ?? "";
  const known = (): Asked => ({ path: opened.path, headers: { ...headers, "if-none-match": etag } });

  const port = await freePort();
  const file = join(folder, "page");
  await writeFile(file, await first.text());
  await writeFile(file, brotliCompressSync(readFileSync(file)));
  const plain = spawn(process.execPath, ["tests/bench/plain-hono.ts", String(port), file, "br"], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
  });
  stopPlain = () => void plain.kill();
  const plainUrl = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await fetch(plainUrl).then(
        () => true,
        () => false,
      )
    ) {
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  await fullLoad(server.url, page, { connections: 32, seconds: 2 });
  await fullLoad(plainUrl, page, { connections: 32, seconds: 2 });
  const steady = { rate: RATE, seconds: SECONDS };
  const rows: string[] = [];
  const note = async (name: string, pid: number | undefined, measure: () => Promise<LoadFigures>) => {
    const { figures, cpuMs } = await timed(pid, measure);
    rows.push(row(name, figures, cpuMs));
    console.log(rows.at(-1));
    return figures;
  };
  const [own, theirs] = [server.process.pid, plain.pid];
  await note(`page, ${RATE} a second`, own, () => steadyLoad(server.url, page, steady));
  await note(`unchanged (304), ${RATE} a second`, own, () => steadyLoad(server.url, known, steady));
  await note(`plain Hono, ${RATE} a second`, theirs, () => steadyLoad(plainUrl, page, steady));
  const full = { connections: 32, seconds: SECONDS };
  const most = await note("page, as many as go", own, () => fullLoad(server.url, page, full));
  await note("unchanged (304), as many as go", own, () => fullLoad(server.url, known, full));
  const floor = await note("plain Hono, as many as go", theirs, () => fullLoad(plainUrl, page, full));
  const comments = steadyLoad(server.url, commentOf(opened, server.url), { rate: 5, seconds: SECONDS });
  await note(`page, ${RATE} a second, while 5 comments a second come in`, own, () =>
    steadyLoad(server.url, page, steady),
  );
  rows.push(row("those comments", await comments, null));
  const load = (loadavg()[0] ?? 0).toFixed(1);
  const lines = [
    "# The portal",
    "",
    `Written by \`npm run bench -- portal\` on ${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC. ${cpus().length} × ${cpus()[0]?.model ?? "?"}; load average at the end ${load}.`,
    "",
    `The page of a consultation on corpus 03 (the whole text with a link to a form under each clause), from a server process of its own over HTTP on the same machine. Waits count from the moment at which a request was due.`,
    "Processor time is that of the server, all threads. Plain Hono answers every request with the same compressed bytes and does nothing else. The page asks the database on every request whether anything changed; every comment makes it be rendered and compressed anew.",
    "",
    "| | answered a second | p50 ms | p95 ms | p99 ms | processor ms each | bytes | status: count |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
    ...rows,
    "",
    `As many as go: ${(most.rate / floor.rate).toFixed(2)} of plain Hono.`,
    "",
  ];
  writeSection("portal", lines.join("\n"));
} finally {
  stopPlain();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
