/** Signing in with e-mail and password, limited per account and per address, for the form and for better-auth's own route. */
import { DomainError } from "../../domain/errors.ts";
import type { RateLimiter } from "../http/rate-limit.ts";
import { addressBucket } from "../http/rate-limit.ts";
import type { Auth } from "./auth.ts";

export interface SignInAttempt {
  readonly email: string;
  readonly password: string;
  readonly address: string;
  readonly headers: Headers;
}

export function createSignIn({
  auth,
  perAccount,
  perAddress,
}: {
  auth: Auth;
  perAccount: RateLimiter;
  perAddress: RateLimiter;
}) {
  /** better-auth's answer, with the session's cookie when it is fine. Throws `too-many-requests`. */
  return async function signIn({ email, password, address, headers }: SignInAttempt): Promise<Response> {
    const account = email.trim().toLowerCase().slice(0, 254);
    const bucket = addressBucket(address);
    perAddress.take(bucket);
    perAccount.take(account);
    const response = await auth.api.signInEmail({
      body: { email: account, password },
      headers,
      asResponse: true,
    });
    // Only failures count: an office behind one address signs in every morning.
    if (response.ok) {
      perAccount.refund(account);
      perAddress.refund(bucket);
    }
    return response;
  };
}

export type SignIn = ReturnType<typeof createSignIn>;

export function requireCredentials(input: unknown): { email: string; password: string } {
  const { email, password } = (typeof input === "object" && input !== null ? input : {}) as Record<
    string,
    unknown
  >;
  if (
    typeof email !== "string" ||
    typeof password !== "string" ||
    email.length > 254 ||
    password.length > 1024
  ) {
    throw new DomainError("bad-input", "invalid-input", "email and password expected", [
      ...(typeof email === "string" ? [] : [{ path: "email", message: "missing" }]),
      ...(typeof password === "string" ? [] : [{ path: "password", message: "missing" }]),
    ]);
  }
  return { email, password };
}
