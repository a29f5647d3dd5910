/** Minutes as a document, on the screen and on paper. */
import { For, Show, type JSX } from "solid-js";
import type { MinutesDocument, MinutesEntry, MinutesSection } from "../../domain/workshops/minutes.ts";
import { formatDateTime } from "../ui/format.ts";
import { locale, textsOf } from "../ui/locale.ts";
import { workshopTexts } from "./workshops.intl.ts";

function Entry(props: { entry: MinutesEntry }): JSX.Element {
  const t = textsOf(workshopTexts);
  const facts = () => {
    const { group, table, votes } = props.entry;
    return [
      group,
      table && `${t().table} ${table}`,
      votes && t().votes(votes.agree, votes.neutral, votes.disagree),
    ]
      .filter(Boolean)
      .join(" · ");
  };
  return (
    <li>
      <p class="lines" dir="auto">
        {props.entry.words}
      </p>
      <Show when={facts()}>{(words) => <p class="small quiet">{words()}</p>}</Show>
    </li>
  );
}

function Section(props: { section: MinutesSection }): JSX.Element {
  const t = textsOf(workshopTexts);
  const silent = () =>
    [props.section.paragraphs, props.section.clusters, props.section.entries, props.section.questions].every(
      (list) => list.length === 0,
    );
  return (
    <section class="minutes-section stack-small">
      <h2>{props.section.label || t().whole}</h2>
      <Show when={props.section.text}>
        <p class="regulation-words" lang="id">
          {props.section.text}
        </p>
      </Show>
      <For each={props.section.paragraphs}>
        {(paragraph) => (
          <p class="lines" dir="auto">
            {paragraph}
          </p>
        )}
      </For>
      <For each={props.section.clusters}>
        {(cluster) => (
          <>
            <h3 dir="auto">{cluster.heading}</h3>
            <ul class="minutes-entries">
              <For each={cluster.entries}>{(entry) => <Entry entry={entry} />}</For>
            </ul>
          </>
        )}
      </For>
      <Show when={props.section.entries.length > 0}>
        <Show when={props.section.clusters.length > 0}>
          <h3>{t().otherEntries}</h3>
        </Show>
        <ul class="minutes-entries">
          <For each={props.section.entries}>{(entry) => <Entry entry={entry} />}</For>
        </ul>
      </Show>
      <Show when={props.section.questions.length > 0}>
        <h3>{t().questions}</h3>
        <ul class="minutes-entries">
          <For each={props.section.questions}>
            {(question) => (
              <li>
                <p dir="auto">{question.words}</p>
                <p class="small quiet">
                  {t().votes(question.votes.agree, question.votes.neutral, question.votes.disagree)}
                </p>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={silent()}>
        <p class="quiet">{t().noEntries}</p>
      </Show>
    </section>
  );
}

export function MinutesView(props: { document: MinutesDocument }): JSX.Element {
  const t = textsOf(workshopTexts);
  const when = () => formatDateTime(props.document.startedAt, locale(), props.document.timeZone);
  return (
    <article class="minutes-document stack">
      <header class="stack-small">
        <p class="minutes-kind">{t().minutesTitle}</p>
        <p class="minutes-name">{props.document.title}</p>
        <p>{t().held(when(), props.document.place)}</p>
        <p class="small quiet" lang="id">
          {props.document.policyTitle}
        </p>
        <p class="small quiet">{t().version(props.document.version.number, props.document.version.label)}</p>
      </header>
      <section class="stack-small">
        <h2>{t().present(props.document.attendance.total)}</h2>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t().columnGroup}</th>
              <th scope="col" class="number">
                {t().columnInvited}
              </th>
              <th scope="col" class="number">
                {t().columnAttended}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.document.attendance.groups}>
              {(row) => (
                <tr>
                  <th scope="row">{row.name ?? t().noGroup}</th>
                  <td class="number" data-label={t().columnInvited}>
                    {row.invited}
                  </td>
                  <td class="number" data-label={t().columnAttended}>
                    {row.attended}
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
      <For each={props.document.sections}>{(section) => <Section section={section} />}</For>
    </article>
  );
}
