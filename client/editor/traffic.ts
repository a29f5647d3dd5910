/**
 * What goes to the server and comes from it, paced: while a key of this person
 * waits for its frame nothing leaves and nothing is read, and what others did is
 * shown in one lot a frame. The order in each direction stays.
 */
import type { FramePace } from "./frame-pace.ts";

/** Messages of the server that are read in one lot. */
const TOGETHER_MAX = 50;

export interface Traffic {
  /** Lets a frame leave, at once or after the frame of a key. `isChange`: it carries one change of this person. */
  send(leave: () => void, isChange: boolean): void;
  /** Changes that have not left. */
  readonly changes: number;
  /** Holds a message back (its event then reaches nobody else), or lets it pass. `isShown`: it may change what is shown. */
  receive(event: Event, isShown: boolean, handle: () => void): void;
  /** Lets all frames leave. */
  release(): void;
  /** Reads all messages. */
  deliver(): void;
  /** Forgets frames that can leave no more. */
  drop(): void;
}

/** As with listeners of one event: a failure of one keeps no other from its message. */
function attempt(read: () => void): void {
  try {
    read();
  } catch (error) {
    reportError(error);
  }
}

/** Until `settled` (synced for the first time) everything passes at once: opening is nobody's typing. */
export function makeTraffic(
  pace: FramePace,
  settled: () => boolean,
  together: (read: () => void) => void,
): Traffic {
  let outbox: (() => void)[] = [];
  let inbox: (() => void)[] = [];
  let changes = 0;
  /** What others did was handed on, and its frame was not painted yet. */
  let showing = false;

  const release = () => {
    const frames = outbox;
    outbox = [];
    changes = 0;
    for (const leave of frames) leave();
  };
  const deliver = () => {
    const messages = inbox;
    inbox = [];
    for (let at = 0; at < messages.length; at += TOGETHER_MAX) {
      const lot = messages.slice(at, at + TOGETHER_MAX);
      attempt(() => together(() => lot.forEach(attempt)));
    }
  };
  return {
    get changes() {
      return changes;
    },
    send: (leave, isChange) => {
      if (outbox.length === 0 && !(settled() && pace.keyUnderWay())) return leave();
      outbox.push(leave);
      if (isChange) changes += 1;
      if (outbox.length === 1) pace.afterFrame(release);
    },
    receive: (event, isShown, handle) => {
      if (!pace.paints() || !settled()) return;
      if (inbox.length === 0 && !showing && !pace.keyUnderWay()) {
        // Waiting for a frame asks for one: not for what nobody sees.
        if (isShown) {
          showing = true;
          pace.afterFrame(() => (showing = false));
        }
        return;
      }
      event.stopImmediatePropagation();
      inbox.push(handle);
      if (inbox.length === 1) pace.afterFrame(deliver);
    },
    release,
    deliver,
    drop: () => {
      outbox = [];
      changes = 0;
    },
  };
}
