import type { DemoAccountName } from "../../db/demo/demo-policy.ts";
import type { Version } from "../../db/repos/version.repo.ts";
import type { AccountId, GroupId } from "../../domain/ids.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import type { Deps } from "../deps.ts";
import type { DemoClock } from "./demo-clock.ts";

/** What stands of a city when its instruments are loaded. */
export interface DemoSetting {
  readonly deps: Deps;
  readonly policy: Policy;
  /** Oldest first. */
  readonly versions: readonly Version[];
  readonly clock: DemoClock;
  readonly account: (name: DemoAccountName) => AccountId;
  readonly group: (name: string) => GroupId;
}
