/** What came in at the clause: grouped by drag, by buttons or by keys; what has not been sent yet last. */
import { createEffect, createMemo, createSignal, For, on, Show, type JSX } from "solid-js";
import type { ContributionId } from "../../domain/ids.ts";
import { WORKSHOP_LIMITS } from "../../domain/workshops/workshop.ts";
import type { WorkshopLive } from "../../domain/workshops/workshops.contract.ts";
import { Button } from "../ui/button.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { StatusMark } from "../ui/status-mark.tsx";
import { createEntrySelection, stepFocus } from "./entry-selection.ts";
import { useHall } from "./hall-context.tsx";
import { DRAGGED_ENTRY, HeardEntry } from "./heard-entry.tsx";
import { newClientId } from "./workshop-api.ts";
import { workshopTexts } from "./workshops.intl.ts";

type Cluster = WorkshopLive["clusters"][number];

export function HeardColumn(): JSX.Element {
  const t = textsOf(workshopTexts);
  const hall = useHall();
  const selection = createEntrySelection();
  const [heading, setHeading] = createSignal("");
  const [into, setInto] = createSignal("");
  const [renaming, setRenaming] = createSignal<string>();
  const [list, setList] = createSignal<HTMLElement>();
  const [grouping, setGrouping] = createSignal<HTMLElement>();
  createEffect(on(hall.cid, () => selection.clear(), { defer: true }));

  const manage = () => hall.workshop().mayManage && ["live", "closed"].includes(hall.live().state);
  const entries = createMemo(() => hall.entriesAt(hall.cid()));
  const clusters = createMemo(() => hall.live().clusters.filter(({ cid }) => cid === hall.cid()));
  const loose = () => entries().filter(({ clusterId }) => clusterId === null);
  /** Sent and polled already, though the device has not let it go yet. */
  const waiting = () =>
    hall
      .queued()
      .filter(
        ({ entry, refused }) =>
          refused === undefined &&
          entry.cid === hall.cid() &&
          !hall.live().entries.some(({ clientId }) => clientId === entry.id),
      );
  const selectedIds = () => entries().flatMap(({ id }) => (selection.has(id) ? [id] : []));

  async function group(): Promise<void> {
    const entryIds = selectedIds();
    const name = heading().trim();
    if (entryIds.length === 0 || (into() === "" && name === "")) return;
    const done = await hall.act(() =>
      into() === ""
        ? hall.api.group({ id: newClientId<ContributionId>(), heading: name, entryIds })
        : hall.api.moveEntries(into(), entryIds),
    );
    if (!done) return;
    selection.clear();
    setHeading("");
    setInto("");
    list()?.querySelector<HTMLElement>("[data-entry]")?.focus();
  }
  const takeOut = (ids: readonly string[]) => hall.act(() => hall.api.moveEntries(null, ids));

  /** Keys of this list only: they do nothing while one types elsewhere. */
  function onKeyDown(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      target.matches("input:not([type=checkbox]), select")
    )
      return;
    const id = target.closest<HTMLElement>("[data-entry]")?.dataset["entry"];
    const entry = entries().find((each) => each.id === id);
    const key = event.key.toLowerCase();
    const items = list();
    if (!items || !manage()) return;
    if (key === "arrowdown" || key === "j") stepFocus(items, 1);
    else if (key === "arrowup" || key === "k") stepFocus(items, -1);
    else if (key === "x" && id) selection.toggle(id);
    else if (key === "g" && id) {
      selection.add([id]);
      queueMicrotask(() => grouping()?.querySelector<HTMLElement>("input")?.focus());
    } else if (key === "u" && entry?.clusterId) void takeOut([entry.id]);
    else if (key === "h" && entry) void hall.act(() => hall.api.setHidden(entry.id, !entry.hidden));
    else return;
    event.preventDefault();
  }

  function dropOn(target: string, dragged: string): void {
    const cluster = entries().find(({ id }) => id === target)?.clusterId;
    if (cluster) void hall.act(() => hall.api.moveEntries(cluster, [dragged]));
    else {
      selection.clear();
      selection.add([target, dragged]);
      queueMicrotask(() => grouping()?.querySelector<HTMLElement>("input")?.focus());
    }
  }

  const entryList = (which: () => ReturnType<typeof entries>) => (
    <ul class="heard-list">
      <For each={which()}>
        {(entry) => (
          <HeardEntry
            entry={entry}
            selection={selection}
            onDropEntry={(dragged) => dropOn(entry.id, dragged)}
          />
        )}
      </For>
    </ul>
  );

  const clusterHead = (cluster: Cluster) => (
    <Show
      when={renaming() === cluster.id}
      fallback={
        <div class="row spread">
          <h3 dir="auto">{cluster.heading}</h3>
          <Show when={manage()}>
            <span class="row">
              <Button
                look="plain"
                size="small"
                aria-label={t().rename(cluster.heading)}
                onClick={() => setRenaming(cluster.id)}
              >
                {t().renameShort}
              </Button>
              <Button
                look="plain"
                size="small"
                aria-label={t().dissolve(cluster.heading)}
                onClick={() => void hall.act(() => hall.api.dissolve(cluster.id))}
              >
                {t().dissolveShort}
              </Button>
            </span>
          </Show>
        </div>
      }
    >
      <input
        class="input"
        aria-label={t().rename(cluster.heading)}
        maxLength={WORKSHOP_LIMITS.heading}
        value={cluster.heading}
        ref={(input) => queueMicrotask(() => input.focus())}
        onKeyDown={(event) => {
          if (event.key === "Escape") setRenaming(undefined);
          if (event.key === "Enter") event.currentTarget.blur();
        }}
        onBlur={(event) => {
          const name = event.currentTarget.value.trim();
          if (renaming() === cluster.id && name !== "" && name !== cluster.heading)
            void hall.act(() => hall.api.rename(cluster.id, name));
          setRenaming(undefined);
        }}
      />
    </Show>
  );

  return (
    <section class="hall-heard stack">
      <header class="stack-small">
        <h2>{t().heardAt(hall.placeName())}</h2>
        <Show when={manage() && entries().length > 1}>
          <p class="small quiet">{t().keysHint}</p>
        </Show>
      </header>
      <Show when={selectedIds().length > 0}>
        <section class="grouping stack-small" ref={setGrouping} aria-label={t().makeGroup}>
          <p aria-live="polite">
            <strong>{t().selected(selectedIds().length)}</strong>
          </p>
          <form
            class="stack-small"
            onSubmit={(event) => {
              event.preventDefault();
              void group();
            }}
          >
            <Show when={into() === ""}>
              <TextField
                label={t().heading}
                value={heading()}
                maxLength={WORKSHOP_LIMITS.heading}
                onInput={setHeading}
              />
            </Show>
            <Show when={clusters().length > 0}>
              <SelectField
                label={t().intoGroup}
                value={into()}
                placeholder={t().newGroup}
                choices={clusters().map(({ id, heading: name }) => ({ value: id, label: name }))}
                onChange={setInto}
              />
            </Show>
            <div class="row">
              <Button type="submit" size="small">
                {t().makeGroup}
              </Button>
              <Show when={entries().some(({ id, clusterId }) => selection.has(id) && clusterId !== null)}>
                <Button
                  look="plain"
                  size="small"
                  onClick={() => {
                    void takeOut(selectedIds()).then(() => selection.clear());
                  }}
                >
                  {t().outOfGroup}
                </Button>
              </Show>
              <Button look="plain" size="small" onClick={() => selection.clear()}>
                {t().clearSelection}
              </Button>
            </div>
          </form>
        </section>
      </Show>
      <Show when={entries().length + waiting().length > 0} fallback={<p class="quiet">{t().nothing}</p>}>
        <div
          class="stack"
          ref={setList}
          role="group"
          aria-label={t().heard}
          tabIndex={entries().length > 0 ? 0 : undefined}
          onKeyDown={onKeyDown}
        >
          <For each={clusters()}>
            {(cluster) => (
              <section
                class="cluster stack-small"
                onDragOver={(event) => {
                  if (event.dataTransfer?.types.includes(DRAGGED_ENTRY)) event.preventDefault();
                }}
                onDrop={(event) => {
                  const dragged = event.dataTransfer?.getData(DRAGGED_ENTRY);
                  if (!dragged) return;
                  event.preventDefault();
                  void hall.act(() => hall.api.moveEntries(cluster.id, [dragged]));
                }}
              >
                {clusterHead(cluster)}
                {entryList(() => entries().filter(({ clusterId }) => clusterId === cluster.id))}
              </section>
            )}
          </For>
          {entryList(loose)}
          <Show when={waiting().length > 0}>
            <ul class="heard-list">
              <For each={waiting()}>
                {({ entry }) => (
                  <li class="heard-entry unsent">
                    <div class="heard-body">
                      <p class="lines" dir="auto">
                        {entry.words}
                      </p>
                      <StatusMark shape="half" tone="warn">
                        {t().unsentMark}
                      </StatusMark>
                    </div>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </div>
      </Show>
    </section>
  );
}
