import type { ClauseName, ContributionDetail } from "../../domain/contributions/contributions.contract.ts";

/** The clauses of the live text that an input is about, for the change that follows. */
export function nearOf(detail: ContributionDetail): ClauseName[] {
  const near: ClauseName[] = [];
  for (const { cid, citationNow, relatives } of detail.targetViews) {
    if (citationNow) near.push({ cid, citation: citationNow });
    near.push(...relatives.filter(({ gone }) => !gone));
  }
  return near.filter(({ cid }, at) => near.findIndex((each) => each.cid === cid) === at);
}
