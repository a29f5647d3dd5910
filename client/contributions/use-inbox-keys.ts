/** The keys of the inbox at work: what is pressed on the page becomes an act of it. */
import { onCleanup, onMount } from "solid-js";
import type { AnswerCommands } from "./inbox-context.tsx";
import { inboxAct, keyPlaceOf, type InboxAct } from "./inbox-keys.ts";
import { singleKeys } from "./single-keys.ts";

export interface InboxKeyActs {
  next(): void;
  previous(): void;
  select(): void;
  help(): void;
  back(): void;
  /** Of the form that answers what is open. */
  commands(): AnswerCommands | undefined;
}

export function useInboxKeys(acts: InboxKeyActs): void {
  const perform = (pressed: InboxAct): void => {
    switch (pressed.act) {
      case "outcome":
        acts.commands()?.choose(pressed.outcome);
        break;
      case "reason":
        acts.commands()?.focusReason();
        break;
      case "save":
        acts.commands()?.save();
        break;
      default:
        acts[pressed.act]();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const act = inboxAct(event, keyPlaceOf(event.target), singleKeys());
    if (!act) return;
    event.preventDefault();
    perform(act);
  };
  onMount(() => document.addEventListener("keydown", onKeyDown));
  onCleanup(() => document.removeEventListener("keydown", onKeyDown));
}
