/** The way to the submissions, for those who speak for a body. */
import { A } from "@solidjs/router";
import { Show, type JSX } from "solid-js";
import { useSession } from "../accounts/session.tsx";
import { textsOf } from "../ui/locale.ts";
import { submissionLinkTexts } from "./submission-link.intl.ts";

export function SubmissionLink(): JSX.Element {
  const t = textsOf(submissionLinkTexts);
  const session = useSession();
  return (
    <Show when={session.account().role === "organisation"}>
      <A class="tool only-wide" href="/kerja/usulan">
        {t().title}
      </A>
    </Show>
  );
}
