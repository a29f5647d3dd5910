/** Addresses of the workspace. Every page is a chunk of its own; the policy's pages share what is known of the policy. */
import { Route, Router, type RouteSectionProps } from "@solidjs/router";
import { ErrorBoundary, lazy, Suspense, type JSX } from "solid-js";
import { SessionProvider } from "./accounts/session.tsx";
import { PolicyProvider } from "./policies/policy-context.tsx";
import { ErrorView } from "./ui/error-view.tsx";
import { Skeleton } from "./ui/loaded.tsx";
import { NotFoundPage } from "./ui/not-found-page.tsx";
import { PageFrame } from "./ui/page-frame.tsx";

const PolicyListPage = lazy(async () => ({
  default: (await import("./policies/policy-list-page.tsx")).PolicyListPage,
}));
const NewPolicyPage = lazy(async () => ({
  default: (await import("./policies/new-policy-page.tsx")).NewPolicyPage,
}));
const EditorPage = lazy(async () => ({ default: (await import("./editor/editor-page.tsx")).EditorPage }));
const MembersPage = lazy(async () => ({
  default: (await import("./policies/members-page.tsx")).MembersPage,
}));
const VersionListPage = lazy(async () => ({
  default: (await import("./versions/version-list-page.tsx")).VersionListPage,
}));
const VersionPage = lazy(async () => ({
  default: (await import("./versions/version-page.tsx")).VersionPage,
}));
const ComparePage = lazy(async () => ({
  default: (await import("./versions/compare-page.tsx")).ComparePage,
}));
const InboxPage = lazy(async () => ({ default: (await import("./contributions/inbox-page.tsx")).InboxPage }));
const ConsultationListPage = lazy(async () => ({
  default: (await import("./consultations/consultation-list-page.tsx")).ConsultationListPage,
}));
const ConsultationFormPage = lazy(async () => ({
  default: (await import("./consultations/consultation-form-page.tsx")).ConsultationFormPage,
}));
const ConsultationPage = lazy(async () => ({
  default: (await import("./consultations/consultation-page.tsx")).ConsultationPage,
}));
const WorkshopListPage = lazy(async () => ({
  default: (await import("./workshops/workshop-list-page.tsx")).WorkshopListPage,
}));
const NewWorkshopPage = lazy(async () => ({
  default: (await import("./workshops/plan-pages.tsx")).NewWorkshopPage,
}));
const EditWorkshopPage = lazy(async () => ({
  default: (await import("./workshops/plan-pages.tsx")).EditWorkshopPage,
}));
const WorkshopPage = lazy(async () => ({
  default: (await import("./workshops/workshop-page.tsx")).WorkshopPage,
}));
const WorkshopLivePage = lazy(async () => ({
  default: (await import("./workshops/live-page.tsx")).LivePage,
}));
const WorkshopScreenPage = lazy(async () => ({
  default: (await import("./workshops/screen-page.tsx")).ScreenPage,
}));
const WorkshopMinutesPage = lazy(async () => ({
  default: (await import("./workshops/minutes-page.tsx")).MinutesPage,
}));
const NewSurveyPage = lazy(async () => ({
  default: (await import("./surveys/new-survey-page.tsx")).NewSurveyPage,
}));
const SurveyProvider = lazy(async () => ({
  default: (await import("./surveys/survey-context.tsx")).SurveyProvider,
}));
const SurveyQuestionsPage = lazy(async () => ({
  default: (await import("./surveys/survey-questions-page.tsx")).SurveyQuestionsPage,
}));
const SurveySettingsPage = lazy(async () => ({
  default: (await import("./surveys/survey-settings-page.tsx")).SurveySettingsPage,
}));
const SurveyCodesPage = lazy(async () => ({
  default: (await import("./surveys/survey-codes-page.tsx")).SurveyCodesPage,
}));
const SurveyInvitationsPage = lazy(async () => ({
  default: (await import("./surveys/survey-invitations-page.tsx")).SurveyInvitationsPage,
}));
const SurveyResultsPage = lazy(async () => ({
  default: (await import("./surveys/survey-results-page.tsx")).SurveyResultsPage,
}));
const HistoryPage = lazy(async () => ({ default: (await import("./audit/history-page.tsx")).HistoryPage }));
const WritingPage = lazy(async () => ({ default: (await import("./history/writing-page.tsx")).WritingPage }));
const ErasurePage = lazy(async () => ({ default: (await import("./erasure/erasure-page.tsx")).ErasurePage }));
const AdministrationPage = lazy(async () => ({
  default: (await import("./accounts/administration-page.tsx")).AdministrationPage,
}));
const OwnAccountPage = lazy(async () => ({
  default: (await import("./accounts/own-account-page.tsx")).OwnAccountPage,
}));
const NotificationsPage = lazy(async () => ({
  default: (await import("./notifications/notifications-page.tsx")).NotificationsPage,
}));
const ReviewListPage = lazy(async () => ({
  default: (await import("./reviews/review-list-page.tsx")).ReviewListPage,
}));
const SubmitPage = lazy(async () => ({ default: (await import("./reviews/submit-page.tsx")).SubmitPage }));
const LeaderPage = lazy(async () => ({ default: (await import("./reviews/leader-page.tsx")).LeaderPage }));
const TaskPage = lazy(async () => ({ default: (await import("./tasks/task-page.tsx")).TaskPage }));
const SubmissionsPage = lazy(async () => ({
  default: (await import("./submissions/submissions-page.tsx")).SubmissionsPage,
}));
const DraftPage = lazy(async () => ({ default: (await import("./submissions/draft-page.tsx")).DraftPage }));
const SentPage = lazy(async () => ({ default: (await import("./submissions/sent-page.tsx")).SentPage }));
const StagePathPage = lazy(async () => ({
  default: (await import("./policies/stage-path-page.tsx")).StagePathPage,
}));
const StagePlanPage = lazy(async () => ({
  default: (await import("./policies/stage-plan-page.tsx")).StagePlanPage,
}));

