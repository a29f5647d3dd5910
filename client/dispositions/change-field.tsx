/** The change that followed from an input: which clause, and in which version it is seen. */
import { createMemo, createSignal, Show, type JSX } from "solid-js";
import type { ClauseName } from "../../domain/contributions/contributions.contract.ts";
import type { VersionView } from "../../domain/versions/versions.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { SelectField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { readComparison } from "../versions/version-api.ts";
import { dispositionWords } from "./dispositions.intl.ts";

const OTHER = "other";
const NEXT = "next";

export function ChangeField(props: {
  cid: string;
  versionId: string;
  /** Clauses of the live text that the input is about. */
  near: readonly ClauseName[];
  /** Newest first. */
  versions: readonly VersionView[];
  onChange: (cid: string, versionId: string) => void;
}): JSX.Element {
  const t = textsOf(dispositionWords);
  const { policy } = usePolicy();
  const isNear = () => props.near.some(({ cid }) => cid === props.cid);
  const [other, setOther] = createSignal(false);
  const showsOther = () => other() || (props.cid !== "" && !isNear());
  // Names of all clauses of the live text: asked for only where the change is elsewhere.
  const comparison = createRemote(
    () => (showsOther() && props.versions[0] ? String(props.versions[0].number) : undefined),
    (number, signal) => readComparison(policy().id, number, "live", signal),
  );
  const clauses = createMemo(() =>
    (comparison.data()?.rows ?? []).flatMap(({ cid, after }) =>
      after?.citation ? [{ value: cid as string, label: after.citation }] : [],
    ),
  );
  const choices = () => [
    { value: "", label: t().changeNone },
    ...props.near.map(({ cid, citation }) => ({ value: cid as string, label: t().changeSame(citation) })),
    { value: OTHER, label: t().changeOther },
  ];
  return (
    <div class="change-fields">
      <SelectField
        label={t().change}
        hint={t().changeHint}
        optional
        value={showsOther() ? OTHER : props.cid}
        choices={choices()}
        onChange={(value) => {
          setOther(value === OTHER);
          props.onChange(value === OTHER ? "" : value, props.versionId);
        }}
      />
      <Show when={showsOther()}>
        <SelectField
          label={t().changeSearch}
          value={props.cid}
          placeholder={clauses().length > 0 ? "" : t().changeLoading}
          choices={clauses()}
          onChange={(value) => props.onChange(value, props.versionId)}
        />
      </Show>
      <Show when={props.cid !== "" || showsOther()}>
        <SelectField
          label={t().changeWhere}
          hint={props.versionId === "" ? t().changeNextHint : undefined}
          value={props.versionId || NEXT}
          choices={[
            { value: NEXT, label: t().changeNext },
            ...props.versions.map(({ id, number, label }) => ({
              value: id as string,
              label: t().changeVersion(number, label),
            })),
          ]}
          onChange={(value) => props.onChange(props.cid, value === NEXT ? "" : value)}
        />
      </Show>
    </div>
  );
}
