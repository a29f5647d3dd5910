/**
 * Going to a clause far away. Clauses that were never seen have only a guessed
 * height (`content-visibility`), so the way there changes while one scrolls;
 * once it has come to rest, it is set right.
 */
import type { Cid } from "../../domain/ids.ts";
import type { EditorSession } from "./editor-session.ts";

const REST_MS = 1200;
const NEAR_PX = 8;
const MAX_CORRECTIONS = 4;

/** Scrolls to the clause, with the caret in it when `caret`; a person who scrolls on their own is left alone. */
export function jumpToClause(session: EditorSession, cid: Cid, caret: boolean): void {
  session.jumpTo(cid, caret);
  const stop = new AbortController();
  const { signal } = stop;
  for (const own of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    document.addEventListener(own, () => stop.abort(), { signal, passive: true });
  }
  const arrive = () => {
    if (!signal.aborted) correct(cid, MAX_CORRECTIONS, signal);
    setTimeout(() => stop.abort(), REST_MS);
  };
  document.addEventListener("scrollend", arrive, { signal, once: true });
  // Where it was in sight already, nothing scrolls and nothing ends.
  setTimeout(arrive, REST_MS);
}

function correct(cid: Cid, left: number, signal: AbortSignal): void {
  const element = document.querySelector(`.sheet-text [data-cid="${cid}"]`);
  if (!element || left === 0 || signal.aborted) return;
  const wanted = Number.parseFloat(getComputedStyle(element).scrollMarginTop) || 0;
  const off = element.getBoundingClientRect().top - wanted;
  const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 1;
  if (Math.abs(off) <= NEAR_PX || (off > 0 && atEnd)) return;
  element.scrollIntoView({ block: "start" });
  requestAnimationFrame(() => correct(cid, left - 1, signal));
}
