/// <reference types="vite/client" />
/**
 * The floor: Lexical with the same node class, DOM, labels and style sheets as
 * the editor, and nothing else. No collaboration, numbering, outline or history.
 */
import "../../../client/ui/fonts.css";
import "../../../client/ui/tokens.css";
import "../../../client/ui/base.css";
import "../../../client/editor/editor.css";
import "../../../client/editor/sheet.css";
import { registerRichText } from "@lexical/rich-text";
import { $createTextNode, $getRoot, $setState, createEditor } from "lexical";
import { $createClauseNode, ClauseNode } from "../../../collab/document/nodes.ts";
import { cidState } from "../../../collab/document/states.ts";
import { marginMarks, setMarginMarks } from "../../../client/editor/margin-marks.ts";
import type { Clause } from "../../../domain/clauses/clause.ts";

const { clauses, labels } = (await (await fetch("/clauses.json")).json()) as {
  clauses: Clause[];
  labels: string[];
};
const app = document.getElementById("app") as HTMLElement;
app.innerHTML = `<main><div class="editor-page"><div class="editor-columns"><section class="sheet-place">
  <div class="sheet"><div class="sheet-text" contenteditable="true" role="textbox" lang="id" spellcheck="false"></div></div>
</section></div></div></main>`;

const editor = createEditor({
  namespace: "plain",
  nodes: [ClauseNode],
  onError: (error) => {
    throw error;
  },
});
registerRichText(editor);
editor.update(
  () => {
    $getRoot().append(
      ...clauses.map((clause) => {
        const node = $createClauseNode(clause.kind, clause.level);
        $setState(node, cidState, clause.cid);
        return node.append(...clause.runs.map((run) => $createTextNode(run.text)));
      }),
    );
  },
  { discrete: true },
);
editor.setRootElement(app.querySelector<HTMLElement>(".sheet-text"));
const elements = app.querySelectorAll<HTMLElement>(".clause");
for (const [index, marks] of marginMarks(clauses, labels).entries()) {
  const element = elements[index];
  if (element) setMarginMarks(element, marks);
}
