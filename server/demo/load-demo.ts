/**
 * The demo: two governments with their people and drafts, loaded through the
 * same use cases that people use, so that lineage, record and hashes are real.
 */
import {
  DEMO_ACCOUNTS,
  DEMO_CONSULTATIONS,
  DEMO_GROUPS,
  DEMO_POLICIES,
  DEMO_REVIEWS,
  DEMO_SUBMISSIONS,
  DEMO_UNITS,
} from "../../db/demo/index.ts";
import type { DemoAccountName, DemoPolicy } from "../../db/demo/demo-policy.ts";
import type { Clause } from "../../domain/clauses/clause.ts";
import { titleOf } from "../../domain/clauses/content.ts";
import type { AccountId, AuthorityId, Cid, EpochMs, GroupId, PolicyId, UnitId } from "../../domain/ids.ts";
import type { Stage } from "../../domain/policies/policy.ts";
import { matchClauses } from "../../domain/parsing/match-clauses.ts";
import { linkReferences } from "../../domain/references/link-references.ts";
import { lt } from "drizzle-orm";
import { notifications } from "../../db/schema/notifications.ts";
import type { Deps } from "../deps.ts";
import { importText } from "../policies/import-text.ts";
import { DEMO_PASSWORD } from "../portal/sign-in-page.ts";
import { createFreezeVersion } from "../versions/freeze-version.ts";
import { createDemoClock } from "./demo-clock.ts";
import type { DemoSetting } from "./demo-setting.ts";
import { loadConsultation } from "./load-consultation.ts";
import { loadReview } from "./load-review.ts";
import { loadSubmission } from "./load-submission.ts";

const DAY_MS = 24 * 3600 * 1000;

interface Loaded {
  readonly authorities: ReadonlyMap<string, AuthorityId>;
  /** By `<authority slug> <name>`. */
  readonly units: ReadonlyMap<string, UnitId>;
  /** By `<authority slug> <name>`. */
  readonly groups: ReadonlyMap<string, GroupId>;
  readonly accounts: ReadonlyMap<DemoAccountName, AccountId>;
  readonly startedAt: EpochMs;
}

