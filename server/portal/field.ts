import { html } from "./html.ts";
import type { Html } from "./layout.ts";

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: "text" | "email" | "password";
  readonly autocomplete: string;
  readonly value?: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly maxLength?: number;
  /** Gets the focus when the page opens: the first field, or the first that is wrong. */
  readonly focus?: boolean;
}

/** A labelled input with its hint and error tied to it. */
export function renderField(field: Field): Html {
  const { name, label, type, autocomplete, value = "", hint, error, maxLength, focus } = field;
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : ""}
    ${error ? html`<p class="error" id="${name}-error">${error}</p>` : ""}
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      value="${value}"
      autocomplete="${autocomplete}"
      required
      ${maxLength ? html`maxlength="${maxLength}"` : ""}
      ${described ? html`aria-describedby="${described}"` : ""}
      ${error ? html`aria-invalid="true"` : ""}
      ${focus ? html`autofocus` : ""}
    />
  </div>`;
}
