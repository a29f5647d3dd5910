/** Taking a file in: read what it is, put it into the file store, then let its row be written. [AT1, AT6] */
import { attachmentFile, attachmentName, type Attachment } from "../../domain/attachments/attachment.ts";
import { sniff } from "../../domain/attachments/sniff.ts";
import { DomainError } from "../../domain/errors.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import type { Deps } from "../deps.ts";

/**
 * The file first, then its row by `write`: a row never names a file that is not
 * there. When `write` fails, the file is taken away again.
 */
export function createKeepAttachment({ files, newId }: Pick<Deps, "files" | "newId">) {
  return async function keepAttachment(
    bytes: Uint8Array,
    givenName: string,
    write: (attachment: Attachment) => Promise<void>,
  ): Promise<Attachment> {
    const kind = sniff(bytes);
    if (kind === null) {
      throw new DomainError("unsupported", "file-kind", "content of a kind that is not taken");
    }
    const attachment: Attachment = {
      id: newId(),
      sha256: await sha256Hex(bytes),
      name: attachmentName(givenName, kind),
      kind,
      bytes: bytes.byteLength,
    };
    await files.put(attachmentFile(attachment), bytes);
    try {
      await write(attachment);
    } catch (error) {
      await files.remove(attachmentFile(attachment));
      throw error;
    }
    return attachment;
  };
}
