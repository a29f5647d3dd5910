/**
 * Messages that leave together. A room hands the same parcel to everyone it
 * concerns, so whatever a host must do to put it on its wire (frame, join) is
 * done once, however many receive it: a server's frame is not masked, and so
 * its bytes are the same for every socket.
 */
export class Parcel {
  readonly messages: readonly Uint8Array[];
  /** Of all messages together, without what the wire adds. */
  readonly byteLength: number;
  /** The host's own form of it, made when the first socket is sent it. */
  wire: Uint8Array | null = null;

  constructor(messages: readonly Uint8Array[]) {
    this.messages = messages;
    this.byteLength = messages.reduce((sum, message) => sum + message.length, 0);
  }
}
