/** Status of a proposal in the DIM, as it follows from the input (RULES.md EX4). */
import type { ExportInput } from "./export-input.ts";

export const INVENTORY_STATUSES = ["kept", "wording", "substance", "added", "removed", "explain"] as const;
export type InventoryStatus = (typeof INVENTORY_STATUSES)[number];

/** Letters and digits alone: what is left when case, punctuation and spaces do not count. */
const bare = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");

/** `wording`: of the draft, where the input is on a clause of it. */
export function inventoryStatus(
  { places, proposedText, stance }: Pick<ExportInput, "places" | "proposedText" | "stance">,
  wording: string,
): InventoryStatus {
  if (proposedText === null)
    return stance === "question" ? "explain" : stance === null || stance === "support" ? "kept" : "substance";
  if (/^\W*(?:di)?hapus(?:kan)?\W*$|^\W*deleted?\W*$/iu.test(proposedText)) return "removed";
  if (places.length === 0 || wording === "") return "added";
  return bare(proposedText) === bare(wording) ? "wording" : "substance";
}

/** Plain words without a stand or a wording are in the matrix of input alone. */
export const isIssue = ({ proposedText, stance, state }: ExportInput): boolean =>
  state !== "withdrawn" && (proposedText !== null || stance !== null);
