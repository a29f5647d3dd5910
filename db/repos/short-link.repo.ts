/** Short addresses. Rows are only ever added, so that no printed code leads elsewhere. [CO9] */
import { eq } from "drizzle-orm";
import type { EpochMs } from "../../domain/ids.ts";
import type { Db, DbStatement } from "../database.ts";
import { shortLinks } from "../schema/consultations.ts";

export interface ShortLink {
  readonly code: string;
  readonly kind: "consultation" | "survey" | "workshop";
  readonly subjectId: string;
}

export type ShortLinkRepo = ReturnType<typeof createShortLinkRepo>;

export function createShortLinkRepo(db: Db) {
  return {
    async get(code: string): Promise<ShortLink | null> {
      const row = await db.select().from(shortLinks).where(eq(shortLinks.code, code)).get();
      return row ? { code: row.code, kind: row.kind, subjectId: row.subjectId } : null;
    },
    /** For the batch that makes the subject; violates `short_links.code` when the code was ever given. */
    addStatement(link: ShortLink, at: EpochMs): DbStatement {
      return db.insert(shortLinks).values({ ...link, createdAt: at });
    },
  };
}
