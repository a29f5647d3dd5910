/**
 * Who is in an object's room, and what lies beside each socket so that the object may sleep: written after the turn in
 * which a frame of it came, read when the object wakes. [RM66]
 */
import type { AccountId, EpochMs, PolicyId } from "../domain/ids.ts";
import { ObjectPeer } from "./object-peer.workers.ts";
import type { Admission, KeptConnection } from "./room/connection.ts";
import type { Joined, Rooms } from "./room/rooms.ts";

/** What lies beside a socket while the object sleeps; below 16 KiB. */
interface Attachment {
  readonly policy: PolicyId;
  readonly admission: Admission;
  readonly epoch: number | null;
  readonly kept: KeptConnection;
  /** When a frame of it last came in. */
  readonly heardAt: EpochMs;
}

export interface Member extends Omit<Attachment, "kept" | "heardAt"> {
  readonly joined: Joined;
  readonly peer: ObjectPeer;
}

const OPEN = 1;

export class ObjectMembers {
  readonly #members = new Map<WebSocket, Member>();
  readonly #unkept = new Set<WebSocket>();
  /** What is to lie beside this socket is too large for it. */
  readonly #onTooLarge: (socket: WebSocket) => void;

  constructor(onTooLarge: (socket: WebSocket) => void) {
    this.#onTooLarge = onTooLarge;
  }

  get size(): number {
    return this.#members.size;
  }

  get(socket: WebSocket): Member | undefined {
    return this.#members.get(socket);
  }

  sockets(): Iterable<[WebSocket, Member]> {
    return this.#members.entries();
  }

  add(socket: WebSocket, member: Member): void {
    member.peer.ask = () => member.joined.question();
    this.#members.set(socket, member);
    this.#keep(socket, member);
  }

  /** The socket is gone; answers with who that was. */
  remove(socket: WebSocket): Member | undefined {
    const member = this.#members.get(socket);
    this.#members.delete(socket);
    this.#unkept.delete(socket);
    return member;
  }

  /** Brings a socket back that was in the room when the object fell asleep. */
  async resume(socket: WebSocket, rooms: Rooms): Promise<void> {
    if (socket.readyState !== OPEN) return;
    const { kept, heardAt, ...rest } = socket.deserializeAttachment() as Attachment;
    const peer = new ObjectPeer(socket, heardAt);
    const joined = await rooms.resume(rest.policy, peer, rest.admission, rest.epoch, kept);
    if (joined !== null) this.add(socket, { ...rest, peer, joined });
  }

  has(account: AccountId, session: string): boolean {
    for (const { admission } of this.#members.values())
      if (admission.sessionId === session && admission.account.id === account) return true;
    return false;
  }

  countOf(session: string): number {
    let count = 0;
    for (const { admission } of this.#members.values()) if (admission.sessionId === session) count++;
    return count;
  }

  /** After this turn's commits, so that what is kept is what was said. */
  keepSoon(socket: WebSocket): void {
    if (this.#unkept.size === 0) setTimeout(() => this.#keepAll(), 0);
    this.#unkept.add(socket);
  }

  #keepAll(): void {
    const due = [...this.#unkept];
    this.#unkept.clear();
    for (const socket of due) {
      const member = this.#members.get(socket);
      if (member === undefined || socket.readyState !== OPEN) continue;
      try {
        this.#keep(socket, member);
      } catch {
        // A presence of 4 KiB may grow when it is written anew. The others' are kept all the same.
        this.#onTooLarge(socket);
      }
    }
  }

  #keep(socket: WebSocket, { policy, admission, epoch, joined, peer }: Member): void {
    const kept = joined.kept();
    const attachment: Attachment = { policy, admission, epoch, kept, heardAt: peer.heardAt };
    socket.serializeAttachment(attachment);
  }
}
