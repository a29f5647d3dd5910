import { expect, test } from "vitest";
import * as Y from "yjs";
import { findProblems, repairDocument } from "../../collab/document/repair.ts";
import { RepairWatch } from "../../collab/document/repair-watch.ts";
import { rootOf } from "../../collab/document/read.ts";
import { createClauseElement } from "../../collab/document/write.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { cidOf, cidSeries } from "./support.ts";

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

test.each(SEEDS)(
  "[RM27] the watch over repairs agrees with a scan of the whole document (seed %i)",
  (seed) => {
    const random = seededRandom(seed);
    const below = (count: number) => Math.floor(random() * count);
    const doc = new Y.Doc();
    const other = new Y.Doc();
    const root = rootOf(doc);
    root.insert(
      0,
      [1, 2, 3].map((id) => createClauseElement({ cid: cidOf(id), kind: "ayat", level: 0, runs: [] })),
    );
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const watch = new RepairWatch(doc);
    const undo = new Y.UndoManager(root, { captureTimeout: 0 });
    const clauseAt = (all: Y.XmlElement) => all.get(below(all.length)) as Y.XmlElement | undefined;
    let found = 0;
    for (let step = 0; step < 150; step++) {
      const target = random() < 0.5 ? root : rootOf(other);
      const clause = clauseAt(target);
      const dice = random();
      if (dice < 0.2) {
        const made = createClauseElement({
          cid: cidOf(1 + below(6)),
          kind: "ayat",
          level: 0,
          runs: [{ text: "a" }],
        });
        target.insert(below(target.length + 1), [made]);
      } else if (dice < 0.35 && clause !== undefined) target.delete(target.toArray().indexOf(clause), 1);
      else if (dice < 0.45) clause?.setAttribute("s_cid", random() < 0.5 ? cidOf(1 + below(6)) : "none");
      else if (dice < 0.55) clause?.setAttribute("s_kind", random() < 0.6 ? "huruf" : "bukan");
      else if (dice < 0.65) clause?.insert(0, [new Y.XmlText("b")]);
      else if (dice < 0.72 && clause !== undefined && clause.length > 0) clause.delete(0, 1);
      else if (dice < 0.8) undo.undo();
      else if (dice < 0.85) undo.redo();
      else if (dice < 0.95) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)));
      else if (random() < 0.5) repairDocument(doc, { newCid: cidSeries(1_000 * seed + step) });
      else Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)));
      const problems = findProblems(doc);
      found += problems.length;
      expect(watch.needsRepair(), `step ${step}`).toBe(problems.length > 0);
    }
    expect(found).toBeGreaterThan(0);
  },
);
