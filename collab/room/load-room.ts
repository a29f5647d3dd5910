import type { PolicyId } from "../../domain/ids.ts";
import type { LoadedDocument } from "../log/update-log.ts";
import { Replica } from "./replica.ts";
import type { RoomDeps } from "./room-deps.ts";
import { Room } from "./room.ts";
import type { RoomContent } from "./writer.ts";

/** Builds the room from newest snapshot and tail. Null when the document was never created; rejects when it cannot be read whole. */
export async function loadRoom(policy: PolicyId, deps: RoomDeps): Promise<Room | null> {
  const stored = await deps.log.load(policy);
  return stored === null ? null : new Room(policy, inMemory(stored, deps), deps);
}

function inMemory(stored: LoadedDocument, deps: RoomDeps): RoomContent {
  const bytes = stored.tail.reduce((sum, row) => sum + row.update.length, 0);
  return {
    replica: new Replica(stored, deps.newClientId?.()),
    epoch: stored.epoch,
    lastSeq: stored.tail.at(-1)?.seq ?? stored.snapshotSeq,
    storedBytes: bytes + (stored.snapshot?.length ?? 0),
    tail: { rows: stored.tail.length, bytes },
  };
}
