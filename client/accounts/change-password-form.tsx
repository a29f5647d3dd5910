/** One's own password: the present one, and the new one twice. What is wrong is said at the field it concerns. */
import { createSignal, Show, type JSX } from "solid-js";
import { isApiError } from "../api/api-error.ts";
import { useSession } from "./session.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { TextField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { changePassword } from "./account-api.ts";
import { accountTexts } from "./accounts.intl.ts";

const AT_NEXT: ReadonlySet<string> = new Set(["password-too-short", "password-too-long"]);

export function ChangePasswordForm(): JSX.Element {
  const t = textsOf(accountTexts);
  const session = useSession();
  const [current, setCurrent] = createSignal("");
  const [next, setNext] = createSignal("");
  const [again, setAgain] = createSignal("");
  const [differs, setDiffers] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();

  const problem = () => {
    const reason = error();
    return isApiError(reason) ? reason.problem : undefined;
  };
  const atCurrent = () => (problem()?.reason === "password-wrong" ? problem()?.detail : undefined);
  const atNext = () => (AT_NEXT.has(problem()?.reason ?? "") ? problem()?.detail : undefined);

  async function save(): Promise<void> {
    setError(undefined);
    setDiffers(next() !== again());
    if (differs()) return;
    setBusy(true);
    try {
      await changePassword({ current: current(), next: next() });
      for (const clear of [setCurrent, setNext, setAgain]) clear("");
      showToast(t().passwordChanged);
    } catch (reason) {
      setError(() => reason);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      class="stack"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy()) void save();
      }}
    >
      <h2>{t().passwordTitle}</h2>
      {/* Tells password managers whose password this is. */}
      <input type="hidden" name="username" autocomplete="username" value={session.account().email} />
      <TextField
        label={t().passwordCurrent}
        type="password"
        autocomplete="current-password"
        error={atCurrent()}
        value={current()}
        onInput={setCurrent}
      />
      <TextField
        label={t().passwordNext}
        hint={t().passwordHint}
        type="password"
        autocomplete="new-password"
        error={atNext()}
        value={next()}
        onInput={setNext}
      />
      <TextField
        label={t().passwordAgain}
        type="password"
        autocomplete="new-password"
        error={differs() ? t().passwordsDiffer : undefined}
        value={again()}
        onInput={setAgain}
      />
      <Show when={error() !== undefined && !atCurrent() && !atNext()}>
        <ErrorNotice error={error()} />
      </Show>
      <div>
        <Button type="submit" busy={busy()}>
          {t().passwordAction}
        </Button>
      </div>
    </form>
  );
}
