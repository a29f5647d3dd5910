/** Which characters a text may hold: no control characters, which neither SQL (NUL), XML nor a printed page can carry. */

// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u001f\u007f]/g;
// Tabs and line ends are only white space: the room lets in what was written with them.
// oxlint-disable-next-line no-control-regex
const REFUSED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/** `text` with a space for every control character, line ends included. */
export const withoutControls = (text: string): string => text.replace(CONTROLS, " ");

/** Whether `text` holds a character that a document may never hold. */
export const hasRefusedCharacter = (text: string): boolean => REFUSED.test(text);
