/** Whose request it is, as far as limits are concerned. */
import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { parseConfig } from "../../server/config.ts";
import { addressOfRequest } from "../../server/http/address.node.ts";

const request = (forwarded?: string | string[]) =>
  ({
    socket: { remoteAddress: "10.0.0.1" },
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
  }) as unknown as IncomingMessage;

test("without a trusted proxy the header proves nothing", () => {
  expect(addressOfRequest(0)(request("1.2.3.4"))).toBe("10.0.0.1");
});

test.each([
  [1, "1.2.3.4", "1.2.3.4"],
  [1, "6.6.6.6, 1.2.3.4", "1.2.3.4"],
  [2, "6.6.6.6, 1.2.3.4, 10.0.0.2", "1.2.3.4"],
  [1, " 6.6.6.6 ,\t2001:db8::1 ", "2001:db8::1"],
  // Fewer hops than proxies, or none: not through them, so the socket it is.
  [2, "1.2.3.4", "10.0.0.1"],
  [1, "", "10.0.0.1"],
  [1, "6.6.6.6, ", "10.0.0.1"],
  [1, undefined, "10.0.0.1"],
])("behind %i, %j is %s: what is further left was sent by the asker", (proxies, header, address) => {
  expect(addressOfRequest(proxies)(request(header))).toBe(address);
});

test("TRUST_PROXY is a number of proxies", () => {
  expect(parseConfig({}).trustProxy).toBe(0);
  expect(parseConfig({ TRUST_PROXY: "2" }).trustProxy).toBe(2);
  for (const wrong of ["true", "-1", "10", "1.5", " 1", "loopback"]) {
    expect(() => parseConfig({ TRUST_PROXY: wrong }), wrong).toThrow("TRUST_PROXY: ");
  }
});
