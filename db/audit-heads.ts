/**
 * The head of every chain, kept in the file store so that a chain that was cut
 * or rebuilt inside the database does not fit it any more. [AU8]
 */
import * as v from "valibot";
import type { AuditEvent, ChainHead } from "../domain/audit/event.ts";
import type { FileStore } from "./file-store.ts";

const FOLDER = "audit-heads/";

const Head = v.strictObject({
  chain: v.pipe(v.string(), v.maxLength(40)),
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

export interface HeadKeeper {
  /** Keeps the event as its chain's head, soon and in the background; an older one than kept before is passed over. */
  keep(event: Pick<AuditEvent, "chain" | "seq" | "hash">): void;
  /** Resolves when everything told is stored. */
  flush(): Promise<void>;
}

/** `onError` is told when a head could not be stored; it is tried again with the chain's next event. */
export function createHeadKeeper(files: FileStore, onError: (error: unknown) => void): HeadKeeper {
  const waiting = new Map<string, ChainHead>();
  const stored = new Map<string, number>();
  let writing: Promise<void> | null = null;

  async function writeAll(): Promise<void> {
    for (;;) {
      const next = waiting.entries().next();
      if (next.done) return;
      const [chain, { seq, hash }] = next.value;
      waiting.delete(chain);
      try {
        const text = JSON.stringify({ chain, seq, hash });
        await files.put(`${FOLDER}${chain}.json`, new TextEncoder().encode(text));
        stored.set(chain, seq);
      } catch (error) {
        onError(error);
      }
    }
  }

  return {
    keep({ chain, seq, hash }) {
      // Acts that finish together may be told in any order.
      if (seq <= Math.max(stored.get(chain) ?? 0, waiting.get(chain)?.seq ?? 0)) return;
      waiting.set(chain, { seq, hash });
      writing ??= writeAll().finally(() => {
        writing = null;
      });
    },
    async flush() {
      while (writing) await writing;
    },
  };
}

/** The kept heads by chain. Throws when a file of them is not what this program writes. */
export async function readKeptHeads(files: FileStore): Promise<Map<string, ChainHead>> {
  const heads = new Map<string, ChainHead>();
  for (const name of await files.list(FOLDER)) {
    const bytes = await files.get(name);
    if (!bytes) continue;
    const { chain, seq, hash } = v.parse(Head, JSON.parse(new TextDecoder().decode(bytes)));
    heads.set(chain, { seq, hash });
  }
  return heads;
}
