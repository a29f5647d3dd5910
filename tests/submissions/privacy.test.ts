/** [SB2] The draft of a body is its own: every role, every route, every table that others read. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ItemView } from "../../domain/submissions/submissions.contract.ts";
import { deliverOutbox } from "../../server/mail/deliver-outbox.ts";
import { GOOD } from "../attachments/files.ts";
import { openCall, words, type Called } from "./call.ts";

/** Ten people sign in, each with a slow hash. */
const HOOK_MS = 60_000;

const SECRET = "Rahasia dapur organisasi";

describe("a draft", () => {
  let at: Called;
  let id: string;
  let item: ItemView;
  let fileId: string;
  beforeAll(async () => {
    at = await openCall();
    id = (await at.start(at.people.colleague)).id;
    item = await at.add(id, { grounds: SECRET, proposedText: SECRET });
    const uploaded = await at.upload(id, item.id, `${SECRET}.pdf`, GOOD.pdf);
    fileId = ((await uploaded.json()) as ItemView).files[0]?.id ?? "";
    await at.t.send("POST", at.path(id, `/items/${item.id}/comments`), {
      as: at.people.head,
      body: { text: SECRET },
      headers: at.key(),
    });
    await at.t.send("POST", at.path(id, "/ready"), { as: at.people.colleague });
    item = (await at.read(id)).items[0] as ItemView;
  }, HOOK_MS);
  afterAll(() => at.t.close());

  const GOVERNMENT = ["owner", "legal", "admin", "leader", "facilitator", "respondent"] as const;
  const BODIES = ["other", "unattached"] as const;

  /** Every route that names a draft, as somebody of the body would use it. */
  const requests = (draft: string) =>
    [
      ["GET", ""],
      ["GET", "/text"],
      ["POST", "/ready"],
      ["POST", "/send", {}],
      ["POST", "/correct"],
      ["GET", "/sendings/1"],
      ["GET", `/files/${fileId}`],
      ["POST", "/items", words()],
      ["GET", `/items/${item.id}`],
      ["PUT", `/items/${item.id}`, words()],
      ["DELETE", `/items/${item.id}`],
      ["POST", `/items/${item.id}/comments`, { text: "x" }],
      ["PATCH", `/items/${item.id}/comments/${item.comments[0]?.id}`, { resolved: true }],
      ["POST", `/items/${item.id}/files?name=x.txt`],
      ["DELETE", `/items/${item.id}/files/${fileId}`],
    ].map(([method, rest, body]) => ({
      method: method as string,
      path: at.path(draft, rest as string),
      body: body as object | undefined,
    }));

  async function answers(draft: string, as: (typeof GOVERNMENT)[number] | (typeof BODIES)[number]) {
    return Promise.all(
      requests(draft).map(async ({ method, path, body }) => {
        const response = await at.t.send(method, path, {
          as: at.people[as],
          ...(body && { body }),
          headers: { ...at.key(), ...at.ifMatch(1) },
        });
        const { instance: _, ...problem } = (await response.json()) as Record<string, unknown>;
        return { status: response.status, problem };
      }),
    );
  }

  test.each(GOVERNMENT)("is refused to %s on every route exactly as one that does not exist", async (who) => {
    const [real, unknown] = [await answers(id, who), await answers("01ARZ3NDEKTSV4RRFFQ69G5FAV", who)];
    expect(real).toEqual(unknown);
    for (const { status } of real) expect(status).toBe(403);
  });

  test.each(BODIES)("is not there for %s, whatever they ask", async (who) => {
    const [real, unknown] = [await answers(id, who), await answers("01ARZ3NDEKTSV4RRFFQ69G5FAV", who)];
    expect(real).toEqual(unknown);
    for (const { status } of real) expect(status).toBe(404);
  });

  test("is all there for its colleague, and unharmed by what was tried", async () => {
    const { items } = await at.read(id, at.people.colleague);
    expect(items).toMatchObject([
      { grounds: SECRET, files: [{ id: fileId }], comments: [{ text: SECRET }], revision: 1 },
    ]);
  });

  test("shows in no list, count, event or notification of anybody else", async () => {
    await deliverOutbox(at.t.deps);
    const { people, t, policyId } = at;
    const paths = [
      ...t.routes
        .filter(({ method }) => method === "GET")
        .map(({ path }) =>
          path
            .replace(":policyId", policyId)
            .replace(":consultationId", at.consultationId)
            .replace(":submissionId", id)
            .replace(":attachmentId", fileId)
            .replace(":number", "1")
            .replaceAll(/:\w+/g, "01ARZ3NDEKTSV4RRFFQ69G5FAV")
            .replace("/*", "/x"),
        ),
      `/api/policies/${policyId}/submissions`,
    ];
    for (const who of [...GOVERNMENT, ...BODIES]) {
      for (const path of new Set(paths)) {
        const answer = await (await t.send("GET", path, { as: people[who] })).text();
        expect(answer, `${who} ${path}`).not.toContain(SECRET);
        // The outbox says that the head was told; to everybody else the draft has no id.
        if (path !== "/api/outbox") expect(answer, `${who} ${path}`).not.toContain(id);
        expect(answer, `${who} ${path}`).not.toContain(fileId);
      }
    }
    const outbox = await (await t.send("GET", "/api/outbox", { as: people.admin })).text();
    expect(outbox).not.toContain(SECRET);
    const events = await t.deps.repos.audit.list(policyId, 0, 500);
    expect(events.map(({ action }) => action).filter((action) => action.startsWith("submission"))).toEqual(
      [],
    );
    const system = await t.deps.repos.audit.list("system", 0, 500);
    expect(JSON.stringify(system)).not.toContain(id);
  });

  test("[AT8] a file is the team's only after sending, and then only through its input", async () => {
    const { people, t, policyId } = at;
    expect((await at.send(id)).status).toBe(200);
    const { items } = await at.sending(id, 1);
    const contribution = items[0]?.contributionId ?? "";
    const path = (policy: string, input: string) =>
      `/api/policies/${policy}/contributions/${input}/files/${fileId}`;
    const elsewhere = await t.addPolicy(people.owner.id);
    const statuses = async (target: string) =>
      Object.fromEntries(
        await Promise.all(
          [...GOVERNMENT, ...BODIES, "head" as const].map(
            async (who) => [who, (await t.send("GET", target, { as: people[who] })).status] as const,
          ),
        ),
      ) as Record<string, number>;
    expect(await statuses(path(policyId, contribution))).toEqual({
      owner: 200,
      legal: 200,
      leader: 200,
      facilitator: 200,
      admin: 403,
      respondent: 403,
      other: 403,
      unattached: 403,
      head: 403,
    });
    expect((await t.send("GET", path(elsewhere, contribution), { as: people.owner })).status).toBe(404);
    expect((await t.send("GET", at.path(id, `/files/${fileId}`), { as: people.colleague })).status).toBe(200);
    expect((await t.send("GET", at.path(id, `/files/${fileId}`), { as: people.owner })).status).toBe(403);
  });
});
