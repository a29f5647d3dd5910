/** Erasing in two steps: what it would do, and doing exactly that. [ER2] */
import { citationOf, derive } from "../../domain/clauses/citation.ts";
import { titleOf } from "../../domain/clauses/content.ts";
import { createWordFinder, eraseFromText, type ErasureTerms } from "../../domain/erasure/erasure.ts";
import type {
  Erase,
  ErasureDone,
  ErasurePreview,
  VersionToErase,
} from "../../domain/erasure/erasure.contract.ts";
import { DomainError } from "../../domain/errors.ts";
import type { AccountId } from "../../domain/ids.ts";
import type { Policy } from "../../domain/policies/policy.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import type { Deps } from "../deps.ts";
import { createFindInVersions, losesTitle, type VersionFound } from "./find-in-versions.ts";

type EraseDeps = Pick<Deps, "repos" | "rooms" | "now" | "newId" | "scrub">;

export function createEraseText(deps: EraseDeps) {
  const { repos, rooms, now, newId } = deps;
  const versions = createFindInVersions(deps);

  async function look(policy: Policy, terms: ErasureTerms) {
    // Before they are looked through: what comes after is looked through at the end. [ER11]
    const lastVersion = (await repos.versions.last(policy.id))?.number ?? 0;
    const [scope, live, rounds, open] = await Promise.all([
      rooms.erasure(policy.id, terms),
      rooms.read(policy.id),
      repos.reviews.rounds(policy.id),
      repos.portal.publicVersions(policy.id),
    ]);
    const found = await gather(versions.find(policy.id, terms), lastVersion);
    const approved = new Set(rounds.filter(({ state }) => state === "approved").map(({ hash }) => hash));
    const published = new Set(open.map(({ id }) => id));
    const toErase = found.map(({ version, count }): VersionToErase => {
      const { id, number, label, hash } = version;
      return { number, label, count, approved: approved.has(hash), published: published.has(id) };
    });
    const derived = derive(live.clauses);
    const shown = {
      live: scope.live.map(({ cid, count }) => {
        const index = derived.indexOf.get(cid);
        return { cid, place: index === undefined ? "" : citationOf(derived, index), count };
      }),
      rows: scope.rows,
      versions: toErase,
    };
    const { words, cids } = terms;
    const token = await sha256Hex(JSON.stringify({ words, cids, epoch: scope.epoch, ...shown }));
    const elsewhere = await repos.erasure.countElsewhere(policy.id, words);
    const preview: ErasurePreview = { ...shown, connections: scope.connections, elsewhere, token };
    const liveTitle = losesTitle(live.clauses, terms) ? [titleOf(live.clauses)] : [];
    return { preview, found, lastVersion, liveTitle, epoch: scope.epoch };
  }

  return {
    async preview(policy: Policy, terms: ErasureTerms): Promise<ErasurePreview> {
      return (await look(policy, terms)).preview;
    },

    /** Throws `stale` when it would do something else than what was shown. May be repeated when it was interrupted. */
    async erase(
      actor: AccountId,
      policy: Policy,
      { words, cids, basis, token }: Erase,
    ): Promise<ErasureDone> {
      const terms: ErasureTerms = { words, cids };
      const find = createWordFinder(words);
      if (find(basis).length > 0) {
        throw new DomainError("bad-input", "erasure-basis", "the ground repeats the words", [
          { path: "basis", message: "holds-words" },
        ]);
      }
      const seen = await look(policy, terms);
      const { preview } = seen;
      if (preview.token !== token) throw new DomainError("stale", "erasure-changed", "not what was shown");
      const id = newId();
      const amountOf = (numbers: readonly number[]) => ({
        clauses: preview.live.length,
        rows: preview.rows,
        versions: numbers,
      });
      const begun = amountOf(seen.found.map(({ version }) => version.number));
      await repos.erasure.begin(policy.id, { actor, at: now() }, { id, payload: { basis, ...begun } });

      // Nobody is sent out for what was erased from text and past before (an erasure that was interrupted).
      const inText = preview.live.length > 0 || preview.rows > 0;
      const { newEpoch } = inText ? await rooms.erase(policy.id, terms, actor) : { newEpoch: seen.epoch };
      const numbers: number[] = [];
      const titles = [...seen.liveTitle];
      let { found, lastVersion } = seen;
      for (;;) {
        for (const each of found) {
          await repos.erasure.eraseVersion(await versions.erased(each, terms), { actor, at: now() });
          numbers.push(each.version.number);
          if (each.losesTitle) titles.push(each.version.title);
        }
        const findTitles = createWordFinder([...words, ...titles.filter((each) => each !== "")]);
        await repos.erasure.forgetGrounds(policy.id, findTitles, { actor, at: now() });
        await repos.erasure.forgetAnswers(findTitles);
        const finished = {
          id,
          payload: { epoch: newEpoch, ...amountOf(numbers) },
          title: eraseFromText(policy.title, findTitles),
          epoch: newEpoch,
          lastVersion,
        };
        if (await repos.erasure.finish(policy.id, { actor, at: now() }, finished)) break;
        // Frozen since, perhaps of the text before.
        const newest = (await repos.versions.last(policy.id))?.number ?? 0;
        found = await gather(versions.find(policy.id, terms, lastVersion), newest);
        lastVersion = newest;
      }
      await deps.scrub?.();
      const { live, rows } = preview;
      return {
        epoch: newEpoch,
        live: live.length,
        rows,
        versions: numbers,
        scrubbed: deps.scrub !== undefined,
      };
    },
  };
}

/** Those up to a number. */
async function gather(all: AsyncIterable<VersionFound>, upTo: number): Promise<readonly VersionFound[]> {
  const found: VersionFound[] = [];
  for await (const each of all) {
    if (each.version.number <= upTo) found.push(each);
  }
  return found;
}
