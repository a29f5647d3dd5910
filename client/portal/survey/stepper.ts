/** Changes the steps on the page: which there are, which is in sight, what the last one sums up. */
import { reachableQuestions } from "../../../domain/surveys/reachable.ts";
import type { Condition } from "../../../domain/surveys/survey.ts";
import { answersOf, answerWords } from "./fields.ts";

export interface StepWords {
  readonly progress: string;
  readonly unanswered: string;
  readonly change: string;
}

interface Step {
  readonly id: string;
  readonly body: HTMLElement;
  readonly showIf?: Condition;
}

export interface Stepper {
  readonly first: string;
  readonly last: string;
  current(): string;
  body(): HTMLElement | undefined;
  /** Ids of the steps that there are with these answers, first and last included. */
  path(): string[];
  show(id: string): void;
}

export function createStepper(form: HTMLFormElement, place: HTMLElement, words: StepWords): Stepper {
  const steps = [...place.querySelectorAll<HTMLElement>("[data-langkah]")].map((body): Step => {
    const condition = body.dataset["syarat"];
    const id = body.dataset["langkah"] ?? "";
    return { id, body, ...(condition ? { showIf: JSON.parse(condition) as Condition } : {}) };
  });
  const questions = steps.slice(1, -1);
  const first = steps[0]?.id ?? "";
  const last = steps.at(-1)?.id ?? "";
  let current = first;

  const asked = (): string[] => reachableQuestions(questions, answersOf(form)).map(({ id }) => id);

  function show(id: string): void {
    current = id;
    for (const { id: other, body } of steps) body.hidden = other !== id;
    document.querySelector(".survey-heading h1")?.classList.toggle("survey-title-small", id !== first);
    const all = asked();
    const body = steps.find((step) => step.id === id)?.body;
    const progress = body?.querySelector("[data-kemajuan]");
    if (progress) {
      const [at, of] = [all.indexOf(id) + 1, all.length];
      progress.textContent = words.progress.replace("{0}", String(at)).replace("{1}", String(of));
    }
    body?.querySelector("[data-ringkasan]")?.replaceChildren(
      ...groupOf(form, first, words),
      ...questions.flatMap(({ id: each, body: step }) => {
        const heading = step.querySelector(".survey-words")?.textContent?.trim() ?? "";
        return all.includes(each) ? [summaryRow(each, heading, answerWords(step), words)] : [];
      }),
    );
  }

  return {
    first,
    last,
    current: () => current,
    body: () => steps.find(({ id }) => id === current)?.body,
    path: () => [first, ...asked(), last],
    show,
  };
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...content: readonly (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.append(...content);
  return made;
}

/** The group that was chosen on the first step, where one is asked for. */
function groupOf(form: HTMLFormElement, first: string, words: StepWords): HTMLElement[] {
  const select = form.querySelector<HTMLSelectElement>("select[name=kelompok]");
  if (!select) return [];
  const chosen = select.value === "" ? [] : [select.selectedOptions[0]?.textContent?.trim() ?? ""];
  return [summaryRow(first, select.labels[0]?.textContent?.trim() ?? "", chosen, words)];
}

function summaryRow(id: string, asked: string, told: readonly string[], words: StepWords): HTMLElement {
  const answer = told.length > 0 ? told : [words.unanswered];
  const lines = answer.map((line) => {
    const paragraph = element("p", told.length > 0 ? "survey-answer" : "hint", line);
    paragraph.dir = "auto";
    return paragraph;
  });
  const change = element(
    "button",
    "link-button",
    words.change,
    element("span", "visually-hidden", `: ${asked}`),
  );
  change.name = "ke";
  change.value = id;
  return element("div", "", element("dt", "", asked), element("dd", "", ...lines), element("dd", "", change));
}
