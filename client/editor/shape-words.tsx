/** Shapes of clauses in words. */
import type { Shape } from "../../domain/clauses/shapes.ts";
import { textsOf } from "../ui/locale.ts";
import { editorTexts } from "./editor.intl.ts";

/** `Huruf a.`, and with its level where an item stands deeper than the first. */
export function useShapeWords(): (shape: Shape) => string {
  const t = textsOf(editorTexts);
  return ({ kind, level }) => (level > 1 ? t().atLevel(t().kind[kind], level) : t().kind[kind]);
}
