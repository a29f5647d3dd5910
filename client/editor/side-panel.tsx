/** What is known about the text, in tabs: what was said about the clause under the caret, wordings proposed for it, findings, history. */
import { Tabs } from "@kobalte/core/tabs";
import { A } from "@solidjs/router";
import { createEffect, createSignal, on, Show, type JSX } from "solid-js";
import type { ClauseDossier } from "../../domain/contributions/contributions.contract.ts";
import { isApiError } from "../api/api-error.ts";
import { createRemote, type Remote } from "../api/create-remote.ts";
import { readDossier } from "../contributions/contribution-api.ts";
import { ClausePassages } from "../history/clause-passages.tsx";
import { usePolicy } from "../policies/policy-context.tsx";
import { policyHref } from "../policies/policy-frame.tsx";
import { formatNumber } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { ClauseHistory } from "./clause-history.tsx";
import { useDossier } from "./dossier-context.tsx";
import { dossierTexts } from "./dossier.intl.ts";
import { useEditor } from "./editor-context.tsx";
import { editorTexts } from "./editor.intl.ts";
import { findingTexts } from "./findings.intl.ts";
import { FindingsPanel } from "./findings-panel.tsx";
import { InputsPanel } from "./inputs-panel.tsx";
import { ProposalsPanel } from "./proposals-panel.tsx";
import { VersionsPanel } from "./versions-panel.tsx";

/** A clause that was just typed has no dossier yet: that is no error. */
function emptyDossier(place: { cid: ClauseDossier["cid"]; citation: string }): ClauseDossier {
  return {
    ...place,
    state: "present",
    heat: null,
    inputs: [],
    proposals: [],
    changes: [],
    surveyFigures: [],
    byChannel: {
      comment: 0,
      "survey-text": 0,
      "survey-figure": 0,
      workshop: 0,
      submission: 0,
      complaint: 0,
    },
  };
}

/** The dossier of the clause under the caret; another clause's is never shown for it. */
function createClauseDossier(wanted: () => boolean): Remote<ClauseDossier> {
  const { policy } = usePolicy();
  const dossier = useDossier();
  const remote = createRemote(
    () => (wanted() ? (dossier.place() ?? undefined) : undefined),
    async (place, signal) => {
      try {
        return await readDossier(policy().id, place.cid, signal);
      } catch (error) {
        if (isApiError(error, "not-found")) return emptyDossier(place);
        throw error;
      }
    },
  );
  // What was said changes little: after another's act the heat is read anew, and this with it.
  createEffect(on(dossier.heat, remote.reload, { defer: true }));
  return {
    ...remote,
    data: () => {
      const data = remote.data();
      return data?.cid === dossier.place()?.cid ? data : undefined;
    },
  };
}

/** Before a clause was chosen: how much there is, and where all of it is. */
function WholeText(): JSX.Element {
  const d = textsOf(dossierTexts);
  const { policy } = usePolicy();
  const { heat } = useDossier();
  const number = (value: number) => formatNumber(value, locale());
  return (
    <>
      <p class="quiet small">{d().chooseClause}</p>
      <Show when={heat()?.received ? heat() : undefined}>
        {(all) => (
          <p>
            {d().summary(number(all().received), number(all().open))}{" "}
            <A href={policyHref(policy().id, "/masukan")}>{d().openInbox}</A>
          </p>
        )}
      </Show>
    </>
  );
}

export function SidePanel(props: { versionsTurn: number; onJump?: (() => void) | undefined }): JSX.Element {
  const t = textsOf(editorTexts);
  const found = textsOf(findingTexts);
  const d = textsOf(dossierTexts);
  const { findingCount, saved } = useEditor();
  const { policy } = usePolicy();
  const { allowed, place, heat } = useDossier();
  const [chosen, setChosen] = createSignal<string>();
  // Until somebody chooses: what people said where they said something, else what the checks say.
  const hasInputs = () => (heat()?.received ?? 0) > 0;
  const tab = () => chosen() ?? (hasInputs() ? "inputs" : "findings");
  // Where nothing was said, it is read only for whoever looks.
  const dossier = createClauseDossier(() => allowed() && (hasInputs() || tab() !== "findings"));
  const count = (n: number | undefined) => (
    <Show when={n}>
      {" "}
      <span class="numeric">{formatNumber(n ?? 0, locale())}</span>
    </Show>
  );
  const ofClause = (content: (data: ClauseDossier) => JSX.Element) => (
    <Show when={place()} fallback={<WholeText />}>
      {(at) => (
        <>
          <h2 class="panel-clause" lang={at().citation ? "id" : undefined}>
            {at().citation || d().wholeText}
          </h2>
          <Loaded remote={dossier} lines={4}>
            {(data) => content(data())}
          </Loaded>
        </>
      )}
    </Show>
  );
  return (
    <Tabs class="panel-tabs" value={tab()} onChange={setChosen}>
      <Tabs.List class="panel-tablist" aria-label={t().panel}>
        <Show when={allowed()}>
          <Tabs.Trigger class="panel-tab" value="inputs">
            {d().inputs}
            {count(dossier.data()?.inputs.length)}
          </Tabs.Trigger>
          <Tabs.Trigger class="panel-tab" value="proposals">
            {d().proposals}
            {count(dossier.data()?.proposals.length)}
          </Tabs.Trigger>
        </Show>
        <Tabs.Trigger class="panel-tab" value="findings">
          {found().findings}
          {count(findingCount())}
        </Tabs.Trigger>
        <Tabs.Trigger class="panel-tab" value="history">
          {t().history}
        </Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content class="panel-content" value="inputs">
        {ofClause((data) => (
          <InputsPanel dossier={data} />
        ))}
      </Tabs.Content>
      <Tabs.Content class="panel-content" value="proposals">
        {ofClause((data) => (
          <ProposalsPanel dossier={data} onApply={props.onJump} />
        ))}
      </Tabs.Content>
      <Tabs.Content class="panel-content" value="findings">
        <FindingsPanel onJump={props.onJump} />
      </Tabs.Content>
      <Tabs.Content class="panel-content" value="history">
        <Show when={allowed() && place()}>
          {ofClause((data) => (
            <ClauseHistory dossier={data} />
          ))}
        </Show>
        <Show when={policy().may.history && place()}>
          {(at) => <ClausePassages cid={at().cid} saved={saved().state === "saved"} />}
        </Show>
        <section>
          <h2 class="panel-heading">{d().versions}</h2>
          <VersionsPanel turn={props.versionsTurn} />
        </section>
      </Tabs.Content>
    </Tabs>
  );
}
