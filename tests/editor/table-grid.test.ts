import { describe, expect, test } from "vitest";
import {
  readSpreadsheet,
  rectangular,
  withColumn,
  withHead,
  withoutColumn,
  withoutRow,
  withPasted,
  withRow,
} from "../../client/editor/table-grid.ts";

const TABLE = {
  head: 1,
  rows: [
    ["No", "Uraian"],
    ["1", "a"],
  ],
};

describe("cells of a table", () => {
  test("rows of different length become equal", () => {
    expect(rectangular({ head: 3, rows: [["a"], ["b", "c"]] })).toEqual({
      head: 2,
      rows: [
        ["a", ""],
        ["b", "c"],
      ],
    });
    expect(rectangular({ head: 0, rows: [] })).toEqual({ head: 0, rows: [[""]] });
  });

  test("rows and columns come and go, the head keeps its rows", () => {
    expect(withRow(TABLE, 0).head).toBe(2);
    expect(withRow(TABLE, 1)).toEqual({
      head: 1,
      rows: [
        ["No", "Uraian"],
        ["", ""],
        ["1", "a"],
      ],
    });
    expect(withoutRow(TABLE, 0)).toEqual({ head: 0, rows: [["1", "a"]] });
    expect(withoutRow({ head: 0, rows: [["a"]] }, 0).rows).toEqual([["a"]]);
    expect(withColumn(TABLE, 1).rows[1]).toEqual(["1", "", "a"]);
    expect(withoutColumn(TABLE, 0).rows).toEqual([["Uraian"], ["a"]]);
    expect(withHead(TABLE, 9).head).toBe(2);
  });

  test("what a spreadsheet copies", () => {
    expect(readSpreadsheet("a\tb\r\nc\td\r\n")).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(readSpreadsheet('"baris\nsatu"\t"kata ""kutip"""\nx\t')).toEqual([
      ["baris\nsatu", 'kata "kutip"'],
      ["x", ""],
    ]);
    expect(readSpreadsheet("satu sel")).toBeNull();
    expect(readSpreadsheet('"kutipan" di awal\tb')).toEqual([['"kutipan" di awal', "b"]]);
  });

  test("pasting grows the table", () => {
    expect(withPasted(TABLE, { row: 1, column: 1 }, [["b", "c"], ["d"]]).rows).toEqual([
      ["No", "Uraian", ""],
      ["1", "b", "c"],
      ["", "d", ""],
    ]);
  });
});
