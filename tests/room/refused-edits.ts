/** Edits that a document may not hold, each as somebody's client would write it. [RM16] */
import * as Y from "yjs";
import { cidOf } from "../document/support.ts";
import { root } from "./support.ts";

const clauseAt = (doc: Y.Doc, index = 0) => root(doc).get(index) as Y.XmlElement;
const textAt = (doc: Y.Doc, index = 0) => clauseAt(doc, index).get(0) as Y.XmlText;

export const REFUSED_EDITS: readonly [string, (doc: Y.Doc) => void][] = [
  ["an unknown block type", (doc) => root(doc).insert(0, [new Y.XmlElement("paragraph")])],
  ["a nested clause", (doc) => clauseAt(doc).insert(0, [new Y.XmlElement("clause")])],
  ["a text in the root", (doc) => root(doc).insert(0, [new Y.XmlText("x")])],
  ["a hook", (doc) => root(doc).insert(0, [new Y.XmlHook("x") as unknown as Y.XmlElement])],
  ["another root", (doc) => doc.getMap("other").set("a", 1)],
  ["a text of another root", (doc) => doc.getText("other").insert(0, "x")],
  ["a map in an attribute", (doc) => clauseAt(doc).setAttribute("s_cid", new Y.Map() as unknown as string)],
  [
    "a document in an attribute",
    (doc) => clauseAt(doc).setAttribute("s_cid", new Y.Doc() as unknown as string),
  ],
  [
    "binary in an attribute",
    (doc) => clauseAt(doc).setAttribute("s_cid", new Uint8Array(3) as unknown as string),
  ],
  ["an unknown attribute", (doc) => clauseAt(doc).setAttribute("__dir", "ltr")],
  ["an attribute on the root", (doc) => root(doc).setAttribute("s_cid", cidOf(5))],
  ["a cid that is none", (doc) => clauseAt(doc).setAttribute("s_cid", "x")],
  ["an unknown kind", (doc) => clauseAt(doc).setAttribute("s_kind", "paragraph")],
  ["a level too deep", (doc) => clauseAt(doc).setAttribute("s_level", 9 as unknown as string)],
  ["a number too long", (doc) => clauseAt(doc).setAttribute("s_number", "1".repeat(65))],
  ["a table that is none", (doc) => clauseAt(doc).setAttribute("s_value", "{}")],
  [
    "a join of something that is no cid",
    (doc) => clauseAt(doc).setAttribute("s_m:x", true as unknown as string),
  ],
  ["an object in an attribute", (doc) => clauseAt(doc).setAttribute("s_from", { a: 1 } as unknown as string)],
  ["a NUL in a text", (doc) => textAt(doc).insert(1, "a\0b")],
  ["another control character in a text", (doc) => textAt(doc).insert(1, "\u001b[0m")],
  ["a NUL in a number", (doc) => clauseAt(doc).setAttribute("s_number", "1\0")],
  [
    "a NUL in a table",
    (doc) => clauseAt(doc).setAttribute("s_value", JSON.stringify({ head: 0, rows: [["a\0"]] })),
  ],
  [
    "half a character in a table",
    (doc) => clauseAt(doc).setAttribute("s_value", JSON.stringify({ head: 0, rows: [["\ud800"]] })),
  ],
  ["an embed", (doc) => textAt(doc).insertEmbed(0, { image: "x" })],
  ["an embedded type", (doc) => textAt(doc).insertEmbed(0, new Y.Map())],
  ["an unknown format", (doc) => textAt(doc).format(0, 2, { style: "color:red" })],
  ["a property other than the format", (doc) => textAt(doc).format(0, 2, { p: { __style: "color:red" } })],
  ["a reference to nothing", (doc) => textAt(doc).format(0, 2, { s_ref: "x" })],
  ["a text node type", (doc) => textAt(doc).format(0, 2, { t: "code-highlight" })],
  ["an attribute on a text", (doc) => textAt(doc).setAttribute("s_cid", cidOf(9))],
];
