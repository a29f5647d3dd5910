/**
 * Answers to a survey over HTTP, each stored durably under a one-time code from
 * an address that a proxy reports, beside the same rows written straight into
 * libSQL: `npm run bench -- surveys`. Writes its section of docs/bench.md.
 */
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { createDb } from "../../db/database.ts";
import { openLibsql } from "../../db/libsql.node.ts";
import { guard, guardChanged } from "../../db/guards.ts";
import { schema } from "../../db/schema/schema.ts";
import { surveyCodes, surveyParticipations, surveyResponses } from "../../db/schema/surveys.ts";
import type { Cid, SurveyId } from "../../domain/ids.ts";
import type { NewCodes, SurveyView } from "../../domain/surveys/surveys.contract.ts";
import { startServer } from "../support/server-process.ts";
import { eightQuestions } from "../surveys/eight-questions.ts";
import { steadyLoad, type Asked } from "./load.ts";
import { writeSection } from "./page.ts";
import { median, percentile } from "./statistics.ts";
import { sql } from "drizzle-orm";

const RATE = 200;
const SECONDS = Number(process.env["BENCH_SECONDS"] ?? 10);
const WARM_UP = 200;
const total = RATE * SECONDS;

interface Opened {
  readonly id: string;
  readonly codes: readonly string[];
  readonly responses: () => Promise<number>;
}

