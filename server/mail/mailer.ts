/** Sending mail, as the application sees it; the host brings the way. */
export interface MailMessage {
  /** One address. */
  readonly to: string;
  /** One line. */
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
}

export interface Mailer {
  /** Resolves once the mail server took the message. Rejects with `MailRefusedError` when trying again is no use. */
  send(message: MailMessage): Promise<void>;
}

/** The mail server refused this message for good: no such address, for example. */
export class MailRefusedError extends Error {
  override readonly name = "MailRefusedError";
}
