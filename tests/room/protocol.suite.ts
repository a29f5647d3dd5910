/** The rules of `collab/PROTOCOL.md` that can be seen from outside, on a host with real sockets. */
import { describe } from "vitest";
import { useHost } from "./host-bench.ts";
import type { OpenHost } from "./host-under-test.ts";
import { openingRules } from "./protocol-opening.ts";
import { orderRules } from "./protocol-order.ts";
import { durabilityRules } from "./protocol-durability.ts";
import { presenceRules } from "./protocol-presence.ts";
import { sleepRules } from "./protocol-sleep.ts";
import { socketRules } from "./protocol-sockets.ts";

export function protocolSuite(name: string, openHost: OpenHost): void {
  describe(`protocol: ${name}`, { timeout: 60_000 }, () => {
    const bench = useHost(openHost);
    openingRules(bench);
    orderRules(bench);
    durabilityRules(bench);
    presenceRules(bench);
    sleepRules(bench);
    socketRules(bench);
  });
}
