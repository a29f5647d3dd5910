/** What an administrator prepares before anybody can write; each step goes when it is done. */
import { A } from "@solidjs/router";
import { For, Show, type JSX } from "solid-js";
import { createRemote } from "../api/create-remote.ts";
import { Loaded } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { listAccounts, listAuthorities, listInvitations, listUnits } from "./account-api.ts";
import { authorityTexts } from "./authority.intl.ts";
import { AUTHORITIES_HREF } from "./no-authority.tsx";

/** Shows `children` once nothing is left to prepare. */
export function FirstSteps(props: { children: JSX.Element }): JSX.Element {
  const t = textsOf(authorityTexts);
  const left = createRemote(
    () => true,
    async (_, signal) => {
      const [authorities, units, accounts, invitations] = await Promise.all([
        listAuthorities(signal),
        listUnits(signal),
        listAccounts("", undefined, signal),
        listInvitations(signal),
      ]);
      const steps = [
        { id: "authority", href: AUTHORITIES_HREF, done: authorities.items.length > 0 },
        { id: "unit", href: "/kerja/pengelolaan?bagian=perangkat", done: units.items.length > 0 },
        {
          id: "people",
          href: "/kerja/pengelolaan?bagian=akun",
          done: accounts.items.length > 1 || invitations.items.length > 0,
        },
      ] as const;
      return steps.filter(({ done }) => !done);
    },
  );
  return (
    <Loaded remote={left} lines={3}>
      {(steps) => (
        <Show when={steps().length > 0} fallback={props.children}>
          <section class="empty">
            <h2>{t().stepsTitle}</h2>
            <p class="quiet">{t().stepsText}</p>
            <ol class="first-steps">
              <For each={steps()}>
                {(step) => (
                  <li>
                    <A href={step.href}>{t().steps[step.id].title}</A>
                    <span class="small quiet block">{t().steps[step.id].text}</span>
                  </li>
                )}
              </For>
            </ol>
          </section>
        </Show>
      )}
    </Loaded>
  );
}
