/**
 * The document's Durable Object on Cloudflare. It exists so that the binding,
 * its migration and the address are settled; the room does not run here yet, so
 * a socket is told so with a status that makes no client believe it is connected.
 */
import { DurableObject } from "cloudflare:workers";

export class DocumentRoom extends DurableObject {
  override fetch(): Response {
    return Response.json(
      {
        type: "urn:rembuk:problem:unavailable",
        title: "Not implemented",
        status: 501,
        detail: "Co-editing is not available on this deployment yet.",
        code: "unavailable",
        reason: "collaboration-not-here",
      },
      { status: 501, headers: { "content-type": "application/problem+json" } },
    );
  }
}
