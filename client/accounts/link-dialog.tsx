import { Show, type JSX } from "solid-js";
import type { AccountLink } from "../../domain/accounts/accounts.contract.ts";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { formatDateTime } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { Modal } from "../ui/modal.tsx";
import { accountTexts } from "./accounts.intl.ts";

/** A link that is shown once, to be copied and sent by whatever way the office uses. */
export function LinkDialog(props: {
  link: AccountLink | undefined;
  /** Of the government in whose office the link is handed over. */
  timeZone: string | undefined;
  onClose: () => void;
}): JSX.Element {
  const t = textsOf(accountTexts);
  return (
    <Show when={props.link}>
      {(link) => (
        <Modal
          open
          onClose={props.onClose}
          title={t().linkTitle}
          description={t().linkText(formatDateTime(link().expiresAt, locale(), props.timeZone))}
          actions={
            <Button look="primary" onClick={() => props.onClose()}>
              {t().done}
            </Button>
          }
        >
          <p class="link-out mono">{link().url}</p>
          <div>
            <CopyButton text={link().url} label={t().link} />
          </div>
        </Modal>
      )}
    </Show>
  );
}
