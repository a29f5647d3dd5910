/** Leaving this device: says what would be lost before it is, and wipes what was kept here. */
import { createSignal, type JSX } from "solid-js";
import { ApiError } from "../api/api-error.ts";
import { Confirm } from "../ui/confirm.tsx";
import { countKeptWords, forgetKeptWords } from "../submissions/kept-keys.ts";
import { textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import { useSession } from "./session.tsx";
import { signOutTexts } from "./sign-out.intl.ts";

export interface SignOut {
  /** Signs out, after a question where work of this device was never sent. */
  start(): void;
  /** The question; to be put somewhere on the page. */
  Question: () => JSX.Element;
}

export function useSignOut(): SignOut {
  const t = textsOf(signOutTexts);
  const ui = textsOf(uiTexts);
  const session = useSession();
  const [unsent, setUnsent] = createSignal(0);

  /** The session ends first: were the server out of reach, the copies must still be there. */
  async function leave(): Promise<void> {
    const response = await fetch("/keluar", { method: "POST" }).catch(() => null);
    if (response === null || response.status >= 500) {
      const detail = t().unreachable;
      throw new ApiError({ title: "", status: response?.status ?? 0, detail, code: "fault" });
    }
    const { wipeLocalCopies } = await import("../editor/copies-on-device.ts");
    await wipeLocalCopies(session.account().id).catch(() => undefined);
    forgetKeptWords(session.account().id);
    location.assign("/masuk");
  }

  async function start(): Promise<void> {
    const { unsentOnDevice } = await import("../editor/copies-on-device.ts");
    const typed = await unsentOnDevice(session.account().id).catch(() => 0);
    const count = typed + countKeptWords(session.account().id);
    if (count > 0) setUnsent(count);
    else await leave();
  }

  return {
    start: () => {
      start().catch(() => showToast(t().unreachable));
    },
    Question: () => (
      <Confirm
        open={unsent() > 0}
        danger
        onClose={() => setUnsent(0)}
        title={t().title}
        description={t().description(unsent())}
        action={ui().signOut}
        onConfirm={leave}
      />
    ),
  };
}
