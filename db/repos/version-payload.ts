import { eq } from "drizzle-orm";
import { canonicalJson, contentOf, sha256Hex } from "../../domain/clauses/content.ts";
import type { Content, ContentInput } from "../../domain/clauses/content.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
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

/**
 * Lets the record be checked against the rows: the hash is taken again over the
 * stored content, and where row, content and the clauses that pages show do not
 * belong together, `hash` names what does not, and so cannot match.
 */
export function createVersionPayloadReader(
  db: Db,
  repo: Pick<VersionRepo, "content" | "text" | "isWhole">,
): PayloadReader {
  return {
    async payload({ action, subject, chain, actor, at }) {
      if (action !== "version.frozen") return undefined;
      const id = subject.id as VersionId;
      const version = await db.select().from(versions).where(eq(versions.id, id)).get();
      if (!version || !(await repo.isWhole(id))) return null;
      const content = await repo.content(id);
      const text: { readonly clauses: readonly Clause[] } = await repo.text(id);
      const flaws = [
        (await sha256Hex(content)) === version.hash ? "" : "content",
        showsContent(content, text.clauses) ? "" : "clauses",
        version.policyId === chain ? "" : "policy",
        version.author === actor && version.at === at ? "" : "author or time",
      ].filter((flaw) => flaw !== "");
      const hash = flaws.length === 0 ? version.hash : `${version.hash} but not ${flaws.join(", ")}`;
      return versionPayload({ ...version, hash });
    },
    async ids() {
      return (await db.select({ id: versions.id }).from(versions)).map(({ id }) => id);
    },
  };
}

/** Whether the clauses that pages are made from have exactly the hashed content. */
function showsContent(content: string, clauses: readonly Clause[]): boolean {
  try {
    const { schema, documentType, authorityId } = JSON.parse(content) as Content;
    const input = { documentType, authorityId, clauses } as ContentInput;
    return canonicalJson(contentOf(input, schema)) === content;
  } catch {
    return false;
  }
}
