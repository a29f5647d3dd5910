/** Brings a history to a server as its people would have: over the wire, edit by edit. */
import { Client, until } from "./client.ts";
import { writeHistory } from "./history.ts";
import { createFrameReader } from "./propagation.ts";
import { seedDocument } from "./seed.ts";
import { createDialect, type DialectName } from "./wire.ts";

export interface Feed {
  readonly port: number;
  readonly dialect: DialectName;
  readonly document: string;
  readonly start: Uint8Array;
  readonly edits: number;
  /** The same seed writes the same letters. */
  readonly seed: number;
  readonly cookies: readonly string[];
}

/** A connection of ours may send 2,000 frames at once: people come back with a new one before that. */
const FRAMES_A_CONNECTION = 1_600;

/** Resolves to the document as one update when the server has everything. */
export async function feedHistory(feed: Feed): Promise<Uint8Array> {
  const { port, document, start, edits, seed, cookies } = feed;
  const history = writeHistory(start, edits, seed);
  const seeders = await seedDocument({
    port,
    dialect: feed.dialect,
    documents: [{ id: document, state: start }],
  });
  const dialect = createDialect(feed.dialect, document);
  const read = createFrameReader(dialect);
  let opened = 0;
  const open = async (): Promise<{ client: Client; clocks: Map<number, number> }> => {
    const clocks = new Map<number, number>();
    const client = new Client({
      port,
      dialect,
      cookie: cookies[opened++ % cookies.length] ?? null,
      read,
      onBrought: ({ clocks: brought }) => {
        for (const [id, end] of brought) clocks.set(id, Math.max(clocks.get(id) ?? 0, end));
      },
    });
    await until(
      () => client.synced,
      30_000,
      () => `not in step: ${client.whyClosed}`,
    );
    return { client, clocks };
  };
  const people = await Promise.all(history.people.map(open));
  for (const seeder of seeders) seeder.raw.cut();
  for (const [number, round] of history.rounds.entries()) {
    for (const [index, person] of people.entries()) {
      if (person.client.sentSync < FRAMES_A_CONNECTION) continue;
      const before = person.client;
      people[index] = await open();
      before.raw.cut();
    }
    round.forEach((updates, person) => updates.forEach((update) => people[person]?.client.update(update)));
    const ends = history.ends[number] as readonly number[];
    // Everybody has heard everybody: nothing of the next round can come before what it builds on.
    await until(
      () =>
        people.every(({ clocks }, self) =>
          history.people.every((id, other) => self === other || (clocks.get(id) ?? 0) >= (ends[other] ?? 0)),
        ),
      30_000,
      () =>
        `round ${number} did not arrive: ${people.map(({ client }) => client.whyClosed ?? "open").join()}`,
    );
  }
  const acknowledged = () =>
    feed.dialect !== "rembuk" || people.every(({ client }) => client.acknowledged >= client.sentSync);
  await until(acknowledged, 30_000, () => "not everything was acknowledged");
  for (const { client } of people) client.raw.cut();
  return history.state;
}
