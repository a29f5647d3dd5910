/**
 * Texts that inputs are set against, and how inputs of one version stand to
 * another: made once and kept while they are asked for. Versions never change,
 * and the live text says by epoch and log position which it is.
 */
import { compareTexts, type Comparison } from "../../domain/versions/compare.ts";
import { derive, type Derived } from "../../domain/clauses/citation.ts";
import { createStandings, originsAcross, type Standings } from "../../domain/contributions/standing.ts";
import type { Cid, PolicyId, VersionId } from "../../domain/ids.ts";
import type { Origins } from "../../domain/versions/lineage.ts";
import type { Deps } from "../deps.ts";
import type { ClauseOrigins } from "../document-rooms.ts";
import { createRecent } from "../recent.ts";

export interface ReadText extends Derived {
  /** Which text it is, for ever. */
  readonly key: string;
  readonly policyId: PolicyId;
  /** Of its version; Infinity for the live text. */
  readonly number: number;
  readonly origins: Origins;
}

export type TextStandings = ReturnType<typeof createTextStandings>;

const MAX_TEXTS = 24;
const MAX_PAIRS = 48;

export const originsOf = (origins: readonly ClauseOrigins[]): Origins =>
  new Map(origins.map(({ cid, ...origin }) => [cid, origin]));

export function createTextStandings({ repos, rooms }: Pick<Deps, "repos" | "rooms">) {
  const texts = createRecent<ReadText>(MAX_TEXTS);
  const standings = createRecent<Standings>(MAX_PAIRS);
  const comparisons = createRecent<Comparison>(MAX_PAIRS);
  // Only notes of splits, so that many versions between two texts cost little.
  const notes = createRecent<Origins>(500);
  const numbers = createRecent<number>(5_000);

  const numberOf = (policyId: PolicyId, id: VersionId): Promise<number> =>
    numbers(id, async () => {
      const number = (await repos.versions.numbers(policyId, [id])).get(id);
      if (number === undefined) throw new Error(`version ${id} is not of policy ${policyId}`);
      return number;
    });

  async function version(policyId: PolicyId, id: VersionId): Promise<ReadText> {
    const erasedAt = await repos.versions.erasedAt(id);
    const key = erasedAt === null ? id : `${id} ${erasedAt}`;
    return texts(key, async () => {
      const [{ clauses, origins }, number] = await Promise.all([
        repos.versions.text(id),
        numberOf(policyId, id),
      ]);
      return { ...derive(clauses), key, policyId, number, origins: originsOf(origins) };
    });
  }

  async function live(policyId: PolicyId): Promise<ReadText> {
    const { epoch, logSeq, clauses, origins } = await rooms.read(policyId);
    const key = `${policyId}:${epoch}:${logSeq}`;
    return texts(key, async () => ({
      ...derive(clauses),
      key,
      policyId,
      number: Number.POSITIVE_INFINITY,
      origins: originsOf(origins),
    }));
  }

  /** Origins of the later text with those of clauses that came and went since. [CT7] */
  async function originsSince(earlier: ReadText, later: ReadText): Promise<Origins> {
    const between: Origins[] = [];
    for (let before: number | undefined; ;) {
      const page = await repos.versions.list(later.policyId, 100, before);
      for (const { id, number } of page) {
        if (number <= earlier.number || number >= later.number) continue;
        between.push(await notes(id, async () => originsOf((await repos.versions.text(id)).origins)));
      }
      before = page.at(-1)?.number;
      if (page.length < 100 || before === undefined || before <= earlier.number) break;
    }
    return originsAcross(later.origins, new Set<Cid>(later.indexOf.keys()), between);
  }

  return {
    numberOf,
    version,
    live,
    /** How whatever was said on `earlier` stands to `later`. */
    between(earlier: ReadText, later: ReadText): Promise<Standings> {
      return standings(`${earlier.key} ${later.key}`, async () =>
        createStandings(earlier.clauses, later.clauses, await originsSince(earlier, later)),
      );
    },
    /** The same two as rows with words marked. */
    compared(earlier: ReadText, later: ReadText): Promise<Comparison> {
      return comparisons(`${earlier.key} ${later.key}`, async () =>
        compareTexts(
          { clauses: earlier.clauses },
          { clauses: later.clauses, origins: await originsSince(earlier, later) },
        ),
      );
    },
  };
}
