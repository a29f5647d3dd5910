/** How an input was answered: a word, a shape and a colour together, never colour alone. */
import { raw } from "hono/html";
import type { Outcome } from "../../domain/dispositions/disposition.ts";
import { html, type Html } from "./html.ts";

const SHAPES: Readonly<Record<Outcome, string>> = {
  accepted: '<circle cx="6" cy="6" r="5" fill="currentColor"/>',
  partly:
    '<circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor"/>',
  rejected:
    '<circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M3.5 3.5l5 5" stroke="currentColor" stroke-width="1.5"/>',
  noted: '<circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.5"/>',
  "out-of-scope":
    '<circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.4 1.8"/>',
};

export const renderOutcome = (outcome: Outcome, words: string): Html =>
  html`<span class="outcome" data-outcome="${outcome}"
    ><svg viewBox="0 0 12 12" aria-hidden="true">${raw(SHAPES[outcome])}</svg>${words}</span
  >`;
