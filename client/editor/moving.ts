/** Moving units: a command of the server, which moves what it has; so everything typed here must be there first. */
import { citationOf } from "../../domain/clauses/citation.ts";
import { movableUnits, moveTargets } from "../../domain/clauses/editing.ts";
import type { Cid } from "../../domain/ids.ts";
import type { Announcement } from "./editor-session.ts";
import type { Move } from "./history.ts";
import type { SoftLock } from "./soft-lock.ts";
import type { StructureKeeper } from "./structure.ts";

const SETTLE_MS = 5_000;
/** The server answers and tells all who are connected at about the same time. */
const ARRIVE_MS = 3_000;

export interface MovingOptions {
  readonly structure: StructureKeeper;
  readonly lock: SoftLock;
  /** Resolves when all is durable, false after that many milliseconds. */
  settled(timeoutMs: number): Promise<boolean>;
  /** Asks the server; answers with the inverse, rejects when the text no longer allows it. */
  send(command: Move): Promise<Move>;
  announce(announcement: Announcement): void;
  /** Told when what was moved stands in its new place here. */
  arrived(cids: readonly Cid[]): void;
}

/** Returns how to move by a command (null: not now, nothing happened) and how to move a unit a step. */
export function makeMoving({ structure, lock, settled, send, announce, arrived }: MovingOptions) {
  const citation = (cid: Cid | undefined): string => {
    const index = cid === undefined ? -1 : structure.indexOfCid(cid);
    return index < 0 ? "" : citationOf(structure.derived(), index);
  };
  /** Resolves when the text here shows the move, or does not in time. */
  const arrival = ({ cids, before }: Move): Promise<boolean> => {
    const last = cids.at(-1);
    const isThere = () => {
      const index = last === undefined ? -1 : structure.indexOfCid(last);
      return index >= 0 && (structure.clauses[index + 1]?.cid ?? null) === before;
    };
    if (isThere()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const done = (there: boolean) => {
        clearTimeout(timer);
        stop();
        resolve(there);
      };
      const timer = setTimeout(() => done(false), ARRIVE_MS);
      const stop = structure.onChange(({ structural }) => structural && isThere() && done(true));
    });
  };

  const move = async (command: Move): Promise<Move | null> => {
    if (!(await lock.agreed(command.cids, "move"))) return null;
    if (!(await settled(SETTLE_MS))) {
      announce({ code: "move-offline" });
      return null;
    }
    const from = citation(command.cids[0]);
    const back = await send(command);
    if (await arrival(command)) arrived(command.cids);
    const to = citation(command.cids[0]);
    const renumbered = from !== "" && to !== "" && from !== to;
    announce(renumbered ? { code: "moved", from, to } : { code: "moved" });
    return back;
  };

  const step = async (direction: "up" | "down", cid: Cid | undefined): Promise<Move | null> => {
    const index = cid === undefined ? -1 : structure.indexOfCid(cid);
    const { clauses, tree } = structure.derived();
    const target = index < 0 ? null : moveTargets(clauses, index, tree)[direction];
    if (target === null) {
      announce({ code: "move-nowhere" });
      return null;
    }
    const { start, end } = movableUnits(clauses, index, tree);
    const cids = clauses.slice(start, end).map((clause) => clause.cid);
    try {
      return await move({ cids, before: target.before });
    } catch {
      announce({ code: "move-failed" });
      return null;
    }
  };
  let turn: Promise<Move | null> = Promise.resolve(null);
  /** One step after the other: the next one starts from where the last one led. */
  const moveUnit = (direction: "up" | "down", cid: Cid | undefined): Promise<Move | null> => {
    turn = turn.then(() => step(direction, cid));
    return turn;
  };
  return { move, moveUnit };
}
