/** The frozen versions of this text, newest first, to read or to hold against what is written now. */
import { A } from "@solidjs/router";
import { For, Show, type JSX } from "solid-js";
import { createPages } from "../api/create-pages.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { policyHref } from "../policies/policy-frame.tsx";
import { formatDateTime } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { MoreButton } from "../ui/more-button.tsx";
import { compareHref } from "../versions/compare-picker.tsx";
import { listVersions } from "../versions/version-api.ts";
import { freezeTexts } from "./freeze.intl.ts";

/** Reads anew whenever `turn` changes: a version was frozen here. */
export function VersionsPanel(props: { turn: number }): JSX.Element {
  const f = textsOf(freezeTexts);
  const { policy } = usePolicy();
  const pages = createPages(
    () => ({ policyId: policy().id, turn: props.turn }),
    ({ policyId }, cursor, signal) => listVersions(policyId, cursor, signal),
  );
  return (
    <Loaded remote={pages.first} lines={4}>
      {() => (
        <Show
          when={pages.items().length > 0}
          fallback={
            <div class="panel-empty">
              <p>
                <strong>{f().versionsNone}</strong>
              </p>
              <p class="quiet small">{f().versionsNoneText}</p>
            </div>
          }
        >
          <ol class="panel-versions">
            <For each={pages.items()}>
              {(version) => (
                <li>
                  <A href={policyHref(policy().id, `/versi/${version.number}`)}>
                    {f().version(version.number, version.label)}
                  </A>
                  <p class="small quiet">
                    {version.author.name}
                    <br />
                    {formatDateTime(version.at, locale(), policy().authority.timeZone)}
                  </p>
                  <A
                    class="small"
                    href={compareHref(policy().id, version.number, "live")}
                    aria-label={f().compareNumber(version.number)}
                  >
                    {f().compareWithLive}
                  </A>
                </li>
              )}
            </For>
          </ol>
          <MoreButton pages={pages} size="small" />
        </Show>
      )}
    </Loaded>
  );
}
