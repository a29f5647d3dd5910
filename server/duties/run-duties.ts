/** Runs what recurs: each duty by itself, one round at a time, until it is stopped. */
import type { Deps } from "../deps.ts";
import type { Duty } from "./duty.ts";

export interface RunningDuties {
  /** Resolves when the rounds that run are done; no other begins. */
  stop(): Promise<void>;
}

/** For a host that lives on (Node). A round that fails is logged, and the next one comes all the same. */
export function startDuties(duties: readonly Duty[], deps: Deps): RunningDuties {
  const loops = duties.map((duty) => startLoop(duty, deps));
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

/** For a host that is woken (the cron of Workers): one round of each. */
export async function runDutiesOnce(duties: readonly Duty[], deps: Deps): Promise<void> {
  for (const duty of duties) await runRound(duty, deps);
}

async function runRound({ name, run }: Duty, deps: Deps): Promise<void> {
  try {
    await run(deps);
  } catch (error) {
    deps.logger.error({ duty: name }, "a recurring duty failed", error);
  }
}

function startLoop(duty: Duty, deps: Deps): RunningDuties {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = Promise.resolve();

  async function round(): Promise<void> {
    await runRound(duty, deps);
    if (!stopped) schedule(duty.everyMs);
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
      if (timer !== undefined) clearTimeout(timer);
      await running;
    },
  };
}
