/** Texts of frozen versions with what is derived from them; a version never changes, so the last ones read are kept. */
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

export function createVersionTexts(versions: Pick<VersionRepo, "text">): ReadPublicText {
  const kept = new Map<VersionId, Promise<PublicText>>();

  async function read(id: VersionId): Promise<PublicText> {
    const text = await versions.text(id);
    const derived = derive(text.clauses);
    const lines = gazetteLines(text.clauses, derived.numbering.labels);
    return { ...text, derived, lines, sections: textSections(derived), links: commentLinks(derived) };
  }

  return (id) => {
    const known = kept.get(id);
    const reading = known ?? read(id);
    // The one asked for last is the last to be forgotten.
    kept.delete(id);
    kept.set(id, reading);
    if (!known) reading.catch(() => kept.delete(id));
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return reading;
  };
}
