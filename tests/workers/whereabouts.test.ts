import { expect, test } from "vitest";
import { WhereaboutsKeeper, type Whereabouts } from "../../collab/whereabouts.workers.ts";
import type { AccountId, PolicyId } from "../../domain/ids.ts";

const WHO: Whereabouts = {
  policy: "01P00000000000000000000001" as PolicyId,
  account: "01AAAAAAAAAAAAAAAAAAAAAAAA" as AccountId,
  session: "s1",
};

/** Notes whose writes the test lets through one by one. */
function heldNotes() {
  const noted = new Set<string>();
  const waiting: (() => void)[] = [];
  const write = (change: () => void) =>
    new Promise<void>((resolve) =>
      waiting.push(() => {
        change();
        resolve();
      }),
    );
  return {
    noted,
    opened: ({ session }: Whereabouts) => write(() => noted.add(session)),
    closed: ({ session }: Whereabouts) => write(() => noted.delete(session)),
    /** Lets all writes through, also those that follow from them. */
    async flush() {
      for (let quiet = 0; quiet < 5; quiet++) {
        if (waiting.length > 0) quiet = 0;
        waiting.shift()?.();
        await Promise.resolve();
      }
    },
  };
}

test("[RM68] a page that is loaded anew comes before it has left, and stays noted", async () => {
  const notes = heldNotes();
  let here = 1;
  const keeper = new WhereaboutsKeeper(notes, () => here > 0);
  const firstIn = keeper.entering(WHO);
  await notes.flush();
  await firstIn;
  keeper.settled(WHO);

  here = 0; // the old socket is gone, and its note is about to be
  const left = keeper.left(WHO);
  const secondIn = keeper.entering(WHO);
  await notes.flush();
  await Promise.all([left, secondIn]);
  here = 1;
  keeper.settled(WHO);
  expect([...notes.noted]).toEqual(["s1"]);
});

test("[RM68] a note is written before the decision, and goes when nobody came in", async () => {
  const notes = heldNotes();
  const keeper = new WhereaboutsKeeper(notes, () => false);
  const entering = keeper.entering(WHO);
  await notes.flush();
  await entering;
  expect([...notes.noted]).toEqual(["s1"]);
  keeper.settled(WHO); // turned away
  const left = keeper.left(WHO);
  await notes.flush();
  await left;
  expect([...notes.noted]).toEqual([]);
});

test("[RM68] a note that could not be written keeps nobody else's from being written", async () => {
  const written: string[] = [];
  const store = {
    opened: async ({ session }: Whereabouts) => {
      if (session === "broken") throw new Error("the database is away");
      written.push(session);
    },
    closed: async () => undefined,
  };
  const keeper = new WhereaboutsKeeper(store, () => false);
  await expect(keeper.entering({ ...WHO, session: "broken" })).rejects.toThrow("away");
  await keeper.entering(WHO);
  expect(written).toEqual(["s1"]);
});

test("[RM68] who could not be noted is not waited for: the note goes with the last socket all the same", async () => {
  const noted = new Set<string>();
  let away = false;
  const store = {
    opened: async ({ session }: Whereabouts) => {
      if (away) throw new Error("the database is away");
      noted.add(session);
    },
    closed: async ({ session }: Whereabouts) => void noted.delete(session),
  };
  const keeper = new WhereaboutsKeeper(store, () => false);
  away = true;
  await expect(keeper.entering(WHO)).rejects.toThrow("away");
  away = false;
  await keeper.entering(WHO);
  keeper.settled(WHO);
  await keeper.left(WHO);
  expect([...noted]).toEqual([]);
});

test("[RM68] many who come at once do not wait for each other's notes", async () => {
  const waiting: string[] = [];
  const store = {
    opened: ({ session }: Whereabouts) => {
      waiting.push(session);
      return new Promise<void>(() => undefined);
    },
    closed: async () => undefined,
  };
  const keeper = new WhereaboutsKeeper(store, () => false);
  for (const session of ["s1", "s2", "s3"]) void keeper.entering({ ...WHO, session });
  await new Promise(setImmediate);
  expect(waiting).toEqual(["s1", "s2", "s3"]);
});
