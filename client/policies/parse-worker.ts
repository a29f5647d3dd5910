/** Reads a regulation beside the page, which stays alive meanwhile. One message in, one out. */
import { parseRegulation } from "../../domain/parsing/parse-regulation.ts";
import type { Cid } from "../../domain/ids.ts";
import { summariseParse } from "./parse-summary.ts";

/** The preview needs distinct ids only; the real ones are given when the draft is made. */
let count = 0;
const newCid = (): Cid => String((count += 1)).padStart(26, "0") as Cid;

addEventListener("message", (event: MessageEvent<string>) => {
  postMessage(summariseParse(parseRegulation(event.data, { newCid })));
});
