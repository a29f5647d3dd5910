/** A menu of the shapes that the place of the caret allows. */
import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { For, type JSX } from "solid-js";
import { sameShape, type Shape } from "../../domain/clauses/shapes.ts";
import { Caret } from "../ui/account-menu.tsx";
import { menuPlace, useEditor } from "./editor-context.tsx";
import { useShapeWords } from "./shape-words.tsx";
import { keepCaret } from "./tool-button.tsx";

export function ShapeMenu(props: {
  /** On the button; `name` says it in full. */
  word: JSX.Element;
  name?: string | undefined;
  heading: string;
  shapes: readonly Shape[];
  /** Ticked when among `shapes`. */
  current?: Shape | undefined;
  disabled?: boolean | undefined;
  class?: string | undefined;
  onChoose: (shape: Shape) => void;
}): JSX.Element {
  const words = useShapeWords();
  const { session } = useEditor();
  let chosen = false;
  const holds = (shape: Shape) => props.current !== undefined && sameShape(shape, props.current);
  return (
    <DropdownMenu placement="bottom-start" modal={false} onOpenChange={() => (chosen = false)}>
      <DropdownMenu.Trigger
        class={`tool ${props.class ?? ""}`}
        aria-label={props.name}
        disabled={props.disabled ?? false}
        onMouseDown={keepCaret}
      >
        {props.word}
        <Caret />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal mount={menuPlace()}>
        <DropdownMenu.Content
          class="menu shape-menu"
          onCloseAutoFocus={(event: Event) => {
            // What was chosen happens in the text: the caret goes back there and not to the button.
            if (!chosen) return;
            event.preventDefault();
            session.focus();
          }}
        >
          <DropdownMenu.Group>
            <DropdownMenu.GroupLabel class="menu-heading">{props.heading}</DropdownMenu.GroupLabel>
            <For each={props.shapes}>
              {(shape) => (
                <DropdownMenu.Item
                  class="menu-item"
                  onSelect={() => {
                    chosen = true;
                    if (!holds(shape)) props.onChoose(shape);
                  }}
                >
                  <span class="tick" aria-hidden="true">
                    {holds(shape) ? "✓" : ""}
                  </span>
                  {words(shape)}
                </DropdownMenu.Item>
              )}
            </For>
          </DropdownMenu.Group>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
