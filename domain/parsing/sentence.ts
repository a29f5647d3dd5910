/** How the text before a place ends: whether a new unit may begin there, or the words before refer to it. */

const ENDED = /(?:[.:;!?…]|[;,]\s?(?:dan|atau|dan\s?\/\s?atau|serta))["”’')\]]{0,3}[\s_^*.]{0,6}$/;
const REFERS =
  /(?:^|[\s(])(?:ayat|huruf|angka|[Pp]asal|[Bb]agian|[Pp]aragraf|[Bb]ab|BAB|butir|[Nn]omor|[Tt]ahun|[Dd]iktum|[Ll]ampiran|dalam|pada|dari|tanggal|Rp\.?)$|(?:ayat|huruf|angka|[Pp]asal)\s?\(?[0-9a-zA-Z]{1,4}\)?(?:,|,?\s?(?:dan|atau|dan\s?\/\s?atau|sampai\s(?:dengan)?|s\.?d\.?))$/;

/** Whether a sentence or list item ends here, so that a label may follow. Empty text counts as ended. */
export const hasEnded = (tail: string): boolean => tail === "" || ENDED.test(tail);

/** Whether the words end in a reference that the next line goes on with ("pada ayat", "dalam", "huruf a dan"). */
export const refersOn = (tail: string): boolean => REFERS.test(tail.slice(-60));

/** Ends as a full sentence or an opener of a list, not only between items. */
export const endsParagraph = (tail: string): boolean => /[.:;!?]["”’')\]]{0,3}$/.test(tail);
export const opensList = (tail: string): boolean => /:["”’')\]]{0,2}[\s_^]{0,4}$/.test(tail);
export const startsUpper = (text: string): boolean => /^["“”'‘(^\s]{0,3}\p{Lu}/u.test(text);

const CAPITALS = /^[^\p{Ll}]{2,}$/u;
/** Written in capitals throughout, as titles and offices are. */
export const isCapitals = (text: string): boolean => CAPITALS.test(text) && /\p{Lu}/u.test(text);

const OFFICE =
  /^(?:Pj\.?\s|Plt\.?\s|Plh\.?\s|WAKIL\s)?(?:PRESIDEN|GUBERNUR|BUPATI|WALI\s?KOTA|MENTERI|KEPALA|KETUA|SEKRETARIS|DIREKTUR|CAMAT|LURAH|REKTOR|INSPEKTUR)\b/;

/** The line of an office that makes or signs the act. */
export const isOffice = (text: string): boolean =>
  OFFICE.test(text) && isCapitals(text.replace(/^P[jlt]+h?\.?\s/, ""));

const TITLE_CASE_OFFICE =
  /^(?:P[jlt]h?\.?\s|Wakil\s)?(?:Gubernur|Bupati|Wali\s?[Kk]ota|Sekretaris\s+Daerah)(?:\s(?:\p{Lu}\S*|dan)){0,8},$/u;

/** An office in title case on a line of its own with its comma ("Wali Kota Palu,"), where an office is due. */
export const isOfficeLine = (text: string): boolean =>
  isOffice(text) || (text.length < 80 && TITLE_CASE_OFFICE.test(text));
