/** Who wrote what in a policy's text, by person and day: `/kerja/rancangan/:policyId/riwayat/tulisan`. */
import { useSearchParams } from "@solidjs/router";
import { Show, type JSX } from "solid-js";
import { isCalendarDay, limitEndsOn } from "../../domain/calendar-days.ts";
import { zonedToEpoch } from "../../domain/consultations/zone-time.ts";
import type { HistoryView, PassageView } from "../../domain/history/history.contract.ts";
import { createPages } from "../api/create-pages.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { PolicyFrame, policyHref, usePolicyPlace } from "../policies/policy-frame.tsx";
import { auditTexts } from "../audit/audit.intl.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Field, SelectField } from "../ui/field.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { MoreButton } from "../ui/more-button.tsx";
import { Gathering } from "./gathering.tsx";
import { readHistory } from "./history-api.ts";
import { HistoryKinds } from "./history-kinds.tsx";
import { historyTexts } from "./history.intl.ts";
import { PassageList } from "./passage-list.tsx";

const isDay = (value: unknown): value is string => typeof value === "string" && isCalendarDay(value);

export function WritingPage(): JSX.Element {
  const t = textsOf(historyTexts);
  const a = textsOf(auditTexts);
  const { policy } = usePolicy();
  const [query, setQuery] = useSearchParams();
  usePolicyPlace(
    () => t().title,
    () => [{ text: a().title, href: policyHref(policy().id, "/riwayat") }],
  );
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  const person = () => text(query["penulis"]);
  const from = () => (isDay(query["sejak"]) ? query["sejak"] : "");
  const to = () => (isDay(query["sampai"]) ? query["sampai"] : "");
  const filtered = () => person() !== "" || from() !== "" || to() !== "";
  const instant = (day: string) =>
    day === "" ? undefined : (zonedToEpoch(policy().authority.timeZone, `${day}T00:00`) ?? undefined);

  const pages = createPages<{ id: string; person: string; from: string; to: string }, PassageView>(
    () => ({ id: policy().id, person: person(), from: from(), to: to() }),
    (asked, cursor, signal) =>
      readHistory(
        asked.id,
        {
          person: asked.person || undefined,
          from: instant(asked.from),
          to: asked.to === "" ? undefined : instant(limitEndsOn(asked.to, 1, "calendar")),
        },
        cursor,
        30,
        signal,
      ),
  );
  const view = () => pages.first.data() as HistoryView | undefined;
  const dayField = (label: string, value: string, key: "sejak" | "sampai") => (
    <Field label={label}>
      {(attributes) => (
        <input
          {...attributes}
          required={false}
          type="date"
          class="input"
          value={value}
          onChange={(event) => setQuery({ [key]: event.currentTarget.value || undefined })}
        />
      )}
    </Field>
  );

  return (
    <PolicyFrame>
      <header class="stack-small">
        <h1>{t().title}</h1>
        <p class="quiet">{t().lead}</p>
        <HistoryKinds />
      </header>
      <div class="history-filters no-print">
        <SelectField
          label={t().person}
          value={person()}
          placeholder={t().everyone}
          choices={(view()?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => setQuery({ penulis: value || undefined })}
        />
        {dayField(t().from, from(), "sejak")}
        {dayField(t().to, to(), "sampai")}
        <Show when={filtered()}>
          <Button onClick={() => setQuery({ penulis: undefined, sejak: undefined, sampai: undefined })}>
            {t().clear}
          </Button>
        </Show>
      </div>
      <Loaded remote={pages.first}>
        {() => (
          <>
            <Gathering progress={view()?.progress} onAgain={pages.first.reload} />
            <Show
              when={pages.items().length > 0}
              fallback={
                <EmptyState
                  title={filtered() ? t().noneTitle : t().emptyTitle}
                  text={filtered() ? t().noneText : t().emptyText}
                />
              }
            >
              <PassageList passages={pages.items()} />
              <MoreButton pages={pages} />
            </Show>
          </>
        )}
      </Loaded>
    </PolicyFrame>
  );
}
