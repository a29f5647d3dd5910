import type { AppContext } from "./context.ts";

/**
 * Sets a header of an answer that is made already. Hono's own `c.header` makes
 * the whole answer anew each time, and what Node sends then is a stream: at
 * hundreds of answers a second that is most of the work.
 */
export function lateHeader(c: AppContext, name: string, value: string): void {
  try {
    c.res.headers.set(name, value);
  } catch {
    // An answer that came from elsewhere, such as a socket's, may not be changed.
    c.header(name, value);
  }
}
