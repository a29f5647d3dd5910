/** Calls `deliverOutbox` again and again, one round at a time, until it is stopped. */
import { deliverOutbox, type DeliverDeps } from "./deliver-outbox.ts";

const PAUSE_MS = 15_000;

export interface MailLoop {
  /** Resolves when the round that runs is done; no other begins. */
  stop(): Promise<void>;
}

export function startMailLoop(deps: DeliverDeps, pauseMs = PAUSE_MS): MailLoop {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = Promise.resolve();

  async function round(): Promise<void> {
    try {
      await deliverOutbox(deps);
    } catch (error) {
      deps.logger.error({}, "mail round failed", error);
    }
    if (!stopped) schedule(pauseMs);
  }
  function schedule(ms: number): void {
    timer = setTimeout(() => {
      running = round();
    }, ms);
  }
  schedule(0);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
