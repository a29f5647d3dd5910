/** A new draft: an empty lawful skeleton, or an imported text. */
import { titleOf } from "../../domain/clauses/content.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import type { Account } from "../../domain/accounts/account.ts";
import { DomainError } from "../../domain/errors.ts";
import type { Cid, PolicyId } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import type { CreatedPolicy, CreatePolicy, ImportWarning } from "../../domain/policies/policies.contract.ts";
import { linkReferences } from "../../domain/references/link-references.ts";
import { createTemplate } from "../../domain/policies/template.ts";
import type { Deps } from "../deps.ts";
import { importText } from "./import-text.ts";

export const UNTITLED: Readonly<Record<Locale, string>> = {
  id: "Rancangan tanpa judul",
  en: "Untitled draft",
};

export function createCreatePolicy({
  repos,
  rooms,
  newId,
  now,
}: Pick<Deps, "repos" | "rooms" | "newId" | "now">) {
  const newCid = () => newId() as Cid;

  /** Throws `bad-input` for an unknown authority or unit, and for what is no text of a regulation. */
  return async function createPolicy(
    actor: Account,
    input: CreatePolicy,
    locale: Locale,
  ): Promise<CreatedPolicy> {
    const { authorityId, unitId = null, documentType, source } = input;
    const authority = await repos.directory.getAuthority(authorityId);
    if (!authority) throw badInput("unknown-authority", "authorityId");
    if (unitId && !(await repos.policies.belongs(unitId, authorityId)))
      throw badInput("unknown-unit", "unitId");

    let clauses: readonly Clause[];
    let warnings: readonly ImportWarning[] = [];
    if (source.type === "text") {
      ({ clauses, warnings } = importText(source.text, { newCid, locale }));
    } else {
      clauses = createTemplate({ documentType, authority, title: input.title, newCid });
    }
    clauses = linkReferences(clauses);
    const title = input.title ?? (titleOf(clauses) || UNTITLED[locale]);

    const id = newId() as PolicyId;
    const at = now();
    // The text first: a policy without a document would be broken, a document without a policy is unreachable.
    await rooms.create(id, clauses, actor.id);
    await repos.policies.create(
      { id, authorityId, unitId, documentType, title, stage: "drafting", createdBy: actor.id, createdAt: at },
      { actor: actor.id, at },
    );
    return { id, title, warnings };
  };
}

const badInput = (reason: string, path: string) =>
  new DomainError("bad-input", reason, reason, [{ path, message: "invalid" }]);
