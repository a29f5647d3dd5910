import { eq } from "drizzle-orm";
import { canonicalJson, contentOf } from "../../domain/clauses/content.ts";
import type { Content, ContentInput } from "../../domain/clauses/content.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import type { JsonValue } from "../../domain/audit/event.ts";
import type { VersionId } from "../../domain/ids.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import type { Db } from "../database.ts";
import { versions } from "../schema/policies.ts";
import type { PayloadReader } from "../verify-audit.ts";
import type { Version, VersionRepo } from "./version.repo.ts";

/** SHA-256 of what the hash of the content does not cover: references and origins, and the Yjs state. */
export interface PartHashes {
  readonly clauses: string;
  readonly state: string;
}

/** What the record says of a frozen version; `hash` is that of its content. */
export function versionPayload(version: Version, parts: PartHashes): JsonValue {
  const { number, label, note, authors, epoch, logSeq, hash, title, documentType } = version;
  const { clauses, state } = parts;
  const described = { number, label, ...(note !== null && { note }), authors, epoch, logSeq };
  return { ...described, hash, title, documentType, parts: { clauses, state } };
}

/** What the record says of a version from which words were erased: what is left, beside the hash of what was. [ER7] */
export function erasedPayload(version: Version, content: string, parts: PartHashes): JsonValue {
  const { number, hash, label, note, title } = version;
  const described = { number, hash, label, ...(note !== null && { note }), title };
  return { ...described, content, parts: { clauses: parts.clauses, state: parts.state } };
}

/**
 * Lets the record be checked against the rows: the hash is taken again over the
 * stored content, and where row, content and the clauses that pages show do not
 * belong together, `hash` names what does not, and so cannot match.
 */
export function createVersionPayloadReader(
  db: Db,
  repo: Pick<VersionRepo, "part" | "isWhole">,
): PayloadReader {
  return {
    async payload({ action, subject, chain, actor, at }) {
      if (action !== "version.frozen" && action !== "version.erased") return undefined;
      const id = subject.id as VersionId;
      const version = await db.select().from(versions).where(eq(versions.id, id)).get();
      if (!version || !(await repo.isWhole(id))) return null;
      const content = decode(await repo.part(id, "content"));
      const shown = await repo.part(id, "clauses");
      const parts = { clauses: await sha256Hex(shown), state: await sha256Hex(await repo.part(id, "state")) };
      if (action === "version.erased") return erasedPayload(version, await sha256Hex(content), parts);
      const flaws = [
        (await sha256Hex(content)) === version.hash ? "" : "content",
        showsContent(content, shown) ? "" : "clauses",
        version.policyId === chain ? "" : "policy",
        version.author === actor && version.at === at ? "" : "author or time",
      ].filter((flaw) => flaw !== "");
      const hash = flaws.length === 0 ? version.hash : `${version.hash} but not ${flaws.join(", ")}`;
      return versionPayload({ ...version, hash }, parts);
    },
    async ids() {
      return (await db.select({ id: versions.id }).from(versions)).map(({ id }) => id);
    },
  };
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Whether the clauses that pages are made from have exactly the hashed content. */
function showsContent(content: string, shown: Uint8Array): boolean {
  try {
    const { clauses } = JSON.parse(decode(shown)) as { readonly clauses: readonly Clause[] };
    const { schema, documentType, authorityId } = JSON.parse(content) as Content;
    const input = { documentType, authorityId, clauses } as ContentInput;
    return canonicalJson(contentOf(input, schema)) === content;
  } catch {
    return false;
  }
}
