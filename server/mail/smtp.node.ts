/** Mail over SMTP. The only file that knows nodemailer. */
import { createTransport } from "nodemailer";
import { MailRefusedError, type Mailer } from "./mailer.ts";

const CONNECT_MS = 15_000;
const IDLE_MS = 30_000;

/**
 * `url` as nodemailer reads it: `smtp://user:password@host:587`, `smtps://` for
 * TLS from the first byte; options such as `?ignoreTLS=true` go into its query.
 * `from` is the sender: an address, or a name with one in angle brackets.
 */
export function createSmtpMailer({ url, from }: { readonly url: string; readonly from: string }): Mailer {
  const withTimes = new URL(url);
  for (const [key, ms] of [
    ["connectionTimeout", CONNECT_MS],
    ["greetingTimeout", CONNECT_MS],
    ["socketTimeout", IDLE_MS],
  ] as const) {
    if (!withTimes.searchParams.has(key)) withTimes.searchParams.set(key, String(ms));
  }
  const transport = createTransport(withTimes.href);
  return {
    async send({ to, subject, text }) {
      try {
        // As an object, so that a comma in an address cannot add a recipient.
        await transport.sendMail({
          from,
          to: { name: "", address: to },
          subject,
          text,
          // RFC 3834: no out-of-office reply to a machine.
          headers: { "Auto-Submitted": "auto-generated" },
          disableFileAccess: true,
          disableUrlAccess: true,
        });
      } catch (error) {
        throw isFinal(error) ? new MailRefusedError(describe(error), { cause: error }) : error;
      }
    },
  };
}

/** A 5xx to the recipient or the message (RFC 5321 section 4.2.1). One to the sign-in is ours to mend. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return (
    (code === "EENVELOPE" || code === "EMESSAGE") && typeof responseCode === "number" && responseCode >= 500
  );
}

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));
