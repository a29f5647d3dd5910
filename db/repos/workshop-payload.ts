import { eq } from "drizzle-orm";
import type { WorkshopId } from "../../domain/ids.ts";
import { finalMinutesHash } from "../../domain/workshops/minutes.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import type { Db } from "../database.ts";
import { workshops } from "../schema/workshops.ts";
import type { PayloadReader } from "../verify-audit.ts";
import { asDecided, type WorkshopMinutesRepo } from "./workshop-minutes.repo.ts";

/**
 * Lets the record be checked against the rows: the hash of the minutes is taken
 * again over the frozen document, that of the end over document, corrections
 * and confirmations; a row that says otherwise cannot match. [WS19]
 */
export function createWorkshopPayloadReader(
  db: Db,
  minutes: Pick<WorkshopMinutesRepo, "document" | "corrections" | "confirmations">,
): PayloadReader {
  return {
    async payload({ action, subject, chain, at }) {
      const published = action === "workshop.minutes-published";
      if (!published && action !== "workshop.minutes-final") return undefined;
      const id = subject.id as WorkshopId;
      const workshop = await db.select().from(workshops).where(eq(workshops.id, id)).get();
      const document = await minutes.document(id);
      if (!workshop || document === null) return null;
      const hash = await sha256Hex(document);
      const told = published ? workshop.minutesAt : workshop.finalAt;
      const flaws = [
        workshop.minutesHash === hash ? "" : "document",
        workshop.policyId === chain ? "" : "policy",
        told === at ? "" : "time",
      ].filter((flaw) => flaw !== "");
      const withFlaws = (value: string) =>
        flaws.length === 0 ? value : `${value} but not ${flaws.join(", ")}`;
      if (published) return { hash: withFlaws(hash) };
      const corrections = await minutes.corrections(id);
      if (corrections.some(({ outcome }) => outcome === null)) return null;
      const decided = corrections.map(asDecided);
      const end = await finalMinutesHash(hash, decided, await minutes.confirmations(id));
      if (end !== workshop.finalHash) flaws.push("end");
      return { hash: withFlaws(end), minutes: hash };
    },
    async ids() {
      return (await db.select({ id: workshops.id }).from(workshops)).map(({ id }) => id);
    },
  };
}
