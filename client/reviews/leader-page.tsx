/**
 * What a leader must know before deciding, in one column, phone first: what is
 * asked and by when, three numbers, the changes, the objections, the hash and
 * who decided before. The two acts stay at the thumb.
 */
import { A, useParams } from "@solidjs/router";
import { createSignal, Show, type JSX } from "solid-js";
import type { ReviewBrief, ReviewView, StepView } from "../../domain/reviews/reviews.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { policyHref, usePolicyPlace, usePolicyTitle } from "../policies/policy-frame.tsx";
import { Button } from "../ui/button.tsx";
import { formatDate, formatNumber } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { compareHref } from "../versions/compare-picker.tsx";
import { HashMark } from "../versions/hash-mark.tsx";
import "../versions/versions.css";
import { BriefChanges } from "./brief-changes.tsx";
import { BriefObjections } from "./brief-objections.tsx";
import { ClampedWords } from "./clamped-words.tsx";
import { decideTexts } from "./decide.intl.ts";
import { DecisionDialog } from "./decision-dialogs.tsx";
import { DelegateDialog } from "./delegate-dialog.tsx";
import { DueMark } from "./due-mark.tsx";
import { readBrief, readReview } from "./review-api.ts";
import { ReviewSteps } from "./review-steps.tsx";
import { reviewTexts } from "./reviews.intl.ts";
import "./leader-page.css";
import "./reviews.css";

/** The step that is the reader's to decide, else one of theirs that they may not. */
const ownStep = ({ steps }: ReviewView): StepView | undefined =>
  steps.find(({ may }) => may.decide) ??
  steps.find(({ may }) => may.delegate) ??
  steps.find(({ may, state }) => may.refused !== undefined && (state === "open" || state === "waiting"));

function Asked(props: {
  review: ReviewView;
  step: StepView | undefined;
  /** The reader has just decided, and others decide after them. */
  goesOn: boolean;
  /** The line that says how the round stands. */
  standing: (element: HTMLElement) => void;
}): JSX.Element {
  const t = textsOf(decideTexts);
  const words = textsOf(reviewTexts);
  const title = usePolicyTitle();
  const { policy } = usePolicy();
  const zone = () => policy().authority.timeZone;
  const own = () => props.step?.may.decide === true;
  return (
    <header class="leader-asked">
      <p class="leader-kicker" tabIndex={-1} ref={props.standing}>
        <strong>{own() ? t().asked : t().askedOthers}</strong>
        <Show when={props.review.state !== "open"}>
          <span class="small quiet">{t().decided(words().roundState[props.review.state])}</span>
        </Show>
        <Show when={props.goesOn && props.review.state === "open"}>
          <span class="small quiet">{t().goesOn}</span>
        </Show>
      </p>
      <h1>{title()}</h1>
      <p class="small quiet">
        {words().round(props.review.version.number, props.review.version.label)},{" "}
        {t().by(props.review.submittedBy.name, formatDate(props.review.submittedAt, locale(), zone()))}
      </p>
      <Show when={props.step}>{(step) => <DueMark step={step()} timeZone={zone()} />}</Show>
      <Show when={props.review.message}>
        {(message) => <ClampedWords lines={2}>{message()}</ClampedWords>}
      </Show>
    </header>
  );
}

function Figures(props: { brief: ReviewBrief }): JSX.Element {
  const t = textsOf(decideTexts);
  const number = (value: number) => formatNumber(value, locale());
  const since = () => {
    const { base } = props.brief;
    if (!base) return t().firstVersion;
    return base.approved ? t().changedSinceApproved(base.number) : t().changedSinceFirst(base.number);
  };
  const { inputs } = props.brief;
  return (
    <dl class="leader-figures" aria-label={t().figures}>
      <div>
        <dt>{t().changed}</dt>
        <dd class="numeric">{number(props.brief.changes.length)}</dd>
        <dd class="small quiet">{since()}</dd>
      </div>
      <div>
        <dt>{t().inputs}</dt>
        <dd class="numeric">{number(inputs.received)}</dd>
        <dd class="small quiet">
          {inputs.received === 0
            ? t().noInputs
            : t().inputsDetail(number(inputs.answered), number(inputs.open))}
        </dd>
      </div>
      <div>
        <dt>{t().against}</dt>
        <dd class="numeric">{number(inputs.against)}</dd>
        <Show when={inputs.against === 0}>
          <dd class="small quiet">{t().againstNone}</dd>
        </Show>
      </div>
    </dl>
  );
}

