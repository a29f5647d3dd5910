import type { Deps } from "../deps.ts";
import { createChangeSeen, type ChangeSeen } from "../dispositions/change-seen.ts";
import { createPresentDispositions, type PresentDispositions } from "../dispositions/present-dispositions.ts";
import { createLoadInbox, type LoadInbox } from "./load-inbox.ts";
import { createPresentContributions, type PresentContributions } from "./present-contributions.ts";
import { createTextStandings, type TextStandings } from "./text-standings.ts";

/** What every page about inputs needs; they share the texts that are kept. */
export interface InboxParts {
  readonly texts: TextStandings;
  readonly seen: ChangeSeen;
  readonly loadInbox: LoadInbox;
  readonly present: PresentContributions;
  readonly presentDispositions: PresentDispositions;
}

/** Made once for the application. */
export function createInboxParts(deps: Pick<Deps, "repos" | "rooms">): InboxParts {
  const texts = createTextStandings(deps);
  const seen = createChangeSeen(deps, texts);
  return {
    texts,
    seen,
    loadInbox: createLoadInbox(deps, texts),
    present: createPresentContributions(deps, seen),
    presentDispositions: createPresentDispositions(deps, texts, seen),
  };
}
