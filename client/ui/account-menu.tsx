import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { useNavigate } from "@solidjs/router";
import { createSignal, For, Show, type JSX } from "solid-js";
import { useSession } from "../accounts/session.tsx";
import { useSignOut } from "../accounts/sign-out.tsx";
import { submissionLinkTexts } from "../submissions/submission-link.intl.ts";
import { textsOf } from "./locale.ts";
import { setTheme, theme, THEMES, type Theme } from "./theme.ts";
import { uiTexts } from "./ui.intl.ts";

/** Light, dark or as the device: inside a menu, each with a tick beside the one that holds. */
export function ThemeChoices(): JSX.Element {
  const t = textsOf(uiTexts);
  return (
    <DropdownMenu.RadioGroup value={theme()} onChange={(value) => setTheme(value as Theme)}>
      <DropdownMenu.GroupLabel class="menu-heading">{t().theme}</DropdownMenu.GroupLabel>
      <For each={THEMES}>
        {(each) => (
          <DropdownMenu.RadioItem class="menu-item" value={each}>
            <span class="tick" aria-hidden="true">
              {theme() === each ? "✓" : ""}
            </span>
            {t().themeName[each]}
          </DropdownMenu.RadioItem>
        )}
      </For>
    </DropdownMenu.RadioGroup>
  );
}

export function Caret(): JSX.Element {
  return (
    <svg class="caret" viewBox="0 0 10 10" aria-hidden="true">
      <path d="M1.5 3.5 5 7l3.5-3.5" fill="none" stroke="currentColor" stroke-width="1.5" />
    </svg>
  );
}

/**
 * A menu of the top bar. It opens inside the bar, so that it belongs to a landmark as its button does, and does
 * not take the page away behind it: one may leave by going on.
 */
function BarMenu(props: { name?: string; button: JSX.Element; children: JSX.Element }): JSX.Element {
  const [place, setPlace] = createSignal<HTMLElement>();
  return (
    <div ref={setPlace}>
      <DropdownMenu placement="bottom-end" modal={false}>
        <DropdownMenu.Trigger class="tool" aria-label={props.name}>
          {props.button}
          <Caret />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal mount={place() ?? document.body}>
          <DropdownMenu.Content class="menu">{props.children}</DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu>
    </div>
  );
}

export function ThemeMenu(): JSX.Element {
  const t = textsOf(uiTexts);
  return (
    <BarMenu button={t().theme}>
      <ThemeChoices />
    </BarMenu>
  );
}

export function AccountMenu(): JSX.Element {
  const t = textsOf(uiTexts);
  const submissions = textsOf(submissionLinkTexts);
  const session = useSession();
  const navigate = useNavigate();
  const { start, Question } = useSignOut();
  return (
    <>
      <BarMenu
        name={t().accountMenu(session.account().name)}
        button={<span class="name">{session.account().name}</span>}
      >
        <DropdownMenu.Group>
          <DropdownMenu.GroupLabel class="menu-heading">{session.account().email}</DropdownMenu.GroupLabel>
          <DropdownMenu.Item class="menu-item" onSelect={() => navigate("/kerja/akun")}>
            {t().ownAccount}
          </DropdownMenu.Item>
          <Show when={session.account().role === "organisation"}>
            <DropdownMenu.Item class="menu-item" onSelect={() => navigate("/kerja/usulan")}>
              {submissions().title}
            </DropdownMenu.Item>
          </Show>
          <DropdownMenu.Item class="menu-item" onSelect={() => navigate("/kerja/pemberitahuan")}>
            {t().notifications}
          </DropdownMenu.Item>
          <Show when={session.may().administer}>
            <DropdownMenu.Item class="menu-item" onSelect={() => navigate("/kerja/pengelolaan")}>
              {t().administration}
            </DropdownMenu.Item>
          </Show>
        </DropdownMenu.Group>
        <DropdownMenu.Separator class="menu-rule" />
        <ThemeChoices />
        <DropdownMenu.Separator class="menu-rule" />
        <DropdownMenu.Item class="menu-item" onSelect={start}>
          {t().signOut}
        </DropdownMenu.Item>
      </BarMenu>
      <Question />
    </>
  );
}
