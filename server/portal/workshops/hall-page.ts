/** A phone in the hall: where the hall is, a form for input, what was said, votes. Complete without JavaScript. */
import type { Locale } from "../../../domain/locale.ts";
import { VOTE_ORDER } from "../../../domain/workshops/minutes.ts";
import { WORKSHOP_LIMITS, type Vote, type VoteCounts } from "../../../domain/workshops/workshop.ts";
import type { AgendaClause, ParticipantLive } from "../../../domain/workshops/workshops.contract.ts";
import { html, type Html } from "../html.ts";
import { textarea } from "./textarea.ts";
import { workshopPortalTexts, type WorkshopPortalTexts } from "./workshop-portal.intl.ts";

export interface OwnEntry {
  readonly number: number;
  readonly words: string;
  /** Where the answer can be read; null where it goes to an account. */
  readonly receiptPath: string | null;
}

export interface LivePart {
  readonly locale: Locale;
  readonly code: string;
  readonly agenda: readonly AgendaClause[];
  readonly live: ParticipantLive;
  readonly own: readonly OwnEntry[];
}

export interface EntryForm {
  readonly locale: Locale;
  readonly code: string;
  readonly agenda: readonly AgendaClause[];
  /** One-use id: sent twice is one entry. */
  readonly id: string;
  /** Chosen clause; "" for the draft as a whole. */
  readonly cid: string;
  readonly table: string;
  readonly words: string;
  readonly error?: string | undefined;
}

/** The clause that the hall is at, with its words. */
function renderCurrent(t: WorkshopPortalTexts, { agenda, live }: LivePart): Html {
  const clause = live.current && agenda.find(({ cid }) => cid === live.current?.cid);
  return html`<section class="workshop-current" aria-labelledby="sedang-dibahas">
    <p class="hint">${t.now}</p>
    <h2 id="sedang-dibahas">${clause ? clause.label : t.whole}</h2>
    ${clause ? html`<p class="regulation" lang="id">${clause.text}</p>` : ""}
  </section>`;
}

function renderVotes(
  t: WorkshopPortalTexts,
  code: string,
  subject: { readonly id: string; readonly words: string; readonly votes: VoteCounts; readonly mine?: Vote },
): Html {
  const { id, words, votes, mine } = subject;
  return html`<form method="post" action="/lokakarya/${code}/suara" class="vote-form">
    <input type="hidden" name="butir" value="${id}" />
    <div class="votes" role="group" aria-label="${words}">
      ${VOTE_ORDER.map(
        (vote) =>
          html`<button
            type="submit"
            class="vote"
            id="${vote}-${id}"
            name="suara"
            value="${vote === mine ? "" : vote}"
            aria-pressed="${vote === mine ? "true" : "false"}"
          >
            ${t.vote[vote]} <span class="vote-count">${votes[vote]}</span>
          </button>`,
      )}
    </div>
  </form>`;
}

/** Where the hall is and what it is asked: above the form for input. */
function renderNow(part: LivePart): Html {
  const { locale, code, live } = part;
  const t = workshopPortalTexts[locale];
  return html`${renderCurrent(t, part)}
  ${
    live.questions.length > 0
      ? html`<section class="stack" aria-labelledby="jajak-suara">
          <h2 id="jajak-suara">${t.questions}</h2>
          <ul class="heard">
            ${live.questions.map(
              (question) =>
                html`<li id="butir-${question.id}">
                  <p>${question.words}</p>
                  ${
                    question.open
                      ? renderVotes(t, code, question)
                      : html`<p class="hint">
                          ${t.questionClosed}
                          ${t.counts(question.votes.agree, question.votes.neutral, question.votes.disagree)}
                        </p>`
                  }
                </li>`,
            )}
          </ul>
        </section>`
      : ""
  }`;
}

/** What was said about it, and one's own input of the whole day: below the form. */
function renderHeard({ locale, code, live, own }: LivePart): Html {
  const t = workshopPortalTexts[locale];
  const groups = Map.groupBy(live.entries, ({ heading }) => heading ?? "");
  const loose = groups.get("") ?? [];
  groups.delete("");
  const headed = [
    ...groups,
    ...(loose.length > 0 ? [[groups.size > 0 ? t.otherEntries : "", loose] as const] : []),
  ];
  return html`<section class="stack" aria-labelledby="yang-disampaikan">
      <h2 id="yang-disampaikan">${t.heard}</h2>
      ${
        live.entries.length === 0
          ? html`<p class="hint">${t.nothingHeard}</p>`
          : html`<p class="hint">${t.takeBack}</p>
              ${headed.map(
                ([heading, entries]) =>
                  html`${heading ? html`<h3>${heading}</h3>` : ""}
                    <ul class="heard">
                      ${entries.map(
                        (entry) =>
                          html`<li id="butir-${entry.id}">
                            <p class="said" dir="auto">${entry.words}</p>
                            ${entry.group ? html`<p class="hint">${entry.group}</p>` : ""}
                            ${renderVotes(t, code, entry)}
                          </li>`,
                      )}
                    </ul>`,
              )}`
      }
    </section>
    ${
      own.length > 0
        ? html`<section class="stack" aria-labelledby="masukan-anda">
            <h2 id="masukan-anda">${t.own}</h2>
            <ul class="heard">
              ${own.map(
                ({ number, words, receiptPath }) =>
                  html`<li>
                    <p class="said" dir="auto">${words}</p>
                    <p class="hint">
                      ${t.entryNumber(number)}${receiptPath ? html` · <a href="${receiptPath}">${t.receipt}</a>` : ""}
                    </p>
                  </li>`,
              )}
            </ul>
          </section>`
        : ""
    }`;
}

