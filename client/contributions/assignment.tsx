/** Who answers: one choice for one input or several, undone with one press. */
import { createSignal, Show, type JSX } from "solid-js";
import type { ContributionItem } from "../../domain/contributions/contributions.contract.ts";
import type { AccountId, ContributionId } from "../../domain/ids.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { SelectField } from "../ui/field.tsx";
import { textsOf } from "../ui/locale.ts";
import { showToast } from "../ui/toasts.tsx";
import { assignContributions } from "./contribution-api.ts";
import { useInbox } from "./inbox-context.tsx";
import { inboxTexts } from "./inbox.intl.ts";

const MIXED = "mixed";

export function Assignment(props: {
  items: readonly ContributionItem[];
  onChanged?: ((items: readonly ContributionItem[]) => void) | undefined;
}): JSX.Element {
  const t = textsOf(inboxTexts);
  const { policy } = usePolicy();
  const inbox = useInbox();
  const [error, setError] = createSignal<unknown>();
  const present = (): string => {
    const ids = new Set(props.items.map(({ assignee }) => assignee?.id ?? ""));
    return ids.size > 1 ? MIXED : ([...ids][0] ?? "");
  };

  /** Each person with the inputs that they are to have. */
  async function give(wanted: ReadonlyMap<AccountId | null, readonly ContributionId[]>): Promise<void> {
    setError(undefined);
    try {
      for (const [assigneeId, ids] of wanted) {
        const { items } = await assignContributions(policy().id, ids, assigneeId);
        inbox.accept(items);
        props.onChanged?.(items);
      }
    } catch (reason) {
      setError(() => reason);
      throw reason;
    }
  }

  async function choose(value: string): Promise<void> {
    const assigneeId = value === "" ? null : (value as AccountId);
    const before = Map.groupBy(props.items, ({ assignee }) => assignee?.id ?? null);
    const back = new Map([...before].map(([id, items]) => [id, items.map((item) => item.id)]));
    await give(new Map([[assigneeId, props.items.map(({ id }) => id)]]));
    const name = inbox.assignees().find(({ id }) => id === assigneeId)?.name;
    showToast(name ? t().assigned(name) : t().unassigned, () => {
      give(back).catch(() => undefined);
    });
  }

  const choices = () => {
    const known = inbox.assignees().map(({ id, name }) => ({ value: id as string, label: name }));
    // Somebody who has left the team is still named where they were given something.
    const former = props.items
      .flatMap(({ assignee }) => (assignee ? [assignee] : []))
      .filter(({ id }, at, all) => all.findIndex((each) => each.id === id) === at)
      .filter(({ id }) => !known.some(({ value }) => value === id))
      .map(({ id, name }) => ({ value: id as string, label: name }));
    return [
      ...(present() === MIXED ? [{ value: MIXED, label: "…" }] : []),
      { value: "", label: t().nobody },
      ...known,
      ...former,
    ];
  };

  return (
    <>
      <SelectField
        label={t().assignee}
        optional
        value={present()}
        choices={choices()}
        onChange={(value) => {
          if (value !== MIXED) choose(value).catch(() => undefined);
        }}
      />
      <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
    </>
  );
}
