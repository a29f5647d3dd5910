/** Moving units: a command of the server, which moves what it has; so everything typed here must be there first. */
import { movableUnits, moveTargets } from "../../domain/clauses/editing.ts";
import type { Cid } from "../../domain/ids.ts";
import type { Move } from "./history.ts";
import type { SoftLock } from "./soft-lock.ts";
import type { StructureKeeper } from "./structure.ts";

const SETTLE_MS = 5_000;

export interface MovingOptions {
  readonly structure: StructureKeeper;
  readonly lock: SoftLock;
  /** Resolves when all is durable, false after that many milliseconds. */
  settled(timeoutMs: number): Promise<boolean>;
  /** Asks the server; answers with the inverse, rejects when the text no longer allows it. */
  send(command: Move): Promise<Move>;
  announce(code: string): void;
}

/** Returns how to move by a command (null: not now, nothing happened) and how to move a unit a step. */
export function makeMoving({ structure, lock, settled, send, announce }: MovingOptions) {
  const move = async (command: Move): Promise<Move | null> => {
    if (!(await lock.agreed(command.cids, "move"))) return null;
    if (!(await settled(SETTLE_MS))) {
      announce("move-offline");
      return null;
    }
    return send(command);
  };

  const moveUnit = async (direction: "up" | "down", cid: Cid | undefined): Promise<Move | null> => {
    const index = cid === undefined ? -1 : structure.indexOfCid(cid);
    const { clauses, tree } = structure.derived();
    const target = index < 0 ? null : moveTargets(clauses, index, tree)[direction];
    if (target === null) {
      announce("move-nowhere");
      return null;
    }
    const { start, end } = movableUnits(clauses, index, tree);
    const cids = clauses.slice(start, end).map((clause) => clause.cid);
    try {
      const back = await move({ cids, before: target.before });
      if (back !== null) announce("moved");
      return back;
    } catch {
      announce("move-failed");
      return null;
    }
  };
  return { move, moveUnit };
}
