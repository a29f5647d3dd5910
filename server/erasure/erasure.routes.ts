/** Erasing words from a text and its past, in two steps. */
import { eraseSchema, previewErasureSchema } from "../../domain/erasure/erasure.contract.ts";
import type { Deps } from "../deps.ts";
import { requireActor, requirePolicy, type Routes } from "../http/route.ts";
import { createEraseText } from "./erase-text.ts";

const ERASURES = "/api/policies/:policyId/erasures";

export function registerErasureRoutes(routes: Routes, deps: Deps): void {
  const erasing = createEraseText(deps);

  // What is sent here are the very words that must not stay: no answer is kept, no line of log has more than the path.
  routes.add(
    {
      method: "POST",
      path: `${ERASURES}/preview`,
      action: "policy.erase",
      summary: "What erasing words or clauses would do; changes nothing",
      body: previewErasureSchema,
    },
    async ({ c, body }) => c.json(await erasing.preview(requirePolicy(c).policy, body)),
  );

  routes.add(
    {
      method: "POST",
      path: ERASURES,
      action: "policy.erase",
      summary: "Erase words or clauses from the text, its past and its versions, as the preview showed",
      body: eraseSchema,
    },
    async ({ c, body }) =>
      c.json(await erasing.erase(requireActor(c).account.id, requirePolicy(c).policy, body)),
  );
}
