/** Texts of frozen versions with what is derived from them; a version changes only when words are erased, so the last ones read are kept. */
import { derive, type Derived } from "../../domain/clauses/citation.ts";
import { gazetteLines, type GazetteLine } from "../../domain/clauses/gazette-lines.ts";
import type { VersionId } from "../../domain/ids.ts";
import type { VersionRepo, VersionText } from "../../db/repos/version.repo.ts";
import { commentLinks } from "../../domain/comments/comment-place.ts";
import { textSections, type TextSection } from "./text-sections.ts";

export interface PublicText extends VersionText {
  readonly derived: Derived;
  readonly lines: readonly GazetteLine[];
  readonly sections: readonly TextSection[];
  /** After which clause the links to which forms stand. */
  readonly links: ReadonlyMap<number, readonly number[]>;
}

/** A long statute takes some megabytes. */
const KEPT = 12;

export type ReadPublicText = (id: VersionId) => Promise<PublicText>;

export function createVersionTexts(versions: Pick<VersionRepo, "text" | "erasedAt">): ReadPublicText {
  const kept = new Map<string, Promise<PublicText>>();

  async function read(id: VersionId): Promise<PublicText> {
    const text = await versions.text(id);
    const derived = derive(text.clauses);
    const lines = gazetteLines(text.clauses, derived.numbering.labels);
    return { ...text, derived, lines, sections: textSections(derived), links: commentLinks(derived) };
  }

  return async (id) => {
    const key = `${id} ${await versions.erasedAt(id)}`;
    const known = kept.get(key);
    const reading = known ?? read(id);
    // The one asked for last is the last to be forgotten.
    kept.delete(key);
    kept.set(key, reading);
    if (!known) reading.catch(() => kept.delete(key));
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return reading;
  };
}
