/** Quick votes at the clause: asked, counted, closed. */
import { createSignal, For, Show, type JSX } from "solid-js";
import type { ContributionId } from "../../domain/ids.ts";
import { WORKSHOP_LIMITS } from "../../domain/workshops/workshop.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { useHall } from "./hall-context.tsx";
import { VoteBars } from "./vote-bars.tsx";
import { newClientId } from "./workshop-api.ts";
import { workshopTexts } from "./workshops.intl.ts";

export function QuestionPanel(): JSX.Element {
  const t = textsOf(workshopTexts);
  const hall = useHall();
  const [words, setWords] = createSignal("");
  const live = () => hall.live().state === "live" && hall.workshop().mayManage;
  const here = () => hall.live().questions.filter(({ cid }) => cid === hall.cid());

  async function ask(): Promise<void> {
    const asked = words().trim();
    if (asked === "") return;
    const question = { id: newClientId<ContributionId>(), cid: hall.cid(), words: asked };
    if (await hall.act(() => hall.api.ask(question))) setWords("");
  }

  return (
    <Show when={live() || here().length > 0}>
      <section class="stack-small">
        <h3>{t().questions}</h3>
        <ul class="question-list">
          <For each={here()}>
            {(question) => (
              <li>
                <div class="row spread">
                  <p dir="auto">
                    {question.words}
                    <Show when={!question.open}>
                      <span class="small quiet"> ({t().questionClosed})</span>
                    </Show>
                  </p>
                  <Show when={live()}>
                    <Button
                      look="plain"
                      size="small"
                      aria-label={`${question.open ? t().closeQuestion : t().openQuestion}: ${question.words}`}
                      onClick={() =>
                        void hall.act(() => hall.api.setQuestionOpen(question.id, !question.open))
                      }
                    >
                      {question.open ? t().closeQuestion : t().openQuestion}
                    </Button>
                  </Show>
                </div>
                <VoteBars votes={question.votes} />
              </li>
            )}
          </For>
        </ul>
        <Show when={live()}>
          <form
            class="question-form"
            onSubmit={(event) => {
              event.preventDefault();
              void ask();
            }}
          >
            <TextField
              label={t().question}
              value={words()}
              maxLength={WORKSHOP_LIMITS.question}
              onInput={setWords}
            />
            <Button type="submit">{t().ask}</Button>
          </form>
        </Show>
      </section>
    </Show>
  );
}
