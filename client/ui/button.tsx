import { A } from "@solidjs/router";
import { splitProps, type JSX } from "solid-js";

interface Look {
  /** `primary` once on a screen; `plain` inside rows and beside others. */
  look?: "primary" | "plain" | "danger" | undefined;
  size?: "small" | undefined;
}

const classOf = (props: Look & { class?: string | undefined }): string =>
  ["button", props.look, props.size, props.class].filter(Boolean).join(" ");

/** A button; while `busy` it keeps its focus and ignores presses. */
export function Button(
  props: JSX.ButtonHTMLAttributes<HTMLButtonElement> & Look & { busy?: boolean | undefined },
): JSX.Element {
  const [own, rest] = splitProps(props, ["look", "size", "class", "busy", "onClick"]);
  return (
    <button
      type="button"
      {...rest}
      class={classOf(own)}
      classList={{ busy: own.busy ?? false }}
      aria-disabled={own.busy ? "true" : undefined}
      onClick={(event) => {
        if (own.busy) event.preventDefault();
        else if (typeof own.onClick === "function") own.onClick(event);
      }}
    />
  );
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink(props: Look & { href: string; children: JSX.Element }): JSX.Element {
  return (
    <A href={props.href} class={classOf(props)} inactiveClass="" activeClass="">
      {props.children}
    </A>
  );
}
