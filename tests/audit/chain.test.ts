import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { CHAIN_START, eventHashOf, nextEvent, payloadHashOf } from "../../domain/audit/event.ts";
import type { AuditEvent, ChainHead, ChainName } from "../../domain/audit/event.ts";
import { verifyChain } from "../../domain/audit/verify-chain.ts";
import type { AccountId } from "../../domain/ids.ts";

const chain = "01JD0000000000000000000001" as ChainName;
const actor = "01JA0000000000000000000001" as AccountId;
const salt = new Uint8Array(16).map((_, index) => index);
const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");

async function grow(length: number, note = ""): Promise<AuditEvent[]> {
  const events: AuditEvent[] = [];
  let head: ChainHead = CHAIN_START;
  for (let index = 0; index < length; index += 1) {
    const event = await nextEvent(head, {
      chain,
      at: 1_700_000_000_000 + index,
      actor: index % 3 === 0 ? null : actor,
      action: "policy.changed",
      subject: { kind: "policy", id: chain },
      payload: { index, note },
      salt,
    });
    events.push(event);
    head = event;
  }
  return events;
}
const headOf = (events: readonly AuditEvent[]) => events.at(-1) ?? CHAIN_START;
const kindsAt = async (events: readonly AuditEvent[], expectedHeads: ChainHead[] = []) =>
  (await verifyChain(chain, events, { expectedHeads })).map(({ kind, seq }) => `${kind}@${seq}`);

describe("hash chain", () => {
  test("[AU2] starts from 64 zeros and links each event to the one before", async () => {
    const [first, second] = await grow(2);
    expect(first?.seq).toBe(1);
    expect(first?.prevHash).toBe("0".repeat(64));
    expect(second?.prevHash).toBe(first?.hash);
  });

  test("[AU3] the hash is the SHA-256 of the canonical JSON of the rest, keys sorted, without spaces", async () => {
    const [event] = await grow(1);
    const text =
      `{"action":"policy.changed","actor":null,"at":1700000000000,"chain":"${chain}",` +
      `"payloadHash":"${event?.payloadHash}","prevHash":"${"0".repeat(64)}","seq":1,` +
      `"subject":{"id":"${chain}","kind":"policy"}}`;
    expect(event?.hash).toBe(sha256(text));
  });

  test("[AU4] the payload's hash is taken over 16 bytes of salt and the canonical JSON", async () => {
    const payload = { b: 1, a: "Wali Kota — é", c: [true, null] };
    const expected = sha256(
      Buffer.concat([salt, Buffer.from('{"a":"Wali Kota — é","b":1,"c":[true,null]}')]),
    );
    expect(await payloadHashOf(salt, payload)).toBe(expected);
    expect(await payloadHashOf(new Uint8Array(16), payload)).not.toBe(expected);
    await expect(payloadHashOf(new Uint8Array(15), payload)).rejects.toThrow(RangeError);
  });

  test("[AU7] a chain as it was written has no finding, with and without a kept head", async () => {
    const events = await grow(7);
    expect(await kindsAt(events)).toEqual([]);
    expect(await kindsAt(events, [headOf(events), headOf(events.slice(0, 3)), CHAIN_START])).toEqual([]);
    expect(await kindsAt([])).toEqual([]);
  });

  test.each(["at", "actor", "action", "subject", "payloadHash", "chain"] as const)(
    "[AU7] a changed %s shows at its event",
    async (field) => {
      const events = await grow(5);
      const other = {
        at: 1,
        actor: "x",
        action: "y",
        subject: { kind: "policy", id: "z" },
        payloadHash: "f".repeat(64),
        chain: "system",
      };
      events[2] = { ...events[2], [field]: other[field] } as AuditEvent;
      expect(await kindsAt(events)).toEqual(["changed@3"]);
    },
  );

  test("[AU7] an event changed together with its hash breaks the link after it", async () => {
    const events = await grow(5);
    const changed = { ...events[2], at: 1 } as AuditEvent;
    events[2] = { ...changed, hash: await eventHashOf(changed) };
    expect(await kindsAt(events)).toEqual(["unlinked@4"]);
  });

  test("[AU7] a missing event, at the start, in the middle, and several", async () => {
    const events = await grow(6);
    expect(await kindsAt(events.slice(1))).toEqual(["missing@1"]);
    expect(await kindsAt(events.toSpliced(2, 1))).toEqual(["missing@3"]);
    expect(await kindsAt(events.toSpliced(1, 3))).toEqual(["missing@2"]);
  });

  test("[AU7] two events exchanged, and one twice, are found", async () => {
    const events = await grow(4);
    expect(await kindsAt([events[0], events[2], events[1], events[3]] as AuditEvent[])).not.toEqual([]);
    expect(await kindsAt(events.toSpliced(2, 0, events[1] as AuditEvent))).not.toEqual([]);
  });

  test("[AU7] a cut tail and an emptied chain show only by the kept head", async () => {
    const events = await grow(6);
    const head = headOf(events);
    expect(await kindsAt(events.slice(0, 4))).toEqual([]);
    expect(await kindsAt(events.slice(0, 4), [head])).toEqual(["cut-off@5"]);
    expect(await kindsAt([], [head])).toEqual(["cut-off@1"]);
  });

  test("[AU7] a chain rebuilt to the last hash shows by any kept head", async () => {
    const head = headOf((await grow(6)).slice(0, 4));
    const rebuilt = await grow(9, "another story");
    expect(await kindsAt(rebuilt)).toEqual([]);
    expect(await kindsAt(rebuilt, [head])).toEqual(["rebuilt@4"]);
  });
});
