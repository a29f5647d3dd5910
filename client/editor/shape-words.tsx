/** Shapes of clauses in words. */
import type { Shape } from "../../domain/clauses/shapes.ts";
import { textsOf } from "../ui/locale.ts";
import { editorTexts } from "./editor.intl.ts";
import { shapeTexts } from "./shape.intl.ts";

/** `Huruf a.`, and with its level where an item stands deeper than the first. */
export function useShapeWords(): (shape: Shape) => string {
  const t = textsOf(editorTexts);
  const shapes = textsOf(shapeTexts);
  return ({ kind, level }) => (level > 1 ? t().atLevel(shapes().kind[kind], level) : shapes().kind[kind]);
}
