/** One case of the hostile list, as a stranger runs it: from a process that shares nothing with those who type. */
import { HOSTILE_CASES } from "../../room/hostile-cases.ts";
import { openGate } from "./hocuspocus-gate.ts";
import type { DialectName } from "./wire.ts";
import { createDialect } from "./wire.ts";

export interface Attack {
  readonly port: number;
  readonly dialect: DialectName;
  readonly document: string;
  readonly name: string;
  readonly cookie: string;
  readonly readerCookie: string;
  readonly otherCookie: string;
  readonly state: Uint8Array;
  readonly foreignClient: number;
}

export interface AttackFigures {
  /** Close codes that its sockets got; how many stayed open. */
  readonly codes: readonly number[];
  readonly stayed: number;
  /** Whether the codes are those of the rules. */
  readonly byRule: boolean;
}

/** Made below WebSocket messages, where there is nothing to translate. */
const BELOW_MESSAGES = ["illegal WebSocket frames", "1,000 sockets from one session"];

export async function attack(load: Attack): Promise<AttackFigures> {
  const hostile = HOSTILE_CASES.find(({ name }) => name === load.name);
  if (hostile === undefined) throw new Error(`There is no hostile case "${load.name}".`);
  const gate =
    load.dialect === "hocuspocus" && !BELOW_MESSAGES.includes(load.name)
      ? await openGate(load.port, load.document)
      : null;
  const { path } = createDialect(load.dialect, load.document);
  try {
    const { codes, stayed } = await hostile.attack({
      ...load,
      url: gate?.url ?? `ws://127.0.0.1:${load.port}${path}`,
    });
    const byRule =
      codes.every((code) => hostile.closes.includes(code)) && codes.length > 0 === hostile.closes.length > 0;
    return { codes, stayed, byRule };
  } finally {
    gate?.close();
  }
}
