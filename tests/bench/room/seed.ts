/** Gives a server the documents that it does not make itself, through its own protocol. */
import { Client, NOTHING, pause, until } from "./client.ts";
import { createFrameReader } from "./propagation.ts";
import { createDialect, type DialectName } from "./wire.ts";

/** In how many documents at a time. */
const AT_ONCE = 50;
const SETTLE_MS = 5;

/**
 * Ours has its documents from its own API, the floor keeps nothing: nobody
 * seeds there. Elsewhere someone who has the whole text comes first; the
 * clients that come back are open, so that the document stays in memory.
 */
export async function seedDocument(load: {
  readonly port: number;
  readonly dialect: DialectName;
  readonly documents: readonly { readonly id: string; readonly state: Uint8Array }[];
}): Promise<readonly Client[]> {
  if (load.dialect === "rembuk" || load.dialect === "floor") return [];
  const seeders: Client[] = [];
  for (const { id, state } of load.documents) {
    const dialect = createDialect(load.dialect, id);
    seeders.push(
      new Client({
        port: load.port,
        dialect,
        cookie: null,
        read: createFrameReader(dialect),
        answer: (bytes, start, end) => {
          const heard = dialect.parse(bytes.subarray(start, end));
          return heard.type === "step1" && heard.payload.length <= 1 ? state : NOTHING;
        },
      }),
    );
    if (seeders.length % AT_ONCE === 0) await pause(SETTLE_MS);
  }
  await until(
    () => seeders.every(({ synced, sentSync }) => synced && sentSync > 0),
    30_000,
    () => "the documents were not taken in",
  );
  return seeders;
}
