/** What was filled in, on this device, until it has arrived. A browser that keeps nothing loses only this comfort. */

/** Fields of the form by name, in order, as they would be sent. */
export type Fields = readonly (readonly [name: string, value: string])[];

export interface Draft {
  readonly fields: Fields;
  /** The step in sight. */
  readonly step: string;
  /** It was sent, and no answer came: it is sent again. */
  readonly waiting: boolean;
}

const keyOf = (survey: string): string => `survei:${survey}`;

/** False where the device keeps nothing. */
export function keepDraft(survey: string, draft: Draft): boolean {
  try {
    localStorage.setItem(keyOf(survey), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function readDraft(survey: string): Draft | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(survey)) ?? "null");
    return isDraft(found) ? found : null;
  } catch {
    return null;
  }
}

export function forgetDraft(survey: string): void {
  try {
    localStorage.removeItem(keyOf(survey));
  } catch {
    // Nothing is kept, so nothing is to be forgotten.
  }
}

function isDraft(value: unknown): value is Draft {
  return typeof value === "object" && value !== null && "fields" in value && Array.isArray(value.fields);
}
