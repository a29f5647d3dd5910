/** Reading and filling the controls of the form. */
import type { Answers } from "../../../domain/surveys/survey.ts";
import type { Fields } from "./draft.ts";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Not of the person's making: they are those of the page in sight. */
const OF_THE_PAGE = ["aturan", "bentuk", "pada"];

export const fieldsOf = (form: HTMLFormElement): [string, string][] =>
  [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));

const controlsIn = (place: ParentNode): Control[] => [
  ...place.querySelectorAll<Control>("input, select, textarea"),
];
const named = (form: HTMLFormElement, name: string): Control[] =>
  controlsIn(form).filter((control) => control.name === name);

const isTicked = (control: Control): boolean =>
  control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox");

/** Puts kept fields back. */
export function fill(form: HTMLFormElement, fields: Fields): void {
  for (const [name, value] of fields) {
    if (OF_THE_PAGE.includes(name)) continue;
    for (const control of named(form, name)) {
      if (!isTicked(control)) control.value = value;
      else if (control.value === value) (control as HTMLInputElement).checked = true;
    }
  }
}

/** Answers as far as conditions can ask for them: numbers of scales, options. */
export function answersOf(form: HTMLFormElement): Answers {
  const answers: Record<string, number | string | string[]> = {};
  for (const [name, value] of fieldsOf(form)) {
    const id = /^j\.([^.]+)$/.exec(name)?.[1];
    if (id === undefined || value === "") continue;
    const [control] = named(form, name);
    const kind = control?.closest<HTMLElement>("[data-jenis]")?.dataset["jenis"];
    const known = answers[id];
    if (kind === "multiple") answers[id] = [...(Array.isArray(known) ? known : []), value];
    else answers[id] = kind === "scale" ? Number(value) : value;
  }
  return answers;
}

/** What was answered in a step, in words, as it is read before sending. */
export function answerWords(body: HTMLElement): string[] {
  const told = controlsIn(body).flatMap((control): (readonly [number, string])[] => {
    const words = control.labels?.[0]?.textContent?.trim() ?? "";
    const row = control.closest(".survey-row")?.querySelector("legend")?.textContent?.trim();
    if (isTicked(control)) {
      if (!(control as HTMLInputElement).checked) return [];
      return [[0, row === undefined ? words : `${row}: ${words}`]];
    }
    if (control.value.trim() === "") return [];
    return control instanceof HTMLSelectElement
      ? [[Number(control.value), `${control.value}. ${words}`]]
      : [[0, control.value]];
  });
  return told.toSorted(([a], [b]) => a - b).map(([, line]) => line);
}

/** What keeps a step from being left, as far as it can be seen without the server. */
export function problemOf(body: HTMLElement): "missing" | "ranking" | null {
  const required = body.dataset["wajib"] === "1";
  const controls = controlsIn(body);
  if (body.querySelector(".survey-ranking")) {
    const places = controls.map(({ value }) => value).filter((value) => value !== "");
    if (places.length === 0) return required ? "missing" : null;
    return new Set(places).size === controls.length ? null : "ranking";
  }
  if (!required) return null;
  const names = new Set(controls.map(({ name }) => name));
  const isFilled = (control: Control) =>
    isTicked(control) ? (control as HTMLInputElement).checked : control.value.trim() !== "";
  const filled = new Set(controls.filter(isFilled).map(({ name }) => name));
  return filled.size === names.size ? null : "missing";
}
