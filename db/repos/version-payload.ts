import { eq } from "drizzle-orm";
import { sha256Hex } from "../../domain/clauses/content.ts";
import type { JsonValue } from "../../domain/audit/event.ts";
import type { VersionId } from "../../domain/ids.ts";
import type { Db } from "../database.ts";
import { versions } from "../schema/policies.ts";
import type { PayloadReader } from "../verify-audit.ts";
import type { Version, VersionRepo } from "./version.repo.ts";

/** What the record says of a frozen version; `hash` is that of its content. */
export function versionPayload(version: Version): JsonValue {
  const { number, label, note, authors, epoch, logSeq, hash, title, documentType } = version;
  return { number, label, ...(note !== null && { note }), authors, epoch, logSeq, hash, title, documentType };
}

/** Lets the record be checked against the rows: the hash is recomputed from the stored content. */
export function createVersionPayloadReader(db: Db, repo: Pick<VersionRepo, "content">): PayloadReader {
  return {
    async payload({ action, subject }) {
      if (action !== "version.frozen") return undefined;
      const id = subject.id as VersionId;
      const version = await db.select().from(versions).where(eq(versions.id, id)).get();
      if (!version) return null;
      const hash = await sha256Hex(await repo.content(id));
      return versionPayload({
        ...version,
        hash: hash === version.hash ? hash : `${version.hash} but content ${hash}`,
      });
    },
    async ids() {
      return (await db.select({ id: versions.id }).from(versions)).map(({ id }) => id);
    },
  };
}
