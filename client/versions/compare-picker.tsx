/** Chooses the two texts of a comparison: any two versions, or a version and the live text. */
import { useNavigate } from "@solidjs/router";
import { createSignal, Show, type JSX } from "solid-js";
import type { VersionView } from "../../domain/versions/versions.contract.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { policyHref } from "../policies/policy-frame.tsx";
import { Button } from "../ui/button.tsx";
import { SelectField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { versionTexts } from "./versions.intl.ts";

/** Address of the comparison of `from` and `to`: version numbers, or `live`. */
export const compareHref = (policyId: string, from: number | "live", to: number | "live"): string =>
  policyHref(policyId, `/banding?dari=${from}&ke=${to}`);

export function ComparePicker(props: {
  versions: readonly VersionView[];
  from?: string | undefined;
  to?: string | undefined;
}): JSX.Element {
  const t = textsOf(versionTexts);
  const { policy } = usePolicy();
  const navigate = useNavigate();
  const newest = () => String(props.versions[0]?.number ?? "live");
  const [from, setFrom] = createSignal<string>();
  const [to, setTo] = createSignal<string>();
  const fromNow = () => from() ?? props.from ?? newest();
  const toNow = () => to() ?? props.to ?? "live";
  const same = () => fromNow() === toNow();

  const choices = () => [
    { value: "live", label: t().live },
    ...props.versions.map((version) => ({
      value: String(version.number),
      label: `${t().versionNumber(version.number)}: ${version.label}`,
    })),
  ];

  return (
    <form
      class="compare-picker"
      onSubmit={(event) => {
        event.preventDefault();
        if (!same()) navigate(policyHref(policy().id, `/banding?dari=${fromNow()}&ke=${toNow()}`));
      }}
    >
      <SelectField label={t().pickFrom} value={fromNow()} choices={choices()} onChange={setFrom} />
      <SelectField label={t().pickTo} value={toNow()} choices={choices()} onChange={setTo} />
      <Button type="submit" busy={same()}>
        {t().pickAction}
      </Button>
      <Show when={same()}>
        <p class="small quiet" role="status">
          {t().pickHint}
        </p>
      </Show>
    </form>
  );
}
