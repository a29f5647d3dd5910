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
  /** For tests. */
  readonly pause?: (ms: number) => Promise<void>;
}

type Commands = Omit<DocumentRooms, "rightsChanged" | "sessionEnded">;

/**
 * When it is tried again to end what lost its right: an object that is being started again, or a database that is
 * busy, is back by then. All within the half minute that is left to a process whose request was answered.
 */
const RETRIES_MS = [250, 1_000, 3_000, 8_000] as const;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export function createObjectRooms({
  objectOf,
  sockets,
  waitUntil,
  logger,
  pause = sleep,
}: ObjectRoomsDeps): DocumentRooms {
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
    const policies = await insist(() => sockets.documentsWith(which));
    await Promise.all(
      policies.map((policy) =>
        insist(() => objectOf(policy).endConnections(what)).catch((error: unknown) =>
          logger.error({ policy }, "connections whose rights ended could not be closed", error),
        ),
      ),
    );
  }

  async function insist<Result>(attempt: () => Promise<Result>): Promise<Result> {
    for (const ms of RETRIES_MS) {
      try {
        return await attempt();
      } catch {
        await pause(ms);
      }
    }
    return attempt();
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
