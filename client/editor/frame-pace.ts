/**
 * First the letter, then everything else. What a key need not wait for (the
 * copy on the device, the socket, others' carets and changes, what the page
 * says about the caret) is done in a task after the frame that shows the key.
 */

/** A page that is hidden, or throttled, has no frames: nothing waits longer than this. */
const FRAME_MAX_MS = 120;

export interface FramePace {
  /** Whether there are frames: not on a hidden page. */
  paints(): boolean;
  /** Whether a key of this person waits for its frame. */
  keyUnderWay(): boolean;
  /** Calls `work` after the next frame was painted, in the order of the calls. */
  afterFrame(work: () => void): void;
  /** Calls `work` in the next frame, before it is painted; where a key waits for that frame, after it. */
  inFrame(work: () => void): void;
  /** Does at once what is waiting. */
  flush(): void;
  dispose(): void;
}

/** Does everything at once: where nothing is painted. */
export const noPace: FramePace = {
  paints: () => false,
  keyUnderWay: () => false,
  afterFrame: (work) => work(),
  inFrame: (work) => work(),
  flush: () => {},
  dispose: () => {},
};

export function makeFramePace(): FramePace {
  let waiting: (() => void)[] = [];
  let keyed = false;
  /** Since when a frame is awaited, in milliseconds; null when none is. */
  let since: number | null = null;
  let watch: ReturnType<typeof setTimeout> | undefined;
  const { port1, port2 } = new MessageChannel();

  const flush = () => {
    since = null;
    keyed = false;
    const works = waiting;
    waiting = [];
    for (const work of works) {
      try {
        work();
      } catch (error) {
        // One failure must not keep the rest from the socket or the disk.
        reportError(error);
      }
    }
  };
  // One timer for many frames: setting and clearing one for each would cost more than the rest of this.
  const look = () => {
    watch = undefined;
    if (since === null) return;
    const left = since + FRAME_MAX_MS - performance.now();
    if (left > 0) watch = setTimeout(look, left);
    else flush();
  };
  const painted = () => {
    if (since !== null) flush();
  };
  const schedule = () => {
    if (since !== null) return;
    since = performance.now();
    watch ??= setTimeout(look, FRAME_MAX_MS);
    // Style, layout and paint of the frame run between its callback and this message.
    requestAnimationFrame(() => port2.postMessage(null));
  };
  const paints = () => document.visibilityState === "visible";
  const onKey = () => {
    if (!paints()) return;
    keyed = true;
    schedule();
  };
  port1.addEventListener("message", painted);
  port1.start();
  const keys = ["keydown", "beforeinput"] as const;
  for (const name of keys) addEventListener(name, onKey, { capture: true });
  addEventListener("pagehide", flush, { capture: true });
  document.addEventListener("visibilitychange", flush);

  const afterFrame = (work: () => void) => {
    waiting.push(work);
    schedule();
  };
  return {
    paints,
    keyUnderWay: () => keyed,
    afterFrame,
    inFrame: (work) => {
      requestAnimationFrame(() => (keyed ? afterFrame(work) : work()));
    },
    flush,
    dispose: () => {
      flush();
      clearTimeout(watch);
      port1.close();
      for (const name of keys) removeEventListener(name, onKey, { capture: true });
      removeEventListener("pagehide", flush, { capture: true });
      document.removeEventListener("visibilitychange", flush);
    },
  };
}
