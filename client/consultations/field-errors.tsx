/** What a form was refused for, field by field by name; the fields say it again beside them. */
import { For, Show, type JSX } from "solid-js";
import { isApiError } from "../api/api-error.ts";
import { ErrorNotice } from "../ui/error-view.tsx";

export function FieldErrors(props: {
  error: unknown;
  /** Above the list. */
  title: string;
  /** Names by path; of `groups.0.target` the name of `groups`. */
  names: Readonly<Record<string, string>>;
}): JSX.Element {
  const issues = () => (isApiError(props.error) ? (props.error.problem.errors ?? []) : []);
  const nameOf = (path: string) => props.names[path] ?? props.names[path.split(".")[0] ?? ""] ?? path;
  return (
    <Show when={issues().length > 0} fallback={<ErrorNotice error={props.error} />}>
      <div class="notice bad stack-small" role="alert">
        <p>
          <strong>{props.title}</strong>
        </p>
        <p>{isApiError(props.error) ? props.error.problem.detail : ""}</p>
        <ul class="missing">
          <For each={issues()}>
            {({ path, message }) => (
              <li>
                {nameOf(path)}: {message}
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  );
}
