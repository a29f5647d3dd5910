/** A host of rooms as the suites see it from outside: sockets, the server's commands, and what is stored. */
import type { LoadedDocument, LoggedUpdate, NewUpdate } from "../../collab/log/update-log.ts";
import type { Rooms } from "../../collab/room/rooms.ts";
import type { AccountId, PolicyId } from "../../domain/ids.ts";

export type Commands = Pick<
  Rooms,
  "create" | "read" | "freeze" | "move" | "replaceContent" | "authorsSince" | "history" | "erasure" | "erase"
>;

export interface HostUnderTest {
  readonly name: "node" | "workerd";
  /** Sockets are at `ws://127.0.0.1:<port>/collab/<policy>`. May change with `restart`. */
  readonly port: number;
  readonly commands: Commands;
  /** Writes the first state of a document as it is. */
  createFrom(policy: PolicyId, first: NewUpdate): Promise<void>;
  rightsChanged(which: { readonly policy?: PolicyId; readonly account?: AccountId }): Promise<void>;
  sessionEnded(sessionId: string): Promise<void>;
  /** What loading would find, read from the log alone. */
  stored(policy: PolicyId): Promise<LoadedDocument | null>;
  /** All rows of the log, archived ones too. */
  history(policy: PolicyId): Promise<readonly LoggedUpdate[]>;
  /** As in `/metrics`, of this document where the host counts by document. */
  counters(policy: PolicyId): Promise<Readonly<Record<string, number>>>;
  /** Every commit (of this document) fails until the returned function is called. */
  failCommits(policy: PolicyId): Promise<() => Promise<void>>;
  /** No commit ends until the returned function is called; absent where the host writes synchronously. */
  readonly holdCommits?: () => () => void;
  /** Stops and starts again on the same storage: the server, or the object of `policy` where each has its own. */
  restart(policy: PolicyId): Promise<void>;
  /** Lets the document's object sleep while its sockets stay open; absent where the host has no such sleep. */
  readonly hibernate?: (policy: PolicyId) => Promise<void>;
  /** Faults that the host reported. */
  reports(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export type OpenHost = () => Promise<HostUnderTest>;
