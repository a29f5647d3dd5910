/** Who is signed in and what they may do, for every page of the workspace. */
import { createContext, createEffect, Show, useContext, type Accessor, type JSX, untrack } from "solid-js";
import type { PatchSession, SessionView } from "../../domain/accounts/accounts.contract.ts";
import type { Locale } from "../../domain/locale.ts";
import { createRemote } from "../api/create-remote.ts";
import { get, request } from "../api/http.ts";
import { locale, setLocale } from "../ui/locale.ts";
import { Loaded } from "../ui/loaded.tsx";
import { showToast } from "../ui/toasts.tsx";
import { accountTexts } from "./accounts.intl.ts";
import { textsOf } from "../ui/locale.ts";

export type SignedInAccount = NonNullable<SessionView["account"]>;

export interface Session {
  readonly account: Accessor<SignedInAccount>;
  readonly demo: Accessor<boolean>;
  readonly may: Accessor<SessionView["may"]>;
  /** Switches at once, and keeps the choice in the account for the next device. */
  readonly saveLocale: (locale: Locale) => void;
}

const SessionContext = createContext<Session>();

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession: this part is rendered outside <SessionProvider>.");
  return session;
}

/** Sign-in page that returns to where the reader is now. */
export const signInHref = (): string =>
  `/masuk?lanjut=${encodeURIComponent(location.pathname + location.search)}`;

/** Asks who is signed in; nobody is sent to sign in, and comes back to the same address. */
export function SessionProvider(props: { children: JSX.Element }): JSX.Element {
  const t = textsOf(accountTexts);
  const remote = createRemote(
    () => true,
    (_, signal) => get<SessionView>("/api/session", signal),
  );

  createEffect(() => {
    const account = remote.data()?.account;
    if (account === null) location.replace(signInHref());
    // The account's language is taken over once it is known; the switch then decides, also before it is stored.
    else if (account && account.locale !== untrack(locale)) setLocale(account.locale);
  });

  function saveLocale(value: Locale): void {
    setLocale(value);
    const body: PatchSession = { locale: value };
    request<SessionView>("/api/session", { method: "PATCH", body }).catch(() => {
      showToast(t().localeKeptHere);
    });
  }

  return (
    <Loaded remote={remote} wholePage>
      {(session) => (
        <Show when={session().account}>
          {(account) => (
            <SessionContext.Provider
              value={{
                account,
                demo: () => session().demo,
                may: () => session().may,
                saveLocale,
              }}
            >
              {props.children}
            </SessionContext.Provider>
          )}
        </Show>
      )}
    </Loaded>
  );
}