function Waiting(): JSX.Element {
  return (
    <div class="page">
      <Skeleton />
    </div>
  );
}

function Frame(props: RouteSectionProps): JSX.Element {
  return (
    <SessionProvider>
      <PageFrame>
        <ErrorBoundary
          fallback={(error: unknown) => (
            <div class="page">
              <ErrorView error={error} wholePage />
            </div>
          )}
        >
          <Suspense fallback={<Waiting />}>{props.children}</Suspense>
        </ErrorBoundary>
      </PageFrame>
    </SessionProvider>
  );
}

/** The page with the most script: its chunks are asked for while the session is. */
export function preloadPageOf(path: string): void {
  if (/^\/kerja\/rancangan\/[0-9A-Z]{26}\/?$/.test(path)) void EditorPage.preload().catch(() => undefined);
}

export function Routes(): JSX.Element {
  return (
    <Router root={Frame}>
      <Route path="/kerja">
        <Route path="/" component={PolicyListPage} />
        <Route path="/baru" component={NewPolicyPage} />
        <Route path="/rancangan/:policyId" component={PolicyProvider}>
          <Route path="/" component={EditorPage} />
          <Route path="/versi" component={VersionListPage} />
          <Route path="/versi/:number" component={VersionPage} />
          <Route path="/banding" component={ComparePage} />
          <Route path="/masukan" component={InboxPage} />
          <Route path="/konsultasi" component={ConsultationListPage} />
          <Route path="/konsultasi/baru" component={ConsultationFormPage} />
          <Route path="/konsultasi/:consultationId" component={ConsultationPage} />
          <Route path="/konsultasi/:consultationId/ubah" component={ConsultationFormPage} />
          <Route path="/persetujuan" component={ReviewListPage} />
          <Route path="/persetujuan/ajukan" component={SubmitPage} />
          <Route path="/persetujuan/:reviewId" component={LeaderPage} />
          <Route path="/lokakarya" component={WorkshopListPage} />
          <Route path="/lokakarya/baru" component={NewWorkshopPage} />
          <Route path="/lokakarya/:workshopId" component={WorkshopPage} />
          <Route path="/lokakarya/:workshopId/ubah" component={EditWorkshopPage} />
          <Route path="/lokakarya/:workshopId/langsung" component={WorkshopLivePage} />
          <Route path="/lokakarya/:workshopId/layar" component={WorkshopScreenPage} />
          <Route path="/lokakarya/:workshopId/notulen" component={WorkshopMinutesPage} />
          <Route path="/survei/baru" component={NewSurveyPage} />
          <Route path="/survei/:surveyId" component={SurveyProvider}>
            <Route path="/" component={SurveyQuestionsPage} />
            <Route path="/pengaturan" component={SurveySettingsPage} />
            <Route path="/kode" component={SurveyCodesPage} />
            <Route path="/undangan" component={SurveyInvitationsPage} />
            <Route path="/hasil" component={SurveyResultsPage} />
          </Route>
          <Route path="/tahap" component={StagePathPage} />
          <Route path="/anggota" component={MembersPage} />
          <Route path="/riwayat" component={HistoryPage} />
          <Route path="/riwayat/tulisan" component={WritingPage} />
          <Route path="/riwayat/penghapusan" component={ErasurePage} />
        </Route>
        <Route path="/usulan" component={SubmissionsPage} />
        <Route path="/usulan/:submissionId" component={DraftPage} />
        <Route path="/usulan/:submissionId/terkirim/:number" component={SentPage} />
        <Route path="/pemberitahuan" component={NotificationsPage} />
        <Route path="/tugas" component={TaskPage} />
        <Route path="/tahapan" component={StagePlanPage} />
        <Route path="/pengelolaan" component={AdministrationPage} />
        <Route path="/akun" component={OwnAccountPage} />
      </Route>
      <Route path="*" component={NotFoundPage} />
    </Router>
  );
}
