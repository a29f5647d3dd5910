/**
 * What the measured page does by itself, in the browser: notes for every key
 * the time from the event (as the browser stamped it) to the task after the
 * next frame, and for opening the first moments of each stage. Functions given
 * to `addInitScript`: they close over nothing.
 */

export interface KeySample {
  readonly key: string;
  readonly ms: number;
}

export interface OpenMarks {
  /** All in milliseconds from the start of navigation. */
  firstClause?: number;
  allClauses?: number;
  shown?: number;
  saved?: number;
  socketOpen?: number;
  socketFirstText?: number;
}

declare global {
  interface Window {
    keySamples: KeySample[];
    openMarks: OpenMarks;
    /** Tasks of more than 50 ms, in milliseconds from the start of navigation. */
    longTasks: { readonly start: number; readonly end: number }[];
  }
}

export function installKeyMeter(): void {
  window.keySamples = [];
  let start = 0;
  let turn = 0;
  const note = (key: string) => {
    const own = ++turn;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      // After the frame: its style, layout and paint run between the callback and this task.
      port1.addEventListener("message", () => {
        if (own === turn) window.keySamples.push({ key, ms: performance.now() - start });
      });
      port1.start();
      port2.postMessage(0);
    });
  };
  addEventListener(
    "keydown",
    (event) => {
      start = event.timeStamp;
      note(event.key);
    },
    { capture: true },
  );
  // The letter itself may come in a task of its own: the frame that counts is the one after it.
  addEventListener("beforeinput", () => note("input"), { capture: true });
}

/** `expected` clauses make the sheet complete. */
export function installOpenMeter(expected: number): void {
  const marks: OpenMarks = (window.openMarks = {});
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      window.longTasks.push({ start: startTime, end: startTime + duration });
  }).observe({ type: "longtask", buffered: true });
  const Native = WebSocket;
  window.WebSocket = class extends Native {
    constructor(...args: ConstructorParameters<typeof Native>) {
      super(...args);
      this.addEventListener("open", () => (marks.socketOpen ??= performance.now()));
      this.addEventListener("message", ({ data }) => {
        if (data instanceof ArrayBuffer && data.byteLength > 5_000)
          marks.socketFirstText ??= performance.now();
      });
    }
  };
  const look = () => {
    const now = performance.now();
    const clauses = document.getElementsByClassName("clause").length;
    if (clauses > 0) marks.firstClause ??= now;
    if (clauses >= expected && marks.allClauses === undefined) {
      marks.allClauses = now;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener("message", () => (marks.shown = performance.now()));
        port1.start();
        port2.postMessage(0);
      });
    }
    const mark = document.querySelector(".save-mark");
    if (mark?.textContent.includes("Tersimpan")) marks.saved ??= now;
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
}
