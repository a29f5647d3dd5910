import { resolve } from "node:path";

/** `npm run` changes the working directory; paths mean the one where the command was called. */
export const fromCaller = (path: string): string => resolve(process.env["INIT_CWD"] ?? process.cwd(), path);

/** Resolves when the text was taken: exiting must not cut a pipe. */
export const print = (text: string): Promise<void> =>
  new Promise((done, fail) => process.stdout.write(text, (error) => (error ? fail(error) : done())));
