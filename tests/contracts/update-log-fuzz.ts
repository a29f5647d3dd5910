/** Random operations on a log and on a model that keeps everything in arrays; after each step both must agree. */
import { createHash } from "node:crypto";
import { expect } from "vitest";
import { StaleEpochError } from "../../collab/log/update-log.ts";
import type {
  LoggedUpdate,
  NewUpdate,
  SnapshotShape,
  UpdateCause,
  UpdateLog,
} from "../../collab/log/update-log.ts";
import type { AccountId, PolicyId } from "../../domain/ids.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { beginEpoch } from "./begin-epoch.ts";

const STEPS = 120;
const CAUSES: readonly UpdateCause[] = ["typed", "command", "anchor", "repair"];

interface ModelDocument {
  epoch: number;
  rows: (LoggedUpdate & { readonly epoch: number })[];
  snapshot: { readonly seq: number; readonly bytes: Uint8Array; readonly shape: SnapshotShape | null } | null;
  firstSeqOfEpoch: number;
  owners: Map<number, AccountId | null>;
}

export async function runLogFuzz(
  seed: number,
  first: UpdateLog,
  reopen: () => Promise<UpdateLog>,
): Promise<void> {
  const random = seededRandom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const documents = [1, 2, 3].map((n) => `01JD000000000000000000000${n}` as PolicyId);
  const accounts = [1, 2, 3].map((n) => `01JA000000000000000000000${n}` as AccountId);
  const model = new Map<PolicyId, ModelDocument>();
  let clientId = 1;
  let log = first;

  const update = (): NewUpdate => {
    const bytes = new Uint8Array(random() < 0.02 ? 2_000_000 : below(300));
    bytes.fill(below(256));
    const claims = random() < 0.3 ? [clientId++] : [];
    return {
      update: bytes,
      actor: random() < 0.2 ? null : (accounts[below(3)] ?? null),
      cause: CAUSES[below(4)] ?? "typed",
      at: below(1_000_000),
      claims,
    };
  };
  const record = (document: ModelDocument, { claims = [], ...row }: NewUpdate) => {
    document.rows.push({ ...row, seq: document.rows.length + 1, epoch: document.epoch });
    for (const claim of claims) document.owners.set(claim, row.actor);
  };

  for (let step = 0; step < STEPS; step += 1) {
    const id = documents[below(3)] ?? documents[0];
    if (!id) throw new Error("no document");
    const known = model.get(id);
    const dice = random();
    if (!known) {
      const state = update();
      await log.create(id, state);
      const made: ModelDocument = {
        epoch: 1,
        rows: [],
        snapshot: null,
        firstSeqOfEpoch: 1,
        owners: new Map(),
      };
      model.set(id, made);
      record(made, state);
    } else if (dice < 0.6) {
      // Several appends at once, as many sockets in one turn make them.
      const appends = Array.from({ length: 1 + below(4) }, () =>
        Array.from({ length: 1 + below(4) }, update),
      );
      const positions = await Promise.all(appends.map((updates) => log.append(id, known.epoch, updates)));
      for (const [index, updates] of appends.entries()) {
        for (const each of updates) record(known, each);
        expect(positions[index]).toBe(known.rows.length);
      }
    } else if (dice < 0.7) {
      await expect(log.append(id, known.epoch + 1, [update()])).rejects.toBeInstanceOf(StaleEpochError);
    } else if (dice < 0.85) {
      const seq = known.firstSeqOfEpoch + below(known.rows.length - known.firstSeqOfEpoch + 1);
      const bytes = new Uint8Array(below(2000)).fill(below(256));
      const texts = random() < 0.5 ? bytes.slice(0, below(9)) : null;
      const shape = { stateVector: bytes.slice(0, 1 + below(9)), deletesAt: below(2000), texts };
      const described = random() < 0.7;
      await (described
        ? log.compact(id, known.epoch, seq, bytes, shape)
        : log.compact(id, known.epoch, seq, bytes));
      if (seq > (known.snapshot?.seq ?? 0)) known.snapshot = { seq, bytes, shape: described ? shape : null };
    } else if (dice < 0.92) {
      const state = update();
      const masked = known.rows.filter(() => random() < 0.1).map(({ seq }) => ({ seq, ...update() }));
      for (const { seq, update: bytes } of masked) {
        const row = known.rows[seq - 1];
        if (row) known.rows[seq - 1] = { ...row, update: bytes };
      }
      known.epoch += 1;
      known.snapshot = null;
      known.firstSeqOfEpoch = known.rows.length + 1;
      known.owners = new Map();
      expect(await beginEpoch(log, id, state, masked)).toBe(known.epoch);
      record(known, state);
    } else {
      log = await reopen();
    }
    await compare(log, id, model.get(id), below);
  }
}

async function compare(
  log: UpdateLog,
  id: PolicyId,
  known: ModelDocument | undefined,
  below: (n: number) => number,
): Promise<void> {
  const loaded = await log.load(id);
  if (!known) {
    expect(loaded).toBeNull();
    return;
  }
  const from = Math.max(known.firstSeqOfEpoch - 1, known.snapshot?.seq ?? 0);
  expect(loaded && { ...loaded, snapshot: digest(loaded.snapshot), tail: loaded.tail.map(summary) }).toEqual({
    epoch: known.epoch,
    snapshot: digest(known.snapshot?.bytes ?? null),
    snapshotSeq: known.snapshot?.seq ?? 0,
    snapshotShape: known.snapshot?.shape ?? null,
    tail: known.rows.slice(from).map(summary),
    clientOwners: known.owners,
  });
  const after = below(known.rows.length + 2);
  const limit = 1 + below(10);
  const history = await log.history(id, after, limit);
  expect(history.map(summary)).toEqual(known.rows.slice(after, after + limit).map(summary));
  const upTo = after + below(20);
  const authors = known.rows
    .slice(after, upTo)
    .flatMap(({ actor, cause }) =>
      actor !== null && (cause === "typed" || cause === "command") ? [actor] : [],
    );
  expect(await log.authorsSince(id, after, upTo)).toEqual([...new Set(authors)].toSorted());
}

/** Megabytes compare faster by their digest. */
function digest(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : createHash("sha256").update(bytes).digest("hex");
}

function summary({ seq, at, actor, cause, update }: LoggedUpdate): unknown {
  return { seq, at, actor, cause, update: digest(update) };
}
