/** Who may enter, without accounts: for tests of rooms and their hosts. */
import type { ConnectionAuthority } from "../../collab/connection-authority.ts";
import type { AccountId } from "../../domain/ids.ts";

/** `Cookie: account=<id>[; role=reader]` is who somebody is; no cookie is signed out; policies ending in X are forbidden, in Z gone. */
export const cookieAuthority: ConnectionAuthority = {
  originAllowed: (origin) => origin === null || origin === "http://rembuk.test",
  async decide(headers, policy) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const cookie = headers.get("cookie") ?? "";
    const account = /account=([0-9A-Z]{26})/.exec(cookie)?.[1] as AccountId | undefined;
    if (account === undefined) return { outcome: "signed-out" };
    if (policy.endsWith("X")) return { outcome: "forbidden" };
    if (policy.endsWith("Z")) return { outcome: "gone" };
    const mayWrite = !cookie.includes("role=reader");
    return {
      outcome: "admitted",
      account: { id: account, name: `Nama ${account}` },
      mayWrite,
      sessionId: cookie,
      sessionEndsAt: Number.MAX_SAFE_INTEGER,
    };
  },
};
