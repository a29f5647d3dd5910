import type { Locale } from "../locale.ts";
import type { DocTable } from "./document.ts";
import { inTextOrder, type ExportInput } from "./export-input.ts";
import { dayWords, exportTexts } from "./exports.intl.ts";
import {
  answerWords,
  followUpWords,
  groundsWords,
  groupWords,
  inputWords,
  placeWords,
  versionWords,
} from "./input-words.ts";

/** Matriks masukan dan tanggapan. [EX3] */
export function inputMatrix(inputs: readonly ExportInput[], locale: Locale): DocTable {
  const { columns, empty, tag, title } = exportTexts[locale];
  return {
    caption: title.matrix,
    columns: [
      { title: columns.no, width: 4 },
      { title: columns.date, width: 9 },
      { title: columns.group, width: 12 },
      { title: columns.place, width: 10 },
      { title: columns.input, width: 26 },
      { title: columns.grounds, width: 18 },
      { title: columns.answer, width: 26 },
      { title: columns.followUp, width: 14 },
      { title: columns.version, width: 9 },
    ],
    rows: inputs
      .toSorted(inTextOrder)
      .map((input, at) => [
        at + 1,
        dayWords(input.createdOn, tag),
        groupWords(input, locale),
        placeWords(input, locale),
        inputWords(input, locale),
        groundsWords(input, locale),
        answerWords(input.answer, locale),
        followUpWords(input.answer, locale),
        versionWords(input, locale),
      ]),
    empty: empty.matrix,
  };
}
