/** How an input stands to the text, as sentences. */
import type { ClauseName, TargetView } from "../../domain/contributions/contributions.contract.ts";
import { textsOf } from "../ui/locale.ts";
import { contributionWords } from "./contributions.intl.ts";

/** `Pasal 7 ayat (1), Pasal 8, dan Pasal 9`. */
function enumerate(names: readonly ClauseName[], and: string): string {
  const citations = names.map(({ citation }) => citation).filter((citation) => citation !== "");
  if (citations.length < 2) return citations.join("");
  return `${citations.slice(0, -1).join(", ")} ${and} ${citations.at(-1)}`;
}

/** Sentences about one target; `version`: number of the version that was read. */
export function useStandingWords(): (target: TargetView, version: number) => string[] {
  const t = textsOf(contributionWords);
  return (target, version) => {
    const { stands, and } = t();
    const { standing, citationThen, citationNow, relatives } = target;
    const into = relatives.find(({ cid }) => cid === standing.into);
    const parts = relatives.filter(({ cid }) => standing.splitInto?.includes(cid));
    const now = citationNow ?? "";
    const said: string[] = [];
    switch (standing.state) {
      case "attached":
        said.push(now === citationThen || now === "" ? stands.attached : stands.attachedAs(now));
        break;
      case "changed":
        said.push(stands.changed(version));
        break;
      case "orphaned":
        said.push(stands.orphaned);
        break;
      case "moved":
        said.push(stands.moved(now));
        break;
      case "merged":
        said.push(into?.citation ? stands.merged(into.citation) : stands.mergedSomewhere);
        break;
      case "removed":
        said.push(stands.removed);
        break;
    }
    if (standing.movedToo) said.push(stands.movedToo(now));
    if (standing.splitInto?.length) {
      const names = enumerate(parts, and);
      said.push(names === "" ? stands.split : stands.splitInto(names));
    }
    return said;
  };
}
