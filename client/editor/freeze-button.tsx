/** Opens the dialog that freezes a version; from a page whose work the server refuses nothing is frozen. */
import { Show, type JSX } from "solid-js";
import { Button } from "../ui/button.tsx";
import { textsOf } from "../ui/locale.ts";
import { useEditor } from "./editor-context.tsx";
import { freezeTexts } from "./freeze.intl.ts";

export function FreezeButton(props: { onPress: () => void }): JSX.Element {
  const f = textsOf(freezeTexts);
  const { saved } = useEditor();
  const refused = () => saved().state === "refused";
  return (
    <>
      <Button
        look="primary"
        disabled={refused()}
        title={refused() ? f().freezeRefused : undefined}
        aria-describedby={refused() ? "beku-tidak" : undefined}
        onClick={() => props.onPress()}
      >
        {f().freeze}
      </Button>
      <Show when={refused()}>
        <span class="visually-hidden" id="beku-tidak">
          {f().freezeRefused}
        </span>
      </Show>
    </>
  );
}
