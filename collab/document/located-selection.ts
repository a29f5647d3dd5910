/** Where the selection of an awareness state stands in an editor. Such a state is its sender's word: it may hold anything. */
import { $getAnchorAndFocusForUserState, type BindingV2, type UserState } from "@lexical/yjs";
import type { NodeKey } from "lexical";
import type { RelativePosition } from "yjs";
import { ROOT_NAME } from "./wire.ts";

/** A selection of someone, in keys and offsets of this editor. */
export interface LocatedSelection {
  readonly anchorKey: NodeKey;
  readonly anchorOffset: number;
  readonly focusKey: NodeKey;
  readonly focusOffset: number;
}

/** Undefined when it has none here. Inside a read. */
export function $locate(binding: BindingV2, state: unknown): LocatedSelection | undefined {
  if (typeof state !== "object" || state === null) return undefined;
  const { anchorPos, focusPos } = state as Partial<UserState>;
  if (!isPosition(anchorPos) || !isPosition(focusPos)) return undefined;
  const { anchorKey, anchorOffset, focusKey, focusOffset } = $getAnchorAndFocusForUserState(
    binding,
    state as UserState,
  );
  return anchorKey === null || focusKey === null
    ? undefined
    : { anchorKey, anchorOffset, focusKey, focusOffset };
}

/** Whether Yjs can look it up: it throws on most other things, and would make a root of any name. */
function isPosition(value: unknown): value is RelativePosition {
  if (typeof value !== "object" || value === null) return false;
  const { type, item, tname } = value as Partial<Record<keyof RelativePosition, unknown>>;
  if (tname !== null && tname !== ROOT_NAME) return false;
  return isIdOrNull(type) && isIdOrNull(item) && (type ?? item ?? tname) !== null;
}

function isIdOrNull(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== "object") return false;
  const { client, clock } = value as { client?: unknown; clock?: unknown };
  return Number.isSafeInteger(client) && Number.isSafeInteger(clock) && Number(clock) >= 0;
}
