import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHANNELS, CONTRIBUTION_STATES, STANCES } from "../../domain/contributions/contribution.ts";
import { contestedness, heatByClause } from "../../domain/contributions/heat.ts";
import { filterInbox, INBOX_ORDER, tallyInbox, type InboxEntry } from "../../domain/contributions/inbox.ts";
import { STANDINGS } from "../../domain/contributions/standing.ts";
import { OUTCOMES } from "../../domain/dispositions/disposition.ts";
import type { AccountId, Cid, ConsultationId, ContributionId, GroupId } from "../../domain/ids.ts";
import { cidOf } from "../clauses/builders.ts";

const cids = [1, 2, 3].map(cidOf);
const entry = fc.record({
  createdOn: fc.constantFrom("2026-01-01", "2026-01-02"),
  state: fc.constantFrom(...CONTRIBUTION_STATES),
  channel: fc.constantFrom(...CHANNELS),
  stance: fc.constantFrom(...STANCES, null),
  groupId: fc.constantFrom("g1" as GroupId, "g2" as GroupId, null),
  consultationId: fc.constantFrom("k1" as ConsultationId, null),
  sourceId: fc.constant(null),
  sourceItem: fc.constant(null),
  assigneeId: fc.constantFrom("a1" as AccountId, null),
  outcome: fc.constantFrom(...OUTCOMES, null),
  standing: fc.constantFrom(...STANDINGS),
  listedUnder: fc.subarray(cids).map((each): ReadonlySet<Cid> => new Set(each)),
  place: fc.constantFrom(0, 5, Number.POSITIVE_INFINITY),
});
const inbox = fc
  .array(entry, { maxLength: 40 })
  .map((all): InboxEntry[] => all.map((each, n) => ({ ...each, id: `C${n}` as ContributionId })));
const sum = (counts: Iterable<number>): number => [...counts].reduce((total, count) => total + count, 0);

describe("figures of the inbox", () => {
  test("[CT9] without filters every sum is the number received, with `none` and withdrawn ones in it", () => {
    fc.assert(
      fc.property(inbox, (all) => {
        const tallies = tallyInbox(all, {});
        for (const facet of ["state", "standing", "channel", "stance", "outcome"] as const)
          expect(sum(Object.values(tallies[facet])), facet).toBe(all.length);
        for (const facet of ["group", "consultation", "assignee"] as const)
          expect(sum(tallies[facet].values()), facet).toBe(all.length);
      }),
    );
  });

  test("each figure is what its filter would show, the others being set", () => {
    fc.assert(
      fc.property(inbox, fc.constantFrom(...CHANNELS), fc.constantFrom(...cids), (all, channel, cid) => {
        const filter = { channel, cid };
        const tallies = tallyInbox(all, filter);
        for (const state of CONTRIBUTION_STATES)
          expect(tallies.state[state]).toBe(filterInbox(all, { ...filter, state }).length);
        for (const other of CHANNELS)
          expect(tallies.channel[other]).toBe(filterInbox(all, { ...filter, channel: other }).length);
        for (const other of cids)
          expect(tallies.cid.get(other) ?? 0).toBe(filterInbox(all, { ...filter, cid: other }).length);
        for (const stance of [...STANCES, "none"] as const)
          expect(tallies.stance[stance]).toBe(filterInbox(all, { ...filter, stance }).length);
        for (const group of ["g1", "g2", "none"] as (GroupId | "none")[])
          expect(tallies.group.get(group) ?? 0).toBe(filterInbox(all, { ...filter, group }).length);
      }),
    );
  });

  test("`open` is received, triaged and considered", () => {
    fc.assert(
      fc.property(inbox, (all) => {
        const { state } = tallyInbox(all, {});
        expect(filterInbox(all, { state: "open" })).toHaveLength(
          state.received + state.triaged + state.considered,
        );
      }),
    );
  });

  test("every order is total: pages neither repeat nor skip", () => {
    fc.assert(
      fc.property(inbox, (all) => {
        for (const order of Object.values(INBOX_ORDER)) {
          const sorted = all.toSorted(order);
          expect(sorted).toEqual(all.toReversed().toSorted(order));
        }
      }),
    );
  });

  test("[CT19] contested: 0 on one side, 1 half and half, support with a change half for each", () => {
    const of = (support: number, change: number, against: number, question = 0) =>
      contestedness({ support, "support-with-change": change, against, question });
    expect(of(5, 0, 0)).toBe(0);
    expect(of(0, 0, 7, 3)).toBe(0);
    expect(of(3, 0, 3)).toBe(1);
    expect(of(0, 4, 0)).toBe(1);
    expect(of(3, 0, 1)).toBe(0.5);
    expect(of(0, 0, 0, 9)).toBe(0);
  });

  test("[CT19] heat leaves withdrawn ones out and is measured against the hottest", () => {
    fc.assert(
      fc.property(inbox, (all) => {
        const heat = heatByClause(all, () => true);
        for (const cid of cids) {
          const on = all.filter(({ state, listedUnder }) => state !== "withdrawn" && listedUnder.has(cid));
          expect(heat.get(cid)?.received ?? 0).toBe(on.length);
        }
        const most = Math.max(0, ...[...heat.values()].map(({ received }) => received));
        for (const { received, heat: share } of heat.values()) expect(share).toBe(received / most);
      }),
    );
  });
});
