/** Sends the form as a browser would, and puts the page that comes back in the place of this one. */
import type { Fields } from "./draft.ts";

/** Longer than any server takes over it. */
const PATIENCE_MS = 20_000;

export interface Answered {
  readonly status: number;
  readonly page: Document;
}

/** Null: no answer, or none of the survey's own. Nothing is lost, and it may be sent again as it is. */
export async function post(action: string, fields: Fields, goTo: string): Promise<Answered | null> {
  const body = new URLSearchParams(
    fields.filter(([name]) => name !== "ke").map(([name, value]) => [name, value]),
  );
  body.set("ke", goTo);
  try {
    const response = await fetch(action, { method: "POST", body, signal: AbortSignal.timeout(PATIENCE_MS) });
    if (response.status >= 500 || response.status === 429) return null;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return page.querySelector("main") ? { status: response.status, page } : null;
  } catch {
    return null;
  }
}

/** From here on it is the plain page: thanks, or the form filled in with what has to be said. */
export function showPage({ page }: Answered): void {
  const main = page.querySelector<HTMLElement>("main");
  if (!main) return;
  document.querySelector("main")?.replaceWith(main);
  document.title = page.title;
  const heading = main.querySelector<HTMLElement>("[role=alert], h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
  scrollTo({ top: 0 });
}

export const isReceived = ({ page }: Answered): boolean => page.querySelector("[data-diterima]") !== null;
