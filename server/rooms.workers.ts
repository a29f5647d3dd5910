/**
 * The rooms as the server sees them where each document is an object of its own: commands go to the object by its
 * policy's id; ended rights and sessions go to every object in which they are noted.
 */
import type { OpenSocket, OpenSocketRepo } from "../db/repos/open-socket.repo.ts";
import { unpack, type Carried } from "../domain/carried-result.ts";
import { DomainError } from "../domain/errors.ts";
import type { AccountId, PolicyId } from "../domain/ids.ts";
import type { DocumentRooms } from "./document-rooms.ts";
import type { Logger } from "./http/logger.ts";

/** As much of a document's object as the server uses. */
export interface DocumentStub {
  command(name: string, args: readonly unknown[]): Promise<Carried<unknown>>;
  endConnections(which: { readonly account?: AccountId; readonly session?: string }): Promise<void>;
}

export interface ObjectRoomsDeps {
  readonly objectOf: (policy: PolicyId) => DocumentStub;
  readonly sockets: Pick<OpenSocketRepo, "documentsWith">;
  /** Keeps the request's process until `work` is done. */
  readonly waitUntil: (work: Promise<unknown>) => void;
  readonly logger: Logger;
}

type Commands = Omit<DocumentRooms, "rightsChanged" | "sessionEnded">;

/** How often an object is told that a right ended before it is given up and logged. */
const ATTEMPTS = 3;

export function createObjectRooms({ objectOf, sockets, waitUntil, logger }: ObjectRoomsDeps): DocumentRooms {
  const ask =
    <Name extends keyof Commands>(name: Name) =>
    async (...args: Parameters<Commands[Name]>): Promise<Awaited<ReturnType<Commands[Name]>>> => {
      let carried: Carried<unknown>;
      try {
        carried = await objectOf(args[0]).command(name, args);
      } catch (error) {
        logger.error({ policy: args[0], command: name }, "a document's object did not answer", error);
        throw new DomainError("unavailable", "document-unavailable", "The document cannot be reached now.");
      }
      return unpack(carried) as Awaited<ReturnType<Commands[Name]>>;
    };

  /** Ends what matches wherever it may be connected. */
  async function end(which: Partial<OpenSocket>): Promise<void> {
    const { account, session } = which;
    const what = { ...(account !== undefined && { account }), ...(session !== undefined && { session }) };
    const policies = await sockets.documentsWith(which);
    await Promise.all(policies.map((policy) => tell(policy, what)));
  }

  async function tell(policy: PolicyId, what: Parameters<DocumentStub["endConnections"]>[0]): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await objectOf(policy).endConnections(what);
      } catch (error) {
        if (attempt < ATTEMPTS) continue;
        logger.error({ policy }, "connections whose rights ended could not be closed", error);
        return;
      }
    }
  }

  const inBackground = (work: Promise<void>): void =>
    waitUntil(
      work.catch((error: unknown) =>
        logger.error({}, "connections whose rights ended were not found", error),
      ),
    );

  return {
    create: ask("create"),
    read: ask("read"),
    freeze: ask("freeze"),
    move: ask("move"),
    replaceContent: ask("replaceContent"),
    authorsSince: ask("authorsSince"),
    history: ask("history"),
    erasure: ask("erasure"),
    erase: ask("erase"),
    rightsChanged: (which) => inBackground(end(which)),
    sessionEnded: (session) => inBackground(end({ session })),
  };
}
