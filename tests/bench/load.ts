/** Requests at a steady rate, or as many as go, over connections that stay open. */
import { Agent, request } from "node:http";
import { median, percentile } from "./statistics.ts";

export interface Asked {
  readonly path: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface LoadFigures {
  /** Answered a second. */
  readonly rate: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  /** How many answered with each status; 0: the connection broke. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Of the body of the last answer, as sent. */
  readonly bytes: number;
}

const CONNECTIONS = 64;

function ask(origin: URL, agent: Agent, { path, method = "GET", headers = {}, body }: Asked) {
  return new Promise<{ status: number; bytes: number }>((resolve) => {
    const { hostname, port } = origin;
    const sent = request({ hostname, port, path, method, headers, agent }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => (bytes += chunk.length));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, bytes }));
    });
    sent.on("error", () => resolve({ status: 0, bytes: 0 }));
    sent.end(body);
  });
}

function figuresOf(
  waits: number[],
  statuses: Record<number, number>,
  seconds: number,
  bytes: number,
): LoadFigures {
  return {
    rate: waits.length / seconds,
    p50Ms: median(waits),
    p95Ms: percentile(waits, 0.95),
    p99Ms: percentile(waits, 0.99),
    statuses,
    bytes,
  };
}

/**
 * `rate` requests a second for `seconds`, whether or not those before were
 * answered. A wait counts from the moment at which the request was due, so
 * that a server that stands still is not measured as if nobody had come.
 */
export async function steadyLoad(
  url: string,
  next: (index: number) => Asked,
  { rate, seconds }: { readonly rate: number; readonly seconds: number },
): Promise<LoadFigures> {
  const origin = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const waits: number[] = [];
  const statuses: Record<number, number> = {};
  const pending: Promise<void>[] = [];
  let last = 0;
  const start = performance.now();
  const total = rate * seconds;
  for (let index = 0; index < total;) {
    const due = Math.min(total, Math.floor(((performance.now() - start) * rate) / 1000) + 1);
    for (; index < due; index += 1) {
      const dueAt = start + (index * 1000) / rate;
      pending.push(
        ask(origin, agent, next(index)).then(({ status, bytes }) => {
          waits.push(performance.now() - dueAt);
          statuses[status] = (statuses[status] ?? 0) + 1;
          last = bytes;
        }),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(pending);
  const took = (performance.now() - start) / 1000;
  agent.destroy();
  return figuresOf(waits, statuses, took, last);
}

/** As many as go over `connections` for `seconds`: each asks again as soon as it was answered. */
export async function fullLoad(
  url: string,
  next: (index: number) => Asked,
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): Promise<LoadFigures> {
  const origin = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const waits: number[] = [];
  const statuses: Record<number, number> = {};
  let index = 0;
  let last = 0;
  const start = performance.now();
  const end = start + seconds * 1000;
  const work = async (): Promise<void> => {
    while (performance.now() < end) {
      const asked = performance.now();
      const { status, bytes } = await ask(origin, agent, next(index++));
      waits.push(performance.now() - asked);
      statuses[status] = (statuses[status] ?? 0) + 1;
      last = bytes;
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  const took = (performance.now() - start) / 1000;
  agent.destroy();
  return figuresOf(waits, statuses, took, last);
}
