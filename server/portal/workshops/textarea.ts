import { html, type Html } from "../html.ts";

/** A text area with what was typed, to the letter: on one line, for `html` takes line breaks of a template for a space. */
export const textarea = (attributes: Html, typed: string): Html =>
  html`<textarea ${attributes}>${typed}</textarea>`;
