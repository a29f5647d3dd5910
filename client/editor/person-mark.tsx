/** Initials on the hue of a person. */
import type { JSX } from "solid-js";
import type { PersonPresent } from "./editor-session.ts";

/** `Ratna Dewi Lestari` gives `RL`, `Andi` gives `A`. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : "";
  return [words[0], last].map((word) => Array.from(word ?? "")[0]?.toLocaleUpperCase("id") ?? "").join("");
}

/** For the eye only: the name is said by what stands around it. */
export function PersonMark(props: { person: PersonPresent }): JSX.Element {
  return (
    <span class="person-mark" data-colour={props.person.colour} aria-hidden="true">
      {initialsOf(props.person.name)}
    </span>
  );
}
