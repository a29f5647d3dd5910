/**
 * The keys of the inbox, as data: what a key press means there. Single keys
 * never act while somebody types, and can be turned off (WCAG 2.2, 2.1.4).
 */
import { OUTCOMES, type Outcome } from "../../domain/dispositions/disposition.ts";

export type InboxAct =
  | { readonly act: "next" | "previous" | "select" | "reason" | "save" | "help" | "back" }
  | { readonly act: "outcome"; readonly outcome: Outcome };

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** A press held down, or of an unfinished composition. */
  readonly repeat?: boolean;
  readonly isComposing?: boolean;
}

/** Where the press happened. */
export type KeyPlace =
  /** In a field: letters are letters. */
  | "typing"
  /** On the row of an input in the list. */
  | "row"
  /** On another control, which has its own Enter. */
  | "control"
  | "elsewhere"
  /** In a dialog or menu, which has all its own keys. */
  | "apart";

const SINGLE: Readonly<Record<string, InboxAct["act"]>> = {
  j: "next",
  k: "previous",
  x: "select",
  "?": "help",
};

/** The act of a key at a place; undefined leaves the key to the browser. */
export function inboxAct(pressed: PressedKey, place: KeyPlace, singleKeys: boolean): InboxAct | undefined {
  if (place === "apart" || pressed.isComposing) return undefined;
  const { key } = pressed;
  if (key === "Enter" && (pressed.ctrlKey || pressed.metaKey) && !pressed.altKey)
    return pressed.repeat ? undefined : { act: "save" };
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined;
  if (key === "Escape") return { act: "back" };
  if (place === "row") {
    if (key === "ArrowDown") return { act: "next" };
    if (key === "ArrowUp") return { act: "previous" };
  }
  if (place === "typing") return undefined;
  if (key === "Enter") return place === "control" ? undefined : { act: "reason" };
  if (!singleKeys) return undefined;
  // Caps lock or Shift must not turn a letter into something else.
  const single = SINGLE[key.toLowerCase()];
  if (single !== undefined) return { act: single } as InboxAct;
  const outcome = /^[1-5]$/.test(key) ? OUTCOMES[Number(key) - 1] : undefined;
  return outcome === undefined ? undefined : { act: "outcome", outcome };
}

/** What kind of place an element is. */
export function keyPlaceOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof HTMLElement)) return "elsewhere";
  if (target.closest("[role=dialog], [role=menu], [role=listbox]")) return "apart";
  if (target.isContentEditable || target.closest("textarea, select")) return "typing";
  const input = target.closest("input");
  if (input && !["checkbox", "radio", "button"].includes(input.type)) return "typing";
  if (target.closest("[data-inbox-row]")) return input ? "control" : "row";
  if (input || target.closest("button, a[href], summary")) return "control";
  return "elsewhere";
}
