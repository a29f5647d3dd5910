/** Files of received inputs, for the team of the policy. [AT8] */
import type { ContributionId } from "../../domain/ids.ts";
import type { Deps } from "../deps.ts";
import { found } from "../http/refusals.ts";
import { idParam, requirePolicy, type Routes } from "../http/route.ts";
import { createServeAttachment } from "./serve-attachment.ts";

const FILES = "/api/policies/:policyId/contributions/:contributionId/files";

export function registerAttachmentRoutes(routes: Routes, deps: Deps): void {
  const serve = createServeAttachment(deps);

  routes.add(
    {
      method: "GET",
      path: `${FILES}/:attachmentId`,
      action: "contribution.read",
      summary: "Download a file of an input",
    },
    async ({ c }) => {
      const contribution = idParam<ContributionId>(c, "contributionId");
      const { id } = requirePolicy(c).policy;
      const file = await deps.repos.attachments.ofContribution(id, contribution, idParam(c, "attachmentId"));
      return serve(c, found(file));
    },
  );
}
