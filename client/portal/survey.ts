/**
 * With a script, answering goes on without the network: steps change on the
 * page, what was filled in is kept on this device, and what could not be sent
 * is sent when the connection is back. The plain form underneath stays what is
 * sent: the server sees no difference, and its one-use id makes a replay one answer.
 */
import { forgetDraft, keepDraft, readDraft, type Fields } from "./survey/draft.ts";
import { fieldsOf, fill, problemOf } from "./survey/fields.ts";
import { isReceived, post, showPage } from "./survey/sending.ts";
import { createStepper, type StepWords } from "./survey/stepper.ts";

interface Words extends StepWords {
  readonly saved: string;
  readonly resumed: string;
  readonly startOver: string;
  readonly waiting: string;
  readonly sending: string;
  readonly missing: string;
  readonly ranking: string;
}

const RETRY_MS = 15_000;

const form = document.querySelector<HTMLFormElement>("form[data-survei]");
const others = form?.querySelector<HTMLTemplateElement>("template[data-langkah-lain]");
if (form && others) start(form, others, form.dataset["survei"] ?? "");
else if (!form)
  settle(document.querySelector<HTMLElement>("[data-tanpa-formulir]")?.dataset["tanpaFormulir"] ?? "");

/** A page without a form: what still waits on this device is sent once more, so that it is answered, or comes back in words. */
function settle(survey: string): void {
  const draft = readDraft(survey);
  if (!draft?.waiting) return;
  void post(`/survei/${survey}`, draft.fields, "kirim").then((answered) => {
    if (!answered) return;
    forgetDraft(survey);
    showPage(answered);
  });
}

function start(survey: HTMLFormElement, template: HTMLTemplateElement, id: string): void {
  const place = survey.querySelector<HTMLElement>(".survey-steps");
  const status = survey.querySelector<HTMLElement>("[data-keadaan]");
  if (!place || !status) return;
  const words = JSON.parse(template.dataset["kata"] ?? "{}") as Words;
  place.append(template.content);
  template.remove();
  // What the plain form carries along hidden has its own control now.
  for (const hidden of survey.querySelectorAll<HTMLInputElement>(":scope > input[type=hidden]")) {
    if (place.querySelector(`[name="${CSS.escape(hidden.name)}"]`)) hidden.remove();
  }
  const stepper = createStepper(survey, place, words);
  let waiting = false;
  let busy = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  function say(text: string, isProblem = false): void {
    status?.classList.toggle("error", isProblem);
    status?.replaceChildren(text);
  }

  function keep(): void {
    const kept = keepDraft(id, { fields: fieldsOf(survey), step: stepper.current(), waiting });
    if (kept && !waiting && stepper.current() !== stepper.first) say(words.saved);
  }

  /** To the top of the new step; its words get the focus, and so are read out. */
  function go(step: string): void {
    stepper.show(step);
    say("");
    keep();
    const spoken = stepper.body()?.querySelector<HTMLElement>(".survey-words, h2, .lead") ?? stepper.body();
    spoken?.setAttribute("tabindex", "-1");
    spoken?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }

  async function send(fields: Fields = fieldsOf(survey)): Promise<void> {
    if (busy) return;
    busy = true;
    say(words.sending);
    const answered = await post(survey.action, fields, "kirim");
    busy = false;
    if (!answered) {
      waiting = true;
      keepDraft(id, { fields, step: stepper.last, waiting });
      say(words.waiting);
      clearTimeout(retry);
      retry = setTimeout(() => void send(fields), RETRY_MS);
      return;
    }
    waiting = false;
    if (isReceived(answered)) forgetDraft(id);
    // Refused: the form comes back filled in, and what is on the device waits for nobody.
    else keepDraft(id, { fields, step: stepper.last, waiting });
    showPage(answered);
  }

  /** A wrong code is told before the questions; without a connection it is told at the end. */
  async function begin(): Promise<void> {
    const code = survey.querySelector<HTMLInputElement>("input[name=kode]");
    if (!code) return forward();
    if (busy) return;
    busy = true;
    const answered = await post(survey.action, fieldsOf(survey), "lanjut");
    busy = false;
    if (!answered || answered.status < 400) return forward();
    say(answered.page.querySelector("[role=alert]")?.textContent?.trim() ?? "", true);
    code.focus();
  }

  function forward(): void {
    const path = stepper.path();
    go(path[path.indexOf(stepper.current()) + 1] ?? stepper.last);
  }

  function move(to: string): void {
    const path = stepper.path();
    const body = stepper.body();
    if (to === "kembali") return go(path[Math.max(path.indexOf(stepper.current()) - 1, 0)] ?? stepper.first);
    if (to !== "lanjut") return go(path.includes(to) ? to : stepper.first);
    if (stepper.current() === stepper.first) return void begin();
    const problem = body && problemOf(body);
    if (!problem) return forward();
    say(words[problem], true);
    body?.querySelector<HTMLElement>("input, select, textarea")?.focus();
  }

  survey.addEventListener("submit", (event) => {
    event.preventDefault();
    const { submitter } = event;
    const to = submitter instanceof HTMLButtonElement && submitter.value ? submitter.value : "lanjut";
    if (to === "kirim") void send();
    else move(to);
  });
  survey.addEventListener("input", keep);
  addEventListener("online", () => {
    const draft = waiting ? readDraft(id) : null;
    if (draft) void send(draft.fields);
  });

  const draft = readDraft(id);
  if (!draft) return;
  fill(survey, draft.fields);
  if (draft.waiting) {
    // As it was meant, under the rule that was promised then.
    stepper.show(stepper.last);
    void send(draft.fields);
  } else if (stepper.path().includes(draft.step) && draft.step !== stepper.first) {
    stepper.show(draft.step);
    const again = document.createElement("button");
    again.type = "button";
    again.className = "link-button";
    again.textContent = words.startOver;
    again.addEventListener("click", () => {
      forgetDraft(id);
      location.reload();
    });
    status.replaceChildren(`${words.resumed} `, again);
  }
}
