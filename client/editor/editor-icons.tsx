/** Small pictures beside the words of the toolbar; never alone. */
import type { JSX } from "solid-js";

const PATHS = {
  indent: "M2 3h12M7 8h7M2 13h12M2 6l2.5 2L2 10",
  outdent: "M2 3h12M7 8h7M2 13h12M4.5 6 2 8l2.5 2",
  up: "M8 13V3M4 7l4-4 4 4",
  down: "M8 3v10M4 9l4 4 4-4",
  undo: "M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6",
  redo: "M10.5 3l3 3-3 3M13.5 6h-7a4 4 0 0 0 0 8H10",
  insert: "M8 3v10M3 8h10",
  list: "M3 4h10M5 8h8M5 12h8",
  panel: "M2.5 3h11v10h-11zM10 3v10",
  chevron: "M5.5 4 10 8l-4.5 4",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon(props: { name: IconName }): JSX.Element {
  return (
    <svg class="editor-icon" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={PATHS[props.name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
