/** Giving a file out: as a download, and only what was taken in. [AT6, AT7] */
import {
  ATTACHMENT_FACTS,
  attachmentFile,
  dispositionOf,
  type Attachment,
} from "../../domain/attachments/attachment.ts";
import { DomainError } from "../../domain/errors.ts";
import { sha256Hex } from "../../domain/sha256.ts";
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";

export function createServeAttachment({ files }: Pick<Deps, "files">) {
  return async function serveAttachment(c: AppContext, attachment: Attachment): Promise<Response> {
    const { id, kind, name, sha256 } = attachment;
    const bytes = await files.get(attachmentFile(attachment));
    if (!bytes) throw new DomainError("gone", "file-gone", `file of attachment ${id} is not there`);
    // A file changed on the disk is not what was attached.
    if ((await sha256Hex(bytes)) !== sha256) throw new Error(`attachment ${id} is not what was stored`);
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      "content-type": ATTACHMENT_FACTS[kind].mediaType,
      "content-disposition": dispositionOf(name),
      "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
      "cache-control": "private, no-store",
    });
  };
}
