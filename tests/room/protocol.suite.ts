/** The rules of `collab/PROTOCOL.md` that can be seen from outside, on a host with real sockets. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import { cidOf } from "../document/support.ts";
import type { HostUnderTest, OpenHost } from "./host-under-test.ts";
import { REFUSED_EDITS } from "./refused-edits.ts";
import { cookieOf, SocketClient, type SocketOptions } from "./socket-client.ts";
import { linkProvider, synced } from "./sockets.ts";
import {
  ALICE,
  BOB,
  CAROL,
  clausesOf,
  newPolicy,
  presenceFrameOf,
  root,
  syncFrame,
  textsOf,
  typeInto,
} from "./support.ts";

/** Of 240 KB each: more than the buffers of the operating system take. */
const MANY_EDITS = 64;
/** Of 240 KB each, as many as fit into the 8 MiB of a document in an object. */
const MANY_EDITS_IN_OBJECT = 30;
/** Long enough for a machine that does something else beside. */
const WAIT = { timeout: 20_000, interval: 10 };

export function protocolSuite(name: string, openHost: OpenHost): void {
  describe(`protocol: ${name}`, { timeout: 60_000 }, () => {
    let host: HostUnderTest;
    const clients: SocketClient[] = [];
    beforeAll(async () => {
      host = await openHost();
    });
    afterAll(async () => {
      for (const client of clients) client.drop();
      await host.close();
    });

    async function newDocument(...texts: readonly string[]): Promise<PolicyId> {
      const policy = newPolicy();
      await host.commands.create(policy, clausesOf(...texts), ALICE);
      return policy;
    }

    function dial(policy: PolicyId, options: SocketOptions = {}): SocketClient {
      const client = new SocketClient(host.port, policy, options);
      clients.push(client);
      return client;
    }

    async function join(policy: PolicyId, options: SocketOptions = {}): Promise<SocketClient> {
      const client = dial(policy, options);
      await expect.poll(() => client.synced, WAIT).toBe(true);
      return client;
    }

    const saved = (...all: readonly SocketClient[]) =>
      expect.poll(() => all.every((client) => client.saved), WAIT).toBe(true);
    const reads = (client: SocketClient, ...texts: readonly string[]) =>
      expect.poll(() => client.texts(), WAIT).toEqual(texts);
    const storedTexts = async (policy: PolicyId) => {
      const doc = new Y.Doc();
      for (const row of await host.history(policy)) Y.applyUpdate(doc, row.update);
      return textsOf(doc);
    };
    const shown = (client: SocketClient, id: number, clock: number, state: unknown) =>
      client.raw(presenceFrameOf([{ client: id, clock, state }]));
    const lastShown = (client: SocketClient, id: number) =>
      client.presence.findLast((entry) => entry.client === id);

    describe("opening", () => {
      it("[RM1] two unmodified providers share a text and each other's presence", async () => {
        const policy = await newDocument("Satu");
        const [left, right] = [new Y.Doc(), new Y.Doc()];
        const alice = linkProvider({ port: host.port, policy, doc: left, account: ALICE, params: {} });
        const bob = linkProvider({ port: host.port, policy, doc: right, account: BOB });
        await Promise.all([synced(alice.provider), synced(bob.provider)]);
        alice.provider.awareness.setLocalState({ user: { name: "Penipu" }, anchorPos: null });
        typeInto(left, "Nol ", 0, 0);
        await expect.poll(() => textsOf(right), WAIT).toEqual(["Nol Satu"]);
        typeInto(right, "!", 0, 0);
        await expect.poll(() => textsOf(left), WAIT).toEqual(["!Nol Satu"]);
        await expect
          .poll(() => bob.provider.awareness.getStates().get(left.clientID)?.["user"], WAIT)
          .toMatchObject({ id: ALICE, name: `Nama ${ALICE}` });
        await expect.poll(() => bob.acknowledged(), WAIT).toBe(bob.sent().length);
        alice.provider.destroy();
        await expect.poll(() => bob.provider.awareness.getStates().has(left.clientID), WAIT).toBe(false);
        bob.provider.destroy();
      });

      it("[RM1] [RM22] without v it is never sent an acknowledgement", async () => {
        const policy = await newDocument("Satu");
        const plain = await join(policy, { query: "" });
        const other = await join(policy, { account: BOB });
        plain.type("!");
        await reads(other, "Satu!");
        other.type("?");
        await reads(plain, "Satu!?");
        await saved(other);
        expect(plain.heads).not.toContain("100");
      });

      it("[RM4] closes another epoch with 4409 before a step1; without one, writes only in the first", async () => {
        const policy = await newDocument("Satu Budi");
        const old = await join(policy);
        const plain = await join(policy, { query: "?v=1", account: BOB });
        plain.type("!");
        await reads(old, "Satu Budi!");
        await saved(plain);
        await host.commands.erase(policy, { words: ["Budi"], cids: [] }, CAROL);
        expect([await old.closed, await plain.closed]).toEqual([4409, 4409]);
        const back = dial(policy, { doc: old.doc });
        expect(await back.closed).toBe(4409);
        expect(back.heads).toEqual([]);
        const reader = await join(policy, { query: "?v=1", account: BOB });
        expect(reader.texts()).toEqual(["Satu [dihapus]!"]);
        reader.type("x");
        expect(await reader.closed).toBe(4403);
        const present = await join(policy, { query: "?v=1&schema=1&epoch=2" });
        present.type("?");
        await saved(present);
        expect((await host.commands.read(policy)).clauses[0]?.runs).toEqual([{ text: "Satu [dihapus]!?" }]);
      });

      it("[RM5] sends its step1 first, then presence, answers a step1, and all copies end equal to a fresh load", async () => {
        const policy = await newDocument("Satu", "Dua");
        const alice = await join(policy);
        shown(alice, alice.doc.clientID, 1, { here: true });
        const bob = await join(policy, { account: BOB });
        expect(bob.heads[0]).toBe("0 0");
        await expect
          .poll(() => lastShown(bob, alice.doc.clientID)?.state, WAIT)
          .toMatchObject({ here: true });
        alice.type(" kata");
        bob.type(" lain", 1);
        bob.insertClause(cidOf(9), "Baru", 1);
        await reads(alice, "Satu kata", "Baru", "Dua lain");
        await reads(bob, "Satu kata", "Baru", "Dua lain");
        await saved(alice, bob);
        await host.restart(policy);
        const later = await join(policy, { account: CAROL });
        expect(later.texts()).toEqual(["Satu kata", "Baru", "Dua lain"]);
        expect([...Y.encodeStateVector(later.doc)]).toEqual([...Y.encodeStateVector(alice.doc)]);
        expect(await storedTexts(policy)).toEqual(later.texts());
      });

      it("[RM6] sends the others what an offline spell changed as an update, not as a step2", async () => {
        const policy = await newDocument("Satu");
        const alice = await join(policy);
        const bob = await join(policy, { account: BOB });
        alice.drop();
        typeInto(alice.doc, " tanpa jaringan");
        bob.type("dengan ", 0, 0);
        await saved(bob);
        const before = bob.heads.length;
        const back = await join(policy, { doc: alice.doc });
        await reads(back, "dengan Satu tanpa jaringan");
        await reads(bob, "dengan Satu tanpa jaringan");
        expect(bob.heads.slice(before).filter((head) => head.startsWith("0 "))).toEqual(["0 2"]);
        await saved(back);
      });

      it("[RM7] hears no edits before its own step1 is answered", async () => {
        const policy = await newDocument("Satu");
        const alice = await join(policy);
        const silent = dial(policy, { account: BOB, asks: false });
        await expect.poll(() => silent.heads, WAIT).toContain("0 0");
        alice.type(" dua");
        await saved(alice);
        shown(alice, alice.doc.clientID, 1, { at: 1 });
        // Presence comes after the edit, so the edit would have come too.
        await expect.poll(() => silent.heads, WAIT).toContain("1");
        expect(silent.heads).not.toContain("0 2");
        silent.ask();
        await reads(silent, "Satu dua");
        alice.type("!");
        await reads(silent, "Satu dua!");
      });

      it("[RM8] a reader syncs and hears, its empty step2 counts, and it is closed with 4403 when it writes", async () => {
        const policy = await newDocument("Satu");
        const writer = await join(policy);
        const reader = await join(policy, { account: BOB, reader: true });
        writer.type(" dua");
        await reads(reader, "Satu dua");
        await expect.poll(() => reader.acknowledged, WAIT).toEqual([1]);
        reader.type("x");
        expect(await reader.closed).toBe(4403);
        const withOwn = dial(policy, { account: BOB, reader: true, doc: reader.doc });
        expect(await withOwn.closed).toBe(4403);
        expect(await storedTexts(policy)).toEqual(["Satu dua"]);
      });
    });

    describe("the order of work", () => {
      it.each([
        ["an empty frame", new Uint8Array(), 4400],
        ["an unknown message", Uint8Array.of(7, 1, 2), 4400],
        ["an acknowledgement from a client", Uint8Array.of(100, 1), 4400],
        ["an unknown sync step", Uint8Array.of(0, 3, 0), 4400],
        ["bytes left over", Uint8Array.of(0, 2, 2, 0, 0, 9), 4400],
        ["a text message", "teks", 4400],
        ["a step1 over 256 KiB", syncFrame(0, new Uint8Array(257 * 1024)), 4400],
        ["an update over 1 MiB", syncFrame(2, new Uint8Array(1024 * 1024)), 4413],
        ["a step2 over 8 MiB", syncFrame(1, new Uint8Array(8 * 1024 * 1024)), 4413],
      ])("[RM10] %s closes", async (_name, frame, code) => {
        const policy = await newDocument("Satu");
        const other = await join(policy, { account: BOB });
        const client = await join(policy);
        client.raw(frame);
        expect(await client.closed).toBe(code);
        other.type("!");
        await saved(other);
      });

      it("[RM11] a flood closes 4529, a code after which the client comes back", async () => {
        const policy = await newDocument("Satu");
        const client = await join(policy);
        for (let count = 0; count < 40_000; count++) client.raw(Uint8Array.of(3));
        expect(await client.closed).toBe(4529);
        const back = await join(policy, { doc: client.doc });
        back.type("!");
        await saved(back);
      });

      it("[RM13] answers a gap with step1 and acknowledges once a later step2 is durable", async () => {
        const policy = await newDocument("Satu");
        const client = await join(policy);
        await saved(client);
        const before = client.heads.length;
        client.holding = true;
        client.type(" hilang");
        client.type(" sampai");
        client.upload(1);
        await expect.poll(() => client.heads.slice(before), WAIT).toContain("0 0");
        await saved(client);
        expect(await storedTexts(policy)).toEqual(["Satu hilang sampai"]);
      });

      it("[RM14] a client id belongs to who wrote with it first, after a restart too", async () => {
        const policy = await newDocument("Satu");
        const victim = await join(policy);
        victim.type(" milikku");
        await saved(victim);
        for (const round of ["now", "later"]) {
          const attacker = await join(policy, { account: BOB });
          attacker.doc.clientID = victim.doc.clientID;
          attacker.type(` palsu ${round}`);
          expect(await attacker.closed).toBe(4403);
          if (round === "now") await host.restart(policy);
        }
        expect(await storedTexts(policy)).toEqual(["Satu milikku"]);
        expect((await host.stored(policy))?.clientOwners.get(victim.doc.clientID)).toBe(ALICE);
      });

      it("[RM12] [RM16] what a document may not hold closes 4422, and nothing of its update enters", async () => {
        const policy = await newDocument("Satu");
        const other = await join(policy, { account: BOB });
        const codes = await Promise.all(
          REFUSED_EDITS.map(async ([edit, make]) => {
            const client = await join(policy, {
              session: String(REFUSED_EDITS.findIndex(([name]) => name === edit)),
            });
            client.doc.transact(() => {
              client.type("ikut ", 0, 0);
              make(client.doc);
            });
            return [edit, await client.closed];
          }),
        );
        expect(codes).toEqual(REFUSED_EDITS.map(([edit]) => [edit, 4422]));
        other.type("!");
        await saved(other);
        expect(other.texts()).toEqual(["Satu!"]);
        expect(await storedTexts(policy)).toEqual(["Satu!"]);
      });
    });

    describe("durable before visible", () => {
      it("[RM20] [RM22] what is acknowledged or seen by others is in the log at that moment", async () => {
        const policy = await newDocument("Satu");
        const alice = await join(policy);
        const bob = await join(policy, { account: BOB });
        for (const word of ["a", "b", "c", "d"]) {
          alice.type(word);
          await expect.poll(() => bob.texts()[0]?.endsWith(word), WAIT).toBe(true);
          expect((await storedTexts(policy))[0]).toMatch(new RegExp(`${word}$`));
          await saved(alice);
        }
        expect(alice.acknowledged.at(-1)).toBe(alice.sentSyncFrames);
      });

      it("[RM20] [RM21] while a commit is held back nothing is said; then everything in its order", async (context) => {
        const { holdCommits } = host;
        if (holdCommits === undefined) return context.skip("the runtime's output gate holds; see the kills");
        const policy = await newDocument("Satu");
        const alice = await join(policy);
        const bob = await join(policy, { account: BOB });
        await saved(alice, bob);
        const [said, heard] = [alice.acknowledged.length, bob.heads.length];
        const release = holdCommits();
        alice.type(" belum");
        alice.type(" tersimpan");
        const carol = dial(policy, { account: CAROL });
        // A query is answered at once: by then the edits have been received.
        alice.raw(Uint8Array.of(3));
        await expect.poll(() => alice.heads.at(-1), WAIT).toBe("1");
        expect([alice.acknowledged.length, bob.heads.length, carol.synced]).toEqual([said, heard, false]);
        release();
        await reads(bob, "Satu belum tersimpan");
        await reads(carol, "Satu belum tersimpan");
        await saved(alice);
      });

      it("[RM24] a failed commit drops the room with 4500, and the edit is taken again after the reload", async () => {
        const policy = await newDocument("Satu");
        const alice = await join(policy);
        const bob = await join(policy, { account: BOB });
        await saved(alice, bob);
        const said = alice.acknowledged.length;
        const mend = await host.failCommits(policy);
        alice.type(" gagal");
        expect([await alice.closed, await bob.closed]).toEqual([4500, 4500]);
        await mend();
        expect([alice.acknowledged.length, bob.texts()]).toEqual([said, ["Satu"]]);
        expect(await storedTexts(policy)).toEqual(["Satu"]);
        const back = await join(policy, { doc: alice.doc });
        await saved(back);
        expect(await storedTexts(policy)).toEqual(["Satu gagal"]);
      });

      it("[RM23] twenty who come at once to a document that is not loaded are all given the whole of it", async () => {
        const policy = await newDocument("Satu", "Dua");
        const first = await join(policy);
        first.type("!");
        await saved(first);
        await host.restart(policy);
        const many = await Promise.all(
          Array.from({ length: 20 }, (_, index) => join(policy, { account: BOB, session: String(index) })),
        );
        for (const client of many) expect(client.texts()).toEqual(["Satu!", "Dua"]);
      });

      it("[RM25] [RM26] commands reach connected clients, refuse without a trace, and freeze one instant", async () => {
        const policy = await newDocument("Satu", "Dua", "Tiga");
        const alice = await join(policy);
        const inverse = await host.commands.move(policy, { cids: [cidOf(1)], before: null }, BOB);
        await reads(alice, "Dua", "Tiga", "Satu");
        await host.commands.move(policy, inverse, BOB);
        await reads(alice, "Satu", "Dua", "Tiga");
        await expect(
          host.commands.move(policy, { cids: [cidOf(77)], before: null }, BOB),
        ).rejects.toMatchObject({ code: "stale" });
        await expect(host.commands.create(policy, clausesOf("Lagi"), ALICE)).rejects.toMatchObject({
          code: "conflict",
        });
        await expect(host.commands.read(newPolicy())).rejects.toMatchObject({ code: "not-found" });
        alice.type("!");
        await saved(alice);
        const frozen = await host.commands.freeze(policy);
        const doc = new Y.Doc();
        Y.applyUpdate(doc, frozen.state);
        expect(textsOf(doc)).toEqual(["Satu!", "Dua", "Tiga"]);
        expect((await host.history(policy)).at(-1)?.seq).toBe(frozen.logSeq);
        const { logSeq } = await host.commands.replaceContent(policy, clausesOf("Baru"), BOB);
        await reads(alice, "Baru");
        expect((await host.commands.read(policy)).logSeq).toBe(logSeq);
        expect(await host.commands.authorsSince(policy, 1)).toEqual([ALICE, BOB]);
      });

      it("[RM27] gives a duplicate cid a new one, as a repair without author", async () => {
        const policy = await newDocument("Satu");
        const alice = await join(policy);
        alice.insertClause(cidOf(1), "Kembar", 1);
        await saved(alice);
        await expect.poll(async () => (await host.history(policy)).at(-1)?.cause, WAIT).toBe("repair");
        const { clauses } = await host.commands.read(policy);
        expect(new Set(clauses.map(({ cid }) => cid)).size).toBe(2);
        const rows = await host.history(policy);
        expect(rows.map(({ cause, actor }) => [cause, actor])).toEqual([
          ["command", ALICE],
          ["typed", ALICE],
          ["repair", null],
        ]);
      });

      it("[RM28] the archive has what was typed into a clause that somebody had deleted", async () => {
        const policy = await newDocument("Satu", "Dua");
        const alice = await join(policy);
        const bob = await join(policy, { account: BOB });
        alice.holding = true;
        alice.type(" kalimat penting");
        bob.doc.transact(() => root(bob.doc).delete(0, 1));
        await saved(bob);
        alice.upload();
        await saved(alice);
        await reads(alice, "Dua");
        const words = (await host.history(policy))
          .flatMap(({ update }) => Y.decodeUpdate(update).structs)
          .map((struct) =>
            struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : "",
          );
        expect(words.join("|")).toContain(" kalimat penting");
      });

      it("[RM50] 620 small edits leave a snapshot, and the archive keeps every row", async () => {
        const policy = await newDocument("Satu");
        const alice = await join(policy);
        for (let count = 0; count < 620; count++) {
          alice.type("x");
          // A commit takes what came in one turn as rows of their own.
          if (count % 40 === 39) await saved(alice);
        }
        await saved(alice);
        await expect
          .poll(async () => (await host.stored(policy))?.snapshotSeq ?? 0, { timeout: 20_000 })
          .toBeGreaterThanOrEqual(500);
        expect(await host.history(policy)).toHaveLength(621);
        await host.restart(policy);
        expect((await join(policy, { account: BOB })).texts()).toEqual(alice.texts());
      });
    });

    describe("presence", () => {
      it("[RM30] says who somebody is, whatever the client claims", async () => {
        const policy = await newDocument("Satu");
        const alice = await join(policy);
        const bob = await join(policy, { account: BOB });
        shown(alice, 1, 1, { name: "Wali Kota", user: { id: BOB, name: "Wali Kota" }, anchorPos: 3 });
        await expect
          .poll(() => lastShown(bob, 1)?.state, WAIT)
          .toMatchObject({ name: `Nama ${ALICE}`, user: { id: ALICE, name: `Nama ${ALICE}` }, anchorPos: 3 });
      });

      it("[RM31] [RM32] drops entries about others; who ends takes away its own id and no other", async () => {
        const policy = await newDocument("Satu");
        const alice = await join(policy);
        const bob = await join(policy, { account: BOB });
        const carol = await join(policy, { account: CAROL });
        shown(alice, 1, 1, { at: "a" });
        await expect.poll(() => lastShown(carol, 1)?.state, WAIT).toMatchObject({ at: "a" });
        shown(bob, 2, 1, { at: "b" });
        await expect.poll(() => lastShown(carol, 2)?.state, WAIT).toMatchObject({ at: "b" });
        shown(bob, 1, 9, { at: "forged" });
        shown(bob, 1, 9, null);
        bob.drop();
        await expect.poll(() => lastShown(carol, 2)?.state, WAIT).toBeNull();
        expect(carol.presence.filter(({ client }) => client === 1)).toMatchObject([
          { clock: 1, state: { at: "a" } },
        ]);
      });

      it("[RM33] gathers movements: many arrive as few frames, the newest last", async () => {
        const policy = await newDocument("Satu");
        const alice = await join(policy);
        const bob = await join(policy, { account: BOB });
        const before = bob.heads.length;
        for (let move = 1; move <= 18; move++) shown(alice, 1, move, { move });
        await expect.poll(() => lastShown(bob, 1)?.state, WAIT).toMatchObject({ move: 18 });
        expect(bob.heads.slice(before).filter((head) => head === "1").length).toBeLessThan(18);
      });

      it("[RM34] whoever was sent nothing for 20 s gets the idle frame", { timeout: 60_000 }, async () => {
        const policy = await newDocument("Satu");
        const alice = await join(policy);
        await saved(alice);
        const before = alice.heads.length;
        await expect.poll(() => alice.heads.slice(before), { timeout: 50_000 }).toEqual(["1"]);
        expect(alice.closeCode).toBeNull();
      });
    });

    describe("sleep", () => {
      it("[RM66] asleep in the middle of a session nothing is lost: edits, acknowledgements, presence go on", async (context) => {
        const { hibernate } = host;
        if (hibernate === undefined) return context.skip("this host never sleeps");
        const policy = await newDocument("Satu");
        const alice = await join(policy);
        const bob = await join(policy, { account: BOB });
        shown(alice, 1, 1, { at: "a" });
        await expect.poll(() => lastShown(bob, 1)?.state, WAIT).toMatchObject({ at: "a" });
        alice.type(" a");
        await saved(alice);
        await reads(bob, "Satu a");
        for (const round of [1, 2, 3]) {
          await hibernate(policy);
          const count = alice.sentSyncFrames;
          alice.type(` ${round}`);
          bob.type(`${round} `, 0, 0);
          await saved(alice, bob);
          // The count goes on where it stood.
          expect(alice.acknowledged.at(-1)).toBeGreaterThan(count);
          await expect.poll(() => bob.texts(), WAIT).toEqual(alice.texts());
        }
        expect(alice.texts()).toEqual(["3 2 1 Satu a 1 2 3"]);
        await hibernate(policy);
        // Who comes then is told of everyone, and who leaves then is taken away.
        const carol = await join(policy, { account: CAROL });
        await expect.poll(() => lastShown(carol, 1)?.state, WAIT).toMatchObject({ at: "a" });
        await hibernate(policy);
        shown(alice, 1, 2, { at: "b" });
        await expect.poll(() => lastShown(bob, 1)?.state, WAIT).toMatchObject({ at: "b" });
        await hibernate(policy);
        alice.drop();
        await expect.poll(() => lastShown(bob, 1)?.state, WAIT).toBeNull();
        // Rules hold as before: a gap is asked for, a reader may not write.
        await hibernate(policy);
        bob.holding = true;
        bob.type(" hilang");
        bob.type(" sampai");
        bob.upload(1);
        await saved(bob);
        await reads(carol, "3 2 1 Satu a 1 2 3 hilang sampai");
        expect(await storedTexts(policy)).toEqual(carol.texts());
        expect([bob.closeCode, carol.closeCode]).toEqual([null, null]);
      });

      it("[RM66] a gap that is open when the object falls asleep is covered by a later step2", async (context) => {
        const { hibernate } = host;
        if (hibernate === undefined) return context.skip("this host never sleeps");
        const policy = await newDocument("Satu");
        const alice = await join(policy);
        await saved(alice);
        alice.holding = true;
        alice.type(" hilang");
        alice.type(" sampai");
        const lost = alice.acknowledged.at(-1);
        alice.mute = true;
        alice.upload(1);
        await expect.poll(() => alice.heads.at(-1), WAIT).toBe("0 0");
        await hibernate(policy);
        expect(alice.acknowledged.at(-1)).toBe(lost);
        alice.mute = false;
        alice.raw(syncFrame(1, Y.encodeStateAsUpdate(alice.doc)));
        await saved(alice);
        expect(await storedTexts(policy)).toEqual(["Satu hilang sampai"]);
      });
    });

    describe("slow readers, rights, the host", () => {
      it("[RM40] a socket that does not read is sent one difference when it reads again", async () => {
        const policy = await newDocument("Satu", ...Array.from({ length: 40 }, () => "isi ".repeat(2_000)));
        const alice = await join(policy);
        const bob = await join(policy, { account: BOB });
        await saved(alice, bob);
        bob.socket.pause();
        const large = "panjang ".repeat(30_000);
        const edits = host.hibernate === undefined ? MANY_EDITS : MANY_EDITS_IN_OBJECT;
        for (let count = 0; count < edits; count++) {
          alice.type(large, 1 + (count % 40), 0);
          await saved(alice);
        }
        const before = bob.heads.length;
        bob.socket.resume();
        await expect.poll(() => bob.texts(), { timeout: 30_000 }).toEqual(alice.texts());
        expect(bob.closeCode).toBeNull();
        // What the system's buffers took came as it was; the rest as one.
        expect(bob.heads.slice(before).filter((head) => head === "0 2").length).toBeLessThan(edits);
      });

      it("[RM52] closes those whose rights or session changed with 4501, and they may come back", async () => {
        const policy = await newDocument("Satu");
        const alice = await join(policy);
        const bob = await join(policy, { account: BOB });
        await host.rightsChanged({ policy: newPolicy() });
        await host.rightsChanged({ account: BOB });
        expect(await bob.closed).toBe(4501);
        expect(alice.closeCode).toBeNull();
        await host.rightsChanged({ policy });
        expect(await alice.closed).toBe(4501);
        const again = await join(policy, { session: "ends" });
        await host.sessionEnded(cookieOf({ session: "ends" }));
        expect(await again.closed).toBe(4501);
        await join(policy);
      });

      it("[RM60] refuses before the 101 only a wrong path and a foreign Origin", async () => {
        const policy = await newDocument("Satu");
        expect(await statusOf(`/collab/${policy}`, { origin: "http://jahat.test" })).toBe(403);
        expect(await statusOf("/collab/..%2f..%2fetc")).toBe(404);
        expect(await statusOf("/other")).toBe(404);
        expect(await statusOf(`/collab/${policy}`, { origin: "http://rembuk.test" })).toBe(101);
      });

      it("[RM61] accepts, decides, and closes 4401, 4403, 4404 and 4426 without reading a byte", async () => {
        const policy = await newDocument("Satu");
        const asked: readonly [PolicyId, SocketOptions][] = [
          [policy, { account: "" as AccountId }],
          [`${policy.slice(0, -1)}X` as PolicyId, {}],
          [`${policy.slice(0, -1)}Z` as PolicyId, {}],
          [policy, { query: "?v=2" }],
          [policy, { query: "?schema=99" }],
          [policy, { query: "?epoch=2" }],
          [policy, { query: "?epoch=satu" }],
          [newPolicy(), {}],
        ];
        const codes = await Promise.all(
          asked.map(([id, options]) => {
            const client = dial(id, { ...options, asks: false });
            // Were it read, this would close 4400.
            client.socket.once("open", () => client.raw(Uint8Array.of(9, 9, 9)));
            return client.closed;
          }),
        );
        expect(codes).toEqual([4401, 4403, 4404, 4426, 4426, 4409, 4409, 1013]);
      });

      it("[RM64] a session has at most 64 connections", async () => {
        const policy = await newDocument("Satu");
        const many = Array.from({ length: 70 }, () => dial(policy, { account: BOB, session: "many" }));
        const closed = () => many.flatMap(({ closeCode }) => (closeCode === null ? [] : [closeCode]));
        await expect.poll(() => closed().length, WAIT).toBe(6);
        expect(new Set(closed())).toEqual(new Set([4529]));
        await expect.poll(() => many.filter(({ synced: is }) => is).length, WAIT).toBe(64);
        for (const client of many) client.drop();
      });

      function statusOf(path: string, headers: Record<string, string> = {}): Promise<number> {
        const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, {
          headers: { cookie: cookieOf({}), ...headers },
        });
        return new Promise((resolve) => {
          socket.on("error", () => undefined);
          socket.once("unexpected-response", (_request, response) => {
            resolve(response.statusCode ?? 0);
            socket.terminate();
          });
          socket.once("open", () => {
            resolve(101);
            socket.terminate();
          });
        });
      }
    });
  });
}
