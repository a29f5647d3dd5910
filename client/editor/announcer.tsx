/** Says politely what one cannot see happen: people coming, moves, the connection. */
import { createEffect, createSignal, on, type JSX } from "solid-js";
import { textsOf } from "../ui/locale.ts";
import { useEditor } from "./editor-context.tsx";
import { editorTexts } from "./editor.intl.ts";
import { showToast } from "../ui/toasts.tsx";

/** What did not work is shown as well as said, and what a move made of the numbers. */
const FAILED = /failed|offline|nowhere|refused|broken|rebuilt|too-|copy-/;

export function Announcer(): JSX.Element {
  const t = textsOf(editorTexts);
  const { announcement, people, saved } = useEditor();
  const [words, setWords] = createSignal("");

  createEffect(
    on(
      announcement,
      (told) => {
        if (told === null) return;
        const texts = t().announce;
        const known = Object.hasOwn(texts, told.code) ? texts[told.code as keyof typeof texts] : texts.other;
        const sentence = typeof known === "function" ? known(told.from ?? "", told.to ?? "") : known;
        // The toasts are a polite live region themselves: nothing is said twice.
        if (FAILED.test(told.code) || told.to) showToast(sentence);
        else setWords(sentence);
      },
      { defer: true },
    ),
  );
  createEffect(
    on(people, (now, before) => {
      if (!before) return;
      const joined = now.find((person) => !person.self && !before.some(sameAccount(person)));
      const left = before.find((person) => !person.self && !now.some(sameAccount(person)));
      if (joined) setWords(t().announce.joined(joined.name));
      else if (left) setWords(t().announce.left(left.name));
    }),
  );
  createEffect(
    on(
      () => saved().state,
      (now, before) => {
        if (now === "offline" && before !== "loading") setWords(t().announceOffline);
        else if (now === "refused") setWords(t().announceRefused);
        else if (now === "saved" && before === "offline") setWords(t().announceBack);
      },
    ),
  );
  return (
    <p class="visually-hidden" role="status">
      {words()}
    </p>
  );
}

const sameAccount = (a: { accountId: string }) => (b: { accountId: string }) => a.accountId === b.accountId;
