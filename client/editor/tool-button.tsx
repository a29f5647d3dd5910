/** One tool: a word, often a picture, and a tip with its long name and shortcut. */
import { Tooltip } from "@kobalte/core/tooltip";
import { Show, type JSX } from "solid-js";
import { Icon, type IconName } from "./editor-icons.tsx";

export interface Tool {
  readonly word: string;
  /** Where the word alone says too little. */
  readonly name?: string | undefined;
  /** As people press it: `Ctrl+B`; absent where there is none. */
  readonly keys?: string | undefined;
  readonly icon?: IconName | undefined;
  /** For tools that hold: whether it is on. */
  readonly pressed?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly look?: "bold" | "italic" | undefined;
  readonly act: () => void;
}

/**
 * The pointer must not take the caret out of the text: what the tool does is
 * done where it stands.
 */
export const keepCaret = (event: Event): void => event.preventDefault();

/** `aria-keyshortcuts` spells the keys out. */
const spelled = (keys: string): string =>
  keys.replaceAll("Ctrl", "Control").replaceAll("↑", "ArrowUp").replaceAll("↓", "ArrowDown");

export function ToolButton(props: { tool: Tool }): JSX.Element {
  const name = () => props.tool.name ?? props.tool.word;
  return (
    <Tooltip openDelay={400} closeDelay={0} gutter={4} placement="bottom">
      <Tooltip.Trigger
        as="button"
        type="button"
        class="tool"
        classList={{ "tool-bold": props.tool.look === "bold", "tool-italic": props.tool.look === "italic" }}
        aria-label={props.tool.name}
        aria-pressed={props.tool.pressed}
        aria-disabled={props.tool.disabled ? "true" : undefined}
        aria-keyshortcuts={props.tool.keys ? spelled(props.tool.keys) : undefined}
        onMouseDown={keepCaret}
        onClick={() => {
          if (!props.tool.disabled) props.tool.act();
        }}
      >
        <Show when={props.tool.icon}>{(icon) => <Icon name={icon()} />}</Show>
        {props.tool.word}
      </Tooltip.Trigger>
      <Show when={props.tool.name || props.tool.keys}>
        <Tooltip.Portal>
          <Tooltip.Content class="tip">
            {name()}
            <Show when={props.tool.keys}>
              {" "}
              <kbd>{props.tool.keys}</kbd>
            </Show>
          </Tooltip.Content>
        </Tooltip.Portal>
      </Show>
    </Tooltip>
  );
}
