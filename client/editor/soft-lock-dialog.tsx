/** Asks before a clause is taken away under somebody's hands. */
import { Show, type JSX } from "solid-js";
import { Button } from "../ui/button.tsx";
import { textsOf } from "../ui/locale.ts";
import { Modal } from "../ui/modal.tsx";
import { useEditor } from "./editor-context.tsx";
import { editorTexts } from "./editor.intl.ts";

export function SoftLockDialog(): JSX.Element {
  const t = textsOf(editorTexts);
  const { question } = useEditor();
  return (
    <Show when={question()}>
      {(asked) => (
        <Modal
          open
          onClose={() => asked().answer(false)}
          title={t().softLockTitle[asked().act]}
          description={t().softLockText(asked().people.join(", "))}
          actions={
            <>
              <Button onClick={() => asked().answer(false)}>{t().softLockWait}</Button>
              <Button look="danger" onClick={() => asked().answer(true)}>
                {t().softLockGo[asked().act]}
              </Button>
            </>
          }
        />
      )}
    </Show>
  );
}
