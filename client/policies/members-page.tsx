/** Who takes part in a policy. Every change here is undone with one press, so none asks first. */
import { createSignal, For, onCleanup, Show, type JSX } from "solid-js";
import type { CandidateList, MemberView } from "../../domain/policies/policies.contract.ts";
import { POLICY_ROLES, type PolicyRole } from "../../domain/policies/policy.ts";
import { createRemote } from "../api/create-remote.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { policyTexts } from "./policies.intl.ts";
import "./policies.css";
import { findCandidates, listMembers, putMember, removeMember } from "./policy-api.ts";
import { usePolicy } from "./policy-context.tsx";
import { PolicyFrame, usePolicyPlace } from "./policy-frame.tsx";
import { policyWords } from "./policy-words.intl.ts";

type Candidate = CandidateList["items"][number];
const SEARCH_PAUSE_MS = 250;
const SEARCH_MIN_LENGTH = 2;

function AddMember(props: {
  members: readonly MemberView[];
  onAdd: (candidate: Candidate, role: PolicyRole) => void;
}): JSX.Element {
  const t = textsOf(policyTexts);
  const words = textsOf(policyWords);
  const { policy } = usePolicy();
  const [typed, setTyped] = createSignal("");
  const [search, setSearch] = createSignal<string>();
  const [role, setRole] = createSignal<PolicyRole>("reader");
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const found = createRemote(search, (q, signal) => findCandidates(policy().id, q, signal));
  const offered = () => {
    const present = new Set(props.members.map((member) => member.accountId));
    return (found.data()?.items ?? []).filter(
      ({ accountId, roles }) => !present.has(accountId) && roles.includes(role()),
    );
  };

  return (
    <section class="stack add-member">
      <h2>{t().addMember}</h2>
      <div class="add-member-fields">
        <TextField
          label={t().memberName}
          hint={t().addMemberHint}
          type="search"
          maxLength={100}
          value={typed()}
          onInput={(text) => {
            setTyped(text);
            clearTimeout(timer);
            const q = text.trim();
            timer = setTimeout(
              () => setSearch(q.length >= SEARCH_MIN_LENGTH ? q : undefined),
              SEARCH_PAUSE_MS,
            );
          }}
        />
        <SelectField
          label={t().memberRole}
          hint={words().roleMeaning[role()]}
          value={role()}
          choices={POLICY_ROLES.map((each) => ({ value: each, label: words().role[each] }))}
          onChange={(value) => value && setRole(value)}
        />
      </div>
      <Show when={search() && !found.loading()}>
        <Show when={!found.error()} fallback={<ErrorNotice error={found.error()} />}>
          <Show when={offered().length > 0} fallback={<p role="status">{t().noCandidates}</p>}>
            <ul class="candidates" aria-label={t().candidates}>
              <For each={offered()}>
                {(candidate) => (
                  <li>
                    <span>
                      <strong>{candidate.name}</strong>
                      <span class="small quiet block">{candidate.email}</span>
                    </span>
                    <Button
                      size="small"
                      aria-label={`${t().add}: ${candidate.name}, ${words().role[role()]}`}
                      onClick={() => props.onAdd(candidate, role())}
                    >
                      {t().add}
                    </Button>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        </Show>
      </Show>
    </section>
  );
}

export function MembersPage(): JSX.Element {
  const t = textsOf(policyTexts);
  const words = textsOf(policyWords);
  const { policy, reload } = usePolicy();
  usePolicyPlace(() => t().membersTitle);
  const members = createRemote(
    () => policy().id,
    (policyId, signal) => listMembers(policyId, signal),
  );
  const [error, setError] = createSignal<unknown>();

  /** Runs a change, shows what it did with its way back, and reads the list anew. */
  async function change(
    act: () => Promise<unknown>,
    text: string,
    back?: () => Promise<unknown>,
  ): Promise<void> {
    setError(undefined);
    try {
      await act();
      showToast(text, back && (() => void change(back, t().undone)));
    } catch (reason) {
      setError(() => reason);
    }
    members.reload();
    reload();
  }

  const setRole = (member: MemberView, role: PolicyRole) =>
    change(
      () => putMember(policy().id, member.accountId, { role }),
      t().roleChanged(member.name, words().role[role]),
      () => putMember(policy().id, member.accountId, { role: member.role }),
    );
  const remove = (member: MemberView) =>
    change(
      () => removeMember(policy().id, member.accountId),
      t().memberRemoved(member.name),
      () => putMember(policy().id, member.accountId, { role: member.role }),
    );
  const add = (candidate: Candidate, role: PolicyRole) =>
    change(
      () => putMember(policy().id, candidate.accountId, { role }),
      t().memberAdded(candidate.name, words().role[role]),
      () => removeMember(policy().id, candidate.accountId),
    );

  return (
    <PolicyFrame>
      <header>
        <h1>{t().membersTitle}</h1>
        <p class="quiet">
          {t().membersLead} <Show when={!policy().may.manageMembers}>{t().readOnlyMembers}</Show>
        </p>
      </header>
      <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
      <Loaded remote={members}>
        {(data) => (
          <>
            <Show
              when={data().items.length > 0}
              fallback={<EmptyState title={t().noMembersTitle} text={t().noMembersText} />}
            >
              <table class="table members">
                <thead>
                  <tr>
                    <th scope="col">{t().memberName}</th>
                    <th scope="col">{t().memberRole}</th>
                    <Show when={policy().may.manageMembers}>
                      <th scope="col">
                        <span class="visually-hidden">{t().remove}</span>
                      </th>
                    </Show>
                  </tr>
                </thead>
                <tbody>
                  <For each={data().items}>
                    {(member) => (
                      <tr>
                        <th scope="row">{member.name}</th>
                        <td>
                          <Show when={policy().may.manageMembers} fallback={words().role[member.role]}>
                            <select
                              class="input role-choice"
                              aria-label={t().roleOf(member.name)}
                              onChange={(event) =>
                                void setRole(member, event.currentTarget.value as PolicyRole)
                              }
                            >
                              <For each={POLICY_ROLES}>
                                {(role) => (
                                  <option value={role} selected={role === member.role}>
                                    {words().role[role]}
                                  </option>
                                )}
                              </For>
                            </select>
                          </Show>
                          <span class="small quiet role-meaning">{words().roleMeaning[member.role]}</span>
                        </td>
                        <Show when={policy().may.manageMembers}>
                          <td class="actions">
                            <Button
                              look="plain"
                              size="small"
                              aria-label={t().removeName(member.name)}
                              onClick={() => void remove(member)}
                            >
                              {t().remove}
                            </Button>
                          </td>
                        </Show>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </Show>
            <Show when={policy().may.manageMembers}>
              <AddMember
                members={data().items}
                onAdd={(candidate, role) => {
                  void add(candidate, role);
                }}
              />
            </Show>
          </>
        )}
      </Loaded>
    </PolicyFrame>
  );
}
