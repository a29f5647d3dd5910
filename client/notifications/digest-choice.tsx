/** How often news are mailed; saved as soon as it is chosen. */
import { For, type JSX } from "solid-js";
import { DIGESTS, type Digest } from "../../domain/notifications/notification.ts";
import { createRemote } from "../api/create-remote.ts";
import { Loaded } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { readSettings, saveDigest } from "./notification-api.ts";
import { notificationTexts } from "./notifications.intl.ts";

export function DigestChoice(): JSX.Element {
  const t = textsOf(notificationTexts);
  const remote = createRemote(
    () => true,
    (_, signal) => readSettings(signal),
  );

  function choose(digest: Digest): void {
    const before = remote.data();
    remote.set({ digest });
    saveDigest(digest).then(
      () => showToast(t().digestSaved),
      () => {
        if (before) remote.set(before);
        showToast(t().digestNotSaved);
      },
    );
  }

  return (
    <fieldset class="stack-small" id="surel">
      <legend>{t().digestLegend}</legend>
      <p class="small quiet">{t().digestHint}</p>
      <Loaded remote={remote} lines={3}>
        {(settings) => (
          <For each={DIGESTS}>
            {(each) => (
              <label class="choice">
                <input
                  type="radio"
                  name="digest"
                  checked={settings().digest === each}
                  onChange={() => choose(each)}
                />
                <span>
                  {t().digest[each].label}
                  <span class="small quiet block">{t().digest[each].hint}</span>
                </span>
              </label>
            )}
          </For>
        )}
      </Loaded>
    </fieldset>
  );
}
