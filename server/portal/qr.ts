import { encode } from "uqr";

/** Light modules round the code, without which cameras do not find it (ISO/IEC 18004: four). */
const QUIET_MODULES = 4;

/**
 * A QR code as an SVG element, black on white in every theme. It has no size of
 * its own and no words: give it one, and a text beside it. Throws for more than
 * about 2,300 characters.
 */
export function qrSvg(text: string): string {
  const { size, data } = encode(text, { border: 0, ecc: "M" });
  const side = size + 2 * QUIET_MODULES;
  let path = "";
  for (const [row, modules] of data.entries()) {
    for (let start = 0; start < size; start += 1) {
      if (!modules[start]) continue;
      let end = start;
      while (modules[end]) end += 1;
      path += `M${start + QUIET_MODULES} ${row + QUIET_MODULES}h${end - start}v1h-${end - start}z`;
      start = end;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" aria-hidden="true"><rect width="${side}" height="${side}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}
