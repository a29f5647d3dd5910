import type { ParseSummary } from "./parse-summary.ts";

/** Reads `text` in a worker of its own; aborting ends it. Rejects when the worker fails. */
export function parseInWorker(text: string, signal: AbortSignal): Promise<ParseSummary> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./parse-worker.ts", import.meta.url), { type: "module" });
    const end = () => worker.terminate();
    signal.addEventListener("abort", end, { once: true });
    worker.addEventListener("message", (event: MessageEvent<ParseSummary>) => {
      end();
      resolve(event.data);
    });
    worker.addEventListener("error", (event) => {
      end();
      reject(new Error(`The text could not be read: ${event.message}`));
    });
    worker.postMessage(text);
  });
}
