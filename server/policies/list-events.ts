import * as v from "valibot";
import type { AuditEvent } from "../../domain/audit/event.ts";
import {
  erasurePayloadSchema,
  eventPayloadSchema,
  type ErasureAmount,
  type EventPayload,
} from "../../domain/audit/policy-events.ts";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import type { EventView } from "../../domain/policies/policies.contract.ts";
import type { Page } from "../../domain/wire-text.ts";
import type { Deps } from "../deps.ts";
import { encodeCursor } from "../http/cursor.ts";

interface Names {
  readonly people: ReadonlyMap<AccountId, string>;
  readonly units: ReadonlyMap<string, string>;
  /** Numbers of versions by id. */
  readonly versions: ReadonlyMap<string, number>;
  /** What acts of reviews were about, by round or step. */
  readonly reviews: Awaited<ReturnType<Deps["repos"]["reviews"]["recorded"]>>;
  readonly artefacts: ReadonlyMap<string, string>;
  /** Names of bodies by sending. */
  readonly bodies: ReadonlyMap<string, string>;
}

/** Events of a policy's chain, newest first, each with what it changed; `before` is a sequence number. */
export function createListEvents({ repos }: Pick<Deps, "repos">) {
  async function namesFor(policy: PolicyId, events: readonly AuditEvent[]): Promise<Names> {
    const idsOf = (kind: string) =>
      events.flatMap(({ subject }) => (subject.kind === kind ? [subject.id] : []));
    const actors = events.flatMap(({ actor }) => (actor === null ? [] : [actor]));
    const ofReviews = events.flatMap(({ subject }) =>
      subject.kind === "review" || subject.kind.startsWith("review-") ? [subject.id] : [],
    );
    const reviews = await repos.reviews.recorded(policy, ofReviews);
    const delegates = [...reviews.values()].flatMap(({ delegate }) => (delegate === null ? [] : [delegate]));
    const [people, units, versions, artefacts, bodies] = await Promise.all([
      repos.accounts.names([...actors, ...delegates, ...(idsOf("account") as AccountId[])]),
      repos.directory.listUnits(),
      repos.versions.numbers(policy, idsOf("version")),
      repos.stages.names(idsOf("artefact")),
      repos.submissions.bodiesOf(idsOf("submission")),
    ]);
    const unitNames = new Map(units.map(({ id, name }) => [id, name]));
    return { people, units: unitNames, versions, reviews, artefacts, bodies };
  }

  return async function listEvents(
    policy: PolicyId,
    limit: number,
    before?: number,
  ): Promise<Page<EventView>> {
    const upTo = before === undefined ? (await repos.audit.head(policy)).seq : before - 1;
    const from = Math.max(0, upTo - limit);
    const rows = await repos.audit.list(policy, from, upTo - from);
    const payloads = await repos.audit.payloads(policy, from, upTo - from);
    const names = await namesFor(policy, rows);
    const items = rows.toReversed().map((event) => {
      const stored = payloads.get(event.seq) ?? {};
      const payload = v.safeParse(eventPayloadSchema, stored);
      const told = present(event, payload.success ? payload.output : {}, names);
      const erasure = event.subject.kind === "erasure" ? erasureOf(stored) : undefined;
      return erasure ? { ...told, erasure } : told;
    });
    return from > 0 ? { items, nextCursor: encodeCursor([from + 1]) } : { items };
  };
}

function erasureOf(stored: unknown): ErasureAmount | undefined {
  const { success, output } = v.safeParse(erasurePayloadSchema, stored);
  return success ? output : undefined;
}

function present(event: AuditEvent, payload: EventPayload, names: Names): EventView {
  const { seq, at, actor, action, subject, hash } = event;
  const { stage, documentType, unitId, role } = payload;
  const nameOf = (id: AccountId) => names.people.get(id) ?? "";
  const unitOf = (id: string | null) => (id === null ? null : (names.units.get(id) ?? null));
  const concerned = subject.id as AccountId;
  const review = names.reviews.get(subject.id);
  const delegate = action === "review.delegated" ? review?.delegate : null;
  const artefact = names.artefacts.get(subject.id);
  const version = names.versions.get(subject.id) ?? review?.version;
  // A body speaks, not the person who pressed the button. [SB9]
  const body = names.bodies.get(subject.id);
  return {
    seq,
    at,
    actor: actor === null || body !== undefined ? null : { id: actor, name: nameOf(actor) },
    ...(body !== undefined && { body }),
    action,
    subject: `${subject.kind}:${subject.id}`,
    hash,
    ...(stage && { stage }),
    ...(typeof documentType === "object" && { documentType }),
    ...(unitId && { unit: { from: unitOf(unitId.from), to: unitOf(unitId.to) } }),
    ...(subject.kind === "account" && {
      member: { id: concerned, name: nameOf(concerned), ...(role && { role }) },
    }),
    ...(version !== undefined && { version }),
    ...(delegate && { member: { id: delegate, name: nameOf(delegate) } }),
    ...(action === "review.decided" && review?.decision && { decision: review.decision }),
    ...(artefact !== undefined && { artefact }),
  };
}
