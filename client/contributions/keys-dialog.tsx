/** The keys of the inbox, and the switch that turns single keys off. */
import { For, type JSX } from "solid-js";
import { Button } from "../ui/button.tsx";
import { textsOf } from "../ui/locale.ts";
import { Modal } from "../ui/modal.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import { inboxTexts } from "./inbox.intl.ts";
import { setSingleKeys, singleKeys } from "./single-keys.ts";

export function KeysDialog(props: { open: boolean; onClose: () => void }): JSX.Element {
  const t = textsOf(inboxTexts);
  const ui = textsOf(uiTexts);
  const rows = (): readonly (readonly [string, string])[] => [
    ["j", t().key.next],
    ["k", t().key.previous],
    ["x", t().key.select],
    ["1 – 5", t().key.outcome],
    ["?", t().key.help],
    ["↑ ↓", t().key.arrows],
    ["Enter", t().key.reason],
    ["Ctrl+Enter", t().key.save],
    ["Esc", t().key.back],
  ];
  return (
    <Modal
      open={props.open}
      onClose={props.onClose}
      title={t().keysTitle}
      description={t().keysText}
      actions={<Button onClick={props.onClose}>{ui().close}</Button>}
    >
      <dl class="inbox-keys">
        <For each={rows()}>
          {([keys, words]) => (
            <div>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          )}
        </For>
      </dl>
      <label class="choice">
        <input
          type="checkbox"
          checked={singleKeys()}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        />
        <span>
          {t().keysOn}
          <span class="small quiet block">{t().keysOnHint}</span>
        </span>
      </label>
    </Modal>
  );
}
