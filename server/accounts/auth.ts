/**
 * better-auth, cut down to what we use: password, session, sign-out. Accounts
 * are made by us (invitations), so signing up is off; limits are ours, per
 * account and address (its own would put everyone without an address together).
 */
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { APIError } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import type { Db } from "../../db/database.ts";
import { accounts, credentials, sessions, verifications } from "../../db/schema/accounts.ts";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "../../domain/accounts/account.ts";

export interface AuthOptions {
  readonly db: Db;
  readonly secret: string;
  readonly baseUrl: string;
  readonly trustedOrigins: readonly string[];
  readonly newId: () => string;
  /** Whether this account may have a session now. [AC3] */
  readonly maySignIn: (accountId: string) => Promise<boolean>;
}

const SESSION_SECONDS = 7 * 24 * 3600;

export type Auth = ReturnType<typeof createAuth>;

export function createAuth({ db, secret, baseUrl, trustedOrigins, newId, maySignIn }: AuthOptions) {
  return betterAuth({
    baseURL: baseUrl,
    basePath: "/api/auth",
    secret,
    trustedOrigins: [...trustedOrigins],
    telemetry: { enabled: false },
    // It would tell of every wrong password on standard error.
    logger: { level: "error" },
    database: drizzleAdapter(db as never, {
      provider: "sqlite",
      schema: { user: accounts, session: sessions, account: credentials, verification: verifications },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: 24 * 3600 },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: "rembuk",
      database: { generateId: () => newId() },
      // Addresses and browsers of people are not kept.
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            if (!(await maySignIn(session.userId))) {
              throw new APIError("UNAUTHORIZED", { message: "Invalid email or password" });
            }
            return { data: { ...session, userAgent: null, ipAddress: null } };
          },
        },
      },
    },
  });
}
