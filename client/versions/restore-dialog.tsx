import { useNavigate } from "@solidjs/router";
import type { JSX } from "solid-js";
import type { VersionView } from "../../domain/versions/versions.contract.ts";
import { createIdempotencyKey } from "../api/http.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { policyHref } from "../policies/policy-frame.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { restoreVersion } from "./version-api.ts";
import { versionTexts } from "./versions.intl.ts";

/** Says what restoring does before it does it, then opens the text. */
export function RestoreDialog(props: {
  version: VersionView;
  open: boolean;
  onClose: () => void;
}): JSX.Element {
  const t = textsOf(versionTexts);
  const { policy } = usePolicy();
  const navigate = useNavigate();
  // One key per intention: renewed after it succeeded, so that the same version can be restored again later.
  let key = createIdempotencyKey();

  async function restore(): Promise<void> {
    await restoreVersion(policy().id, props.version.number, key);
    key = createIdempotencyKey();
    showToast(t().restored(props.version.number));
    navigate(policyHref(policy().id));
  }

  return (
    <Confirm
      open={props.open}
      onClose={props.onClose}
      title={t().restoreTitle(props.version.number, props.version.label)}
      description={t().restoreText}
      action={t().restoreAction}
      onConfirm={restore}
    >
      <p class="quiet">{t().restoreLast}</p>
    </Confirm>
  );
}
