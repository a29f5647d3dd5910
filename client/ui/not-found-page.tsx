import type { JSX } from "solid-js";
import { ButtonLink } from "./button.tsx";
import { textsOf } from "./locale.ts";
import { usePlace } from "./page-title.ts";
import { uiTexts } from "./ui.intl.ts";

export function NotFoundPage(): JSX.Element {
  const t = textsOf(uiTexts);
  usePlace(() => [{ text: t().policies, href: "/kerja" }, { text: t().notFoundTitle }]);
  return (
    <div class="page">
      <section class="empty">
        <h1>{t().notFoundTitle}</h1>
        <p>{t().notFoundBody}</p>
        <ButtonLink href="/kerja">{t().policies}</ButtonLink>
      </section>
    </div>
  );
}
