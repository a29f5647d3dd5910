/** Who else is in the text: initials in the bar, names in its menu, from which one goes to where they write. */
import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { createMemo, For, Show, type JSX } from "solid-js";
import { citationOf, derive } from "../../domain/clauses/citation.ts";
import { textsOf } from "../ui/locale.ts";
import { menuPlace, useEditor } from "./editor-context.tsx";
import type { PersonPresent } from "./editor-session.ts";
import { editorTexts } from "./editor.intl.ts";
import { shapeTexts } from "./shape.intl.ts";
import { jumpToClause } from "./jump-to-clause.ts";
import { PersonMark } from "./person-mark.tsx";

const SHOWN = 4;

function Places(): JSX.Element {
  const t = textsOf(editorTexts);
  const shapes = textsOf(shapeTexts);
  const { people, session } = useEditor();
  // Made when the menu opens and not on every keystroke of everyone.
  const derived = derive(session.clauses());
  const placeOf = (person: PersonPresent): string => {
    const index = person.cid === null ? undefined : derived.indexOf.get(person.cid);
    if (index === undefined) return t().elsewhere;
    return citationOf(derived, index) || shapes().kind[derived.clauses[index]?.kind ?? "isi"];
  };
  return (
    <For each={people()}>
      {(person) => (
        <DropdownMenu.Item
          class="menu-item"
          disabled={person.cid === null}
          onSelect={() => person.cid !== null && jumpToClause(session, person.cid, false)}
        >
          <PersonMark person={person} />
          <span>
            {person.name}
            <Show when={person.self}> ({t().you})</Show>
            <span class="block small quiet">{placeOf(person)}</span>
          </span>
        </DropdownMenu.Item>
      )}
    </For>
  );
}

export function PresenceMenu(): JSX.Element {
  const t = textsOf(editorTexts);
  const { people } = useEditor();
  // The others first: oneself one knows.
  const marks = createMemo(() => people().toSorted((a, b) => Number(a.self) - Number(b.self)));
  return (
    <Show when={people().length > 0}>
      <DropdownMenu placement="bottom-end" modal={false}>
        <DropdownMenu.Trigger class="tool presence">
          <span class="visually-hidden">{t().people(people().length)}</span>
          <For each={marks().slice(0, SHOWN)}>{(person) => <PersonMark person={person} />}</For>
          <Show when={marks().length > SHOWN}>
            <span class="small">{t().peopleOthers(marks().length - SHOWN)}</span>
          </Show>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal mount={menuPlace()}>
          <DropdownMenu.Content class="menu">
            <DropdownMenu.Group>
              <DropdownMenu.GroupLabel class="menu-heading">
                {t().people(people().length)}
              </DropdownMenu.GroupLabel>
              <Places />
            </DropdownMenu.Group>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu>
    </Show>
  );
}
