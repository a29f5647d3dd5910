import { idFromBytes } from "../../domain/ids.ts";

/** What a device makes for each thing it sends. */
export const randomId = (): string => idFromBytes(crypto.getRandomValues(new Uint8Array(16)));
