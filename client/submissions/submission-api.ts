/** Calls of the submissions of one's body, typed by their contract. */
import type {
  CallsView,
  ItemView,
  ItemWordsInput,
  SendingView,
  SendSubmission,
  SubmissionText,
  SubmissionView,
} from "../../domain/submissions/submissions.contract.ts";
import { ApiError, readProblem } from "../api/api-error.ts";
import { get, request } from "../api/http.ts";
import { locale } from "../ui/locale.ts";

const path = (id: string, rest = "") => `/api/submissions/${encodeURIComponent(id)}${rest}`;
const itemPath = (id: string, itemId: string, rest = "") =>
  path(id, `/items/${encodeURIComponent(itemId)}${rest}`);
const tag = (revision: number) => `"${revision}"`;

export const listCalls = (signal?: AbortSignal) => get<CallsView>("/api/submissions", signal);

export const startSubmission = async (consultationId: string) =>
  (await request<SubmissionView>("/api/submissions", { method: "POST", body: { consultationId } })).data;

export const readSubmission = (id: string, signal?: AbortSignal) => get<SubmissionView>(path(id), signal);
export const readText = (id: string, signal?: AbortSignal) => get<SubmissionText>(path(id, "/text"), signal);
export const readItem = (id: string, itemId: string) => get<ItemView>(itemPath(id, itemId));
export const readSending = (id: string, number: number, signal?: AbortSignal) =>
  get<SendingView>(path(id, `/sendings/${number}`), signal);

export const addItem = async (id: string, body: ItemWordsInput, idempotencyKey: string) =>
  (await request<ItemView>(path(id, "/items"), { method: "POST", body, idempotencyKey })).data;

export const changeItem = async (id: string, itemId: string, revision: number, body: ItemWordsInput) =>
  (await request<ItemView>(itemPath(id, itemId), { method: "PUT", body, ifMatch: tag(revision) })).data;

export const removeItem = (id: string, itemId: string, revision: number) =>
  request(itemPath(id, itemId), { method: "DELETE", ifMatch: tag(revision) });

export const addComment = async (id: string, itemId: string, text: string, idempotencyKey: string) =>
  (
    await request<ItemView>(itemPath(id, itemId, "/comments"), {
      method: "POST",
      body: { text },
      idempotencyKey,
    })
  ).data;

export const settleComment = async (id: string, itemId: string, commentId: string, resolved: boolean) =>
  (
    await request<ItemView>(itemPath(id, itemId, `/comments/${encodeURIComponent(commentId)}`), {
      method: "PATCH",
      body: { resolved },
    })
  ).data;

export const fileHref = (id: string, fileId: string): string =>
  path(id, `/files/${encodeURIComponent(fileId)}`);

/** The file itself as body; throws ApiError like every other request. */
export async function addFile(id: string, itemId: string, file: File): Promise<ItemView> {
  const address = `${itemPath(id, itemId, "/files")}?name=${encodeURIComponent(file.name)}`;
  const headers = { "content-type": "application/octet-stream", "accept-language": locale() };
  let response: Response;
  try {
    response = await fetch(address, { method: "POST", headers, body: file, credentials: "same-origin" });
  } catch (cause) {
    throw new ApiError({ title: "", status: 0, detail: "", code: "offline" }, { cause });
  }
  if (!response.ok) throw new ApiError(await readProblem(response));
  return (await response.json()) as ItemView;
}

export const removeFile = async (id: string, itemId: string, fileId: string) =>
  (
    await request<ItemView>(itemPath(id, itemId, `/files/${encodeURIComponent(fileId)}`), {
      method: "DELETE",
    })
  ).data;

export const tellHead = (id: string) => request(path(id, "/ready"), { method: "POST" });

export const sendSubmission = async (id: string, revision: number, body: SendSubmission) =>
  (await request<SubmissionView>(path(id, "/send"), { method: "POST", body, ifMatch: tag(revision) })).data;

export const beginCorrection = async (id: string) =>
  (await request<SubmissionView>(path(id, "/correct"), { method: "POST" })).data;
