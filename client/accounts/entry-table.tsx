import { For, type JSX } from "solid-js";
import type { AuthorityView } from "../../domain/accounts/accounts.contract.ts";
import { Button } from "../ui/button.tsx";
import { textsOf } from "../ui/locale.ts";
import { accountTexts } from "./accounts.intl.ts";

interface Entry {
  readonly authorityId: AuthorityView["id"];
  readonly name: string;
}

/** Name, second line, authority, edit: the list of units and that of groups. */
export function EntryTable<T extends Entry>(props: {
  items: readonly T[];
  second: (item: T) => string | undefined;
  secondLabel: string;
  authorities: readonly AuthorityView[];
  onEdit: (item: T) => void;
}): JSX.Element {
  const t = textsOf(accountTexts);
  const authority = (item: T) => props.authorities.find((each) => each.id === item.authorityId)?.name;
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{t().name}</th>
          <th scope="col">{props.secondLabel}</th>
          <th scope="col">{t().authority}</th>
          <th scope="col">
            <span class="visually-hidden">{t().actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        <For each={props.items}>
          {(item) => (
            <tr>
              <th scope="row">{item.name}</th>
              <td data-label={props.secondLabel}>{props.second(item) ?? "–"}</td>
              <td data-label={t().authority}>{authority(item)}</td>
              <td class="actions">
                <Button
                  look="plain"
                  size="small"
                  aria-label={`${t().edit}: ${item.name}`}
                  onClick={() => props.onEdit(item)}
                >
                  {t().edit}
                </Button>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
