/**
 * Asks the room, when all is quiet and saved, whether it has the text that this
 * document has (collab/PROTOCOL.md, RM70 to RM73). When not, first asks for what
 * may be missing; where that does not help the document here is not to be trusted.
 */
import {
  createEncoder,
  toUint8Array,
  writeUint8Array,
  writeVarUint,
  writeVarUint8Array,
} from "lib0/encoding";
import { fromHexString } from "lib0/buffer";
import { readVarUint } from "lib0/decoding";
import type { WebsocketProvider } from "y-websocket";
import { encodeStateVector, type Doc } from "yjs";
import { digestClauses, nameState } from "../../collab/document/digest.ts";
import { readDocument } from "../../collab/document/read.ts";

const MESSAGE_SYNC = 0;
const SYNC_STEP_1 = 0;
const MESSAGE_COMPARE = 101;
/** How long the answer to a step 1 may take before the room is asked again. */
const AFTER_ASKING_MS = 3_000;

export interface RoomComparison {
  /** Asks now, or as soon as all is saved; `rebuilt` is how often the editor was built again so far. */
  ask(rebuilt: number): void;
  /** All is saved. */
  saved(): void;
  dispose(): void;
}

export interface RoomComparisonOptions {
  readonly doc: Doc;
  readonly provider: Pick<WebsocketProvider, "ws" | "messageHandlers">;
  /** Synced, and everything sent is acknowledged. */
  isSaved(): boolean;
  onDiverged(): void;
  readonly againAfterMs?: number;
}

export function makeRoomComparison(options: RoomComparisonOptions): RoomComparison {
  const { doc, provider, isSaved, onDiverged, againAfterMs = AFTER_ASKING_MS } = options;
  let wanted = false;
  /** What is asked is still so: nothing changed since. */
  let asked = false;
  /** What may be missing was asked for, and nothing changed since. */
  let fetched = false;
  let rebuilt = 0;
  let told = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = (frame: Uint8Array<ArrayBuffer>) => provider.ws?.send(frame);
  const compare = () => {
    if (!isSaved()) {
      wanted = true;
      return;
    }
    wanted = false;
    let digest: string;
    try {
      digest = digestClauses(readDocument(doc).clauses);
    } catch {
      return; // what cannot be read as clauses is repaired by the room
    }
    asked = true;
    send(compareFrame(rebuilt - told, nameState(encodeStateVector(doc)), digest));
    told = rebuilt;
  };
  const onUpdate = () => {
    asked = false;
    fetched = false;
  };
  doc.on("update", onUpdate);
  const judge = (agrees: boolean) => {
    if (!asked) return;
    asked = false;
    if (agrees) fetched = false;
    else if (fetched) onDiverged();
    else {
      fetched = true;
      send(step1Frame(doc));
      timer = setTimeout(compare, againAfterMs);
    }
  };
  provider.messageHandlers[MESSAGE_COMPARE] = (_encoder, decoder) => {
    const agrees = readVarUint(decoder) === 1;
    // Read in one transaction with changes that came before it, which tells of them only at its end.
    queueMicrotask(() => judge(agrees));
  };

  return {
    ask: (count) => {
      rebuilt = count;
      compare();
    },
    saved: () => {
      if (wanted) compare();
    },
    dispose: () => {
      asked = false;
      clearTimeout(timer);
      doc.off("update", onUpdate);
      provider.messageHandlers[MESSAGE_COMPARE] = () => undefined;
    },
  };
}

function compareFrame(rebuilt: number, state: string, digest: string): Uint8Array<ArrayBuffer> {
  const encoder = createEncoder();
  writeVarUint(encoder, MESSAGE_COMPARE);
  writeVarUint(encoder, rebuilt);
  writeUint8Array(encoder, fromHexString(state));
  writeUint8Array(encoder, fromHexString(digest));
  return toUint8Array(encoder);
}

function step1Frame(doc: Doc): Uint8Array<ArrayBuffer> {
  const encoder = createEncoder();
  writeVarUint(encoder, MESSAGE_SYNC);
  writeVarUint(encoder, SYNC_STEP_1);
  writeVarUint8Array(encoder, encodeStateVector(doc));
  return toUint8Array(encoder);
}
