/** Sockets for an unmodified `WebsocketProvider`: with a cookie, and counting what is sent. */
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as decoding from "lib0/decoding";
import type * as Y from "yjs";
import type { AccountId } from "../../domain/ids.ts";

export interface SentFrame {
  readonly isStep2: boolean;
  /** What `mark()` said when it was sent. */
  readonly mark: number;
}

export interface LinkedProvider {
  readonly provider: WebsocketProvider;
  /** Of the present connection. */
  sent(): readonly SentFrame[];
  acknowledged(): number;
  onAcknowledged?: (position: number, sent: readonly SentFrame[]) => void;
}

export function linkProvider(options: {
  readonly port: number;
  readonly policy: string;
  readonly doc: Y.Doc;
  readonly account: AccountId;
  readonly reader?: boolean;
  readonly params?: Record<string, string>;
  readonly mark?: () => number;
  readonly connect?: boolean;
  readonly onAcknowledged?: (position: number, sent: readonly SentFrame[]) => void;
  /** What stands for the network; real sockets when absent. */
  readonly socket?: typeof WebSocket;
}): LinkedProvider {
  let sent: SentFrame[] = [];
  let acknowledged = 0;
  const cookie = `account=${options.account}${options.reader ? "; role=reader" : ""}`;
  class CookieSocket extends (options.socket ?? WebSocket) {
    constructor(url: string | URL) {
      super(url, { headers: { cookie } });
      sent = [];
      acknowledged = 0;
    }
    override send(data: Uint8Array): void {
      if (data[0] === 0 && data[1] !== 0) sent.push({ isStep2: data[1] === 1, mark: options.mark?.() ?? 0 });
      super.send(data);
    }
  }
  const provider = new WebsocketProvider(
    `ws://127.0.0.1:${options.port}/collab`,
    options.policy,
    options.doc,
    {
      WebSocketPolyfill: CookieSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      maxBackoffTime: 200,
      params: options.params ?? { v: "1", schema: "1", epoch: "1" },
      connect: options.connect ?? true,
    },
  );
  provider.messageHandlers[100] = (_encoder, decoder) => {
    acknowledged = decoding.readVarUint(decoder);
    options.onAcknowledged?.(acknowledged, sent);
  };
  return { provider, sent: () => sent, acknowledged: () => acknowledged };
}

export function synced(provider: WebsocketProvider): Promise<void> {
  return new Promise((resolve) => {
    if (provider.synced) resolve();
    else provider.once("sync", () => resolve());
  });
}
