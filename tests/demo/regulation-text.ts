/** Reads a plain regulation with nothing but line patterns, so that the demo texts are judged independently of the parser. */

export interface PlainPasal {
  readonly number: number;
  /** Text of each ayat with its list; a Pasal without ayat has one entry. */
  readonly ayat: readonly string[];
  readonly hasAyat: boolean;
}

/** The body: from "BAB I" to the order to promulgate. */
export function bodyOf(text: string): string {
  const from = text.indexOf("\nBAB I\n");
  const to = text.indexOf("\nAgar setiap orang mengetahuinya");
  if (from < 0 || to < 0) throw new Error("no body found");
  return text.slice(from, to);
}

export function pasalOf(text: string): readonly PlainPasal[] {
  const parts = bodyOf(text).split(/^Pasal (\d+)$/m);
  const found: PlainPasal[] = [];
  for (let i = 1; i < parts.length; i += 2) {
    const body = (parts[i + 1] ?? "").split(/^BAB [IVX]+$/m)[0]?.trim() ?? "";
    const ayat = body.split(/^(?=\(\d+\) )/m).map((each) => each.trim());
    found.push({ number: Number(parts[i]), ayat, hasAyat: body.startsWith("(1) ") });
  }
  return found;
}

export function pasal(text: string, number: number): PlainPasal {
  const found = pasalOf(text).find((each) => each.number === number);
  if (!found) throw new Error(`no Pasal ${number}`);
  return found;
}

/** Every internal reference that names no clause of the text, as `in Pasal n: words`. */
export function brokenReferences(text: string): readonly string[] {
  const all = pasalOf(text);
  const resolves = (target: number, ayat: string | undefined, huruf: string | undefined): boolean => {
    const found = all.find((each) => each.number === target);
    if (!found) return false;
    if (ayat !== undefined && (!found.hasAyat || Number(ayat) > found.ayat.length)) return false;
    const scope = ayat === undefined ? found.ayat.join("\n") : (found.ayat[Number(ayat) - 1] ?? "");
    return huruf === undefined || new RegExp(`^${huruf}\\. `, "m").test(scope);
  };
  return all.flatMap(({ number, ayat }) => {
    const body = ayat.join("\n");
    const outer = [...body.matchAll(/Pasal (\d+)(?: ayat \((\d+)\))?(?: huruf ([a-z])\b)?/g)]
      .filter(([, target, inAyat, huruf]) => !resolves(Number(target), inAyat, huruf))
      .map(([words]) => `in Pasal ${number}: ${words}`);
    const inner = [...body.matchAll(/(?:pada|dalam) ayat \((\d+)\)(?: huruf ([a-z])\b)?/g)]
      .filter(([, inAyat, huruf]) => !resolves(number, inAyat, huruf))
      .map(([words]) => `in Pasal ${number}: ${words}`);
    return [...outer, ...inner];
  });
}

/** Terms defined in Pasal 1 (the abbreviation where there is one) that no later Pasal uses. */
export function unusedTerms(text: string): readonly string[] {
  const [first, ...rest] = pasalOf(text);
  const later = rest.map(({ ayat }) => ayat.join("\n")).join("\n");
  const lines = (first?.ayat.join("\n") ?? "").split("\n").filter((line) => /^\d+\. /.test(line));
  return lines.flatMap((line) => {
    const term = (/yang selanjutnya disingkat (\w+) adalah/.exec(line) ??
      /^\d+\. (.+?) adalah /.exec(line))?.[1];
    if (term === undefined) throw new Error(`not a definition: ${line}`);
    // "Daerah" inside "Perangkat Daerah" is another term.
    const used = term === "Daerah" ? /(?<!Perangkat )\bDaerah\b/.test(later) : later.includes(term);
    return used ? [] : [term];
  });
}

/** Numbers of the norms that no words in brackets follow, with the word after them; labels and references are no such numbers. */
export function numbersWithoutWords(text: string): readonly string[] {
  const norms = pasalOf(text)
    .slice(1)
    .flatMap(({ ayat }) => ayat)
    .map((each) => each.replaceAll(/Pasal \d+|\(\d+\)/g, ""))
    .join("\n");
  return [...norms.matchAll(/\b\d+\b(?!%? \([a-z ]+\))%?(?: \w+)?/g)].map(([words]) => words);
}
