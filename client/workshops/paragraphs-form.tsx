/** The note-taker's paragraphs, general ones and those at a clause; saved as a whole. */
import { createSignal, For, Index, Show, type JSX } from "solid-js";
import type { Cid } from "../../domain/ids.ts";
import { WORKSHOP_LIMITS } from "../../domain/workshops/workshop.ts";
import type { MinutesDocument } from "../../domain/workshops/minutes.ts";
import type { Paragraphs } from "../../domain/workshops/workshops.contract.ts";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { textsOf } from "../ui/locale.ts";
import { workshopTexts } from "./workshops.intl.ts";

type Paragraph = Paragraphs["paragraphs"][number];

export function ParagraphsForm(props: {
  paragraphs: readonly Paragraph[];
  sections: MinutesDocument["sections"];
  /** Rejects when the server refuses. */
  onSave: (paragraphs: readonly Paragraph[]) => Promise<void>;
}): JSX.Element {
  const t = textsOf(workshopTexts);
  // What is typed here is the note-taker's until it is saved; the page is made anew for other minutes.
  // eslint-disable-next-line solid/reactivity
  const [draft, setDraft] = createSignal<readonly Paragraph[]>(props.paragraphs);
  const [error, setError] = createSignal<unknown>();
  const [busy, setBusy] = createSignal(false);
  const filled = () => draft().filter(({ text }) => text.trim() !== "");
  const changed = () =>
    JSON.stringify(filled()) !== JSON.stringify(props.paragraphs.filter(({ text }) => text.trim() !== ""));
  const set = (index: number, change: Partial<Paragraph>) =>
    setDraft((all) => all.map((each, at) => (at === index ? { ...each, ...change } : each)));

  async function save(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      await props.onSave(filled());
    } catch (reason) {
      setError(() => reason);
    } finally {
      setBusy(false);
    }
  }

  return (
    <section class="stack no-print">
      <header class="stack-small">
        <h2>{t().paragraphs}</h2>
        <p class="small quiet">{t().paragraphsHint}</p>
      </header>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy()) void save();
        }}
      >
        <Index each={draft()}>
          {(paragraph, index) => (
            <div class="paragraph-field stack-small">
              <div class="row">
                <select
                  class="input paragraph-about"
                  aria-label={`${t().paragraphAbout}: ${t().paragraph(index + 1)}`}
                  onChange={(event) =>
                    set(index, {
                      cid: event.currentTarget.value === "" ? null : (event.currentTarget.value as Cid),
                    })
                  }
                >
                  <option value="" selected={paragraph().cid === null}>
                    {t().whole}
                  </option>
                  <For each={props.sections.filter(({ cid }) => cid !== null)}>
                    {(section) => (
                      <option value={section.cid ?? ""} selected={paragraph().cid === section.cid}>
                        {section.label}
                      </option>
                    )}
                  </For>
                </select>
                <Button
                  look="plain"
                  size="small"
                  aria-label={t().removeParagraph(index + 1)}
                  onClick={() => setDraft((all) => all.filter((_, at) => at !== index))}
                >
                  {t().removeShort}
                </Button>
              </div>
              <textarea
                class="input"
                rows="4"
                dir="auto"
                aria-label={t().paragraph(index + 1)}
                maxLength={WORKSHOP_LIMITS.paragraph}
                value={paragraph().text}
                onInput={(event) => set(index, { text: event.currentTarget.value })}
              />
            </div>
          )}
        </Index>
        <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
        <div class="row">
          <Button onClick={() => setDraft((all) => [...all, { cid: null, text: "" }])}>
            {t().addParagraph}
          </Button>
          <Show when={changed()}>
            <Button type="submit" look="primary" busy={busy()}>
              {t().save}
            </Button>
            <span class="small" role="status">
              {t().unsavedText}
            </span>
          </Show>
        </div>
      </form>
    </section>
  );
}
