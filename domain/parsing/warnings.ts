/** What the reader of regulation texts tells about a line, in codes that stay. Sentences are in `parsing.intl.ts`. */

export const PARSE_WARNING_CODES = [
  "dropped",
  "label-gap",
  "label-differs",
  "damaged-label",
  "damaged-heading",
  "placeholder-label",
  "heading-inline",
  "missing-title",
  "missing-label",
  "prefix-order",
  "unclosed-quote",
  "catchword",
  "unrecognised",
  "too-deep",
  "explains-nothing",
  "document-type",
] as const;

export type ParseWarningCode = (typeof PARSE_WARNING_CODES)[number];

export interface ParseWarning {
  /** 1-based line of the source. */
  readonly line: number;
  readonly code: ParseWarningCode;
  /** What the sentence names: the label as printed, and what the count would give. */
  readonly found?: string;
  readonly expected?: string;
  /** The exact characters of the source that stand in no clause; only with `dropped`. */
  readonly text?: string;
}

/** Reasons for which a text is not read at all. */
export const PARSE_REFUSALS = ["empty-text", "binary-text", "text-too-long", "text-too-many-lines"] as const;

export type ParseRefusal = (typeof PARSE_REFUSALS)[number];
