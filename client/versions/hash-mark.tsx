import type { JSX } from "solid-js";
import { CopyButton } from "../ui/copy-button.tsx";

const SHORT_LENGTH = 12;

/** The beginning of a hash, enough to compare by eye; the whole is copied. */
export function HashMark(props: { hash: string; name: string }): JSX.Element {
  return (
    <span class="hash">
      <code title={props.hash}>{props.hash.slice(0, SHORT_LENGTH)}</code>
      <CopyButton text={props.hash} label={props.name} />
    </span>
  );
}
