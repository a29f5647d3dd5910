/** A D1 binding that the Worker runs for us: the way through wrangler's own proxy takes three times as long. */
import { fromRichJson, toRichJson } from "./rich-json.ts";

export interface D1Call {
  readonly mode: "all" | "raw" | "run" | "first" | "batch";
  readonly statements: readonly { readonly sql: string; readonly params: readonly unknown[] }[];
}

export type D1Answer = { readonly value: unknown } | { readonly error: string };

export interface RemoteStatement {
  readonly sql: string;
  readonly params: readonly unknown[];
  bind(...params: readonly unknown[]): RemoteStatement;
  all(): Promise<unknown>;
  raw(): Promise<unknown[][]>;
  run(): Promise<unknown>;
  first(): Promise<unknown>;
}

export interface RemoteD1 {
  prepare(sql: string): RemoteStatement;
  batch(statements: readonly RemoteStatement[]): Promise<unknown>;
}

/** `post` carries a body to the Worker and its answer back. */
export function createRemoteD1(post: (body: string) => Promise<string>): RemoteD1 {
  async function call(mode: D1Call["mode"], statements: D1Call["statements"]): Promise<unknown> {
    const plain = statements.map(({ sql, params }) => ({ sql, params }));
    const answer = fromRichJson(await post(toRichJson({ mode, statements: plain }))) as D1Answer;
    if ("error" in answer) throw new Error(answer.error);
    return answer.value;
  }
  const statement = (sql: string, params: readonly unknown[]): RemoteStatement => {
    const self = { sql, params };
    return {
      ...self,
      bind: (...bound) => statement(sql, bound),
      all: () => call("all", [self]),
      raw: () => call("raw", [self]) as Promise<unknown[][]>,
      run: () => call("run", [self]),
      first: () => call("first", [self]),
    };
  };
  return { prepare: (sql) => statement(sql, []), batch: (statements) => call("batch", statements) };
}
