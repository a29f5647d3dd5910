import type { AuditEvent } from "../../domain/audit/event.ts";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import type { EventView } from "../../domain/policies/policies.contract.ts";
import type { Page } from "../../domain/wire-text.ts";
import type { Deps } from "../deps.ts";
import { encodeCursor } from "../http/cursor.ts";

/** Events of a policy's chain, newest first; `before` is a sequence number. */
export function createListEvents({ repos }: Pick<Deps, "repos">) {
  return async function listEvents(
    policy: PolicyId,
    limit: number,
    before?: number,
  ): Promise<Page<EventView>> {
    const upTo = before === undefined ? (await repos.audit.head(policy)).seq : before - 1;
    const from = Math.max(0, upTo - limit);
    const rows = await repos.audit.list(policy, from, upTo - from);
    const actors = rows.flatMap(({ actor }) => (actor === null ? [] : [actor]));
    const names = await repos.accounts.names(actors);
    const items = rows.toReversed().map((event) => present(event, names));
    return from > 0 ? { items, nextCursor: encodeCursor([from + 1]) } : { items };
  };
}

function present(event: AuditEvent, names: ReadonlyMap<AccountId, string>): EventView {
  const { seq, at, actor, action, subject, hash } = event;
  return {
    seq,
    at,
    actor: actor === null ? null : { id: actor, name: names.get(actor) ?? "" },
    action,
    subject: `${subject.kind}:${subject.id}`,
    hash,
  };
}
