/** Who wrote what in the clause under the caret, and in those whose words it took over. */
import { A } from "@solidjs/router";
import { createEffect, on, onCleanup, Show, type JSX } from "solid-js";
import type { HistoryView, PassageView } from "../../domain/history/history.contract.ts";
import { createPages } from "../api/create-pages.ts";
import { erasureTexts } from "../erasure/erasure.intl.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { policyHref } from "../policies/policy-frame.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { MoreButton } from "../ui/more-button.tsx";
import { Gathering } from "./gathering.tsx";
import { readHistory } from "./history-api.ts";
import { historyTexts } from "./history.intl.ts";
import { PassageList } from "./passage-list.tsx";

/** Who writes on and on is told of it when they pause. */
const CALM_MS = 3_000;

export function ClausePassages(props: {
  cid: string;
  /** Whether everything written is saved: then there may be more to tell. */
  saved: boolean;
}): JSX.Element {
  const t = textsOf(historyTexts);
  const e = textsOf(erasureTexts);
  const { policy } = usePolicy();
  const pages = createPages<{ id: string; cid: string }, PassageView>(
    () => ({ id: policy().id, cid: props.cid }),
    (asked, cursor, signal) => readHistory(asked.id, { cid: asked.cid }, cursor, 10, signal),
  );
  createEffect(
    on(
      () => props.saved,
      (saved) => {
        if (!saved) return;
        const timer = setTimeout(() => pages.first.reload(), CALM_MS);
        onCleanup(() => clearTimeout(timer));
      },
      { defer: true },
    ),
  );
  return (
    <section>
      <h2 class="panel-heading">{t().ofClause}</h2>
      <Loaded remote={pages.first} lines={3}>
        {(data) => (
          <>
            <Gathering progress={(data() as HistoryView).progress} onAgain={pages.first.reload} />
            <Show when={pages.items().length > 0} fallback={<p class="small quiet">{t().noneOfClause}</p>}>
              <PassageList passages={pages.items()} ofClause={props.cid} />
              <MoreButton pages={pages} size="small" />
            </Show>
            <p class="small">
              <A href={policyHref(policy().id, "/riwayat/tulisan")}>{t().all}</A>
            </p>
            <Show when={policy().may.erase}>
              <p class="small">
                <A href={policyHref(policy().id, `/riwayat/penghapusan?bagian=${props.cid}`)}>
                  {e().fromPart}
                </A>
              </p>
            </Show>
          </>
        )}
      </Loaded>
    </section>
  );
}
