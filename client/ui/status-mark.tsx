/** A state as word, shape and colour together, never colour alone. */
import type { JSX } from "solid-js";

export type StatusTone = "neutral" | "accent" | "good" | "warn" | "bad" | "gold";
export type StatusShape = "filled" | "half" | "crossed" | "ring" | "dashed" | "square";

const SHAPES: Record<StatusShape, () => JSX.Element> = {
  filled: () => <circle cx="6" cy="6" r="5" fill="currentColor" />,
  half: () => (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.5" />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
    </>
  ),
  crossed: () => (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.5" />
      <path d="M3.5 3.5l5 5" stroke="currentColor" stroke-width="1.5" />
    </>
  ),
  ring: () => <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.5" />,
  dashed: () => (
    <circle
      cx="6"
      cy="6"
      r="4.5"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-dasharray="2.4 1.8"
    />
  ),
  square: () => <rect x="1.5" y="1.5" width="9" height="9" rx="1.5" fill="currentColor" />,
};

export function StatusMark(props: {
  tone?: StatusTone | undefined;
  shape: StatusShape;
  children: JSX.Element;
}): JSX.Element {
  return (
    <span class={`status ${props.tone ?? "neutral"}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {SHAPES[props.shape]()}
      </svg>
      {props.children}
    </span>
  );
}
