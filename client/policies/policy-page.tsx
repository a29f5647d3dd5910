/** The text of a policy as it stands, to read. */
import { createMemo, type JSX } from "solid-js";
import type { LiveClauses } from "../../domain/policies/policies.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { get } from "../api/http.ts";
import { Gazette } from "../clauses/gazette.tsx";
import { gazetteLines, outlineOf } from "../clauses/gazette-lines.ts";
import { Outline } from "../clauses/outline.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { policyPath } from "./policy-api.ts";
import { usePolicy } from "./policy-context.tsx";
import { PolicyFrame, usePolicyPlace } from "./policy-frame.tsx";
import { policyTexts } from "./policies.intl.ts";
import "../versions/versions.css";

function LiveText(props: { live: LiveClauses }): JSX.Element {
  const lines = createMemo(() => gazetteLines(props.live.clauses, props.live.labels));
  return (
    <div class="reading">
      <Outline entries={outlineOf(lines())} />
      <Gazette lines={lines()} />
    </div>
  );
}

export function PolicyPage(): JSX.Element {
  const t = textsOf(policyTexts);
  const { policy } = usePolicy();
  usePolicyPlace();
  const live = createRemote(
    () => policy().id,
    (policyId, signal) => get<LiveClauses>(policyPath(policyId, "/clauses"), signal),
  );
  return (
    <PolicyFrame>
      <h1 class="visually-hidden">{t().sectionText}</h1>
      <Loaded remote={live} lines={12}>
        {(data) => <LiveText live={data()} />}
      </Loaded>
    </PolicyFrame>
  );
}
