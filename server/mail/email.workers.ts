/** Mail through Cloudflare's Email Service (a `send_email` binding). */
import { MailRefusedError, type Mailer } from "./mailer.ts";

/** As much of the binding as is used. */
export interface EmailBinding {
  send(message: {
    from: string | { name: string; email: string };
    to: string;
    subject: string;
    text: string;
    headers: Record<string, string>;
  }): Promise<unknown>;
}

/**
 * Codes of the binding that say that this message will never go: the recipient's address is on the list of those
 * that bounced or complained, or the message is too large. Everything else is ours to mend, or passes.
 */
const FINAL = new Set(["E_RECIPIENT_SUPPRESSED", "E_CONTENT_TOO_LARGE"]);

/** `from` is an address, or a name with one in angle brackets; its domain must be set up for sending. */
export function createEmailMailer({ email, from }: { email: EmailBinding; from: string }): Mailer {
  const [, name, address] = /^(?:(.+) )?<?([^<>]+)>?$/.exec(from) ?? [];
  const sender = name === undefined ? (address ?? from) : { name, email: address ?? from };
  return {
    async send({ to, subject, text }) {
      try {
        // RFC 3834: no out-of-office reply to a machine.
        await email.send({
          from: sender,
          to,
          subject,
          text,
          headers: { "Auto-Submitted": "auto-generated" },
        });
      } catch (error) {
        const code = (error as { code?: unknown } | null)?.code;
        if (typeof code === "string" && FINAL.has(code))
          throw new MailRefusedError(`${code}: ${String(error)}`, { cause: error });
        throw error;
      }
    },
  };
}
