/** A pace whose frames are painted by hand. */
import type { FramePace } from "../../client/editor/frame-pace.ts";

export interface HandPace extends FramePace {
  key(): void;
  paint(): void;
}

export function makeHandPace(paints = true): HandPace {
  let waiting: (() => void)[] = [];
  let keyed = false;
  const flush = () => {
    keyed = false;
    const works = waiting;
    waiting = [];
    for (const work of works) work();
  };
  return {
    paints: () => paints,
    keyUnderWay: () => keyed,
    afterFrame: (work) => void waiting.push(work),
    inFrame: (work) => void waiting.push(work),
    flush,
    dispose: flush,
    key: () => (keyed = true),
    paint: flush,
  };
}
