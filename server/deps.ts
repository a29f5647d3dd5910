/** Everything the application stands on, built in one place. Tests override single parts. */
import { hashPassword } from "better-auth/crypto";
import { ulid } from "ulid";
import { createAuditTrail, type AuditTrail } from "../db/audit-trail.ts";
import type { Db } from "../db/database.ts";
import type { FileStore } from "../db/file-store.ts";
import { idFromBytes, type AccountId, type EpochMs } from "../domain/ids.ts";
import { createAuth, type Auth } from "./accounts/auth.ts";
import { createResolveActor } from "./accounts/resolve-actor.ts";
import { createSignIn, type SignIn } from "./accounts/sign-in.ts";
import type { DocumentRooms } from "./document-rooms.ts";
import type { ResolveActor } from "./http/actor.ts";
import type { AssetStore } from "./http/assets.ts";
import type { Compress } from "./http/compress.ts";
import type { AppContext } from "./http/context.ts";
import type { Logger } from "./http/logger.ts";
import type { Mailer } from "./mail/mailer.ts";
import { createRateLimiter, type RateLimit } from "./http/rate-limit.ts";
import { createRepos, type Repos } from "./repos.ts";

export interface Limits {
  /** Requests of one account, or of one address that is signed out. */
  readonly requests: RateLimit;
  readonly signInPerAccount: RateLimit;
  readonly signInPerAddress: RateLimit;
  /** Comments of one device, where the rule keeps one. */
  readonly commentsPerDevice: RateLimit;
  /** Comments of one address: an office or a hall may share one. */
  readonly commentsPerAddress: RateLimit;
  /** Receipts asked for: their addresses are not to be guessed. */
  readonly receiptsPerAddress: RateLimit;
}

export const DEFAULT_LIMITS: Limits = {
  requests: { max: 1200, windowMs: 60_000 },
  signInPerAccount: { max: 10, windowMs: 10 * 60_000 },
  signInPerAddress: { max: 50, windowMs: 10 * 60_000 },
  commentsPerDevice: { max: 15, windowMs: 10 * 60_000 },
  commentsPerAddress: { max: 120, windowMs: 10 * 60_000 },
  receiptsPerAddress: { max: 120, windowMs: 10 * 60_000 },
};

type Figures = Readonly<Record<string, number>>;

/** What only the host can give. */
export interface HostParts {
  readonly db: Db;
  readonly rooms: DocumentRooms;
  /** Attachments and whatever else is too big for a row. */
  readonly files: FileStore;
  /** Null where none is set up: mails then wait in the outbox for the administrator. */
  readonly mailer: Mailer | null;
  readonly assets: AssetStore;
  readonly logger: Logger;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly trustedOrigins: readonly string[];
  readonly authSecret: string;
  /** Whether the demo's accounts are shown and may sign in. */
  readonly isDemo: () => boolean;
  /** Address of who asks, for limits; from the socket, or from a proxy that is trusted. */
  readonly addressOf: (c: AppContext) => string;
  /** Absent where the host compresses what it sends by itself. */
  readonly compress?: Compress;
  /**
   * Moves the write-ahead log of `rembuk.db` into the database and empties it, so that the order of
   * writes cannot be read from it. Absent where the host keeps none that anybody could read (D1).
   */
  readonly emptyLog?: () => Promise<void>;
  /**
   * Writes the stores of relations and documents anew, so that nothing erased stays in free places of their pages
   * or in their logs. Absent where the host does not let us (D1, Durable Objects).
   */
  readonly scrub?: () => Promise<void>;
  /** Figures of the host for `/metrics`, read at that moment. */
  readonly gauges?: () => Figures | Promise<Figures>;
  /** What the host counts for `/metrics`; names may carry labels. */
  readonly counters?: () => Figures | Promise<Figures>;
  /** Told of every event that became durable. */
  readonly onEvent?: Parameters<typeof createAuditTrail>[0]["onEvent"];
}

export interface Deps extends Omit<HostParts, "onEvent"> {
  readonly repos: Repos;
  readonly trail: AuditTrail;
  readonly auth: Auth;
  readonly resolveActor: ResolveActor;
  readonly signIn: SignIn;
  readonly hashPassword: (password: string) => Promise<string>;
  readonly limits: Limits;
  readonly now: () => EpochMs;
  /** A fresh ULID. */
  readonly newId: () => string;
  /** An id in the form of a ULID, but without time: for input, receipts and codes. */
  readonly randomId: () => string;
}

export function createDeps(host: HostParts, overrides: Partial<Deps> = {}): Deps {
  const { db, onEvent, ...parts } = host;
  const trail = overrides.trail ?? createAuditTrail({ db, ...(onEvent && { onEvent }) });
  const repos = overrides.repos ?? createRepos(db, trail);
  const newId = overrides.newId ?? (() => ulid());
  const now = overrides.now ?? Date.now;
  const limits = overrides.limits ?? DEFAULT_LIMITS;
  const auth =
    overrides.auth ??
    createAuth({
      db,
      secret: host.authSecret,
      baseUrl: host.baseUrl,
      trustedOrigins: host.trustedOrigins,
      newId,
      maySignIn: async (id) => {
        const account = await repos.accounts.get(id as AccountId);
        return account !== null && !account.disabled && (!account.demo || host.isDemo());
      },
    });
  return {
    ...parts,
    db,
    trail,
    repos,
    auth,
    newId,
    randomId: () => idFromBytes(crypto.getRandomValues(new Uint8Array(16))),
    hashPassword,
    now,
    limits,
    signIn: createSignIn({
      auth,
      perAccount: createRateLimiter(limits.signInPerAccount, now, "sign-in-limited"),
      perAddress: createRateLimiter(limits.signInPerAddress, now, "sign-in-limited"),
    }),
    resolveActor: createResolveActor({ auth, accounts: repos.accounts, isDemo: host.isDemo }),
    ...overrides,
  };
}
