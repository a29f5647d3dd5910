/** What every page of one policy knows of it: read once, shared by its pages. */
import { type RouteSectionProps, useParams } from "@solidjs/router";
import { createContext, useContext, type Accessor, type JSX } from "solid-js";
import type { PolicyDetail } from "../../domain/policies/policies.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import type { ApiAnswer } from "../api/http.ts";
import { Loaded } from "../ui/loaded.tsx";
import { readPolicy } from "./policy-api.ts";

export interface PolicyValue {
  readonly policy: Accessor<PolicyDetail>;
  /** For If-Match when changing it. */
  readonly etag: Accessor<string>;
  readonly reload: () => void;
  /** Takes over the answer of a change. */
  readonly accept: (answer: ApiAnswer<PolicyDetail>) => void;
}

const PolicyContext = createContext<PolicyValue>();

export function usePolicy(): PolicyValue {
  const value = useContext(PolicyContext);
  if (!value) throw new Error("usePolicy: this part is rendered outside the pages of a policy.");
  return value;
}

/** The route component of `/kerja/rancangan/:policyId`; it has no look of its own. */
export function PolicyProvider(props: RouteSectionProps): JSX.Element {
  const params = useParams();
  const remote = createRemote(
    () => params.policyId,
    (policyId, signal) => readPolicy(policyId, signal),
  );
  // Coming from another policy, the old one must not stand under the new address for a moment.
  const current = {
    ...remote,
    data: () => {
      const answer = remote.data();
      return answer?.data.id === params.policyId ? answer : undefined;
    },
  };
  return (
    <Loaded remote={current} wholePage>
      {(answer) => (
        <PolicyContext.Provider
          value={{
            policy: () => answer().data,
            etag: () => answer().etag ?? "*",
            reload: remote.reload,
            accept: remote.set,
          }}
        >
          {props.children}
        </PolicyContext.Provider>
      )}
    </Loaded>
  );
}
