/** Calls of the reviews feature, typed by its contract. */
import type {
  ApprovalView,
  DecideStep,
  DelegateStep,
  ReviewBrief,
  ReviewCandidates,
  ReviewList,
  ReviewView,
  SubmitReview,
  WaitingReviews,
  WithdrawReview,
} from "../../domain/reviews/reviews.contract.ts";
import { get, request } from "../api/http.ts";
import { policyPath } from "../policies/policy-api.ts";

const reviewPath = (policyId: string, reviewId: string, rest = ""): string =>
  policyPath(policyId, `/reviews/${encodeURIComponent(reviewId)}${rest}`);

export const listReviews = (policyId: string, signal?: AbortSignal) =>
  get<ReviewList>(policyPath(policyId, "/reviews"), signal);

export const readReview = (policyId: string, reviewId: string, signal?: AbortSignal) =>
  get<ReviewView>(reviewPath(policyId, reviewId), signal);

export const readBrief = (policyId: string, reviewId: string, signal?: AbortSignal) =>
  get<ReviewBrief>(reviewPath(policyId, reviewId, "/brief"), signal);

export const readApproval = (policyId: string, signal?: AbortSignal) =>
  get<ApprovalView>(policyPath(policyId, "/approval"), signal);

export const readCandidates = (policyId: string, version: number, signal?: AbortSignal) =>
  get<ReviewCandidates>(policyPath(policyId, `/review-candidates?version=${version}`), signal);

export const submitReview = async (policyId: string, body: SubmitReview, idempotencyKey: string) =>
  (await request<ReviewView>(policyPath(policyId, "/reviews"), { method: "POST", body, idempotencyKey }))
    .data;

const post = async (path: string, body: unknown): Promise<ReviewView> =>
  (await request<ReviewView>(path, { method: "POST", body })).data;

export const decideStep = ({ policyId, id }: ReviewView, stepId: string, body: DecideStep) =>
  post(reviewPath(policyId, id, `/steps/${stepId}/decision`), body);

export const delegateStep = ({ policyId, id }: ReviewView, stepId: string, body: DelegateStep) =>
  post(reviewPath(policyId, id, `/steps/${stepId}/delegate`), body);

export const withdrawReview = ({ policyId, id }: ReviewView, body: WithdrawReview) =>
  post(reviewPath(policyId, id, "/withdraw"), body);

export const listWaiting = (signal?: AbortSignal) => get<WaitingReviews>("/api/reviews/waiting", signal);
