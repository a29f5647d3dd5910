/** The repositories over one database; all writes go through one audit trail. */
import type { AuditTrail } from "../db/audit-trail.ts";
import type { Db } from "../db/database.ts";
import { createAccountLinkRepo, type AccountLinkRepo } from "../db/repos/account-link.repo.ts";
import { createAccountRepo, type AccountRepo } from "../db/repos/account.repo.ts";
import { createAuditRepo, type AuditRepo } from "../db/repos/audit.repo.ts";
import {
  createConsultationFiguresRepo,
  type ConsultationFiguresRepo,
} from "../db/repos/consultation-figures.ts";
import { createConsultationRepo, type ConsultationRepo } from "../db/repos/consultation.repo.ts";
import { createContributionActsRepo, type ContributionActsRepo } from "../db/repos/contribution-acts.repo.ts";
import { createContributionRepo, type ContributionRepo } from "../db/repos/contribution.repo.ts";
import { createDirectoryRepo, type DirectoryRepo } from "../db/repos/directory.repo.ts";
import { createDispositionRepo, type DispositionRepo } from "../db/repos/disposition.repo.ts";
import { createErasureRepo, type ErasureRepo } from "../db/repos/erasure.repo.ts";
import { createIdempotencyRepo, type IdempotencyRepo } from "../db/repos/idempotency.repo.ts";
import { createNotificationRepo, type NotificationRepo } from "../db/repos/notification.repo.ts";
import { createOutboxRepo, type OutboxRepo } from "../db/repos/outbox.repo.ts";
import { createPortalRepo, type PortalRepo } from "../db/repos/portal.repo.ts";
import { createPolicyRepo, type PolicyRepo } from "../db/repos/policy.repo.ts";
import { createReviewInputRepo, type ReviewInputRepo } from "../db/repos/review-input.repo.ts";
import { createReviewPeopleRepo, type ReviewPeopleRepo } from "../db/repos/review-people.repo.ts";
import { createReviewRepo, type ReviewRepo } from "../db/repos/review.repo.ts";
import { createRetentionRepo, type RetentionRepo } from "../db/repos/retention.repo.ts";
import { createSettingsRepo, type SettingsRepo } from "../db/repos/settings.repo.ts";
import { createShortLinkRepo, type ShortLinkRepo } from "../db/repos/short-link.repo.ts";
import { createAttachmentRepo, type AttachmentRepo } from "../db/repos/attachment.repo.ts";
import { createSubmissionRepo, type SubmissionRepo } from "../db/repos/submission.repo.ts";
import {
  createSurveyParticipationRepo,
  type SurveyParticipationRepo,
} from "../db/repos/survey-participation.repo.ts";
import { createSurveyResponseRepo, type SurveyResponseRepo } from "../db/repos/survey-response.repo.ts";
import { createSurveyRepo, type SurveyRepo } from "../db/repos/survey.repo.ts";
import { createStageRepo, type StageRepo } from "../db/repos/stage.repo.ts";
import { createVersionRepo, type VersionRepo } from "../db/repos/version.repo.ts";
import { createWorkshopFloorRepo, type WorkshopFloorRepo } from "../db/repos/workshop-floor.repo.ts";
import { createWorkshopMinutesRepo, type WorkshopMinutesRepo } from "../db/repos/workshop-minutes.repo.ts";
import { createWorkshopRepo, type WorkshopRepo } from "../db/repos/workshop.repo.ts";

export interface Repos {
  readonly accounts: AccountRepo;
  readonly links: AccountLinkRepo;
  readonly directory: DirectoryRepo;
  readonly policies: PolicyRepo;
  readonly versions: VersionRepo;
  readonly erasure: ErasureRepo;
  readonly consultations: ConsultationRepo;
  readonly consultationFigures: ConsultationFiguresRepo;
  readonly shortLinks: ShortLinkRepo;
  readonly contributions: ContributionRepo;
  readonly contributionActs: ContributionActsRepo;
  readonly dispositions: DispositionRepo;
  readonly portal: PortalRepo;
  readonly surveys: SurveyRepo;
  readonly surveyParticipation: SurveyParticipationRepo;
  readonly surveyResponses: SurveyResponseRepo;
  readonly workshops: WorkshopRepo;
  readonly workshopFloor: WorkshopFloorRepo;
  readonly workshopMinutes: WorkshopMinutesRepo;
  readonly stages: StageRepo;
  readonly reviews: ReviewRepo;
  readonly reviewPeople: ReviewPeopleRepo;
  readonly reviewInput: ReviewInputRepo;
  readonly attachments: AttachmentRepo;
  readonly submissions: SubmissionRepo;
  readonly notifications: NotificationRepo;
  readonly outbox: OutboxRepo;
  readonly idempotency: IdempotencyRepo;
  readonly retention: RetentionRepo;
  readonly settings: SettingsRepo;
  readonly audit: AuditRepo;
}

export function createRepos(db: Db, trail: AuditTrail): Repos {
  const consultations = createConsultationRepo(db, trail);
  const attachments = createAttachmentRepo(db);
  const surveyParticipation = createSurveyParticipationRepo(db, trail);
  return {
    accounts: createAccountRepo(db, trail),
    links: createAccountLinkRepo(db, trail),
    directory: createDirectoryRepo(db, trail),
    policies: createPolicyRepo(db, trail),
    versions: createVersionRepo(db, trail),
    erasure: createErasureRepo(db, trail),
    consultations,
    consultationFigures: createConsultationFiguresRepo(db),
    shortLinks: createShortLinkRepo(db),
    portal: createPortalRepo(db),
    contributions: createContributionRepo(db),
    contributionActs: createContributionActsRepo(db, trail, createContributionRepo(db)),
    dispositions: createDispositionRepo(db, trail),
    surveys: createSurveyRepo(db, trail),
    surveyParticipation,
    surveyResponses: createSurveyResponseRepo(db, surveyParticipation),
    workshops: createWorkshopRepo(db, trail),
    workshopFloor: createWorkshopFloorRepo(db, createContributionRepo(db)),
    workshopMinutes: createWorkshopMinutesRepo(db, trail),
    stages: createStageRepo(db, trail),
    reviews: createReviewRepo(db, trail),
    reviewPeople: createReviewPeopleRepo(db),
    reviewInput: createReviewInputRepo(db),
    attachments,
    submissions: createSubmissionRepo(db, trail, consultations, attachments),
    notifications: createNotificationRepo(db),
    outbox: createOutboxRepo(db),
    idempotency: createIdempotencyRepo(db),
    retention: createRetentionRepo(db, trail),
    settings: createSettingsRepo(db),
    audit: createAuditRepo(db),
  };
}
