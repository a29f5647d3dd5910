/**
 * What the law's form allows while typing: the shape that Enter makes, where
 * Tab and Shift+Tab lead, what Backspace at the start of a clause does. Pure:
 * the editor applies the answer. Each function derives the tree unless the
 * caller hands it over. This file names them all; each has its own beside it.
 */
export { backspaceAtStart, joinsWithPrevious, removableAt, type BackspaceAct } from "./backspacing.ts";
export { shapeAfterEnter, shapeOnEmptyEnter } from "./entering.ts";
export { numbersAfterInsert, type NumberChange } from "./inserted-numbers.ts";
export { insertableShapes, shapesInPlace } from "./inserting.ts";
export { indented, outdented } from "./leveling.ts";
export { movableUnits, moveTargets } from "./moving.ts";
export { needsBody } from "./shapes.ts";
export {
  indentedSubtree,
  mayBecome,
  outdentedSubtree,
  reshapedSubtree,
  shiftedClauses,
  type ShapeChange,
} from "./shifting.ts";
export type { Shape } from "./shapes.ts";
