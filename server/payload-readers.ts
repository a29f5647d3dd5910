/** How each feature lets the record be checked against its rows. */
import type { Db } from "../db/database.ts";
import { createDispositionPayloadReader } from "../db/repos/disposition-payload.ts";
import { createReviewPayloadReaders } from "../db/repos/review-payload.ts";
import { ARTEFACT_SUBJECT, createArtefactPayloadReader } from "../db/repos/stage.repo.ts";
import { createSubmissionPayloadReader } from "../db/repos/submission-payload.ts";
import { createVersionPayloadReader } from "../db/repos/version-payload.ts";
import { createWorkshopPayloadReader } from "../db/repos/workshop-payload.ts";
import type { PayloadReaders } from "../db/verify-audit.ts";
import type { Repos } from "./repos.ts";

export function createPayloadReaders(db: Db, repos: Repos): PayloadReaders {
  return {
    version: createVersionPayloadReader(db, repos.versions),
    ...createReviewPayloadReaders(db),
    [ARTEFACT_SUBJECT]: createArtefactPayloadReader(db),
    disposition: createDispositionPayloadReader(db),
    submission: createSubmissionPayloadReader(db, repos.submissions, repos.attachments),
    workshop: createWorkshopPayloadReader(db, repos.workshopMinutes),
  };
}
