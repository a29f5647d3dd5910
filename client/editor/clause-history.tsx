/** How the clause under the caret came to read as it does: version by version, with the answers that point to each change. */
import { A } from "@solidjs/router";
import { For, Show, type JSX } from "solid-js";
import type { ClauseDossier } from "../../domain/contributions/contributions.contract.ts";
import { AnswerCard } from "../dispositions/answer-history.tsx";
import { usePolicy } from "../policies/policy-context.tsx";
import { formatDateTime } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { compareHref } from "../versions/compare-picker.tsx";
import { dossierTexts } from "./dossier.intl.ts";

type Change = ClauseDossier["changes"][number];

export function ClauseHistory(props: { dossier: ClauseDossier }): JSX.Element {
  const t = textsOf(dossierTexts);
  const { policy } = usePolicy();
  const newestFirst = () => props.dossier.changes.toReversed();
  const name = ({ version }: Change) =>
    version === "live" ? t().live : t().versionNumber(version.number, version.label);
  /** With the version before; the first has none. */
  const compare = ({ version }: Change): string | undefined => {
    const numbers = props.dossier.changes.flatMap((each) =>
      each.version === "live" ? [] : [each.version.number],
    );
    const to = version === "live" ? "live" : version.number;
    const from = version === "live" ? numbers.at(-1) : version.number - 1;
    return from === undefined || from < 1 ? undefined : compareHref(policy().id, from, to);
  };
  return (
    <section>
      <h2 class="panel-heading">{t().changed}</h2>
      <Show when={newestFirst().length > 0} fallback={<p class="small quiet">{t().unchanged}</p>}>
        <ol class="panel-versions">
          <For each={newestFirst()}>
            {(change) => (
              <li>
                <p>
                  <strong>{name(change)}</strong>
                </p>
                <p class="small">
                  {change.facts.map((fact) => t().fact[fact]).join(", ")}
                  <Show when={change.citation && change.citation !== props.dossier.citation}>
                    {" "}
                    (<span lang="id">{change.citation}</span>)
                  </Show>
                </p>
                <Show when={change.version !== "live" && change.version}>
                  {(version) => (
                    <p class="small quiet">
                      {formatDateTime(version().at, locale(), policy().authority.timeZone)}
                    </p>
                  )}
                </Show>
                <Show when={compare(change)}>
                  {(href) => (
                    <A class="small" href={href()} aria-label={`${t().compare}: ${name(change)}`}>
                      {t().compare}
                    </A>
                  )}
                </Show>
                <For each={change.dispositions}>{(answer) => <AnswerCard answer={answer} />}</For>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </section>
  );
}
