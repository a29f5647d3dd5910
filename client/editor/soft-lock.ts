/** Asks before an act that could cost another person their last words: whose caret stands in what it takes away. */
import type { Cid } from "../../domain/ids.ts";
import type { PersonPresent, SoftLockQuestion } from "./editor-session.ts";
import { makeSubject, type Observable } from "./observable.ts";

export interface SoftLock {
  readonly question: Observable<SoftLockQuestion | null>;
  /** Runs `go` at once, or after the person agreed. */
  guard(cids: readonly Cid[], act: SoftLockQuestion["act"], go: () => void): void;
  /** The same as a promise: false when the person decided otherwise. */
  agreed(cids: readonly Cid[], act: SoftLockQuestion["act"]): Promise<boolean>;
}

export function makeSoftLock(
  othersIn: (cids: readonly Cid[]) => readonly PersonPresent[],
  afterwards: () => void,
): SoftLock {
  const question = makeSubject<SoftLockQuestion | null>(null);
  const ask = (cids: readonly Cid[], act: SoftLockQuestion["act"], decide: (goOn: boolean) => void) => {
    const people = [...new Set(othersIn(cids).map(({ name }) => name))];
    if (people.length === 0) return decide(true);
    // Only one question at a time: an older one counts as answered with no.
    question.get()?.answer(false);
    let answered = false;
    question.set({
      act,
      people,
      answer: (goOn) => {
        if (answered) return;
        answered = true;
        question.set(null);
        decide(goOn);
        afterwards();
      },
    });
  };
  return {
    question,
    guard: (cids, act, go) => ask(cids, act, (goOn) => goOn && go()),
    agreed: (cids, act) => new Promise((resolve) => ask(cids, act, resolve)),
  };
}
