import { DomainError } from "../domain/errors.ts";
import type { DocumentRooms } from "./document-rooms.ts";

const notHere = async (): Promise<never> => {
  throw new DomainError("unavailable", "collaboration-not-here", "no rooms on this host yet");
};

/** Refuses with a sentence: documents are not kept on this host yet (decision record "Workers from the first day"). */
export const noRooms: DocumentRooms = {
  create: notHere,
  read: notHere,
  freeze: notHere,
  move: notHere,
  replaceContent: notHere,
  authorsSince: notHere,
  rightsChanged: () => undefined,
  sessionEnded: () => undefined,
};
