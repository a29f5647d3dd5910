/** To which version a change is bound (RULES.md DP3, DP5). */
import type { VersionId } from "../ids.ts";
import type { DispositionChange } from "./disposition.ts";

export interface NumberedVersion {
  readonly id: VersionId;
  /** From 1, without gap. */
  readonly number: number;
}

/** The version that holds the change; null while it is promised. */
export function boundVersion<Version extends NumberedVersion>(
  change: DispositionChange,
  versions: readonly Version[],
): Version | null {
  const isIt = ({ id, number }: Version): boolean =>
    "versionId" in change ? id === change.versionId : number === change.afterVersion + 1;
  return versions.find(isIt) ?? null;
}
