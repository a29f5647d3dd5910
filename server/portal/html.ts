/**
 * `html` of Hono with the indentation of our own templates taken out: it is
 * for the reader of the source, not for the wire. What is put in is untouched.
 */
import { html as tag } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const tight = new WeakMap<TemplateStringsArray, TemplateStringsArray>();

function tighten(strings: TemplateStringsArray): TemplateStringsArray {
  const known = tight.get(strings);
  if (known) return known;
  const short = strings.map((part, at) => {
    const line = part.replaceAll(/\s*\n\s*/g, " ");
    // A blank before what is put into a textarea would become part of what somebody typed.
    return strings[at + 1]?.startsWith("</textarea") ? line.trimEnd() : line;
  });
  const made = Object.assign(short, { raw: strings.raw }) as TemplateStringsArray;
  tight.set(strings, made);
  return made;
}

export const html = (strings: TemplateStringsArray, ...values: unknown[]): Html =>
  tag(tighten(strings), ...values);
