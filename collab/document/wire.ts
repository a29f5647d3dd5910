/**
 * The permanent names of a document on the wire (model section 2): what the
 * editor binding writes, what the server reads without Lexical, and all that a
 * guard admits. No maps, no sub-documents, nothing else below the root.
 */
export const DOCUMENT_SCHEMA = 1;
export const PROTOCOL_VERSION = 1;

/** The root element that the V2 binding uses. */
export const ROOT_NAME = "root-v2";

export const ELEMENTS = { clause: "clause", linebreak: "linebreak" } as const;

/** What the keys of NodeState carry on the wire. */
export const STATE_PREFIX = "s_";

/** Attributes of a `clause` element; NodeState keys carry the prefix `s_`. */
export const CLAUSE_ATTRIBUTES = {
  cid: "s_cid",
  kind: "s_kind",
  level: "s_level",
  number: "s_number",
  quoted: "s_quoted",
  explains: "s_explains",
  /** JSON text of a `TableValue`. */
  value: "s_value",
  /** The clause this one was split from. */
  from: "s_from",
} as const;

/** One key per clause taken in by a join: `s_m:<cid>` = true. */
export const MERGED_PREFIX = "s_m:";

/** Formatting attributes of a text. `p` holds only an integer `__format`; `i` numbers the text nodes. */
export const TEXT_ATTRIBUTES = { properties: "p", index: "i", ref: "s_ref" } as const;

/** One key per comment thread on a text: `s_c:<threadId>`; never part of a clause's content. */
export const COMMENT_PREFIX = "s_c:";

/** Lexical's text format bits that we keep. */
export const FORMAT_BOLD = 1;
export const FORMAT_ITALIC = 2;
