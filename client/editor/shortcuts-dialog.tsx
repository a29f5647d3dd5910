import { For, type JSX } from "solid-js";
import { Button } from "../ui/button.tsx";
import { textsOf } from "../ui/locale.ts";
import { Modal } from "../ui/modal.tsx";
import { editorTexts } from "./editor.intl.ts";

export function ShortcutsDialog(props: { open: boolean; onClose: () => void }): JSX.Element {
  const t = textsOf(editorTexts);
  const rows = (): readonly (readonly [keys: string, what: string])[] => [
    ["/ · Ctrl+/", t().shortcut.slash],
    ["Enter", t().shortcut.enter],
    ["Shift+Enter", t().shortcut.newLine],
    ["Backspace", t().shortcut.backspace],
    ["Tab", t().shortcut.indent],
    ["Shift+Tab", t().shortcut.outdent],
    ["Ctrl+B", t().bold],
    ["Ctrl+I", t().italic],
    ["Ctrl+Z", t().undo],
    ["Ctrl+Shift+Z", t().redo],
    ["Esc", t().shortcut.leave],
    ["↑ ↓ ← → Enter", t().shortcut.outlineKeys],
    ["Alt+↑ · Alt+↓", t().shortcut.outlineMove],
    ["?", t().shortcut.help],
  ];
  return (
    <Modal
      open={props.open}
      onClose={props.onClose}
      title={t().shortcutsTitle}
      description={t().shortcutsText}
      actions={<Button onClick={props.onClose}>{t().close}</Button>}
    >
      <dl class="shortcuts">
        <For each={rows()}>
          {([keys, what]) => (
            <div>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          )}
        </For>
      </dl>
    </Modal>
  );
}
