/** What no WebSocket library writes: bytes on the bare connection after the handshake. */
import { connect as connectTcp } from "node:net";
import { ANSWER_MS, type Ended, type Target } from "./hostile-attacks.ts";

/** Raw bytes after a lawful handshake: reserved bits, no mask, an unknown opcode, a long ping, a stray continuation. */
export async function illegalFrames(target: Target): Promise<Ended> {
  const frames: readonly (readonly number[])[] = [
    [0xff, 0xff, 0xff],
    [0x82, 0x05, 1, 2, 3, 4, 5],
    [0x83, 0x80, 0, 0, 0, 0],
    [0x89, 0xfe, 0, 126, 0, 0, 0, 0, ...new Uint8Array(126)],
    [0x80, 0x80, 0, 0, 0, 0],
  ];
  const codes = await Promise.all(frames.map((bytes) => illegalFrame(target, bytes)));
  return {
    codes: codes.filter((code) => code !== null),
    stayed: codes.filter((code) => code === null).length,
  };
}

/** The close code that the server answers with; 1006 when it breaks off without one, null when it does nothing. */
function illegalFrame(target: Target, bytes: readonly number[]): Promise<number | null> {
  const { hostname, port, pathname, search } = new URL(target.url);
  return new Promise((resolve) => {
    const socket = connectTcp(Number(port), hostname, () =>
      socket.write(
        `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          `Cookie: ${target.cookie}\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
      ),
    );
    const timer = setTimeout(() => {
      resolve(null);
      socket.destroy();
    }, ANSWER_MS);
    let asked = false;
    const end = (code: number) => {
      clearTimeout(timer);
      resolve(code);
      socket.destroy();
    };
    socket.on("data", (chunk) => {
      const closeAt = asked ? chunk.lastIndexOf(0x88) : -1;
      if (closeAt >= 0 && closeAt + 4 <= chunk.length) end(chunk.readUInt16BE(closeAt + 2));
      if (!asked) socket.write(Uint8Array.from(bytes));
      asked = true;
    });
    socket.on("error", () => undefined);
    socket.on("close", () => end(1006));
  });
}
