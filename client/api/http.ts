/**
 * The one place that talks to `/api`. Reads are retried once when the network
 * fails; writes never are by themselves, but a creating post carries an
 * idempotency key, so that pressing again cannot make a second thing.
 */
import { createSignal } from "solid-js";
import { locale } from "../ui/locale.ts";
import { ApiError, readProblem } from "./api-error.ts";

const [sessionEnded, setSessionEnded] = createSignal(false);
/** Whether a request was answered with 401 although this page began signed in. */
export { sessionEnded, setSessionEnded };

export interface ApiRequest {
  readonly method?: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  readonly body?: unknown;
  /** Of a creating post; the same key for every try of one intention. */
  readonly idempotencyKey?: string;
  /** The ETag that was read; `*` where the object has one state only. */
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
}

export interface ApiAnswer<T> {
  readonly data: T;
  /** For the next `ifMatch`. */
  readonly etag: string | null;
}

const RETRY_AFTER_MS = 800;

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

async function send(path: string, init: RequestInit, retries: number): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    if (retries > 0) {
      await pause(RETRY_AFTER_MS);
      return send(path, init, retries - 1);
    }
    throw new ApiError({ title: "", status: 0, detail: "", code: "offline" }, { cause });
  }
}

/** Throws ApiError when the server refuses or is out of reach, an AbortError when `signal` aborts. `T` comes from the contracts. */
export async function request<T>(path: string, options: ApiRequest = {}): Promise<ApiAnswer<T>> {
  const method = options.method ?? "GET";
  const headers = new Headers({ accept: "application/json", "accept-language": locale() });
  if (options.body !== undefined) headers.set("content-type", "application/json");
  if (options.idempotencyKey) headers.set("idempotency-key", options.idempotencyKey);
  if (options.ifMatch) headers.set("if-match", options.ifMatch);
  const init: RequestInit = { method, headers, credentials: "same-origin", cache: "no-cache" };
  if (options.body !== undefined) init.body = JSON.stringify(options.body);
  if (options.signal) init.signal = options.signal;

  const response = await send(path, init, method === "GET" ? 1 : 0);
  if (!response.ok) {
    const problem = await readProblem(response);
    if (response.status === 401) setSessionEnded(true);
    throw new ApiError(problem);
  }
  const data = response.status === 204 ? undefined : await response.json();
  return { data: data as T, etag: response.headers.get("etag") };
}

/** The data alone. */
export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await request<T>(path, signal ? { signal } : {})).data;
}

/** A key for one intention of the user: made when a form opens, kept until it succeeded. */
export const createIdempotencyKey = (): string => crypto.randomUUID();

/** `?a=1&b=2` without the absent ones, or "". */
export function queryString(values: Readonly<Record<string, string | number | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== "") query.set(name, String(value));
  }
  const text = query.toString();
  return text && `?${text}`;
}
