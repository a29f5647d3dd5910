/** An answer being written. Kept in this tab, so that going to another input and back, or reloading, loses no word. */
import { createStore } from "solid-js/store";
import { OUTCOMES, type Outcome } from "../../domain/dispositions/disposition.ts";

export interface AnswerDraft {
  readonly outcome: Outcome | "";
  readonly reason: string;
  /** The clause that changed; "" for none; null while the person has not said: then the outcome decides. */
  readonly changeCid: string | null;
  /** "" for the version that is frozen next. */
  readonly changeVersionId: string;
}

const EMPTY: AnswerDraft = { outcome: "", reason: "", changeCid: null, changeVersionId: "" };
const nameOf = (key: string) => `jawaban:${key}`;

function readDraft(key: string): AnswerDraft {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(key)) ?? "null");
    if (typeof kept !== "object" || kept === null) return EMPTY;
    const { outcome, reason, changeCid, changeVersionId } = kept as Record<string, unknown>;
    return {
      outcome: OUTCOMES.find((each) => each === outcome) ?? "",
      reason: typeof reason === "string" ? reason : "",
      changeCid: typeof changeCid === "string" ? changeCid : null,
      changeVersionId: typeof changeVersionId === "string" ? changeVersionId : "",
    };
  } catch {
    return EMPTY;
  }
}

/** The draft under `key`, how to change it, and how to be done with it. */
export function createAnswerDraft(key: string): {
  readonly draft: AnswerDraft;
  readonly change: (part: Partial<AnswerDraft>) => void;
  readonly clear: () => void;
} {
  const [draft, setDraft] = createStore<AnswerDraft>(readDraft(key));
  return {
    draft,
    change: (part) => {
      setDraft(part);
      try {
        sessionStorage.setItem(nameOf(key), JSON.stringify(draft));
      } catch {
        // Without storage the draft lives as long as the form.
      }
    },
    clear: () => {
      setDraft(EMPTY);
      try {
        sessionStorage.removeItem(nameOf(key));
      } catch {
        // As above.
      }
    },
  };
}
