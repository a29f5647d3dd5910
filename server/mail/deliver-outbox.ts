/** Takes mails out of the outbox and sends them, at least once each. [NT9] */
import type { Mail } from "../../db/repos/outbox.repo.ts";
import { retryAt } from "../../domain/notifications/retry.ts";
import { shorten } from "../../domain/notifications/notification.ts";
import type { Deps } from "../deps.ts";
import { composeMail, type ComposeDeps } from "./compose-mail.ts";
import { MailRefusedError, type Mailer } from "./mailer.ts";

const MAILS_A_ROUND = 50;
/** Longer than any attempt lasts: until then no other process takes the same mail. */
const CLAIM_MS = 10 * 60_000;
/** [NT12] */
const KEEP_SENT_MS = 30 * 86_400_000;
const MAX_ERROR_LENGTH = 300;

export type DeliverDeps = ComposeDeps & Pick<Deps, "logger">;

/**
 * One round: mails that are due are made and sent, old ones deleted; a
 * recurring duty (`server/duties`). Nothing is sent, only made, where the host
 * has no mailer. [NT11]
 */
export async function deliverOutbox(deps: DeliverDeps): Promise<void> {
  const { repos, now, mailer } = deps;
  await composeMail(deps);
  await repos.outbox.deleteSentBefore(now() - KEEP_SENT_MS);
  if (!mailer) return;
  for (const mail of await repos.outbox.due(now(), MAILS_A_ROUND)) {
    // A server that does not answer is not asked for every mail: the round ends, and so does a stop that waits for it.
    if (!(await deliver(deps, mailer, mail))) return;
  }
}

/** False when the server is in trouble, rather than this mail. */
async function deliver({ repos, now, logger }: DeliverDeps, mailer: Mailer, mail: Mail): Promise<boolean> {
  const { id, recipient, subject, text, attempts } = mail;
  if (!(await repos.outbox.claim(mail, now() + CLAIM_MS))) return true;
  try {
    await mailer.send({ to: recipient, subject, text });
  } catch (error) {
    const next = error instanceof MailRefusedError ? null : retryAt(attempts + 1, now());
    const told = shorten(error instanceof Error ? error.message : String(error), MAX_ERROR_LENGTH);
    // The id only: an address is nobody's business in a log, and the error may hold it.
    logger.warn({ mail: id, attempts: attempts + 1, final: next === null }, "mail was not sent");
    await repos.outbox.markFailed(id, told, next);
    return error instanceof MailRefusedError;
  }
  await repos.outbox.markSent(id, now());
  return true;
}
