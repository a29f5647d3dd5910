/** Counters in Prometheus' text format. Labels are routes and statuses, never ids of people. */
const BUCKETS_MS = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 10_000];

export interface Metrics {
  observeRequest(method: string, route: string, status: number, durationMs: number): void;
  /** The exposition; `gauges` and `counters` of the host are read at that moment, their names may carry labels. */
  render(gauges?: Readonly<Record<string, number>>, counters?: Readonly<Record<string, number>>): string;
}

interface Series {
  count: number;
  sumMs: number;
  readonly buckets: number[];
}

export function createMetrics(): Metrics {
  const series = new Map<string, Series>();
  return {
    observeRequest(method, route, status, durationMs) {
      const labels = `method="${method}",route="${route.replaceAll('"', "")}",status="${status}"`;
      const entry = series.get(labels) ?? { count: 0, sumMs: 0, buckets: BUCKETS_MS.map(() => 0) };
      series.set(labels, entry);
      entry.count += 1;
      entry.sumMs += durationMs;
      BUCKETS_MS.forEach((bound, index) => {
        if (durationMs <= bound) entry.buckets[index] = (entry.buckets[index] ?? 0) + 1;
      });
    },
    render(gauges = {}, counters = {}) {
      const lines = ["# TYPE http_request_duration_seconds histogram"];
      for (const [labels, { count, sumMs, buckets }] of series) {
        BUCKETS_MS.forEach((bound, index) =>
          lines.push(
            `http_request_duration_seconds_bucket{${labels},le="${bound / 1000}"} ${buckets[index]}`,
          ),
        );
        lines.push(`http_request_duration_seconds_bucket{${labels},le="+Inf"} ${count}`);
        lines.push(`http_request_duration_seconds_sum{${labels}} ${sumMs / 1000}`);
        lines.push(`http_request_duration_seconds_count{${labels}} ${count}`);
      }
      lines.push(...typed("gauge", gauges), ...typed("counter", counters));
      return `${lines.join("\n")}\n`;
    },
  };
}

/** Lines of `values`, the type of each name (without its labels) said once. */
function typed(type: "gauge" | "counter", values: Readonly<Record<string, number>>): string[] {
  const lines: string[] = [];
  let said = "";
  for (const [labelled, value] of Object.entries(values)) {
    const name = labelled.split("{", 1)[0] as string;
    if (name !== said) lines.push(`# TYPE ${name} ${type}`);
    said = name;
    lines.push(`${labelled} ${value}`);
  }
  return lines;
}
