/** As much of an SMTP server (RFC 5321) as one mail needs: keeps what it was given, refuses whom it is told to. */
import { once } from "node:events";
import { createServer, type AddressInfo, type Socket } from "node:net";

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body, as sent, without dot-stuffing. */
  readonly data: string;
}

export async function openSmtpServer(
  options: { readonly refuses?: (recipient: string) => string | null } = {},
) {
  const received: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    converse(socket, received, options.refuses ?? (() => null));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function converse(
  socket: Socket,
  received: ReceivedMail[],
  refuses: (recipient: string) => string | null,
): void {
  let buffer = "";
  let from = "";
  let to: string[] = [];
  let data: string[] | null = null;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const address = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? "";

  function onLine(line: string): void {
    if (data !== null) {
      if (line !== ".") {
        data.push(line.startsWith("..") ? line.slice(1) : line);
        return;
      }
      received.push({ from, to, data: data.join("\r\n") });
      data = null;
      to = [];
      say("250 kept");
      return;
    }
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "EHLO" || verb === "HELO") say("250 smtp.test");
    else if (verb === "MAIL") {
      from = address(line);
      say("250 ok");
    } else if (verb === "RCPT") {
      const refusal = refuses(address(line));
      if (refusal === null) to.push(address(line));
      say(refusal ?? "250 ok");
    } else if (verb === "DATA") {
      data = [];
      say("354 go on");
    } else if (verb === "QUIT") {
      say("221 bye");
      socket.end();
    } else say("250 ok");
  }

  socket.on("data", (chunk) => {
    buffer += chunk.toString("latin1");
    const lines = buffer.split("\r\n");
    buffer = lines.pop() ?? "";
    for (const line of lines) onLine(line);
  });
  say("220 smtp.test");
}
