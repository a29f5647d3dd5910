/**
 * Accounts for every character that is missing at the end of a session. A
 * character may have been written several times (a split, join, move or undo
 * writes it again elsewhere); each of those copies must have been removed by an
 * act that had the right to, and the act is named.
 */
import { ContentString, createID, Doc, applyUpdate, isDeleted, Item } from "yjs";
import type { AbstractType, ID, Transaction } from "yjs";
import type { LoggedUpdate } from "../../collab/log/update-log.ts";

/** One thing that somebody did. */
export interface Act {
  readonly what: string;
  /** It was meant to remove words (deleting, erasing, cutting). */
  readonly removes: boolean;
  /** What it took from its author's sight, and was allowed to. */
  readonly took: Set<string>;
  /** Of an undo or redo: what its author still saw after it, so that a copy it removed was a double. */
  readonly kept?: Set<string>;
}

interface Step {
  readonly act: Act;
  readonly deleted: Transaction["deleteSet"];
  /** Clocks before and after: what is not in `after` its author had not seen. */
  readonly before: ReadonlyMap<number, number>;
  readonly after: ReadonlyMap<number, number>;
}

/** Why a copy went: somebody deleted it, took it back (undo), wrote it anew elsewhere, or removed what it was being written into. */
export type ReasonKind = "deleted" | "taken back" | "unseen" | "elsewhere";

interface Reason {
  readonly kind: ReasonKind;
  readonly text: string;
}

interface Copy {
  readonly character: string;
  readonly id: ID;
  /** Elements and texts in which it stands, innermost first. */
  readonly owners: readonly ID[];
}

export class Ledger {
  readonly #tracked: RegExp;
  readonly #steps: Step[] = [];
  readonly #copies = new Map<string, Copy[]>();

  /** `tracked` (global) matches the characters to follow; each is typed once. */
  constructor(tracked: RegExp) {
    this.#tracked = tracked;
  }

  /** Notes a transaction of `act`. Call it on `afterTransaction`, before Yjs forgets what was deleted. */
  note(act: Act, { deleteSet, beforeState, afterState, doc }: Transaction): void {
    this.#steps.push({ act, deleted: deleteSet, before: beforeState, after: afterState });
    for (const [client, end] of afterState) {
      const start = beforeState.get(client) ?? 0;
      if (end === start) continue;
      for (const struct of doc.store.clients.get(client) ?? []) {
        if (struct.id.clock < start || !(struct instanceof Item)) continue;
        const { content, id } = struct;
        if (!(content instanceof ContentString)) continue;
        for (const { 0: character, index } of content.str.matchAll(this.#tracked)) {
          const copy = { character, id: createID(id.client, id.clock + index), owners: ownersOf(struct) };
          this.#copies.set(character, [...(this.#copies.get(character) ?? []), copy]);
        }
      }
    }
  }

  /** Notes what the server did, from the rows of the log. */
  noteServer(rows: readonly LoggedUpdate[]): void {
    const witness = new Doc({ gc: false });
    for (const { update, cause, seq } of rows) {
      const act: Act = { what: `server ${cause} (row ${seq})`, removes: false, took: new Set() };
      const collect = (transaction: Transaction) => this.note(act, transaction);
      if (cause !== "typed") witness.on("afterTransaction", collect);
      applyUpdate(witness, update);
      witness.off("afterTransaction", collect);
    }
    witness.destroy();
  }

  /** Of each lost character whose loss nobody answers for, a sentence with all that happened to it. */
  unexplained(lost: readonly string[]): string[] {
    return lost.flatMap((character) => {
      const copies = this.#copies.get(character) ?? [];
      if (copies.length === 0) return [`${character} is lost, it was never written`];
      const histories = copies.map((copy) => this.#historyOf(copy));
      const answered = histories.every(({ reason }) => reason !== undefined);
      // Passing it on from copy to copy is no answer: at one of them it must end.
      if (answered && histories.some(({ reason }) => reason?.kind !== "elsewhere")) return [];
      const story = histories
        .map(({ text, reason }) => `${text}: ${reason?.text ?? "NOBODY ANSWERS"}`)
        .join("; ");
      return [`${character} is lost, and nobody deleted it: ${story}`];
    });
  }

  /** For a lost character, by whom and why each of its copies went; what nobody answers for is left out. */
  reasons(character: string): Reason[] {
    return (this.#copies.get(character) ?? []).flatMap((copy) => this.#historyOf(copy).reason ?? []);
  }

  #historyOf(copy: Copy): { text: string; reason: Reason | undefined } {
    const touching = this.#steps.filter((step) =>
      [copy.id, ...copy.owners].some((id) => isDeleted(step.deleted, id)),
    );
    const writer = this.#steps.find((step) => wroteIn(step, copy.id));
    const text = `${copy.id.client}:${copy.id.clock} written by ${writer?.act.what ?? "?"}, removed by ${
      touching.map((step) => step.act.what + (hasSeen(step, copy.id) ? "" : " (unseen)")).join(", ") ||
      "nobody known"
    }`;
    for (const step of touching) {
      const reason = this.#reasonFor(copy, step);
      if (reason !== undefined) return { text, reason };
    }
    return { text, reason: undefined };
  }

  #reasonFor(copy: Copy, step: Step): Reason | undefined {
    const { act } = step;
    // The limit that Yjs sets: who removes an element also removes what another is writing into it.
    if (!hasSeen(step, copy.id))
      return { kind: "unseen", text: `${act.what} removed what it was written into, unseen` };
    if (!isDeleted(step.deleted, copy.id)) return undefined;
    if (act.removes) return { kind: "deleted", text: `${act.what} removed it` };
    if (act.took.has(copy.character)) return { kind: "taken back", text: `${act.what} took it back` };
    if (act.kept?.has(copy.character)) return { kind: "elsewhere", text: `${act.what} left it elsewhere` };
    // Then it is that other copy which must be accounted for.
    const again = this.#copies.get(copy.character)?.some(({ id }) => wroteIn(step, id));
    return again ? { kind: "elsewhere", text: `${act.what} wrote it again elsewhere` } : undefined;
  }
}

const hasSeen = (step: Step, id: ID): boolean => id.clock < (step.after.get(id.client) ?? 0);

const wroteIn = (step: Step, id: ID): boolean =>
  hasSeen(step, id) && id.clock >= (step.before.get(id.client) ?? 0);

function ownersOf(item: Item): ID[] {
  const owners: ID[] = [];
  for (
    let owner = (item.parent as AbstractType<unknown>)._item;
    owner !== null;
    owner = (owner.parent as AbstractType<unknown>)._item
  ) {
    owners.push(owner.id);
  }
  return owners;
}
