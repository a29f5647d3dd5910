/** Signing in with e-mail and password, limited per account and per address, for the form and for better-auth's own route. */
import * as v from "valibot";
import { searchSchema } from "../../domain/wire-text.ts";
import type { RateLimiter } from "../http/rate-limit.ts";
import { addressBucket } from "../http/rate-limit.ts";
import { validate } from "../http/validate.ts";
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

/** Other fields (`lanjut` of the form, better-auth's own) may stand beside them. */
const credentialsSchema = v.object({
  email: searchSchema(254),
  password: v.pipe(v.string(), v.maxLength(1024)),
});

/** E-mail address and password out of a form or a body; throws `bad-input` naming the field. */
export const requireCredentials = (input: unknown): v.InferOutput<typeof credentialsSchema> =>
  validate(credentialsSchema, input);
