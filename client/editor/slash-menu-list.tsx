/** The slash menu at the caret. The caret stays in the text, whose keys move the choice; the mouse may choose as well. */
import { createEffect, createSignal, For, onCleanup, Show, type JSX } from "solid-js";
import { textsOf } from "../ui/locale.ts";
import { useEditor } from "./editor-context.tsx";
import { editorTexts } from "./editor.intl.ts";
import { useShapeWords } from "./shape-words.tsx";
import { keepCaret } from "./tool-button.tsx";

const LIST_ID = "slash-menu";
const optionId = (index: number) => `${LIST_ID}-${index}`;
const EDGE_PX = 8;
const GAP_PX = 6;

export function SlashMenuList(props: { sheet: () => HTMLElement | undefined }): JSX.Element {
  const t = textsOf(editorTexts);
  const words = useShapeWords();
  const { slashMenu, session } = useEditor();
  const [element, setElement] = createSignal<HTMLDivElement>();

  /** Below the caret, above it where there is more room; never over the edge of what one sees. */
  function place(): void {
    const menu = slashMenu();
    const box = element();
    if (!menu || !box) return;
    const view = window.visualViewport;
    const width = view?.width ?? innerWidth;
    const height = view?.height ?? innerHeight;
    const below = height - menu.at.bottom - GAP_PX - EDGE_PX;
    const above = menu.at.top - GAP_PX - EDGE_PX;
    const down = below >= Math.min(240, box.scrollHeight) || below >= above;
    box.style.maxHeight = `${Math.max(96, Math.min(320, down ? below : above))}px`;
    const top = down ? menu.at.bottom + GAP_PX : menu.at.top - GAP_PX - box.offsetHeight;
    box.style.top = `${Math.max(EDGE_PX, top)}px`;
    box.style.left = `${Math.max(EDGE_PX, Math.min(menu.at.left, width - box.offsetWidth - EDGE_PX))}px`;
  }

  createEffect(() => {
    const text = props.sheet()?.querySelector(".sheet-text");
    const menu = slashMenu();
    if (!menu || !text) return;
    text.setAttribute("aria-controls", LIST_ID);
    text.setAttribute("aria-activedescendant", optionId(menu.active));
    queueMicrotask(() => {
      place();
      document.getElementById(optionId(menu.active))?.scrollIntoView({ block: "nearest" });
    });
    onCleanup(() => {
      text.removeAttribute("aria-controls");
      text.removeAttribute("aria-activedescendant");
    });
  });
  createEffect(() => {
    if (!slashMenu()) return;
    const outside = (event: Event) => {
      if (!(event.target instanceof Node) || !element()?.contains(event.target)) session.closeSlashMenu();
    };
    document.addEventListener("pointerdown", outside);
    window.visualViewport?.addEventListener("resize", place);
    onCleanup(() => {
      document.removeEventListener("pointerdown", outside);
      window.visualViewport?.removeEventListener("resize", place);
    });
  });

  return (
    <Show when={slashMenu()}>
      {(menu) => (
        <div class="menu slash-menu" ref={setElement} onMouseDown={keepCaret}>
          <p class="menu-heading" id={`${LIST_ID}-title`}>
            {t().slashTitle}
          </p>
          <div
            class="slash-list"
            role="listbox"
            id={LIST_ID}
            aria-labelledby={`${LIST_ID}-title`}
            tabIndex={0}
          >
            <For each={menu().items}>
              {(shape, index) => (
                <div
                  class="menu-item"
                  role="option"
                  id={optionId(index())}
                  aria-selected={index() === menu().active}
                  data-highlighted={index() === menu().active ? "" : undefined}
                  onClick={() => session.chooseSlashItem(index())}
                >
                  {words(shape)}
                </div>
              )}
            </For>
          </div>
        </div>
      )}
    </Show>
  );
}
