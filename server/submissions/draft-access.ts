/** Who may have which draft: only its body. Everybody else is told that there is none. [SB1, SB2] */
import type { Call, Submission } from "../../db/repos/submission-reads.ts";
import type { Account } from "../../domain/accounts/account.ts";
import { DomainError } from "../../domain/errors.ts";
import type { ConsultationId, SubmissionId, UnitId } from "../../domain/ids.ts";
import { bodyOf, callPhase, type CallPhase } from "../../domain/submissions/submission.ts";
import type { Deps } from "../deps.ts";
import type { AppContext } from "../http/context.ts";
import { found } from "../http/refusals.ts";
import { idParam, requireActor } from "../http/route.ts";

/** A call that the asker's body may answer. */
export interface OpenedCall {
  readonly account: Account;
  readonly body: UnitId;
  readonly call: Call;
  /** Null: cancelled, or bodies are not called any more. */
  readonly phase: CallPhase | null;
}

export interface OpenedDraft extends OpenedCall {
  readonly submission: Submission;
}

export function createDraftAccess({ repos, now }: Pick<Deps, "repos" | "now">) {
  function requireBody(c: AppContext): { account: Account; body: UnitId } {
    const { account } = requireActor(c);
    const body = bodyOf(account);
    if (body === null) throw new DomainError("not-found", "no-body", "account of no body");
    return { account, body };
  }

  async function openCall(c: AppContext, consultation: ConsultationId): Promise<OpenedCall> {
    const { account, body } = requireBody(c);
    const call = found(await repos.submissions.call(body, consultation), "no-such-call");
    const phase = callPhase(call.consultation, now());
    return { account, body, call, phase };
  }

  return {
    /** The call; `not-found` for one that was never announced or is not for this body. */
    async call(c: AppContext, consultation: ConsultationId): Promise<OpenedCall> {
      const opened = await openCall(c, consultation);
      if (opened.phase === null) throw new DomainError("not-found", "no-such-call", "no call");
      return opened;
    },
    /** The draft of the path. */
    async draft(c: AppContext): Promise<OpenedDraft> {
      const { body } = requireBody(c);
      const id = idParam<SubmissionId>(c, "submissionId");
      const submission = found(await repos.submissions.get(body, id), "no-such-submission");
      return { ...(await openCall(c, submission.consultationId)), submission };
    },
  };
}

/** [SB4] */
export function assertOpen({ phase }: Pick<OpenedCall, "phase">): void {
  if (phase !== "open") throw new DomainError("conflict", "call-not-open", `call is ${phase ?? "off"}`);
}

/** [SB4, SB10] */
export function assertDrafting({ phase, submission }: OpenedDraft): void {
  assertOpen({ phase });
  if (submission.state !== "drafting") {
    throw new DomainError("conflict", "submission-sent", "sent and not being corrected");
  }
}

/** [SB3] */
export function assertHead({ account }: Pick<OpenedCall, "account">): void {
  if (!account.head) throw new DomainError("not-allowed", "not-the-head", "not the head of the body");
}
