/** What the Worker is given in wrangler.toml. */
import type { DocumentStub } from "./rooms.workers.ts";

export interface Environment {
  readonly DB: D1Database;
  readonly DOCUMENTS: {
    getByName(name: string): DocumentStub & { fetch(request: Request): Promise<Response> };
  };
  readonly ASSETS: Fetcher;
  readonly FILES: R2Bucket;
  /** Without it mails wait in the outbox for the administrator. */
  readonly EMAIL?: SendEmail;
  /** The public address. Without it the address of the first request stands, and nothing recurring runs. */
  readonly BASE_URL?: string;
  /** Who mails are from. */
  readonly MAIL_FROM?: string;
  /** `1` loads the demo into an empty database and shows its accounts, `0` hides them. */
  readonly DEMO?: string;
}
