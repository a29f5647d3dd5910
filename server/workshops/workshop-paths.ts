/** Addresses of the API of workshops, and whether who asks may organise them. */
import { decideOnPolicy } from "../../domain/access/access.ts";
import type { AppContext } from "../http/context.ts";
import { requireActor, requirePolicy } from "../http/route.ts";

export const WORKSHOPS = "/api/policies/:policyId/workshops";
export const WORKSHOP = `${WORKSHOPS}/:workshopId`;

/** Whether the asker may organise: pages offer what would not be refused. */
export function mayManage(c: AppContext): boolean {
  const { policy, relation } = requirePolicy(c);
  const { role } = requireActor(c).account;
  return decideOnPolicy("workshop.manage", role, { relation, stage: policy.stage }).allowed;
}