/** A survey of eight questions in the demo's open consultation, with a code for everyone. */
async function openSurvey(url: string): Promise<Opened> {
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
  const ask = async <T>(
    method: string,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<T> => {
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
    return (await response.json()) as T;
  };
  type Items<T> = { items: T[] };
  for (const { id: policy } of (await ask<Items<{ id: string }>>("GET", "/api/policies")).items) {
    const base = `/api/policies/${policy}`;
    const { items } = await ask<Items<{ id: string; phase: string }>>("GET", `${base}/consultations`);
    const open = items.find(({ phase }) => phase === "open");
    if (!open) continue;
    const newest = (await ask<Items<{ number: number }>>("GET", `${base}/versions`)).items[0]?.number;
    const { clauses } = await ask<{ clauses: { cid: Cid; kind: string }[] }>(
      "GET",
      `${base}/versions/${newest}`,
    );
    const cids = clauses.flatMap(({ cid, kind }) => (kind === "ayat" ? [cid] : []));
    const draft = await ask<SurveyView>("POST", `${base}/surveys`, {
      consultationId: open.id,
      title: "Uji beban",
      rule: "code",
      definition: eightQuestions(cids),
    });
    const codes: string[] = [];
    while (codes.length < total + WARM_UP) {
      const count = Math.min(2_000, total + WARM_UP - codes.length);
      codes.push(...(await ask<NewCodes>("POST", `${base}/surveys/${draft.id}/codes`, { count })).codes);
    }
    await ask("POST", `${base}/surveys/${draft.id}/open`, undefined, { "if-match": `"${draft.revision}"` });
    const responses = async () => (await ask<SurveyView>("GET", `${base}/surveys/${draft.id}`)).responses;
    return { id: draft.id, codes, responses };
  }
  throw new Error("the demo has no open consultation");
}

/** Every second one also writes a text, which is an input of its own. */
const submission =
  ({ id, codes }: Opened, url: string, from: number) =>
  (index: number): Asked => ({
    method: "POST",
    path: `/survei/${id}`,
    headers: {
      origin: url,
      "content-type": "application/x-www-form-urlencoded",
      "x-forwarded-for": `10.${(index >> 8) & 255}.${index & 255}.1`,
    },
    body: new URLSearchParams({
      kunci: String(from + index).padStart(26, "0"),
      aturan: "code",
      bentuk: "1",
      pada: "akhir",
      ke: "kirim",
      kelompok: "lain",
      kode: codes[from + index] ?? "",
      "j.q1": String((index % 5) + 1),
      "j.q2": String((index % 4) + 1),
      "j.q3": `o${(index % 3) + 1}`,
      "j.q4": "o1",
      "j.q5.o1": "1",
      "j.q5.o2": "2",
      "j.q5.o3": "3",
      "j.q6.o1": "4",
      "j.q6.o2": "2",
      ...(index % 2 === 0 && {
        "j.q1": "2",
        "j.q7": `Masukan nomor ${index}, dengan beberapa kata supaya wajar.`,
      }),
      "j.q8": "5",
    }).toString(),
  });

/** The rows of a submission without its text, by the same batch, straight through our own driver, at the same rate. */
async function rawInserts(file: string, id: SurveyId): Promise<readonly number[]> {
  const connection = await openLibsql(file);
  const db = createDb(connection, schema);
  const bytes = () => crypto.getRandomValues(new Uint8Array(32));
  const marks = Array.from({ length: total }, bytes);
  for (let at = 0; at < total; at += 30) {
    await db.insert(surveyCodes).values(marks.slice(at, at + 30).map((mark) => ({ surveyId: id, mark })));
  }
  const answers = { q1: 2, q2: 3, q3: "o1", q4: ["o1"], q5: ["o1", "o2", "o3"], q6: { o1: 4, o2: 2 }, q8: 5 };
  const waits: number[] = [];
  const pending: Promise<void>[] = [];
  const start = performance.now();
  for (let index = 0; index < total;) {
    const due = Math.min(total, Math.floor(((performance.now() - start) * RATE) / 1000) + 1);
    for (; index < due; index += 1) {
      const dueAt = start + (index * 1000) / RATE;
      const mark = marks[index] ?? bytes();
      const response = {
        surveyId: id,
        id: Buffer.from(mark).toString("hex").slice(0, 26),
        rule: "code" as const,
        groupId: null,
        answeredOn: "2026-11-22",
        accountId: null,
        answers,
      };
      const written = db.batch([
        guard(db, sql`exists (select 1 from surveys where id = ${id} and state = 'opened')`),
        db.insert(surveyParticipations).values({ surveyId: id, mark: bytes() }),
        db
          .update(surveyCodes)
          .set({ used: true })
          .where(sql`survey_id = ${id} and mark = ${mark} and used = 0`),
        guardChanged(db),
        db.insert(surveyResponses).values(response),
      ]);
      pending.push(written.then(() => void waits.push(performance.now() - dueAt)));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(pending);
  await connection.close();
  return waits;
}

/** Processor time that the process has used so far, in milliseconds; NaN where the system does not tell. */
function processorMs(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    // User and system time, in ticks of 10 ms (proc_pid_stat(5)).
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

const tenth = (value: number): string => value.toFixed(1);
const folder = await mkdtemp(join(tmpdir(), "rembuk-bench-surveys-"));
const server = await startServer({
  dataDir: join(folder, "data"),
  env: { DEMO: "1", LOG_LEVEL: "error", TRUST_PROXY: "1" },
});
try {
  const opened = await openSurvey(server.url);
  await steadyLoad(server.url, submission(opened, server.url, total), { rate: 100, seconds: WARM_UP / 100 });
  const before = await opened.responses();
  const processorBefore = processorMs(server.process.pid);
  const http = await steadyLoad(server.url, submission(opened, server.url, 0), {
    rate: RATE,
    seconds: SECONDS,
  });
  const processorEach = (processorMs(server.process.pid) - processorBefore) / total;
  const stored = (await opened.responses()) - before;
  await server.stop();
  // The same database, with the same rows in it already.
  const raw = await rawInserts(join(folder, "data", "rembuk.db"), opened.id as SurveyId);
  const statuses = Object.entries(http.statuses)
    .map(([status, count]) => `${status}: ${count}`)
    .join(", ");
  const ratio = http.p95Ms / percentile(raw, 0.95);
  const lines = [
    "# Survey submissions",
    "",
    `Written by \`npm run bench -- surveys\` on ${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC. ${cpus().length} × ${cpus()[0]?.model ?? "?"}; load average at the end ${(loadavg()[0] ?? 0).toFixed(1)}.`,
    "",
    `${RATE} submissions a second for ${SECONDS} s to a survey of eight questions under one-time codes, each from another address that a trusted proxy reports, to a server process of its own on the same machine; every second one has a text, which is stored as an input with its receipt. A submission is answered when it is on the disk (\`synchronous=FULL\`). Beside it the rows of a submission without text, by the same batch, through the same driver in this process. Waits count from the moment at which a submission was due.`,
    "",
    "| | a second | p50 ms | p95 ms | p99 ms | status: count |",
    "| --- | ---: | ---: | ---: | ---: | --- |",
    `| over HTTP | ${Math.round(http.rate)} | ${tenth(http.p50Ms)} | ${tenth(http.p95Ms)} | ${tenth(http.p99Ms)} | ${statuses} |`,
    `| straight into libSQL | ${RATE} | ${tenth(median(raw))} | ${tenth(percentile(raw, 0.95))} | ${tenth(percentile(raw, 0.99))} | |`,
    "",
    `Stored: ${stored} of ${total}. p95 over HTTP is ${ratio.toFixed(1)} times that of the bare insert. The server used ${processorEach.toFixed(1)} ms of processor time for a submission: ${((processorEach * RATE) / 10).toFixed(0)} % of one core at this rate.`,
    "",
  ];
  console.log(lines.join("\n"));
  writeSection("surveys", lines.join("\n"));
  if (stored !== total) throw new Error(`${total - stored} submissions were lost or refused`);
} finally {
  await server.dispose();
  await rm(folder, { recursive: true, force: true });
}
