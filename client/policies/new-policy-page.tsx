import { useNavigate } from "@solidjs/router";
import { createMemo, createSignal, Show, type JSX } from "solid-js";
import type { DocumentType } from "../../domain/clauses/clause.ts";
import type { CreatePolicy } from "../../domain/policies/policies.contract.ts";
import { offeredTypes } from "../../domain/policies/offered.ts";
import { listAuthorities, listUnits } from "../accounts/account-api.ts";
import { NoAuthority } from "../accounts/no-authority.tsx";
import { useSession } from "../accounts/session.tsx";
import { createRemote } from "../api/create-remote.ts";
import { createIdempotencyKey } from "../api/http.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { formatNumber } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { usePlace } from "../ui/page-title.ts";
import { showToast } from "../ui/toasts.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import type { ImportSource } from "./import-source.ts";
import { ImportText } from "./import-text.tsx";
import { importTexts } from "./import.intl.ts";
import type { ParseSummary } from "./parse-summary.ts";
import "./policies.css";
import "./new-policy.css";
import { createPolicy } from "./policy-api.ts";
import { policyHref } from "./policy-frame.tsx";
import { policyWords } from "./policy-words.intl.ts";

function StartChoice(props: {
  value: "empty" | "text";
  checked: boolean;
  title: string;
  hint: string;
  onChoose: () => void;
}): JSX.Element {
  return (
    <label class="choice start-choice">
      <input
        type="radio"
        name="source"
        value={props.value}
        checked={props.checked}
        onChange={() => props.onChoose()}
      />
      <span>
        <strong>{props.title}</strong>
        <span class="small quiet block">{props.hint}</span>
      </span>
    </label>
  );
}

function NewPolicyForm(): JSX.Element {
  const t = textsOf(importTexts);
  const ui = textsOf(uiTexts);
  const words = textsOf(policyWords);
  const navigate = useNavigate();
  const [documentType, setDocumentType] = createSignal<DocumentType>("perkada");
  const [chosenAuthority, setChosenAuthority] = createSignal<string>();
  const [unitId, setUnitId] = createSignal<string>("");
  const [from, setFrom] = createSignal<"empty" | "text">("empty");
  const [title, setTitle] = createSignal("");
  const [source, setSource] = createSignal<ImportSource>();
  const [summary, setSummary] = createSignal<ParseSummary>();
  const [tried, setTried] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<unknown>();
  // A key stands for one body: pressing again after a failed answer makes no second draft, a changed form is a new intention.
  const key = createMemo(() => {
    JSON.stringify([documentType(), chosenAuthority(), unitId(), from(), title(), source()]);
    return createIdempotencyKey();
  });

  const places = createRemote(
    () => true,
    async (_, signal) => {
      const [authorities, units] = await Promise.all([listAuthorities(signal), listUnits(signal)]);
      return { authorities: authorities.items, units: units.items };
    },
  );
  const authority = () => {
    const all = places.data()?.authorities ?? [];
    return all.find((each) => each.id === chosenAuthority()) ?? all[0];
  };
  const units = () => places.data()?.units.filter((unit) => unit.authorityId === authority()?.id) ?? [];

  const types = () => {
    const { made, read } = offeredTypes(authority()?.office ?? "");
    const choice = (group?: string) => (each: DocumentType) => ({
      value: each,
      label: words().documentType[each],
      group,
    });
    return [...made.map(choice()), ...read.map(choice(words().toRead))];
  };

  /** The request, or undefined while something is missing. */
  function body(): CreatePolicy | undefined {
    const place = authority();
    const text = source();
    if (!place || (from() === "text" && !text?.ok)) return undefined;
    const unit = units().find((each) => each.id === unitId());
    return {
      authorityId: place.id,
      documentType: documentType(),
      ...(unit && { unitId: unit.id }),
      ...(from() === "empty" && title().trim() && { title: title().trim() }),
      source: from() === "text" && text?.ok ? { type: "text", text: text.text } : { type: "empty" },
    };
  }

  async function create(): Promise<void> {
    setTried(true);
    const request = body();
    if (!request || busy()) return;
    setBusy(true);
    setError(undefined);
    try {
      const made = await createPolicy(request, key());
      showToast(t().created);
      navigate(policyHref(made.id));
    } catch (reason) {
      setError(() => reason);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      class="form new-policy"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <Loaded remote={places} lines={4}>
        {(data) => (
          <Show when={data().authorities.length > 0} fallback={<NoAuthority />}>
            <div class="new-policy-pair">
              <SelectField
                label={t().authority}
                value={authority()?.id ?? ""}
                choices={data().authorities.map((each) => ({ value: each.id as string, label: each.name }))}
                onChange={(value) => {
                  setChosenAuthority(value);
                  setUnitId("");
                }}
              />
              <SelectField
                label={t().unit}
                optional
                value={unitId()}
                placeholder={t().unitLater}
                choices={units().map((unit) => ({ value: unit.id as string, label: unit.name }))}
                onChange={setUnitId}
              />
            </div>
            <SelectField
              label={t().documentType}
              hint={t().documentTypeHint}
              value={documentType()}
              choices={types()}
              onChange={(value) => value && setDocumentType(value)}
            />
            <fieldset class="stack-small">
              <legend>{t().start}</legend>
              <StartChoice
                value="empty"
                checked={from() === "empty"}
                title={t().startEmpty}
                hint={t().startEmptyHint}
                onChoose={() => setFrom("empty")}
              />
              <StartChoice
                value="text"
                checked={from() === "text"}
                title={t().startText}
                hint={t().startTextHint}
                onChoose={() => setFrom("text")}
              />
            </fieldset>
            <Show
              when={from() === "text"}
              fallback={
                <TextField
                  label={t().policyTitle}
                  hint={t().policyTitleHint}
                  optional
                  maxLength={500}
                  value={title()}
                  onInput={setTitle}
                />
              }
            >
              <ImportText
                documentType={documentType()}
                onUseType={setDocumentType}
                onSource={setSource}
                onSummary={setSummary}
                missing={tried()}
              />
            </Show>
            <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
            <div class="stack-small">
              <div class="row">
                <Button type="submit" look="primary" busy={busy()}>
                  {from() === "text" ? t().createImport : t().create}
                </Button>
                <ButtonLink href="/kerja" look="plain">
                  {ui().cancel}
                </ButtonLink>
              </div>
              <Show when={busy()}>
                <div role="status">
                  <p class="small">
                    {summary()
                      ? t().sending(formatNumber(summary()?.clauseCount ?? 0, locale()))
                      : t().creating}
                  </p>
                  <progress class="progress" aria-label={t().creating} />
                </div>
              </Show>
            </div>
          </Show>
        )}
      </Loaded>
    </form>
  );
}

export function NewPolicyPage(): JSX.Element {
  const t = textsOf(importTexts);
  const ui = textsOf(uiTexts);
  const session = useSession();
  usePlace(() => [{ text: ui().policies, href: "/kerja" }, { text: t().title }]);
  return (
    <div class="page">
      <header>
        <h1>{t().title}</h1>
        <p class="quiet">{t().lead}</p>
      </header>
      <Show
        when={session.may().createPolicy}
        fallback={<EmptyState title={t().notAllowedTitle} text={t().notAllowedText} />}
      >
        <NewPolicyForm />
      </Show>
    </div>
  );
}
