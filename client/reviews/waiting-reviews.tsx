/** Reviews that wait for the reader; a section of the page of tasks. */
import { A } from "@solidjs/router";
import type { JSX } from "solid-js";
import { shortTitle } from "../../domain/policies/short-title.ts";
import type { WaitingReview } from "../../domain/reviews/reviews.contract.ts";
import { policyWords } from "../policies/policy-words.intl.ts";
import { formatDate } from "../ui/format.ts";
import { WaitingSection } from "../tasks/waiting-section.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { DueMark } from "./due-mark.tsx";
import { listWaiting } from "./review-api.ts";
import { reviewTexts } from "./reviews.intl.ts";
import "./reviews.css";
import { waitingTexts } from "./waiting.intl.ts";

function Item(props: { item: WaitingReview }): JSX.Element {
  const t = textsOf(reviewTexts);
  const words = textsOf(policyWords);
  const item = () => props.item;
  const title = () => shortTitle(item().title);
  return (
    <>
      <A class="policy-link" href={`/kerja/rancangan/${item().policyId}/persetujuan/${item().reviewId}`}>
        {title().subject || words().untitled}
      </A>
      <p class="small quiet">
        {words().documentType[item().documentType]} · {item().authority.name} ·{" "}
        {t().round(item().version.number, item().version.label)}
      </p>
      <p class="small quiet">
        {t().submittedBy(
          item().submittedBy.name,
          formatDate(item().submittedAt, locale(), item().authority.timeZone),
        )}
      </p>
      <DueMark step={item()} timeZone={item().authority.timeZone} />
    </>
  );
}

export function WaitingReviews(): JSX.Element {
  const t = textsOf(waitingTexts);
  return (
    <WaitingSection id="tugas-persetujuan" title={t().title} none={t().none} read={listWaiting}>
      {(item) => <Item item={item} />}
    </WaitingSection>
  );
}
