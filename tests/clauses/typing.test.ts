import { describe, expect, test } from "vitest";
import { clauseText, type Clause } from "../../domain/clauses/clause.ts";
import { outline } from "./builders.ts";
import { openKeyboard, type Keyboard } from "./keyboard.ts";

const show = (clauses: readonly Clause[]): string =>
  clauses
    .map((clause) => {
      const { kind, level, number } = clause;
      const text = clauseText(clause);
      return `${kind}${level || ""}${number === undefined ? "" : ` #${number}`}${text === "" ? "" : ` ${text}`}`;
    })
    .join(", ");

/** The text after the keys were pressed with the caret in the clause that ends with `*`. */
function pressed(text: string, ...keys: ("enter" | "tab" | "shiftTab" | "backspace" | "del")[]): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const at = lines.findIndex((line) => line.trimEnd().endsWith("*"));
  const keyboard = openKeyboard(outline(text.replace("*", "")));
  keyboard.caret(at, keys[0] === "enter" || keys[0] === "del" ? Number.POSITIVE_INFINITY : 0);
  for (const key of keys) keyboard[key]();
  const after = show(keyboard.clauses());
  keyboard.dispose();
  return after;
}

describe("keys in the editor", () => {
  test("[CL27] Tab takes nested items along", () => {
    expect(pressed("pasal\n ayat | x:\n huruf1 | a\n huruf1 | b*\n angka2 | c", "tab")).toBe(
      "pasal, ayat x:, huruf1 a, angka2 b, subhuruf3 c",
    );
  });

  test("[CL27] one undo brings all of it back, and Shift+Tab is the way back", () => {
    const source = outline("pasal\n ayat | x:\n huruf1 | a\n huruf1 | b\n angka2 | c\n angka2 | d");
    const keyboard: Keyboard = openKeyboard(source);
    keyboard.caret(3);
    keyboard.tab();
    const deeper = show(keyboard.clauses());
    keyboard.binding.undo();
    expect(show(keyboard.clauses())).toBe(show(source));
    keyboard.binding.redo();
    expect(show(keyboard.clauses())).toBe(deeper);
    keyboard.caret(3);
    keyboard.shiftTab();
    expect(show(keyboard.clauses())).toBe(show(source));
    keyboard.dispose();
  });

  test("[CL27] a selection goes as a whole", () => {
    const keyboard = openKeyboard(
      outline("pasal\n ayat | x:\n huruf1 | a\n huruf1 | b\n angka2 | c\n huruf1 | d"),
    );
    keyboard.select(3, 5);
    keyboard.tab();
    expect(show(keyboard.clauses())).toBe("pasal, ayat x:, huruf1 a, angka2 b, subhuruf3 c, angka2 d");
    keyboard.dispose();
  });

  test("[CL28] an empty Pasal goes as one, from its body and from its heading", () => {
    const left = "pasal, isi kata";
    expect(pressed("pasal\n isi | kata\n pasal\n isi*", "backspace")).toBe(left);
    expect(pressed("pasal\n isi | kata\n pasal*\n isi", "backspace")).toBe(left);
    expect(pressed("pasal\n isi | kata*\n pasal\n isi", "del")).toBe(left);
    expect(pressed("pasal\n isi | kata\n pasal*\n isi | lain", "backspace")).toBe(
      "pasal, isi kata, pasal, isi lain",
    );
    expect(pressed("pasal\n isi | kata\n pasal\n isi | lain*", "backspace")).toBe(
      "pasal, isi kata, pasal, isi lain",
    );
    expect(pressed("pasal\n isi | kata\n bab*\n pasal\n isi | lain", "backspace")).toBe(
      "pasal, isi kata, pasal, isi lain",
    );
  });

  test("[CL28] after it is gone the caret stands at the end of what was before it", () => {
    const keyboard = openKeyboard(outline("pasal\n isi | kata\n pasal\n isi"));
    keyboard.caret(3);
    keyboard.backspace();
    keyboard.enter();
    expect(show(keyboard.clauses())).toBe("pasal, isi kata, isi");
    keyboard.dispose();
  });

  test("[CL29] the next Pasal of an amending act gets the next Roman number", () => {
    expect(pressed("pasal #I\n butir | x\n butir*\n pasal #II\n isi | y", "enter")).toBe(
      "pasal #I, butir x, pasal #II, isi, pasal #III, isi y",
    );
    expect(pressed("pasal #I\n butir | x\n pasal #II\n isi | y*", "enter", "enter")).toBe(
      "pasal #I, butir x, pasal #II, isi y, pasal #III, isi",
    );
  });

  test("[CL30] in a quotation Pasal 19B follows 19A, ayat (1b) follows (1a)", () => {
    expect(pressed("pasal #I\n butir | x\n > pasal #19A\n > isi | y*", "enter", "enter")).toBe(
      "pasal #I, butir x, pasal #19A, isi y, pasal #19B, isi",
    );
    expect(pressed("pasal #I\n butir | x\n > ayat #1a | y*\n > ayat #1b | z", "enter")).toBe(
      "pasal #I, butir x, ayat #1a y, ayat #1b, ayat #1c z",
    );
    expect(pressed("pasal\n isi | x\n pasal #19A\n isi | y*", "enter", "enter")).toBe(
      "pasal, isi x, pasal #19A, isi y, pasal, isi",
    );
  });

  test("[CL20] an item put into the empty body of a Pasal goes below it: a list needs words that open it", () => {
    const keyboard = openKeyboard(outline("pasal\n isi"));
    keyboard.insert(1, { kind: "huruf", level: 1 }, true);
    expect(show(keyboard.clauses())).toBe("pasal, isi, huruf1");
    keyboard.dispose();
  });

  test("[CL16] a Pasal made out of an ayat gets a body of its own", () => {
    const keyboard = openKeyboard(outline("pasal\n ayat | x:\n huruf1 | a\n ayat\n huruf1 | b"));
    keyboard.caret(3);
    keyboard.enter();
    expect(show(keyboard.clauses())).toBe("pasal, ayat x:, huruf1 a, pasal, isi, huruf1 b");
    keyboard.dispose();
  });

  describe("a Pasal of plain text that gets ayat", () => {
    const chosen = (text: string, index: number, instead: boolean): string => {
      const keyboard = openKeyboard(outline(text));
      keyboard.insert(index, { kind: "ayat", level: 0 }, instead);
      const made = show(keyboard.clauses());
      keyboard.binding.undo();
      expect(show(keyboard.clauses())).toBe(show(outline(text)));
      keyboard.dispose();
      return made;
    };

    test("[CL41] its only, empty text becomes ayat (1)", () => {
      expect(chosen("pasal\n isi", 1, true)).toBe("pasal, ayat");
    });

    test("[CL41] both texts become ayat, by choice and by Tab, in one step of undo", () => {
      expect(chosen("pasal\n isi | x\n isi", 2, true)).toBe("pasal, ayat x, ayat");
      expect(pressed("pasal\n isi | x*", "enter", "tab")).toBe("pasal, ayat x, ayat");
      expect(pressed("pasal\n isi | x*\n isi | y", "tab")).toBe("pasal, ayat x, ayat y");
    });

    test("[CL41] an ayat put after a text comes after its list and the phrase that closes it", () => {
      const text = "pasal\n isi | x:\n huruf1 | a\n isi | harus.\n pasal\n isi | z";
      expect(chosen(text, 1, false)).toBe("pasal, ayat x:, huruf1 a, isi harus., ayat, pasal, isi z");
      expect(chosen("pasal\n isi | x:\n huruf1 | a\n isi", 3, true)).toBe("pasal, ayat x:, huruf1 a, ayat");
      expect(pressed("pasal\n isi | x:\n huruf1 | a\n isi | harus*", "tab")).toBe(
        "pasal, isi x:, huruf1 a, isi harus",
      );
    });

    test("[CL41] not where the Pasal holds amendments", () => {
      expect(pressed("pasal #I\n isi | x\n isi*\n butir | y", "tab")).toBe("pasal #I, isi x, isi, butir y");
    });

    test("[CL27] [CL41] Tab over two texts makes two ayat of them", () => {
      const keyboard = openKeyboard(outline("pasal\n isi | x\n isi | y"));
      keyboard.select(1, 2);
      keyboard.tab();
      expect(show(keyboard.clauses())).toBe("pasal, ayat x, ayat y");
      keyboard.dispose();
    });
  });
});
