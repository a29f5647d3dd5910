/** Head and sections of the pages about one policy; the editor has its own head and takes only `PolicySections`. */
import { shortTitle } from "../../domain/policies/short-title.ts";
import { A } from "@solidjs/router";
import { createSignal, onMount, Show, type JSX } from "solid-js";
import { ApprovalLink, createApproval } from "../reviews/approval-mark.tsx";
import { Button } from "../ui/button.tsx";
import { textsOf } from "../ui/locale.ts";
import { usePlace, type Crumb } from "../ui/page-title.ts";
import { uiTexts } from "../ui/ui.intl.ts";
import "./policies.css";
import { policyTexts } from "./policies.intl.ts";
import { usePolicy } from "./policy-context.tsx";

import { policyWords } from "./policy-words.intl.ts";
import { StageDialog } from "./stage-dialog.tsx";
import { StageMark } from "./stage-mark.tsx";

export const policyHref = (policyId: string, rest = ""): string => `/kerja/rancangan/${policyId}${rest}`;

/** What the policy is about, never empty. */
export function usePolicyTitle(): () => string {
  const words = textsOf(policyWords);
  const { policy } = usePolicy();
  return () => shortTitle(policy().title).subject || words().untitled;
}

function showActive(nav: HTMLElement): void {
  const link = nav.querySelector<HTMLElement>("a.active");
  if (link) nav.scrollLeft = link.offsetLeft - nav.offsetLeft - (nav.clientWidth - link.offsetWidth) / 2;
}

/** Links to the pages of the policy. */
export function PolicySections(): JSX.Element {
  const t = textsOf(policyTexts);
  const { policy } = usePolicy();
  const link = (rest: string, text: string, end = false) => (
    <A href={policyHref(policy().id, rest)} end={end}>
      {text}
    </A>
  );
  return (
    <nav
      class="sections"
      aria-label={t().sections}
      // On a phone the row is longer than the screen: it begins where one is.
      ref={(nav) => onMount(() => showActive(nav))}
    >
      {link("", t().sectionText, true)}
      {link("/versi", t().sectionVersions)}
      {link("/banding", t().sectionCompare)}
      {link("/konsultasi", t().sectionConsultations)}
      {link("/lokakarya", t().sectionWorkshops)}
      {link("/masukan", t().sectionInput)}
      {link("/persetujuan", t().sectionApproval)}
      {link("/anggota", t().sectionMembers)}
      {link("/riwayat", t().sectionHistory)}
    </nav>
  );
}

/** The place of a page of the policy; without `page` it is the policy's own page, where the text is. */
export function usePolicyPlace(page?: () => string, between: () => readonly Crumb[] = () => []): void {
  const ui = textsOf(uiTexts);
  const title = usePolicyTitle();
  const { policy } = usePolicy();
  usePlace(() => {
    const start = { text: ui().policies, href: "/kerja" };
    if (!page) return [start, { text: title() }];
    return [start, { text: title(), href: policyHref(policy().id) }, ...between(), { text: page() }];
  });
}

export function PolicyFrame(props: { children: JSX.Element }): JSX.Element {
  const t = textsOf(policyTexts);
  const words = textsOf(policyWords);
  const title = usePolicyTitle();
  const { policy } = usePolicy();
  const [changingStage, setChangingStage] = createSignal(false);
  const approval = createApproval(() => policy().id);
  return (
    <div class="page">
      <header class="stack-small no-print">
        <p class="policy-title" lang="id">
          <Show when={shortTitle(policy().title).formal}>
            {(formal) => <span class="policy-form">{formal()} tentang</span>}
          </Show>
          {title()}
        </p>
        <div class="row">
          <A class="stage-link" href={policyHref(policy().id, "/tahap")}>
            <StageMark stage={policy().stage} />
          </A>
          <ApprovalLink policyId={policy().id} approval={approval.data()} />
          <span class="small quiet">
            {words().documentType[policy().documentType]} · {policy().authority.name}
            <Show when={policy().unit}>{(unit) => <> · {unit().name}</>}</Show>
          </span>
          <Show when={policy().may.changeStage}>
            <Button look="plain" size="small" onClick={() => setChangingStage(true)}>
              {t().changeStage}
            </Button>
          </Show>
        </div>
        <PolicySections />
      </header>
      {props.children}
      <StageDialog open={changingStage()} onClose={() => setChangingStage(false)} />
    </div>
  );
}
