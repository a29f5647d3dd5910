/** One's own presence on its way: only that leaves, and what the server made of it is read from its echo. */
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from "lib0/decoding";
import type { Awareness } from "y-protocols/awareness";
import type { WebsocketProvider } from "y-websocket";

type Changes = Record<"added" | "updated" | "removed", number[]>;

/** Of itself the provider repeats to the server whatever it hears of others. Returns how to stop sending. */
export function sendOwnPresence(provider: WebsocketProvider, awareness: Awareness): () => void {
  awareness.off("update", provider._awarenessUpdateHandler);
  const own = (clients: number[]) => clients.filter((client) => client === awareness.clientID);
  const send = (changes: Changes, origin: unknown) => {
    const [added, updated, removed] = [own(changes.added), own(changes.updated), own(changes.removed)];
    if (added.length + updated.length + removed.length === 0) return;
    provider._awarenessUpdateHandler({ added, updated, removed }, origin);
  };
  awareness.on("update", send);
  return () => awareness.off("update", send);
}

/** The state of `client` in the payload of a presence frame; null where it is not in it or gone. */
export function ownState(payload: Uint8Array, client: number): Readonly<Record<string, unknown>> | null {
  try {
    const decoder = createDecoder(readVarUint8Array(createDecoder(payload)));
    for (let left = readVarUint(decoder); left > 0; left--) {
      const id = readVarUint(decoder);
      readVarUint(decoder);
      const state = readVarString(decoder);
      if (id === client) return JSON.parse(state) as Readonly<Record<string, unknown>> | null;
    }
  } catch {
    // What cannot be read says nothing.
  }
  return null;
}
