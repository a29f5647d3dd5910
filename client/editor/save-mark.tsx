/** How the work stands, as a word and a shape. */
import type { JSX } from "solid-js";
import { textsOf } from "../ui/locale.ts";
import { StatusMark, type StatusShape, type StatusTone } from "../ui/status-mark.tsx";
import { useEditor } from "./editor-context.tsx";
import type { SaveState } from "./editor-session.ts";
import { editorTexts } from "./editor.intl.ts";

const LOOKS: Record<SaveState["state"], { shape: StatusShape; tone: StatusTone }> = {
  loading: { shape: "ring", tone: "neutral" },
  saved: { shape: "filled", tone: "good" },
  saving: { shape: "half", tone: "accent" },
  offline: { shape: "dashed", tone: "warn" },
  refused: { shape: "crossed", tone: "bad" },
};

/** Changes are announced by `Announcer`, and only those that matter: every keystroke saves. */
export function SaveMark(): JSX.Element {
  const t = textsOf(editorTexts);
  const { saved } = useEditor();
  const words = () => {
    const state = saved();
    switch (state.state) {
      case "loading":
        return t().loadingState;
      case "saved":
        return t().saved;
      case "saving":
        return t().saving(state.pending);
      case "offline":
        return t().offline(state.pending);
      case "refused":
        return t().refused;
    }
  };
  return (
    <div class="save-mark" role="group" aria-label={t().saveState} data-state={saved().state}>
      <StatusMark shape={LOOKS[saved().state].shape} tone={LOOKS[saved().state].tone}>
        <span class="save-words">{words()}</span>
      </StatusMark>
    </div>
  );
}
