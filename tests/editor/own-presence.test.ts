/** Who one is in the room is the server's word, for oneself as well. */
import { afterEach, expect, test, vi } from "vitest";
import { BOB } from "../room/support.ts";
import { openOffice, type Office } from "./support.ts";

let office: Office;
afterEach(() => office.dispose());

test("two people read the same two colours, each their own from the echo of the server", async () => {
  office = await openOffice("satu");
  const own = new Map<string, unknown>();
  const noting = (name: string) => ({
    onOwnPresence: ({ user }: Readonly<Record<string, unknown>>) =>
      void own.set(name, (user as { colour?: unknown }).colour),
  });
  const first = office.open({ more: noting("first") });
  const second = office.open({ account: BOB, more: noting("second") });
  first.awareness.setLocalState({ at: 1 });
  second.awareness.setLocalState({ at: 2 });
  const seenBy = (who: typeof first, whom: typeof first) =>
    (who.awareness.getStates().get(whom.awareness.clientID) as { user?: { colour?: number } } | undefined)
      ?.user?.colour;
  await vi.waitFor(() => {
    expect(seenBy(first, second)).toBeTypeOf("number");
    expect(seenBy(second, first)).toBeTypeOf("number");
    expect([own.get("first"), own.get("second")]).toEqual([seenBy(second, first), seenBy(first, second)]);
  }, 3_000);
  expect(own.get("first")).not.toBe(own.get("second"));
});
