/** What a part of the bench hands over: a table, and the bars that it is about. */
import { median } from "../statistics.ts";
import type { ServerName } from "./servers.ts";

export interface Bar {
  /** One sentence; the same in every run. */
  readonly what: string;
  readonly limit: number;
  /** `x`: a ratio. */
  readonly unit: "x" | "ms" | "MiB" | "edits" | "cases";
  readonly measured: number;
}

export interface PartReport {
  readonly letter: string;
  readonly title: string;
  /** How it was measured. */
  readonly about: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly bars: readonly Bar[];
}

export const LABELS: Readonly<Record<ServerName, string>> = {
  rembuk: "Rembuk",
  before: "Rembuk before",
  floor: "floor",
  "y-websocket": "y-websocket-server",
  hocuspocus: "Hocuspocus",
};

/** Medians over the runs, by server. */
export function medians<Run extends { readonly server: ServerName }>(runs: readonly Run[]) {
  const servers = [...new Set(runs.map(({ server }) => server))];
  const of = (server: ServerName, figure: (run: Run) => number): number =>
    median(runs.filter((run) => run.server === server).map(figure));
  return {
    servers,
    of,
    /** Ours as a multiple of the best peer's; NaN without peers. */
    againstPeers(figure: (run: Run) => number): number {
      const peers = servers.filter((server) => server === "y-websocket" || server === "hocuspocus");
      return of("rembuk", figure) / Math.min(...peers.map((server) => of(server, figure)));
    },
    againstFloor: (figure: (run: Run) => number): number => of("rembuk", figure) / of("floor", figure),
    /** A row for each server. */
    rows: (columns: readonly ((server: ServerName) => string)[]): string[][] =>
      servers.map((server) => [LABELS[server], ...columns.map((column) => column(server))]),
  };
}

export const ms = (value: number): string =>
  value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString("en");
export const mib = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);

export const isReached = ({ measured, limit }: Bar): boolean => measured <= limit;

export function written({ measured, unit }: Bar): string {
  const value = unit === "x" ? measured.toFixed(2) : unit === "ms" ? ms(measured) : measured.toFixed(0);
  return unit === "x" ? `${value}x` : `${value} ${unit}`;
}
