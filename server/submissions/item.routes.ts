/** Items of a draft, with comments among colleagues and files. */
import {
  itemCommentSchema,
  itemWordsSchema,
  settleCommentSchema,
  uploadQuerySchema,
} from "../../domain/submissions/submissions.contract.ts";
import { readUpload } from "../attachments/read-upload.ts";
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";
import { requireRevision, revisionTag } from "../http/etag.ts";
import { idParam, type Routes } from "../http/route.ts";
import { assertDrafting, createDraftAccess, type OpenedDraft } from "./draft-access.ts";
import { createEditItems } from "./edit-items.ts";
import { createPresentSubmissions } from "./present-submission.ts";

const ITEMS = "/api/submissions/:submissionId/items";
const ITEM = `${ITEMS}/:itemId`;
const action = "submission.draft";

export function registerItemRoutes(routes: Routes, deps: Deps): void {
  const access = createDraftAccess(deps);
  const present = createPresentSubmissions(deps);
  const edit = createEditItems(deps);
  const itemId = (c: AppContext) => idParam<string>(c, "itemId");

  async function view(c: AppContext, draft: OpenedDraft, id: string, status: 200 | 201 = 200) {
    const item = await present.item(draft, id);
    return c.json(item, status, { etag: revisionTag(item.revision) });
  }

  routes.add(
    {
      method: "POST",
      path: ITEMS,
      action,
      summary: "Add an item to the draft",
      body: itemWordsSchema,
      status: 201,
      idempotent: true,
    },
    async ({ c, body }) => {
      const draft = await access.draft(c);
      return view(c, draft, await edit.add(draft, body), 201);
    },
  );

  routes.add({ method: "GET", path: ITEM, action, summary: "Read an item of the draft" }, async ({ c }) =>
    view(c, await access.draft(c), itemId(c)),
  );

  routes.add(
    { method: "PUT", path: ITEM, action, summary: "Change an item (If-Match)", body: itemWordsSchema },
    async ({ c, body }) => {
      const draft = await access.draft(c);
      await edit.change(draft, itemId(c), requireRevision(c), body);
      return view(c, draft, itemId(c));
    },
  );

  routes.add(
    { method: "DELETE", path: ITEM, action, summary: "Take an item off the draft (If-Match)", status: 204 },
    async ({ c }) => {
      await edit.remove(await access.draft(c), itemId(c), requireRevision(c));
      return c.body(null, 204);
    },
  );

  routes.add(
    {
      method: "POST",
      path: `${ITEM}/comments`,
      action,
      summary: "Comment on an item, among colleagues",
      body: itemCommentSchema,
      status: 201,
      idempotent: true,
    },
    async ({ c, body }) => {
      const draft = await access.draft(c);
      await edit.comment(draft, itemId(c), body.text);
      return view(c, draft, itemId(c), 201);
    },
  );

  routes.add(
    {
      method: "PATCH",
      path: `${ITEM}/comments/:commentId`,
      action,
      summary: "Settle a comment, or open it again",
      body: settleCommentSchema,
    },
    async ({ c, body }) => {
      const draft = await access.draft(c);
      await edit.settle(draft, itemId(c), idParam(c, "commentId"), body.resolved);
      return view(c, draft, itemId(c));
    },
  );

  routes.add(
    {
      method: "POST",
      path: `${ITEM}/files`,
      action,
      summary: "Add a file to an item; the body is the file",
      query: uploadQuerySchema,
      status: 201,
    },
    async ({ c, query }) => {
      const draft = await access.draft(c);
      assertDrafting(draft);
      await edit.attach(draft, itemId(c), query.name, await readUpload(c.req.raw));
      return view(c, draft, itemId(c), 201);
    },
  );

  routes.add(
    {
      method: "DELETE",
      path: `${ITEM}/files/:attachmentId`,
      action,
      summary: "Take a file off an item",
    },
    async ({ c }) => {
      const draft = await access.draft(c);
      await edit.detach(draft, itemId(c), idParam(c, "attachmentId"));
      return view(c, draft, itemId(c));
    },
  );
}
