/** The words of a clause with their marks; a reference is a link when its target stands on the same page. */
import { For, Show, type JSX } from "solid-js";
import type { Run } from "../../domain/clauses/clause.ts";
import type { Cid } from "../../domain/ids.ts";

function Marked(props: { run: Run }): JSX.Element {
  const italic = () => (
    <Show when={props.run.italic} fallback={props.run.text}>
      <em>{props.run.text}</em>
    </Show>
  );
  return (
    <Show when={props.run.bold} fallback={italic()}>
      <strong>{italic()}</strong>
    </Show>
  );
}

export function ClauseRuns(props: {
  runs: readonly Run[];
  /** Whether a clause can be jumped to; without it no reference is a link. */
  has?: ((cid: Cid) => boolean) | undefined;
}): JSX.Element {
  const target = (run: Run) => (run.ref && props.has?.(run.ref) ? run.ref : undefined);
  return (
    <For each={props.runs}>
      {(run) => (
        <Show when={target(run)} fallback={<Marked run={run} />}>
          {(cid) => (
            <a class="reference" href={`#${cid()}`}>
              <Marked run={run} />
            </a>
          )}
        </Show>
      )}
    </For>
  );
}
