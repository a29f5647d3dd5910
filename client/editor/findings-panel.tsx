/** References that no longer say what they point to, and those that point nowhere. */
import { createMemo, For, Match, Show, Switch, type JSX } from "solid-js";
import { citationOf, derive } from "../../domain/clauses/citation.ts";
import type { Cid } from "../../domain/ids.ts";
import type { ReferenceState } from "../../domain/references/reference-states.ts";
import { Button } from "../ui/button.tsx";
import { textsOf } from "../ui/locale.ts";
import { StatusMark } from "../ui/status-mark.tsx";
import { showToast } from "../ui/toasts.tsx";
import { useEditor } from "./editor-context.tsx";
import { findingTexts } from "./findings.intl.ts";
import { shapeTexts } from "./shape.intl.ts";
import { jumpToClause } from "./jump-to-clause.ts";

/** Corrects and says so, with the way back. */
export function useCorrection(): (which: readonly ReferenceState[]) => void {
  const found = textsOf(findingTexts);
  const { session } = useEditor();
  return (which) => {
    const corrected = session.correctReferences(which);
    if (corrected > 0) showToast(found().corrected(corrected), () => session.undo());
  };
}

/** Name of the clause that refers, from the text as it stands when the findings change. */
export function useCitations(): (cid: Cid) => string {
  const shapes = textsOf(shapeTexts);
  const { session, findings, numbering } = useEditor();
  const derived = createMemo(() =>
    findings().length + numbering().length > 0 ? derive(session.clauses()) : undefined,
  );
  return (cid) => {
    const known = derived();
    const index = known?.indexOf.get(cid);
    if (!known || index === undefined) return "";
    return citationOf(known, index) || shapes().kind[known.clauses[index]?.kind ?? "isi"];
  };
}

export function FindingItem(props: {
  finding: ReferenceState;
  placeOf: (cid: Cid) => string;
  onCorrect?: ((finding: ReferenceState) => void) | undefined;
  onJump?: (() => void) | undefined;
}): JSX.Element {
  const found = textsOf(findingTexts);
  const { session, editable } = useEditor();
  const words = () => props.finding.words.trim();
  const present = () => props.finding.presentWords ?? "";
  return (
    <li class="finding">
      <div class="finding-head">
        <Switch>
          <Match when={props.finding.state === "shifted"}>
            <StatusMark shape="half" tone="warn">
              {found().shifted}
            </StatusMark>
          </Match>
          <Match when={props.finding.state === "unbound"}>
            <StatusMark shape="half" tone="warn">
              {found().unbound}
            </StatusMark>
          </Match>
          <Match when={props.finding.state === "broken"}>
            <StatusMark shape="crossed" tone="bad">
              {found().broken}
            </StatusMark>
          </Match>
        </Switch>
        <PlaceLink cid={props.finding.cid} place={props.placeOf(props.finding.cid)} onJump={props.onJump} />
      </div>
      <Switch>
        <Match when={props.finding.state === "shifted"}>
          <p>{found().shiftedText(words(), present())}</p>
          <Show when={props.onCorrect}>
            {(correct) => (
              <Button
                size="small"
                aria-label={found().correctOne(words(), present())}
                onClick={() => correct()(props.finding)}
              >
                {found().correct}
              </Button>
            )}
          </Show>
        </Match>
        <Match when={props.finding.state === "unbound"}>
          <p>
            {found().unboundText(
              words(),
              props.finding.target ? props.placeOf(props.finding.target) : words(),
            )}
          </p>
          <Show when={props.onCorrect}>
            <Button
              size="small"
              aria-label={found().bindOne(words())}
              onClick={() => session.bindReference(props.finding)}
            >
              {found().bind}
            </Button>
          </Show>
        </Match>
        <Match when={props.finding.state === "broken"}>
          <p>
            {found().brokenText(words())}{" "}
            <Show when={editable()}>
              <span class="quiet">{found().brokenHelp}</span>
            </Show>
          </p>
        </Match>
      </Switch>
    </li>
  );
}

