/**
 * Characters that XML 1.0 (section 2.2) has no place for, and that would make
 * an office document unreadable: controls but tab and line breaks, lone
 * surrogates, U+FFFE and U+FFFF.
 */
// eslint-disable-next-line no-control-regex
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export const cleanText = (text: string): string =>
  text.toWellFormed().replaceAll("\r\n", "\n").replaceAll("\r", "\n").replaceAll(NOT_IN_XML, "");
