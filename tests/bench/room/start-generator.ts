/** Runs loads in a process of their own and hands their figures back. */
import { fork } from "node:child_process";
import { join } from "node:path";
import type { Loads } from "./generator.ts";

export interface Generator {
  run<Name extends keyof Loads>(
    name: Name,
    ...input: Parameters<Loads[Name]>
  ): Promise<Awaited<ReturnType<Loads[Name]>>>;
  /** Asks the load that runs to come to its end. */
  enough(): void;
  stop(): void;
}

export function startGenerator(): Generator {
  const child = fork(join(import.meta.dirname, "generator.ts"), { serialization: "advanced" });
  return {
    run: (name, ...[input]) =>
      new Promise((resolve, reject) => {
        const onExit = (code: number | null) => reject(new Error(`The load ended with ${code}.`));
        child.once("exit", onExit);
        child.once("message", ({ value, error }: { value?: never; error?: string }) => {
          child.off("exit", onExit);
          if (error === undefined) resolve(value as never);
          else reject(new Error(error));
        });
        child.send({ name, input });
      }),
    enough: () => void child.send({ name: "stop" }),
    stop: () => child.kill(),
  };
}
