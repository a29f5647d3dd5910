import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Compress } from "./compress.ts";

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Pages are small and often made for one answer: more effort would cost more time than it saves on the way. */
const QUALITY = 5;

export const compressOnNode: Compress = {
  choose: (accept) => {
    if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accept)) return "br";
    return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accept) ? "gzip" : null;
  },
  async squeeze(text, encoding) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    };
    return new Uint8Array(encoding === "br" ? await brotli(text, { params }) : await deflate(text));
  },
};
