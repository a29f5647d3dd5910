/** Reading bodies: bounded, UTF-8, JSON or form, refused with the place that is wrong. */
import { DomainError } from "../../domain/errors.ts";

export const DEFAULT_BODY_BYTES = 1024 * 1024;
export const IMPORT_BODY_BYTES = 8 * 1024 * 1024;

/** Beyond the limit we still take this much in and drop it, so that the answer reaches the sender. */
const MAX_DRAINED_BYTES = 32 * 1024 * 1024;

/** The whole body as text; throws `too-large` above `maxBytes`. */
export async function readText(request: Request, maxBytes: number): Promise<string> {
  if (!request.body) return "";
  const reader = request.body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
  const pieces: string[] = [];
  let received = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    received += value.byteLength;
    if (received <= maxBytes) pieces.push(decode(decoder, value));
    else pieces.length = 0;
    if (received > MAX_DRAINED_BYTES) {
      await reader.cancel();
      break;
    }
  }
  if (received > maxBytes) {
    const reason = maxBytes > DEFAULT_BODY_BYTES ? "import-too-large" : "body-too-large";
    throw new DomainError("too-large", reason, `body above ${maxBytes} bytes`);
  }
  pieces.push(decode(decoder));
  return pieces.join("");
}

function decode(decoder: InstanceType<typeof TextDecoder>, bytes?: Uint8Array): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new DomainError("bad-input", "binary-text", "body is not UTF-8", [{ path: "", message: "utf-8" }]);
  }
}

/** `application/json` or a `+json` type, as the request must say. */
export function isJson(contentType: string | undefined): boolean {
  return /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(contentType ?? "");
}

/** Parses JSON; throws `bad-input` naming line and column. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const place = placeOf(cause.message, text);
    throw new DomainError("bad-input", "malformed-json", "malformed JSON", [
      { path: "", message: `syntax:${place}` },
    ]);
  }
}

/** `line:column`, from 1. The engine tells it in its message; without, the text broke off at its end. */
function placeOf(message: string, text: string): string {
  const told = /line (\d+) column (\d+)/.exec(message);
  if (told) return `${told[1]}:${told[2]}`;
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
  const before = text.slice(0, position).split("\n");
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

/** Fields of a plain form; the last of equal names counts. */
export async function readForm(
  request: Request,
  maxBytes: number = 64 * 1024,
): Promise<Record<string, string>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) {
    throw new DomainError("unsupported", "form-expected", "not a form");
  }
  const text = await readText(request, maxBytes);
  return Object.fromEntries(new URLSearchParams(text));
}
