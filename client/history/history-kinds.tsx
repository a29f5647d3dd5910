/** The kinds of history of a policy, and where words are erased. */
import { A } from "@solidjs/router";
import { Show, type JSX } from "solid-js";
import { erasureTexts } from "../erasure/erasure.intl.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { policyHref } from "../policies/policy-frame.tsx";
import { textsOf } from "../ui/locale.ts";
import { historyTexts } from "./history.intl.ts";
import "./history.css";

export function HistoryKinds(): JSX.Element {
  const t = textsOf(historyTexts);
  const e = textsOf(erasureTexts);
  const { policy } = usePolicy();
  return (
    <Show when={policy().may.history || policy().may.erase}>
      <nav class="history-kinds no-print" aria-label={t().sections}>
        <A href={policyHref(policy().id, "/riwayat")} end>
          {t().acts}
        </A>
        <Show when={policy().may.history}>
          <A href={policyHref(policy().id, "/riwayat/tulisan")}>{t().writing}</A>
        </Show>
        <Show when={policy().may.erase}>
          <A href={policyHref(policy().id, "/riwayat/penghapusan")}>{e().section}</A>
        </Show>
      </nav>
    </Show>
  );
}
