/**
 * Does something once it has been quiet for a while. Each key puts it off:
 * setting a browser's timer anew every time costs more than to look at the clock
 * when the one that runs comes.
 */
export interface QuietTimer {
  /** Calls the work when nothing was put off for `ms` from now; never earlier than was asked before. */
  putOff(ms: number): void;
  cancel(): void;
}

export function makeQuietTimer(work: () => void): QuietTimer {
  let dueAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    timer = undefined;
    const left = dueAt - performance.now();
    if (left > 1) timer = setTimeout(look, left);
    else work();
  };
  return {
    putOff: (ms) => {
      dueAt = performance.now() + ms;
      timer ??= setTimeout(look, ms);
    },
    cancel: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
