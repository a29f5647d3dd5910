import { describe, expect, test } from "vitest";
import { inboxAct, type KeyPlace, type PressedKey } from "../../client/contributions/inbox-keys.ts";

const press = (key: string, extra: Partial<PressedKey> = {}): PressedKey => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...extra,
});
const at = (place: KeyPlace, key: string, extra?: Partial<PressedKey>, on = true) =>
  inboxAct(press(key, extra), place, on);

describe("keys of the inbox", () => {
  test("single keys go through the list, choose, select and help", () => {
    expect(at("elsewhere", "j")).toEqual({ act: "next" });
    expect(at("row", "k")).toEqual({ act: "previous" });
    expect(at("row", "K")).toEqual({ act: "previous" });
    expect(at("control", "x")).toEqual({ act: "select" });
    expect(at("elsewhere", "?", { shiftKey: true })).toEqual({ act: "help" });
    expect(["1", "2", "3", "4", "5"].map((key) => at("row", key))).toEqual(
      ["accepted", "partly", "rejected", "noted", "out-of-scope"].map((outcome) => ({
        act: "outcome",
        outcome,
      })),
    );
    expect(at("row", "6")).toBeUndefined();
    expect(at("row", "0")).toBeUndefined();
  });

  test.each(["j", "k", "x", "1", "5", "?", "Enter", "ArrowDown"])("%s is a letter while one types", (key) => {
    expect(at("typing", key)).toBeUndefined();
  });

  test.each(["j", "k", "x", "1", "?"])("%s does nothing once single keys are off", (key) => {
    expect(at("row", key, {}, false)).toBeUndefined();
    expect(at("elsewhere", key, {}, false)).toBeUndefined();
  });

  test("what is no single character works with them off as well", () => {
    expect(at("row", "ArrowDown", {}, false)).toEqual({ act: "next" });
    expect(at("row", "ArrowUp", {}, false)).toEqual({ act: "previous" });
    expect(at("row", "Enter", {}, false)).toEqual({ act: "reason" });
    expect(at("typing", "Enter", { ctrlKey: true }, false)).toEqual({ act: "save" });
  });

  test("Ctrl or Cmd with Enter saves, also while typing, and once however long it is held", () => {
    expect(at("typing", "Enter", { metaKey: true })).toEqual({ act: "save" });
    expect(at("row", "Enter", { ctrlKey: true })).toEqual({ act: "save" });
    expect(at("typing", "Enter", { ctrlKey: true, repeat: true })).toBeUndefined();
    expect(at("typing", "Enter", { ctrlKey: true, altKey: true })).toBeUndefined();
  });

  test("shortcuts of the browser and controls keep their own keys", () => {
    expect(at("row", "j", { ctrlKey: true })).toBeUndefined();
    expect(at("row", "1", { metaKey: true })).toBeUndefined();
    expect(at("row", "k", { altKey: true })).toBeUndefined();
    expect(at("control", "Enter")).toBeUndefined();
    expect(at("control", "ArrowDown")).toBeUndefined();
    expect(at("elsewhere", "ArrowDown")).toBeUndefined();
  });

  test("a dialog has all its own keys, and an unfinished composition is nobody's", () => {
    expect(at("apart", "j")).toBeUndefined();
    expect(at("apart", "Enter", { ctrlKey: true })).toBeUndefined();
    expect(at("apart", "Escape")).toBeUndefined();
    expect(at("typing", "Enter", { ctrlKey: true, isComposing: true })).toBeUndefined();
  });

  test("Escape leads back, from a field as well", () => {
    expect(at("typing", "Escape")).toEqual({ act: "back" });
  });
});
