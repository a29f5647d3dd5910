/** Mail over a real SMTP conversation, on the loopback address. */
import { afterEach, expect, test } from "vitest";
import { MailRefusedError } from "../../server/mail/mailer.ts";
import { startDuties } from "../../server/duties/run-duties.ts";
import { deliverOutbox } from "../../server/mail/deliver-outbox.ts";
import { createSmtpMailer } from "../../server/mail/smtp.node.ts";
import { openTestApp } from "../support/test-app.ts";
import { openSmtpServer } from "./smtp-server.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function open(refuses?: (recipient: string) => string | null) {
  const smtp = await openSmtpServer(refuses ? { refuses } : {});
  closing.push(smtp.close);
  return { smtp, mailer: createSmtpMailer({ url: smtp.url, from: "Rembuk <rembuk@palu.test>" }) };
}

test("a mail arrives with its sender, one recipient, its words as UTF-8, marked as sent by a machine", async () => {
  const { smtp, mailer } = await open();
  await mailer.send({
    to: "ani@palu.test",
    subject: "Keputusan — ditunggu",
    text: "Yth. Ani,\n\n.titik “kutip”\n",
  });
  const [mail] = smtp.received;
  expect(mail).toMatchObject({ from: "rembuk@palu.test", to: ["ani@palu.test"] });
  const [head = "", body = ""] = (mail?.data ?? "").split("\r\n\r\n", 2);
  expect(head).toMatch(/^From: "?Rembuk"? <rembuk@palu\.test>$/m);
  expect(head).toMatch(/^Auto-Submitted: auto-generated$/im);
  expect(head).toMatch(/^Subject: =\?UTF-8\?/m);
  const whole = (mail?.data ?? "").slice(head.length + 4);
  const encoding = /^Content-Transfer-Encoding: (\S+)$/im.exec(head)?.[1];
  const decoded =
    encoding === "base64"
      ? Buffer.from(whole, "base64")
      : Buffer.from(
          whole
            .replaceAll("=\r\n", "")
            .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          "latin1",
        );
  expect(body).not.toBe("");
  expect(decoded.toString("utf8").replaceAll("\r\n", "\n")).toContain("Yth. Ani,\n\n.titik “kutip”");
});

test("an address cannot bring in further recipients or headers", async () => {
  const { smtp, mailer } = await open();
  await mailer
    .send({ to: "a@palu.test, b@palu.test", subject: "x\r\nBcc: c@palu.test", text: "t" })
    .catch(() => undefined);
  expect(smtp.received.flatMap(({ to }) => to)).not.toContain("b@palu.test");
  expect(smtp.received.flatMap(({ to }) => to)).not.toContain("c@palu.test");
  for (const { data } of smtp.received) expect(data).not.toMatch(/^Bcc:/m);
});

test("[NT9] refused for good (5xx) is told apart from not now (4xx) and from no server at all", async () => {
  const { smtp, mailer } = await open((recipient) =>
    recipient.startsWith("no") ? "550 no such user" : recipient.startsWith("later") ? "450 busy" : null,
  );
  const refusal = (to: string) =>
    mailer.send({ to, subject: "s", text: "t" }).catch((error: unknown) => error);
  expect(await refusal("no@palu.test")).toBeInstanceOf(MailRefusedError);
  const later = await refusal("later@palu.test");
  expect(later).toBeInstanceOf(Error);
  expect(later).not.toBeInstanceOf(MailRefusedError);
  await closing.pop()?.();
  const gone = await refusal("ani@palu.test");
  expect(gone).toBeInstanceOf(Error);
  expect(gone).not.toBeInstanceOf(MailRefusedError);
  expect(smtp.received).toEqual([]);
});

test("the loop carries a duty from the batch of its act to the mail server, and stops when told", async () => {
  const { smtp, mailer } = await open();
  const t = await openTestApp({ mailer });
  closing.push(t.close);
  const budi = await t.addAccount("leader");
  const [first, ...rest] = t.deps.repos.notifications.statements({
    kind: "review.waiting",
    to: [budi.id],
    actor: null,
    policyId: null,
    subject: { kind: "review-step", id: "s" },
    title: "Rancangan Uji",
    link: "/kerja/tugas",
    at: t.deps.now(),
    on: "2026-11-23",
  });
  if (first) await t.deps.db.batch([first, ...rest]);
  const loop = startDuties([{ name: "mail", everyMs: 5, run: deliverOutbox }], t.deps);
  await expect.poll(() => smtp.received.length, { timeout: 10_000 }).toBe(1);
  await loop.stop();
  expect(smtp.received[0]?.to).toEqual([budi.email]);
  await expect.poll(() => t.deps.repos.outbox.counts()).toEqual({ waiting: 0, failed: 0, sent: 1 });
});
