/** One input as the public reads it: what about, from which group, the words, how it stands, the answer. */
import type { TargetState } from "../../domain/contributions/standing.ts";
import type { Cid, GroupId, UnitId } from "../../domain/ids.ts";
import type { Locale } from "../../domain/locale.ts";
import type { PublicAnswer, PublicInput } from "../../db/repos/contribution-register.ts";
import { commentTexts } from "./comment.intl.ts";
import { formatDate } from "./format.ts";
import { html, type Html } from "./html.ts";
import { renderOutcome } from "./outcome-mark.ts";
import { receiptTexts } from "./receipt.intl.ts";
import { registerTexts } from "./register.intl.ts";

/** What lists of inputs need to name things. */
export interface InputNames {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly groups: ReadonlyMap<GroupId, string>;
  readonly units: ReadonlyMap<UnitId, string>;
  /** A clause as it is called in the version that was read. */
  readonly citationOf: (input: PublicInput, cid: Cid) => string;
  /** Where the clause has its page; null where it has none. */
  readonly clauseAddress: (input: PublicInput, cid: Cid) => string | null;
  /** How the input stands to the newest public text; null where that is the one it was read in. */
  readonly standingOf: (input: PublicInput) => TargetState | null;
  /** Where the change of an answer is shown; null while it is promised. */
  readonly changeAddress: (input: PublicInput, answer: PublicAnswer) => string | null;
}

function renderAbout(input: PublicInput, names: InputNames): Html {
  const t = registerTexts[names.locale];
  if (input.targets.length === 0) return html`<span>${t.general}</span>`;
  return html`${input.targets.map(({ cid, itemCid }, index) => {
    const words = names.citationOf(input, itemCid ?? cid) || names.citationOf(input, cid);
    const address = names.clauseAddress(input, cid);
    return html`${index > 0 ? ", " : ""}${address ? html`<a href="${address}" lang="id">${words}</a>` : html`<span lang="id">${words}</span>`}`;
  })}`;
}

export function renderAnswer(answer: PublicAnswer, input: PublicInput, names: InputNames): Html {
  const { locale, timeZone } = names;
  const t = registerTexts[locale];
  const address = answer.change && names.changeAddress(input, answer);
  return html`<div class="answer">
    <p>
      ${renderOutcome(answer.outcome, receiptTexts[locale].outcomes[answer.outcome])}
      <span class="hint">${formatDate(answer.at, locale, timeZone)}</span>
    </p>
    <p class="words" dir="auto">${answer.reason}</p>
    ${
      answer.change
        ? html`<p>${address ? html`<a href="${address}">${t.seeChange}</a>` : t.changeComing}</p>`
        : ""
    }
  </div>`;
}

/** The words of an input, cut at `max` characters where one is given. */
export function renderWords(input: PublicInput, names: InputNames, max?: number): Html {
  const t = registerTexts[names.locale];
  const { text, proposedText, redacted, moderationNote } = input;
  const cut = (words: string): string =>
    max !== undefined && words.length > max ? `${words.slice(0, max).trimEnd()}…` : words;
  return html`${
    text === null
      ? html`<p class="hint">${t.notShown}</p>`
      : html`<p class="words said" dir="auto">${cut(text)}</p>`
  }
  ${
    proposedText
      ? html`<p class="words said" dir="auto">
          <span class="hint">${t.proposal}</span> ${cut(proposedText)}
        </p>`
      : ""
  }
  ${
    redacted || moderationNote
      ? html`<p class="hint">
          ${redacted ? t.redacted : ""} ${moderationNote ? html`${t.note} ${moderationNote}` : ""}
        </p>`
      : ""
  }`;
}

export function renderInput(input: PublicInput, names: InputNames): Html {
  const { locale, timeZone, groups, units } = names;
  const t = registerTexts[locale];
  const { groupId, unitId, channel, createdOn, stance, answer } = input;
  const body = unitId && units.get(unitId);
  const group = (groupId && groups.get(groupId)) ?? t.noGroup;
  const standing = names.standingOf(input);
  return html`<li class="input" id="m-${input.id}">
    <p class="about">${renderAbout(input, names)}</p>
    <p class="hint">
      ${body ?? group} · ${t.channels[channel]} · ${formatDate(createdOn, locale, timeZone)}
      ${stance ? html`· ${commentTexts[locale].stances[stance]}` : ""}
    </p>
    ${renderWords(input, names)}
    ${standing && standing !== "attached" ? html`<p class="hint standing">${t.standings[standing]}</p>` : ""}
    ${answer ? renderAnswer(answer, input, names) : html`<p class="hint">${t.noAnswer}</p>`}
  </li>`;
}
