/** Minutes on a participant's own device: to read, confirm and correct. */
import type { Locale } from "../../../domain/locale.ts";
import type { MinutesDocument, MinutesEntry, MinutesSection } from "../../../domain/workshops/minutes.ts";
import { WORKSHOP_LIMITS } from "../../../domain/workshops/workshop.ts";
import { formatMoment } from "../format.ts";
import { html, type Html } from "../html.ts";
import { textarea } from "./textarea.ts";
import { workshopPortalTexts, type WorkshopPortalTexts } from "./workshop-portal.intl.ts";

export interface MinutesPage {
  readonly locale: Locale;
  readonly code: string;
  readonly document: MinutesDocument;
  readonly hash: string;
  readonly correctionsUntil: number;
  /** Whether they are taken now. */
  readonly open: boolean;
  readonly finalAt: number | null;
  readonly confirmed: boolean;
  readonly corrections: readonly {
    readonly text: string;
    readonly outcome: "accepted" | "refused" | null;
    readonly reason: string | null;
  }[];
  /** Words of everybody's corrections that were accepted. */
  readonly accepted: readonly string[];
  readonly form: { readonly id: string; readonly text: string; readonly error?: string | undefined };
}

const renderEntry = (t: WorkshopPortalTexts, { words, group, table, votes }: MinutesEntry): Html =>
  html`<li>
    <p class="said" dir="auto">${words}</p>
    <p class="hint">
      ${[group, table && `${t.table} ${table}`, votes && t.counts(votes.agree, votes.neutral, votes.disagree)]
        .filter(Boolean)
        .join(" · ")}
    </p>
  </li>`;

function renderSection(t: WorkshopPortalTexts, section: MinutesSection): Html {
  const { label, text, paragraphs, clusters, entries, questions } = section;
  const silent = clusters.length + entries.length + questions.length + paragraphs.length === 0;
  return html`<section class="stack">
    <h2>${label || t.general}</h2>
    ${text ? html`<p class="regulation" lang="id">${text}</p>` : ""}
    ${paragraphs.map((paragraph) => html`<p class="lines" dir="auto">${paragraph}</p>`)}
    ${clusters.map(
      ({ heading, entries: members }) =>
        html`<h3>${heading}</h3>
          <ul class="heard">
            ${members.map((entry) => renderEntry(t, entry))}
          </ul>`,
    )}
    ${
      entries.length > 0
        ? html`${clusters.length > 0 ? html`<h3>${t.otherEntries}</h3>` : ""}
            <ul class="heard">
              ${entries.map((entry) => renderEntry(t, entry))}
            </ul>`
        : ""
    }
    ${
      questions.length > 0
        ? html`<ul class="heard">
            ${questions.map(
              ({ words, votes }) =>
                html`<li>
                  <p>${words}</p>
                  <p class="hint">${t.counts(votes.agree, votes.neutral, votes.disagree)}</p>
                </li>`,
            )}
          </ul>`
        : ""
    }
    ${silent ? html`<p class="hint">${t.noEntries}</p>` : ""}
  </section>`;
}

/** What came too late, so that it can be copied. */
function renderUnsaved(t: WorkshopPortalTexts, error: string, text: string): Html {
  const box = html`id="isi-koreksi" rows="4" readonly aria-describedby="isi-koreksi-error"`;
  return html`<div class="field">
    <label for="isi-koreksi">${t.correction}</label>
    <p class="error" id="isi-koreksi-error" role="alert">${error}</p>
    ${textarea(box, text)}
  </div>`;
}

function renderAnswering(t: WorkshopPortalTexts, page: MinutesPage, until: string): Html {
  const { code, open, confirmed, form } = page;
  if (!open && form.error === undefined) return html`<p class="notice">${t.windowOver}</p>`;
  if (!open) return renderUnsaved(t, form.error ?? "", form.text);
  const box = html`id="isi-koreksi" name="isi" rows="4" maxlength="${WORKSHOP_LIMITS.correction}" required
  aria-describedby="${form.error ? "isi-koreksi-hint isi-koreksi-error" : "isi-koreksi-hint"}"
  ${form.error ? html`aria-invalid="true" autofocus` : ""}`;
  return html`<section class="stack" aria-labelledby="sahkan">
      <h2 id="sahkan">${t.confirmTitle}</h2>
      <p>${t.confirmLead(until)}</p>
      ${
        confirmed
          ? html`<p class="notice good">${t.confirmed}</p>`
          : html`<form method="post" action="/lokakarya/${code}/notulen/sah">
              <button type="submit" class="button primary">${t.confirm}</button>
            </form>`
      }
    </section>
    <section class="stack" aria-labelledby="koreksi">
      <h2 id="koreksi">${t.correctTitle}</h2>
      <form method="post" action="/lokakarya/${code}/notulen/koreksi" class="card entry-form" novalidate>
        <input type="hidden" name="id" value="${form.id}" />
        <div class="field">
          <label for="isi-koreksi">${t.correction}</label>
          <p class="hint" id="isi-koreksi-hint">${t.correctLead}</p>
          ${form.error ? html`<p class="error" id="isi-koreksi-error">${form.error}</p>` : ""}
          ${textarea(box, form.text)}
        </div>
        <button type="submit" class="button">${t.sendCorrection}</button>
      </form>
    </section>`;
}

export function renderMinutes(page: MinutesPage): Html {
  const { locale, document, hash, correctionsUntil, finalAt, corrections, accepted } = page;
  const t = workshopPortalTexts[locale];
  const { attendance, version, sections, timeZone } = document;
  const until = formatMoment(correctionsUntil, locale, timeZone);
  return html`${
      finalAt === null
        ? ""
        : html`<p class="notice good">${t.finalNotice(formatMoment(finalAt, locale, timeZone))}</p>`
    }
    <p>${t.draftVersion(version.number, version.label)}</p>
    <section class="stack" aria-labelledby="kehadiran">
      <h2 id="kehadiran">${t.attendance(attendance.total)}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">${t.attendanceGroup}</th>
            <th scope="col" class="number">${t.invited}</th>
            <th scope="col" class="number">${t.attended}</th>
          </tr>
        </thead>
        <tbody>
          ${attendance.groups.map(
            ({ name, invited, attended }) =>
              html`<tr>
                <th scope="row">${name ?? t.noGroup}</th>
                <td class="number">${invited}</td>
                <td class="number">${attended}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </section>
    ${sections.map((section) => renderSection(t, section))}
    ${
      accepted.length > 0
        ? html`<section class="stack" aria-labelledby="koreksi-diterima">
            <h2 id="koreksi-diterima">${t.acceptedCorrections}</h2>
            <ul class="heard">
              ${accepted.map((text) => html`<li><p class="said" dir="auto">${text}</p></li>`)}
            </ul>
          </section>`
        : ""
    }
    ${finalAt === null || page.form.error !== undefined ? renderAnswering(t, page, until) : ""}
    ${
      corrections.length > 0
        ? html`<section class="stack" aria-labelledby="koreksi-anda">
            <h2 id="koreksi-anda">${t.corrections}</h2>
            <ul class="heard">
              ${corrections.map(
                ({ text, outcome, reason }) =>
                  html`<li>
                    <p class="said" dir="auto">${text}</p>
                    <p class="hint">
                      ${
                        outcome === null
                          ? t.waiting
                          : outcome === "accepted"
                            ? t.accepted
                            : t.refused(reason ?? "")
                      }
                    </p>
                  </li>`,
              )}
            </ul>
          </section>`
        : ""
    }
    <p class="hint">${t.hash}: <code>${hash}</code></p>`;
}