/** The two parts that change while one looks; the script puts each in its place. */
export const renderLiveParts = (part: LivePart): Html =>
  html`<div id="kini" class="stack">${renderNow(part)}</div>
    <div id="disampaikan" class="stack">${renderHeard(part)}</div>`;

export function renderEntryForm({ locale, code, agenda, id, cid, table, words, error }: EntryForm): Html {
  const t = workshopPortalTexts[locale];
  const option = (value: string, label: string) =>
    html`<option value="${value}" ${value === cid ? html`selected` : ""}>${label}</option>`;
  const box = html`id="isi-masukan" name="isi" rows="4" maxlength="${WORKSHOP_LIMITS.words}" required
  ${error ? html`aria-invalid="true" aria-describedby="isi-masukan-error" autofocus` : ""}`;
  return html`<section class="stack" id="masukan" aria-labelledby="beri-masukan">
    <h2 id="beri-masukan">${t.giveInput}</h2>
    <form
      method="post"
      action="/lokakarya/${code}/masukan"
      class="card entry-form"
      id="formulir-masukan"
      data-not-sent="${t.notSent}"
      novalidate
    >
      <input type="hidden" name="id" value="${id}" />
      <div class="field">
        <label for="ketentuan">${t.about}</label>
        <select id="ketentuan" name="ketentuan">
          ${agenda.map((item) => option(item.cid, item.label))} ${option("", t.general)}
        </select>
      </div>
      <div class="field">
        <label for="isi-masukan">${t.words}</label>
        ${error ? html`<p class="error" id="isi-masukan-error">${error}</p>` : ""} ${textarea(box, words)}
      </div>
      <div class="field field-small">
        <label for="meja">${t.table} <span class="hint">(${t.optional})</span></label>
        <input
          id="meja"
          name="meja"
          value="${table}"
          maxlength="${WORKSHOP_LIMITS.table}"
          autocomplete="off"
        />
      </div>
      <p class="error" id="kiriman" role="status"></p>
      <button type="submit" class="button primary">${t.send}</button>
    </form>
  </section>`;
}

export interface HallPage extends LivePart {
  readonly revision: number;
  readonly who: { readonly name: string; readonly group: string | null };
  readonly form: EntryForm;
  /** Just sent. */
  readonly sent: boolean;
}

export function renderHall(page: HallPage): Html {
  const { locale, code, revision, who, form, sent } = page;
  const t = workshopPortalTexts[locale];
  return html`<p class="hint">${t.presentAs(who.name, who.group)}</p>
    ${sent ? html`<div class="notice good" role="status" id="terkirim">${t.sent}</div>` : ""}
    <p class="refresh" data-updates-itself="${t.updatesItself}">
      <a class="button" href="/lokakarya/${code}">${t.refresh}</a>
    </p>
    <div
      id="langsung"
      class="stack hall-phone"
      data-poll="/api/workshops/${code}/live"
      data-part="/lokakarya/${code}/langsung"
      data-revision="${revision}"
    >
      <div id="kini" class="stack">${renderNow(page)}</div>
      ${renderEntryForm(form)}
      <div id="disampaikan" class="stack">${renderHeard(page)}</div>
    </div>`;
}

/** The order of the day, before it begins. */
export function renderAgenda(locale: Locale, agenda: readonly AgendaClause[]): Html {
  const t = workshopPortalTexts[locale];
  return html`<section class="stack" aria-labelledby="acara">
    <h2 id="acara">${t.agenda}</h2>
    <ol class="workshop-agenda">
      ${agenda.map(
        ({ label, text, minutes }) =>
          html`<li>
            <details>
              <summary>${label} <span class="hint">${t.minutesEach(minutes)}</span></summary>
              <p class="regulation" lang="id">${text}</p>
            </details>
          </li>`,
      )}
    </ol>
  </section>`;
}
