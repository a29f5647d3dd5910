/** The open input, read when it is opened; the one before stays in sight until it is here. */
import { createEffect, on, Show, type JSX } from "solid-js";
import { createRemote } from "../api/create-remote.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { readContribution } from "./contribution-api.ts";
import { useInbox } from "./inbox-context.tsx";
import { inboxTexts } from "./inbox.intl.ts";
import { InputDetail } from "./input-detail.tsx";

export function DetailPane(): JSX.Element {
  const t = textsOf(inboxTexts);
  const { policy } = usePolicy();
  const inbox = useInbox();
  const remote = createRemote(inbox.openId, (id, signal) => readContribution(policy().id, id, signal));
  let pane: HTMLElement | undefined;
  // Another input is read from its beginning, wherever the one before was left.
  createEffect(
    on(
      () => remote.data()?.id,
      () => pane?.closest(".inbox-detail")?.scrollTo(0, 0),
      { defer: true },
    ),
  );
  const coming = () => remote.data() !== undefined && remote.data()?.id !== inbox.openId();
  return (
    <Show
      when={inbox.openId()}
      fallback={
        <div class="inbox-nothing">
          <p>
            <strong>{t().chooseTitle}</strong>
          </p>
          <p class="quiet small">{t().chooseText}</p>
        </div>
      }
    >
      <div
        class="inbox-detail-in"
        aria-busy={coming()}
        ref={(element) => {
          pane = element;
        }}
      >
        <Loaded remote={remote}>
          {(detail) => (
            <Show when={detail().id} keyed>
              <InputDetail detail={detail()} onReload={remote.reload} onChanged={remote.set} />
            </Show>
          )}
        </Loaded>
      </div>
    </Show>
  );
}
