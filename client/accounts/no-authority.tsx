/** In the place of a form for something that belongs to a government, while there is none. [AK13] */
import { Show, type JSX } from "solid-js";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { textsOf } from "../ui/locale.ts";
import { authorityTexts } from "./authority.intl.ts";
import { useSession } from "./session.tsx";

export const AUTHORITIES_HREF = "/kerja/pengelolaan?bagian=daerah";

export function NoAuthority(): JSX.Element {
  const t = textsOf(authorityTexts);
  const session = useSession();
  return (
    <Show
      when={session.may().administer}
      fallback={<EmptyState title={t().missingTitle} text={t().missingAsk} />}
    >
      <EmptyState title={t().missingTitle} text={t().missingText}>
        <ButtonLink href={AUTHORITIES_HREF} look="primary">
          {t().missingLink}
        </ButtonLink>
      </EmptyState>
    </Show>
  );
}
