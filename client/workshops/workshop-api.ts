/** Calls of the workshops feature. */
import { idFromBytes } from "../../domain/ids.ts";
import type {
  AddAttendee,
  AskQuestion,
  CreateCluster,
  CreateWorkshop,
  DecideCorrection,
  Paragraphs,
  RecordedEntry,
  RecordEntry,
  WorkshopDetail,
  WorkshopList,
  WorkshopMinutes,
  WorkshopSettings,
} from "../../domain/workshops/workshops.contract.ts";
import { get, request, type ApiAnswer } from "../api/http.ts";
import { policyPath } from "../policies/policy-api.ts";

/** A random id in the form of a ULID; `crypto.randomUUID` is missing on plain http, which is how a hall may run. */
export const newClientId = <Id extends string>(): Id =>
  idFromBytes(crypto.getRandomValues(new Uint8Array(16))) as Id;

export const workshopPath = (policyId: string, workshopId: string, rest = ""): string =>
  policyPath(policyId, `/workshops/${encodeURIComponent(workshopId)}${rest}`);

/** Address of the join page's QR code, as a picture. */
export const qrHref = (code: string): string => `/lokakarya/${code}/qr.svg`;

export const listWorkshops = (policyId: string, signal?: AbortSignal) =>
  get<WorkshopList>(policyPath(policyId, "/workshops"), signal);

export const readWorkshop = (policyId: string, workshopId: string, signal?: AbortSignal) =>
  request<WorkshopDetail>(workshopPath(policyId, workshopId), signal ? { signal } : {});

export const createWorkshop = async (policyId: string, body: CreateWorkshop, idempotencyKey: string) =>
  (
    await request<WorkshopDetail>(policyPath(policyId, "/workshops"), {
      method: "POST",
      body,
      idempotencyKey,
    })
  ).data;

export const changeWorkshop = (
  policyId: string,
  workshopId: string,
  body: WorkshopSettings,
  ifMatch: string,
): Promise<ApiAnswer<WorkshopDetail>> =>
  request(workshopPath(policyId, workshopId), { method: "PUT", body, ifMatch });

/** Everything below one workshop, for its live page. */
export function createFloorApi(policyId: string, workshopId: string) {
  const at = (rest: string) => workshopPath(policyId, workshopId, rest);
  const send = async <T = void>(method: "POST" | "PUT" | "PATCH" | "DELETE", rest: string, body?: unknown) =>
    (await request<T>(at(rest), { method, ...(body !== undefined && { body }) })).data;
  return {
    livePath: at("/live"),
    step: (step: "start" | "close" | "reopen") =>
      request<WorkshopDetail>(at("/steps"), { method: "POST", body: { step } }),
    moveTo: (cid: string | null) => send("PUT", "/current", { cid }),
    record: (entry: RecordEntry) => send<RecordedEntry>("POST", "/entries", entry),
    setHidden: (id: string, hidden: boolean) => send("PATCH", `/entries/${id}`, { hidden }),
    group: (body: CreateCluster) => send("POST", "/clusters", body),
    moveEntries: (clusterId: string | null, entryIds: readonly string[]) =>
      send("POST", "/grouping", { clusterId, entryIds }),
    rename: (id: string, heading: string) => send("PATCH", `/clusters/${id}`, { heading }),
    dissolve: (id: string) => send("DELETE", `/clusters/${id}`),
    ask: (body: AskQuestion) => send("POST", "/questions", body),
    setQuestionOpen: (id: string, open: boolean) => send("PATCH", `/questions/${id}`, { open }),
    addAttendee: (body: AddAttendee) => send("POST", "/attendees", body),
    removeAttendee: (id: string) => send("DELETE", `/attendees/${id}`),
  };
}
export type FloorApi = ReturnType<typeof createFloorApi>;

export const readMinutes = (policyId: string, workshopId: string, signal?: AbortSignal) =>
  request<WorkshopMinutes>(workshopPath(policyId, workshopId, "/minutes"), signal ? { signal } : {});

export const writeParagraphs = (
  policyId: string,
  workshopId: string,
  body: Paragraphs,
  ifMatch: string,
): Promise<ApiAnswer<WorkshopMinutes>> =>
  request(workshopPath(policyId, workshopId, "/minutes/paragraphs"), { method: "PUT", body, ifMatch });

export const publishMinutes = (policyId: string, workshopId: string): Promise<ApiAnswer<WorkshopMinutes>> =>
  request(workshopPath(policyId, workshopId, "/minutes/publish"), { method: "POST" });

export const decideCorrection = (
  policyId: string,
  workshopId: string,
  correctionId: string,
  body: DecideCorrection,
): Promise<ApiAnswer<WorkshopMinutes>> =>
  request(workshopPath(policyId, workshopId, `/minutes/corrections/${correctionId}/decision`), {
    method: "POST",
    body,
  });
