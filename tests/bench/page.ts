/** docs/bench.md: one page to which every bench writes its own section and leaves the others. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SECTIONS = ["editor", "room", "portal", "surveys"] as const;
export type SectionName = (typeof SECTIONS)[number];

const page = join(import.meta.dirname, "../../docs/bench.md");
const HEAD = [
  "# Bench",
  "",
  "Written by `npm run bench`; each section says when and on what. Nothing here is edited by hand.",
].join("\n");

/** Puts a page of its own (its title is a heading of the first level) in the place of section `name`. */
export function writeSection(name: SectionName, markdown: string): void {
  const sections = readSections();
  sections.set(name, markdown.trim().replace(/^#/gm, "##"));
  const parts = SECTIONS.flatMap((each) => {
    const text = sections.get(each);
    return text === undefined ? [] : [`<!-- ${each} -->\n\n${text}\n\n<!-- /${each} -->`];
  });
  writeFileSync(page, `${[HEAD, ...parts].join("\n\n")}\n`);
}

/** The section as it stands, with its own headings; null when there is none. */
export function readSection(name: SectionName): string | null {
  return readSections().get(name)?.replace(/^##/gm, "#") ?? null;
}

function readSections(): Map<SectionName, string> {
  const text = existsSync(page) ? readFileSync(page, "utf8") : "";
  const found = new Map<SectionName, string>();
  for (const name of SECTIONS) {
    const [, section] = new RegExp(`<!-- ${name} -->\\n([\\s\\S]*?)<!-- /${name} -->`).exec(text) ?? [];
    if (section !== undefined) found.set(name, section.trim());
  }
  return found;
}