function Brief(props: { review: ReviewView; brief: ReviewBrief }): JSX.Element {
  const t = textsOf(decideTexts);
  const { policy } = usePolicy();
  const version = () => props.review.version.number;
  return (
    <>
      <Figures brief={props.brief} />
      <Show when={props.brief.textChangedSince && props.review.state === "open"}>
        <p class="small leader-changed">
          {t().textChanged} <A href={compareHref(policy().id, version(), "live")}>{t().toComparison}</A>
        </p>
      </Show>
      <section class="leader-section" aria-labelledby="yang-berubah">
        <h2 id="yang-berubah">{t().changesTitle}</h2>
        <BriefChanges brief={props.brief}>
          <Show when={props.brief.base}>
            {(base) => <A href={compareHref(policy().id, base().number, version())}>{t().wholeComparison}</A>}
          </Show>
          <A href={policyHref(policy().id, `/versi/${version()}`)}>{t().wholeText}</A>
        </BriefChanges>
      </section>
      <section class="leader-section" aria-labelledby="keberatan">
        <h2 id="keberatan">{t().objectionsTitle}</h2>
        <BriefObjections brief={props.brief} />
      </section>
    </>
  );
}

function Acts(props: {
  review: ReviewView;
  step: StepView | undefined;
  onChanged: (review?: ReviewView) => void;
  /** As `onChanged`, when the reader decided. */
  onDecided: (review?: ReviewView) => void;
}): JSX.Element {
  const t = textsOf(decideTexts);
  const words = textsOf(reviewTexts);
  const [asking, setAsking] = createSignal<"approve" | "return" | "delegate">();
  const close = () => setAsking(undefined);
  return (
    <Show when={props.step}>
      {(step) => (
        <>
          <Show when={!step().may.decide && step().may.refused && props.review.state === "open"}>
            <p class="notice">{words().refused[step().may.refused ?? "not-addressed"]}</p>
          </Show>
          <Show when={step().may.delegate}>
            <p>
              <Button look="plain" onClick={() => setAsking("delegate")}>
                {t().delegate}
              </Button>
            </p>
          </Show>
          <Show when={step().may.decide}>
            <div class="leader-acts no-print">
              <Button onClick={() => setAsking("return")}>{t().giveBack}</Button>
              <Button look="primary" onClick={() => setAsking("approve")}>
                {t().approve}
              </Button>
            </div>
          </Show>
          <DecisionDialog
            review={props.review}
            step={step()}
            which="approve"
            open={asking() === "approve"}
            onClose={close}
            onDone={props.onDecided}
          />
          <DecisionDialog
            review={props.review}
            step={step()}
            which="return"
            open={asking() === "return"}
            onClose={close}
            onDone={props.onDecided}
          />
          <DelegateDialog
            review={props.review}
            step={step()}
            open={asking() === "delegate"}
            onClose={close}
            onDone={props.onChanged}
          />
        </>
      )}
    </Show>
  );
}

export function LeaderPage(): JSX.Element {
  const t = textsOf(decideTexts);
  const words = textsOf(reviewTexts);
  const params = useParams();
  const { policy, reload } = usePolicy();
  const wanted = () => ({ policyId: policy().id, reviewId: params.reviewId ?? "" });
  const review = createRemote(wanted, ({ policyId, reviewId }, signal) =>
    readReview(policyId, reviewId, signal),
  );
  const brief = createRemote(wanted, ({ policyId, reviewId }, signal) =>
    readBrief(policyId, reviewId, signal),
  );
  usePolicyPlace(
    () => t().place(review.data()?.version.number ?? 0),
    () => [{ text: words().title, href: policyHref(policy().id, "/persetujuan") }],
  );
  const changed = (after?: ReviewView) => {
    if (after) review.set(after);
    else review.reload();
    // A return moves the stage.
    reload();
  };

  const [goesOn, setGoesOn] = createSignal(false);
  let standing: HTMLElement | undefined;
  const decided = (after?: ReviewView) => {
    changed(after);
    if (!after) return;
    setGoesOn(after.state === "open");
    // Once the dialog has let go of the focus: what was decided is said at the head of the page.
    requestAnimationFrame(() => {
      standing?.focus({ preventScroll: true });
      scrollTo({ top: 0 });
    });
  };

  return (
    <div class="page leader-page">
      <Loaded remote={review} lines={8} withHeading>
        {(data) => (
          <>
            <Asked
              review={data()}
              step={ownStep(data())}
              goesOn={goesOn()}
              standing={(element) => (standing = element)}
            />
            <Loaded remote={brief} lines={8}>
              {(known) => <Brief review={data()} brief={known()} />}
            </Loaded>
            <section class="leader-section" aria-labelledby="siapa">
              <h2 id="siapa">{t().before}</h2>
              <ReviewSteps review={data()} timeZone={policy().authority.timeZone} short />
              <p class="small leader-hash">
                {t().hash} <HashMark hash={data().hash} name={t().hashOf(data().version.number)} />
              </p>
            </section>
            <p class="small quiet">{t().hashMeaning}</p>
            <p>
              <A href={policyHref(policy().id, "/persetujuan")}>{t().rounds}</A>
            </p>
            <Acts review={data()} step={ownStep(data())} onChanged={changed} onDecided={decided} />
          </>
        )}
      </Loaded>
    </div>
  );
}
