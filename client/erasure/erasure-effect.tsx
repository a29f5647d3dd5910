/** What erasing would do, said before it is done. */
import { For, Show, type JSX } from "solid-js";
import type { ErasurePreview, VersionToErase } from "../../domain/erasure/erasure.contract.ts";
import { textsOf } from "../ui/locale.ts";
import { erasureTexts } from "./erasure.intl.ts";

export const findsNothing = ({ live, rows, versions }: ErasurePreview): boolean =>
  live.length === 0 && rows === 0 && versions.length === 0;

export function ErasureEffect(props: { preview: ErasurePreview }): JSX.Element {
  const t = textsOf(erasureTexts);
  const times = () => props.preview.live.reduce((sum, { count }) => sum + count, 0);
  const versionFacts = ({ count, approved, published }: VersionToErase) =>
    [
      count > 0 ? t().versionCount(count) : t().versionPast,
      ...(approved ? [t().approved] : []),
      ...(published ? [t().published] : []),
    ].join(", ");
  return (
    <>
      <section class="stack-small">
        <h2>{t().effectTitle}</h2>
        <ul class="erasure-found">
          <li>
            {t().inText(times(), props.preview.live.length)}
            <Show when={props.preview.live.length > 0}>
              <ul>
                <For each={props.preview.live}>
                  {({ place, count }) => (
                    <li>
                      <span lang={place ? "id" : undefined}>{place || t().unnamed}</span>: {t().times(count)}
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          </li>
          <li>{t().inPast(props.preview.rows)}</li>
          <li>
            {t().inVersions(props.preview.versions.length)}
            <Show when={props.preview.versions.length > 0}>
              <ul>
                <For each={props.preview.versions}>
                  {(version) => (
                    <li>
                      {t().version(version.number, version.label)}: {versionFacts(version)}
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          </li>
        </ul>
      </section>
      <section class="stack-small">
        <h2>{t().willTitle}</h2>
        <ul class="erasure-found">
          <li>{t().willMark}</li>
          <li>{t().willEpoch}</li>
          <li>{props.preview.connections > 0 ? t().people(props.preview.connections) : t().nobody}</li>
          <li>{t().willHash}</li>
          <li>{t().willRecord}</li>
        </ul>
      </section>
      <section class="notice warn stack-small">
        <h2>{t().notReachedTitle}</h2>
        <ul class="erasure-found">
          <li>{t().backups}</li>
          <li>{t().outside}</li>
          <li>{t().devices}</li>
          <Show when={props.preview.elsewhere > 0}>
            <li>{t().elsewhere(props.preview.elsewhere)}</li>
          </Show>
        </ul>
      </section>
    </>
  );
}
