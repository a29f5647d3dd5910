/**
 * Opens the way of a document: first the copy on this device, then the
 * connection; and watches over leaving while something is unsent.
 */
import type { Awareness } from "y-protocols/awareness";
import type { Doc } from "yjs";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import { makeConnection, type Connection } from "./connection.ts";
import { deleteLocalCopy } from "./copies-on-device.ts";
import type { SaveState } from "./editor-session.ts";
import type { FramePace } from "./frame-pace.ts";
import { openLocalCopy, type CopyTrouble, type LocalCopy } from "./local-copy.ts";
import { makeSubject, type Observable } from "./observable.ts";
import { makeRoomComparison, type RoomComparison } from "./room-comparison.ts";

/** Close codes after which a person may not even read the document any more. */
const MAY_NOT_READ = new Set([4403, 4404]);

export interface OpeningOptions {
  readonly doc: Doc;
  readonly awareness: Awareness;
  readonly policyId: PolicyId;
  readonly accountId: AccountId;
  readonly epoch: number;
  readonly mayWrite: boolean;
  readonly socketUrl: string;
  readonly pace: FramePace;
  /** Our own presence as the server made it. */
  onOwnPresence(state: Readonly<Record<string, unknown>>): void;
  onRefused(): void;
  onCopyTrouble(trouble: CopyTrouble): void;
  /** The room has another text, and asking for what is missing did not help. */
  onDiverged(): void;
}

export interface OpenedDocument {
  readonly saved: Observable<SaveState>;
  /** Resolves when all is acknowledged, false after `timeoutMs` or when nothing is taken any more. */
  settled(timeoutMs: number): Promise<boolean>;
  /** Compares the text with the room's as soon as all is saved; `rebuilt`: how often the editor was built again. */
  compare(rebuilt: number): void;
  /** Ends the connection and deletes the copy on this device: what is here is not to be trusted. */
  abandon(): Promise<void>;
  /** Ends connection and copy; resolves when the copy is written. */
  dispose(): Promise<void>;
}

export function openDocument(options: OpeningOptions): OpenedDocument {
  const { doc, awareness, policyId, accountId, epoch, mayWrite, pace } = options;
  const saved = makeSubject<SaveState>({ state: "loading" });
  let copy: LocalCopy | null = null;
  let keptOnDevice = false;
  let connection: Connection | null = null;
  let comparison: RoomComparison | null = null;
  let disposed = false;

  const open = async () => {
    // A reader's copy would only bring back what they may no longer send.
    if (mayWrite) {
      const onTrouble = (trouble: CopyTrouble) => {
        keptOnDevice = false;
        options.onCopyTrouble(trouble);
      };
      copy = await openLocalCopy(doc, { policyId, epoch, accountId }, onTrouble, pace);
      keptOnDevice = copy !== null;
    }
    if (disposed) return;
    const opened = makeConnection({
      doc,
      awareness,
      socketUrl: options.socketUrl,
      policyId,
      epoch,
      unsentBefore: copy?.unsentBefore ?? 0,
      onOwnPresence: options.onOwnPresence,
      pace,
    });
    connection = opened;
    comparison = makeRoomComparison({
      doc,
      provider: opened.provider,
      isSaved: () => opened.saved.get().state === "saved",
      onDiverged: options.onDiverged,
    });
    opened.saved.subscribe((state) => {
      saved.set(state);
      if (state.state === "saved") comparison?.saved();
      copy?.noteUnsent(opened.pending());
      if (state.state !== "refused") return;
      options.onRefused();
      if (MAY_NOT_READ.has(state.code) && state.pending === 0) void forget();
    });
    opened.connect();
  };
  const forget = async () => {
    const unwanted = copy;
    copy = null;
    keptOnDevice = false;
    await unwanted?.dispose();
    await deleteLocalCopy({ policyId, epoch, accountId }).catch(() => undefined);
  };
  const disconnect = () => {
    comparison?.dispose();
    connection?.dispose();
    comparison = null;
    connection = null;
  };
  const opening = open();

  const warn = (event: BeforeUnloadEvent) => {
    const pending = connection?.pending() ?? 0;
    const { state } = saved.get();
    // What is offline or refused waits on this device: leaving loses nothing where there is a copy.
    const waits = keptOnDevice && (state === "offline" || state === "refused");
    if (pending > 0 && !waits) event.preventDefault();
  };
  addEventListener("beforeunload", warn);

  return {
    saved,
    settled: (timeoutMs) => {
      // "Saved" must not be of before a letter that still waits for its frame.
      pace.flush();
      return settled(saved, timeoutMs);
    },
    compare: (rebuilt) => comparison?.ask(rebuilt),
    abandon: async () => {
      disposed = true;
      disconnect();
      await forget();
    },
    dispose: async () => {
      disposed = true;
      removeEventListener("beforeunload", warn);
      disconnect();
      await opening.catch(() => undefined);
      await copy?.dispose();
    },
  };
}

function settled(saved: Observable<SaveState>, timeoutMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (result: boolean) => {
      clearTimeout(timer);
      queueMicrotask(() => stop());
      resolve(result);
    };
    const timer = setTimeout(() => done(false), timeoutMs);
    const stop = saved.subscribe((state) => {
      if (state.state === "saved") done(true);
      if (state.state === "refused") done(false);
    });
  });
}
