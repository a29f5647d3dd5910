/** Lets the record of frozen versions be checked against what is stored of them. [AU7] */
import { eq } from "drizzle-orm";
import type { AuditEvent, JsonValue } from "../../domain/audit/event.ts";
import type { VersionId } from "../../domain/ids.ts";
import type { Db } from "../database.ts";
import { versionParts, versions } from "../schema/policies.ts";
import type { PayloadReader } from "../verify-audit.ts";

/**
 * The payload `{number, hash, label}` of `version.frozen`, with the hash taken
 * again over the stored content. Where the row, the content and the clauses
 * that are shown do not belong together, `hash` says so and cannot match.
 */
export function createVersionPayloadReader(db: Db): PayloadReader {
  return {
    async payload({ action, subject }: AuditEvent): Promise<JsonValue | null | undefined> {
      if (action !== "version.frozen") return undefined;
      const id = subject.id as VersionId;
      const row = await db.select().from(versions).where(eq(versions.id, id)).get();
      if (!row) return null;
      const content = await partOf(db, id, "content");
      const shown = await partOf(db, id, "clauses");
      const hash = await sha256Hex(content);
      const whole = hash === row.hash && showsContent(content, shown);
      return { number: row.number, hash: whole ? hash : `not whole: ${hash}`, label: row.label };
    },
    async ids() {
      const rows = await db.select({ id: versions.id }).from(versions);
      return rows.map(({ id }) => id);
    },
  };
}

async function partOf(db: Db, id: VersionId, kind: "content" | "clauses"): Promise<Uint8Array<ArrayBuffer>> {
  const rows = await db.select().from(versionParts).where(eq(versionParts.versionId, id));
  const pieces = rows.filter((row) => row.kind === kind).toSorted((a, b) => a.part - b.part);
  return new Uint8Array(await new Blob(pieces.map(({ bytes }) => new Uint8Array(bytes))).arrayBuffer());
}

interface ShownClause {
  readonly cid?: unknown;
  readonly kind?: unknown;
  readonly level?: unknown;
  readonly runs?: readonly { readonly text?: unknown }[];
  readonly value?: unknown;
}

/** Whether the clauses that pages are made from say what the hashed content says. */
function showsContent(content: Uint8Array, shown: Uint8Array): boolean {
  try {
    const essence = (bytes: Uint8Array) => {
      const { clauses } = JSON.parse(new TextDecoder().decode(bytes)) as { clauses: readonly ShownClause[] };
      return JSON.stringify(
        clauses.map(({ cid, kind, level, runs = [], value }) => [
          cid,
          kind,
          level,
          runs
            .map(({ text }) => String(text))
            .join("")
            .normalize("NFC"),
          value === undefined || value === null ? 0 : 1,
        ]),
      );
    };
    return essence(content) === essence(shown);
  } catch {
    return false;
  }
}

async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
