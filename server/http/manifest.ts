/** What the server itself needs to know of a build of the workspace, from Vite's manifest. */
import * as v from "valibot";

export interface BuiltFiles {
  /** Addresses of the portal's style sheets. */
  readonly portalStyles: readonly string[];
  /** Addresses of the style sheets of documents for printing. */
  readonly documentStyles: readonly string[];
  /** Addresses of the portal's scripts by the name of their file, such as `receipts` for `client/portal/receipts.ts`. */
  readonly portalScripts: Readonly<Record<string, string>>;
  /** Address of the icon, null before the first build. */
  readonly icon: string | null;
}

/** Where browsers and pages look for the icon, whatever its built name is. */
export const ICON_PATHS: ReadonlySet<string> = new Set(["/favicon.svg", "/favicon.ico"]);

const Manifest = v.record(v.string(), v.object({ file: v.string(), css: v.optional(v.array(v.string())) }));

/** `text` is that of `.vite/manifest.json`, null when there is none. Throws for what Vite does not write. */
export function parseManifest(text: string | null): BuiltFiles {
  const entries = text === null ? [] : Object.entries(v.parse(Manifest, JSON.parse(text)));
  const find = (name: string) => entries.find(([source]) => source.endsWith(name))?.[1];
  const stylesOf = (name: string): string[] => {
    const entry = find(name);
    const files = entry ? [entry.file, ...(entry.css ?? [])] : [];
    return files.filter((file) => file.endsWith(".css")).map((file) => `/${file}`);
  };
  const scripts = entries.flatMap(([source, { file }]) => {
    const name = /portal\/([\w-]+)\.ts$/.exec(source)?.[1];
    return name === undefined ? [] : [[name, `/${file}`] as const];
  });
  const icon = find("ui/rembuk.svg");
  return {
    portalStyles: stylesOf("portal/portal.css"),
    documentStyles: stylesOf("portal/document.css"),
    portalScripts: Object.fromEntries(scripts),
    icon: icon ? `/${icon.file}` : null,
  };
}
