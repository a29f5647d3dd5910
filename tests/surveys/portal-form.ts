/** Filling in the survey's pages as a browser without scripts does. */
import type { SurveyId } from "../../domain/ids.ts";
import type { Person } from "../support/test-app.ts";
import type { SurveyApp } from "./survey-app.ts";

export interface Visitor {
  readonly as?: Person | undefined;
  cookies: Map<string, string>;
}

export const visitor = (as?: Person): Visitor => ({ as, cookies: new Map() });

export interface Shown {
  readonly status: number;
  readonly html: string;
  /** Fields of the form, those in sight included, as they would be sent. */
  readonly fields: [string, string][];
  /** Step in sight. */
  readonly step: string | undefined;
  readonly text: string;
  readonly location: string | null;
}

const unescape = (text: string): string =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescape(found);
};

function fieldsOf(html: string): [string, string][] {
  const form = /<form[^>]*class="survey-form"[\s\S]*?<\/form>/.exec(html)?.[0] ?? "";
  // What is in a template is not in the form.
  const live = form.replace(/<template[\s\S]*?<\/template>/, "");
  const fields: [string, string][] = [];
  for (const [tag] of live.matchAll(/<input[^>]*>/g)) {
    const type = attribute(tag, "type");
    if ((type === "radio" || type === "checkbox") && !/\schecked/.test(tag)) continue;
    fields.push([attribute(tag, "name") ?? "", attribute(tag, "value") ?? ""]);
  }
  for (const [, open = "", body = ""] of live.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    const selected = [...body.matchAll(/<option([^>]*)>/g)].find(([tag]) => /\sselected/.test(tag));
    fields.push([
      attribute(open, "name") ?? "",
      selected ? (attribute(selected[1] ?? "", "value") ?? "") : "",
    ]);
  }
  for (const [, open = "", body = ""] of live.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    fields.push([attribute(open, "name") ?? "", unescape(body.replace(/^\n/, ""))]);
  }
  return fields;
}

async function shown(answer: Response, who: Visitor): Promise<Shown> {
  for (const cookie of answer.headers.getSetCookie()) {
    const [pair = ""] = cookie.split(";");
    const [name = "", value = ""] = pair.split("=");
    if (/max-age=0/i.test(cookie)) who.cookies.delete(name);
    else who.cookies.set(name, value);
  }
  const html = await answer.text();
  const main = /<main[\s\S]*<\/main>/.exec(html.replace(/<template[\s\S]*?<\/template>/, ""))?.[0] ?? "";
  return {
    status: answer.status,
    html,
    fields: fieldsOf(html),
    step: /data-langkah="([^"]*)"/.exec(main)?.[1],
    text: unescape(main.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")),
    location: answer.headers.get("location"),
  };
}

const cookieOf = ({ as, cookies }: Visitor): string =>
  [as?.cookie, ...[...cookies].map(([name, value]) => `${name}=${value}`)].filter(Boolean).join("; ");

export async function visit(t: SurveyApp, who: Visitor, path: string): Promise<Shown> {
  return shown(await t.app.request(path, { headers: { cookie: cookieOf(who) } }), who);
}

/** Sends the form of `page` with `changes` (null takes a field out), pressing the button `goTo`. */
export async function press(
  t: SurveyApp,
  who: Visitor,
  id: SurveyId,
  page: Shown,
  changes: Readonly<Record<string, string | readonly string[] | null>>,
  goTo: string,
): Promise<Shown> {
  const sent = new URLSearchParams(page.fields.filter(([name]) => !(name in changes)));
  for (const [name, value] of Object.entries(changes)) {
    for (const each of value === null ? [] : typeof value === "string" ? [value] : value)
      sent.append(name, each);
  }
  sent.append("ke", goTo);
  const answer = await t.app.request(`/survei/${id}`, {
    method: "POST",
    headers: { cookie: cookieOf(who), "content-type": "application/x-www-form-urlencoded" },
    body: sent.toString(),
  });
  return shown(answer, who);
}

/** Opens the survey and sends these answer fields at once, as the script does. */
export async function answer(
  t: SurveyApp,
  who: Visitor,
  id: SurveyId,
  changes: Readonly<Record<string, string | readonly string[]>>,
): Promise<Shown> {
  const page = await visit(t, who, `/survei/${id}`);
  return press(t, who, id, page, changes, "kirim");
}
