import { expect, test } from "vitest";
import { createEmailMailer, type EmailBinding } from "../../server/mail/email.workers.ts";
import { MailRefusedError } from "../../server/mail/mailer.ts";

const bindingThat = (send: EmailBinding["send"]): EmailBinding => ({ send });
const MESSAGE = { to: "asn@palu.go.id", subject: "Masukan Anda dijawab", text: "Halo" };

test("a message goes out from the deployment's address, marked as a machine's", async () => {
  const sent: unknown[] = [];
  const email = bindingThat(async (message) => sent.push(message));
  await createEmailMailer({ email, from: "Rembuk Palu <rembuk@palu.go.id>" }).send(MESSAGE);
  await createEmailMailer({ email, from: "rembuk@palu.go.id" }).send(MESSAGE);
  const headers = { "Auto-Submitted": "auto-generated" };
  expect(sent).toEqual([
    { from: { name: "Rembuk Palu", email: "rembuk@palu.go.id" }, ...MESSAGE, headers },
    { from: "rembuk@palu.go.id", ...MESSAGE, headers },
  ]);
});

test.each([
  ["E_RECIPIENT_SUPPRESSED", true],
  ["E_SENDER_NOT_VERIFIED", false],
  ["E_RATE_LIMIT_EXCEEDED", false],
])("%s is final: %s", async (code, final) => {
  const email = bindingThat(() => Promise.reject(Object.assign(new Error("no"), { code })));
  const error = await createEmailMailer({ email, from: "a@b.id" })
    .send(MESSAGE)
    .catch((reason: unknown) => reason);
  expect(error instanceof MailRefusedError).toBe(final);
});
