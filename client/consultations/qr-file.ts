/** A QR code as a picture that is shown and downloaded; black on white in every theme, four light modules round it. */
import { renderSVG } from "uqr";
import { downloadFile } from "../editor/download.ts";

export interface QrFile {
  /** `data:` address for an image. */
  readonly href: string;
  /** `name` without its ending. */
  readonly download: (name: string) => void;
}

export function qrFile(text: string): QrFile {
  const svg = renderSVG(text, { border: 4, ecc: "M" });
  return {
    href: `data:image/svg+xml,${encodeURIComponent(svg)}`,
    download: (name) => downloadFile(new Blob([svg], { type: "image/svg+xml" }), name, "svg"),
  };
}