const required = <K, V>(map: ReadonlyMap<K, V>, key: K): V => {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the demo names an unknown ${String(key)}`);
  return value;
};

/** Fills an empty database. It is marked as being loaded first, so that the next start notices a load that broke off. */
export async function loadDemo(deps: Deps): Promise<void> {
  await deps.repos.settings.set("demo", "loading");
  const startedAt = deps.now();
  const loaded = { ...(await loadDirectory(deps, startedAt)), startedAt };
  const accounts = await loadAccounts(deps, loaded.units, startedAt);
  for (const policy of DEMO_POLICIES) {
    const all = { ...loaded, accounts };
    await loadInstruments(deps, policy, await loadPolicy(deps, policy, all), all);
  }
  // What was told in the past was mailed then; the outbox of the first run shows only what is of these days.
  await deps.db
    .update(notifications)
    .set({ mailedAt: startedAt })
    .where(lt(notifications.at, startedAt - 2 * DAY_MS));
  await deps.repos.settings.set("demo", "1");
}

async function loadDirectory(
  { repos, newId }: Deps,
  at: EpochMs,
): Promise<Pick<Loaded, "authorities" | "units" | "groups">> {
  const by = { actor: null, at };
  const authorities = new Map<string, AuthorityId>();
  for (const { authority } of DEMO_POLICIES) {
    const { slug, ...rest } = authority;
    if (authorities.has(slug)) continue;
    const id = newId() as AuthorityId;
    authorities.set(slug, id);
    await repos.directory.addAuthority({ ...rest, id, name: `${rest.name} (Demo)`, demo: true }, by);
  }
  const units = new Map<string, UnitId>();
  for (const { authority, name } of DEMO_UNITS) {
    const id = newId() as UnitId;
    units.set(`${authority} ${name}`, id);
    const authorityId = required(authorities, authority);
    await repos.directory.addUnit({ id, authorityId, name, abbreviation: null }, by);
  }
  const groups = new Map<string, GroupId>();
  for (const { authority, name } of DEMO_GROUPS) {
    const id = newId() as GroupId;
    groups.set(`${authority} ${name}`, id);
    const authorityId = required(authorities, authority);
    await repos.directory.addGroup({ id, authorityId, name, description: null }, by);
  }
  return { authorities, units, groups };
}

async function loadAccounts(
  { repos, newId, hashPassword }: Deps,
  units: Loaded["units"],
  at: EpochMs,
): Promise<Loaded["accounts"]> {
  const accounts = new Map<DemoAccountName, AccountId>();
  const passwords = await Promise.all(DEMO_ACCOUNTS.map(() => hashPassword(DEMO_PASSWORD)));
  for (const [index, account] of DEMO_ACCOUNTS.entries()) {
    const id = newId() as AccountId;
    accounts.set(account.name, id);
    const { name, displayName, role, head = false, unit } = account;
    const unitId = unit ? required(units, `${unit.authority} ${unit.name}`) : null;
    // A millisecond apart, so that they are shown in this order.
    const by = { actor: null, at: at + index };
    const email = `${name}@demo.rembuk.id`;
    await repos.accounts.add(
      { id, name: displayName, email, role, head, unitId, demo: true },
      by,
      repos.accounts.passwordStatements(id, passwords[index] ?? "", newId(), by),
    );
  }
  return accounts;
}

/** Where a text stands after its first drafts, one after the other. */
const STAGE_AFTER_DRAFT: readonly Stage[] = ["internal_review", "public_consultation"];

async function loadPolicy(deps: Deps, policy: DemoPolicy, loaded: Loaded): Promise<PolicyId> {
  const { repos, rooms, newId } = deps;
  const newCid = () => newId() as Cid;
  const { authority, documentType, stage, drafts, live, members, initiatingUnit } = policy;
  const owner = required(
    loaded.accounts,
    members.find(({ role }) => role === "owner")?.account ?? "perancang1",
  );
  const [first] = drafts;
  const createdAt = loaded.startedAt - (first?.daysAgo ?? 0) * DAY_MS;
  const id = newId() as PolicyId;

  let clauses: readonly Clause[] = linkReferences(parse(first?.text ?? live.text, newCid));
  const firstAuthor = first ? required(loaded.accounts, first.authorAccount) : owner;
  await rooms.create(id, clauses, firstAuthor);
  await repos.policies.create(
    {
      id,
      authorityId: required(loaded.authorities, authority.slug),
      unitId: required(loaded.units, `${authority.slug} ${initiatingUnit}`),
      documentType,
      title: titleOf(clauses),
      stage: "drafting",
      createdBy: owner,
      createdAt,
    },
    { actor: owner, at: createdAt },
  );
  for (const { account, role } of members) {
    const accountId = required(loaded.accounts, account);
    if (accountId === owner) continue;
    await repos.policies.putMember(id, accountId, role, { actor: owner, at: createdAt });
  }

  const write = async (text: string, author: AccountId) => {
    clauses = linkReferences(matchClauses(clauses, parse(text, newCid)).clauses);
    await rooms.replaceContent(id, clauses, author);
  };
  for (const [index, draft] of drafts.entries()) {
    const author = required(loaded.accounts, draft.authorAccount);
    if (index > 0) await write(draft.text, author);
    const at = loaded.startedAt - draft.daysAgo * DAY_MS;
    const freezeVersion = createFreezeVersion({ ...deps, now: () => at });
    const stored = await repos.policies.get(id);
    if (!stored) throw new Error("the demo's policy is gone");
    await freezeVersion(author, stored, `demo-${index + 1}`, { label: draft.label, note: draft.note });
    // A draft that is frozen goes on to the next stage; the last one to where the story has it.
    const reached = index === drafts.length - 1 ? stage : STAGE_AFTER_DRAFT[index];
    if (reached === undefined || reached === stored.stage || stored.stage === stage) continue;
    await repos.policies.change(stored, { stage: reached }, { actor: owner, at });
  }
  await write(live.text, required(loaded.accounts, live.authorAccount));
  return id;
}

/** What people said on the drafts, and who approved what. */
async function loadInstruments(
  deps: Deps,
  { slug, authority }: DemoPolicy,
  id: PolicyId,
  loaded: Loaded,
): Promise<void> {
  const policy = await deps.repos.policies.get(id);
  if (!policy) throw new Error("the demo's policy is gone");
  const setting: DemoSetting = {
    deps,
    policy,
    versions: (await deps.repos.versions.list(id, 100)).toReversed(),
    clock: createDemoClock(loaded.startedAt, authority.timeZone),
    account: (name) => required(loaded.accounts, name),
    group: (name) => required(loaded.groups, `${authority.slug} ${name}`),
  };
  for (const demo of DEMO_CONSULTATIONS.filter((each) => each.policy === slug)) {
    const consultation = await loadConsultation(setting, demo);
    for (const submission of DEMO_SUBMISSIONS)
      if (submission.consultation === demo.title) await loadSubmission(setting, consultation, submission);
  }
  for (const review of DEMO_REVIEWS.filter((each) => each.policy === slug)) await loadReview(setting, review);
}

function parse(text: string, newCid: () => Cid): readonly Clause[] {
  return importText(text, { newCid, locale: "id" }).clauses;
}
