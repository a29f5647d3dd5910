/** Group, table, words, Enter. What is recorded is on the device at once, and with the server when it can be. */
import { createSignal, For, Show, type JSX } from "solid-js";
import type { ContributionId, GroupId } from "../../domain/ids.ts";
import { WORKSHOP_LIMITS } from "../../domain/workshops/workshop.ts";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { Field, SelectField, TextField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { StatusMark } from "../ui/status-mark.tsx";
import { useHall } from "./hall-context.tsx";
import { newClientId } from "./workshop-api.ts";
import { workshopTexts } from "./workshops.intl.ts";

export function SendState(): JSX.Element {
  const t = textsOf(workshopTexts);
  const hall = useHall();
  const waiting = () => hall.queued().length;
  return (
    <span role="status">
      <Show
        when={waiting() > 0}
        fallback={
          <StatusMark shape="filled" tone="good">
            {t().allSent}
          </StatusMark>
        }
      >
        <StatusMark shape="half" tone="warn">
          {t().unsent(waiting())}
        </StatusMark>
      </Show>
    </span>
  );
}

/** What the server does not take: kept until its words are safe elsewhere. */
function Refused(): JSX.Element {
  const t = textsOf(workshopTexts);
  const hall = useHall();
  const refused = () => hall.queued().filter((queued) => queued.refused !== undefined);
  return (
    <Show when={refused().length > 0}>
      <section class="notice bad stack-small" role="alert">
        <p>{t().refusedTitle}</p>
        <ul class="refused-entries">
          <For each={refused()}>
            {({ entry, refused: reason }) => (
              <li>
                <p class="lines" dir="auto">
                  {entry.words}
                </p>
                <p class="small">{reason}</p>
                <div class="row">
                  <CopyButton text={entry.words} label={entry.words.slice(0, 40)} />
                  <Button look="plain" size="small" onClick={() => hall.queue.dismiss(entry.id)}>
                    {t().dismiss}
                  </Button>
                </div>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

export function QuickEntry(): JSX.Element {
  const t = textsOf(workshopTexts);
  const hall = useHall();
  const [group, setGroup] = createSignal("");
  const [table, setTable] = createSignal("");
  const [words, setWords] = createSignal("");
  const [box, setBox] = createSignal<HTMLTextAreaElement>();
  const clause = () => hall.workshop().agenda.find(({ cid }) => cid === hall.cid());

  function record(): void {
    const said = words().trim();
    if (said === "") return;
    hall.queue.add({
      id: newClientId<ContributionId>(),
      cid: hall.cid(),
      groupId: group() === "" ? null : (group() as GroupId),
      table: table().trim() === "" ? null : table().trim(),
      words: said,
    });
    setWords("");
    box()?.focus();
  }

  return (
    <section class="hall-entry stack">
      <header class="stack-small">
        <h2>{hall.placeName()}</h2>
        <Show when={clause()}>
          {(item) => (
            <p class="regulation-words entry-clause" lang="id" tabIndex={0}>
              {item().text}
            </p>
          )}
        </Show>
      </header>
      <form
        class="stack"
        aria-label={t().quickEntry}
        onSubmit={(event) => {
          event.preventDefault();
          record();
        }}
      >
        <div class="entry-fields">
          <SelectField
            label={t().from_group}
            value={group()}
            placeholder={t().groupNone}
            choices={hall.workshop().invitations.map(({ groupId, name }) => ({
              value: groupId as string,
              label: name,
            }))}
            onChange={setGroup}
          />
          <TextField
            label={t().table}
            optional
            value={table()}
            maxLength={WORKSHOP_LIMITS.table}
            onInput={setTable}
          />
        </div>
        <Field label={t().words} hint={t().wordsHint}>
          {(attributes) => (
            <textarea
              {...attributes}
              ref={setBox}
              class="input entry-words"
              rows="3"
              dir="auto"
              maxLength={WORKSHOP_LIMITS.words}
              value={words()}
              onInput={(event) => setWords(event.currentTarget.value)}
              onKeyDown={(event) => {
                // Enter that ends a composition of an input method is not ours.
                if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
                event.preventDefault();
                record();
              }}
            />
          )}
        </Field>
        <div class="row spread">
          <Button type="submit" look="primary">
            {t().record}
          </Button>
          <SendState />
        </div>
      </form>
      <Show when={!hall.queue.durable()}>
        <p class="notice warn">{t().notDurable}</p>
      </Show>
      <Refused />
    </section>
  );
}