/** Leads to the clause that a finding is about. */
function PlaceLink(props: { cid: Cid; place: string; onJump?: (() => void) | undefined }): JSX.Element {
  const { session } = useEditor();
  return (
    <button
      type="button"
      class="button plain small"
      onClick={() => {
        props.onJump?.();
        queueMicrotask(() => jumpToClause(session, props.cid, true));
      }}
    >
      {props.place}
    </button>
  );
}

/** Numbers that counting would not give, kept as they came; a person lets them be counted. */
function NumberFindings(props: { onJump?: (() => void) | undefined }): JSX.Element {
  const found = textsOf(findingTexts);
  const { session, numbering, editable } = useEditor();
  const placeOf = useCitations();
  const renumber = (cids: readonly Cid[]) => {
    const n = session.renumber(cids);
    if (n > 0) showToast(found().renumbered(n), () => session.undo());
  };
  return (
    <Show when={numbering().length > 0}>
      <section>
        <h2 class="panel-heading">{found().numbers}</h2>
        <Show when={editable() && numbering().length > 1}>
          <Button onClick={() => renumber(numbering().map(({ cid }) => cid))}>
            {found().renumberAll(numbering().length)}
          </Button>
        </Show>
        <ul class="findings">
          <For each={numbering()}>
            {(finding) => (
              <li class="finding">
                <div class="finding-head">
                  <StatusMark shape="half" tone="warn">
                    {found().numberReason[finding.reason]}
                  </StatusMark>
                  <PlaceLink
                    cid={finding.cid}
                    place={placeOf(finding.cid) || finding.label}
                    onJump={props.onJump}
                  />
                </div>
                <p>{found().numberText(finding.label, finding.expected)}</p>
                <Show when={editable()}>
                  <Button
                    size="small"
                    aria-label={found().renumberOne(finding.label, finding.expected)}
                    onClick={() => renumber([finding.cid])}
                  >
                    {found().renumber}
                  </Button>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

export function FindingsPanel(props: { onJump?: (() => void) | undefined }): JSX.Element {
  const found = textsOf(findingTexts);
  const { findings, findingCount, checked, caret, editable } = useEditor();
  const correct = useCorrection();
  const placeOf = useCitations();
  const shifted = createMemo(() => findings().filter(({ state }) => state === "shifted"));
  const caretCid = createMemo(() => caret()?.cid);
  const here = createMemo(() => findings().filter(({ cid }) => cid === caretCid()));
  const elsewhere = createMemo(() => findings().filter(({ cid }) => cid !== caretCid()));

  const list = (items: () => readonly ReferenceState[]) => (
    <ul class="findings">
      <For each={items()}>
        {(finding) => (
          <FindingItem
            finding={finding}
            placeOf={placeOf}
            onCorrect={editable() ? (which) => correct([which]) : undefined}
            onJump={props.onJump}
          />
        )}
      </For>
    </ul>
  );

  return (
    <Show
      when={findingCount() > 0}
      fallback={
        <div class="panel-empty">
          <p>
            <strong>{checked() ? found().findingsNone : found().checking}</strong>
          </p>
          <Show when={checked()}>
            <p class="quiet small">{found().findingsNoneText}</p>
          </Show>
        </div>
      }
    >
      <NumberFindings onJump={props.onJump} />
      <Show when={editable() && shifted().length > 1}>
        <Button onClick={() => correct(shifted())}>{found().correctAll(shifted().length)}</Button>
      </Show>
      <Show when={here().length > 0}>
        <section>
          <h2 class="panel-heading">{found().findingsHere(caret()?.citation ?? "")}</h2>
          {list(here)}
        </section>
      </Show>
      <Show when={elsewhere().length > 0}>
        <section>
          <h2 class="panel-heading">{here().length > 0 ? found().findingsElsewhere : found().findingsAll}</h2>
          {list(elsewhere)}
        </section>
      </Show>
    </Show>
  );
}
