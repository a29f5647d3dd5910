/** Deletes what this device keeps of policies that the person may no longer read. */
import { isApiError } from "../api/api-error.ts";
import { get } from "../api/http.ts";
import { policyPath } from "./policy-api.ts";

export async function forgetCopies(accountId: string): Promise<void> {
  const { forgetUnreadableCopies } = await import("../editor/copies-on-device.ts");
  await forgetUnreadableCopies(accountId, async (policyId) => {
    try {
      await get<unknown>(policyPath(policyId));
      return true;
    } catch (error) {
      // Whatever else went wrong says nothing about rights.
      return !isApiError(error) || (error.problem.status !== 403 && error.problem.status !== 404);
    }
  });
}
