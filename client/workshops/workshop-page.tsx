/** One workshop: where it stands, how one joins, what is on its agenda, and the ways to its hall and minutes. */
import { useParams } from "@solidjs/router";
import { createSignal, For, Show, type JSX } from "solid-js";
import type { WorkshopDetail } from "../../domain/workshops/workshops.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { PolicyFrame, policyHref, usePolicyPlace } from "../policies/policy-frame.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { ErrorNotice } from "../ui/error-view.tsx";
import { formatDateTime } from "../ui/format.ts";
import { Loaded } from "../ui/loaded.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { WorkshopStateMark } from "./state-mark.tsx";
import { createFloorApi, qrHref, readWorkshop } from "./workshop-api.ts";
import { workshopHref } from "./workshop-list-page.tsx";
import { workshopTexts } from "./workshops.intl.ts";
import "./workshops.css";

/** The code as it is read out: in two threes. */
export const spacedCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

function Join(props: { workshop: WorkshopDetail }): JSX.Element {
  const t = textsOf(workshopTexts);
  return (
    <section class="join-card stack-small">
      <h2>{t().join}</h2>
      <img class="join-qr" src={qrHref(props.workshop.code)} alt="" width="220" height="220" />
      <p class="join-code">
        <span class="small quiet block">{t().codeIs}</span>
        <strong>{spacedCode(props.workshop.code)}</strong>
      </p>
      <p class="join-url">
        <a href={props.workshop.joinUrl}>{props.workshop.joinUrl}</a>
      </p>
      <p class="small quiet">{t().joinHint}</p>
      <div class="row no-print">
        <CopyButton text={props.workshop.joinUrl} label={props.workshop.joinUrl} />
        <Button look="plain" size="small" onClick={() => print()}>
          {t().poster}
        </Button>
      </div>
    </section>
  );
}

export function WorkshopPage(): JSX.Element {
  const t = textsOf(workshopTexts);
  const { policy } = usePolicy();
  const params = useParams();
  const workshopId = () => params.workshopId ?? "";
  const remote = createRemote(workshopId, (id, signal) => readWorkshop(policy().id, id, signal));
  const [error, setError] = createSignal<unknown>();
  const [busy, setBusy] = createSignal(false);
  usePolicyPlace(
    () => remote.data()?.data.title ?? t().title,
    () => [{ text: t().title, href: policyHref(policy().id, "/lokakarya") }],
  );
  const href = (rest: string) => workshopHref(policy().id, workshopId(), rest);

  async function start(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      remote.set(await createFloorApi(policy().id, workshopId()).step("start"));
    } catch (reason) {
      setError(() => reason);
    } finally {
      setBusy(false);
    }
  }

  return (
    <PolicyFrame>
      <Loaded remote={remote} withHeading>
        {(answer) => {
          const workshop = () => answer().data;
          const open = () => workshop().state === "planned" || workshop().state === "live";
          return (
            <>
              <header class="page-head">
                <div class="stack-small">
                  <WorkshopStateMark state={workshop().state} />
                  <h1>{workshop().title}</h1>
                  <p class="lead">
                    {t().held(
                      formatDateTime(workshop().startsAt, locale(), policy().authority.timeZone),
                      workshop().place,
                    )}
                  </p>
                  <p class="small quiet">
                    {t().about}: {workshop().consultation.title}.{" "}
                    {t().version(workshop().version.number, workshop().version.label)}
                  </p>
                </div>
                <div class="row no-print">
                  <Show when={workshop().state === "planned" && workshop().mayManage}>
                    <Button look="primary" busy={busy()} onClick={() => void start()}>
                      {t().start}
                    </Button>
                  </Show>
                  <Show when={workshop().state === "live" || workshop().state === "closed"}>
                    <ButtonLink
                      href={href("/langsung")}
                      look={workshop().state === "live" ? "primary" : undefined}
                    >
                      {t().openLive}
                    </ButtonLink>
                  </Show>
                  <Show when={open()}>
                    <ButtonLink href={href("/layar")}>{t().openScreen}</ButtonLink>
                  </Show>
                  <Show when={workshop().state !== "planned"}>
                    <ButtonLink href={href("/notulen")} look={open() ? undefined : "primary"}>
                      {t().openMinutes}
                    </ButtonLink>
                  </Show>
                  <Show when={open() && workshop().mayManage}>
                    <ButtonLink href={href("/ubah")}>{t().edit}</ButtonLink>
                  </Show>
                </div>
              </header>
              <Show when={error()}>{(reason) => <ErrorNotice error={reason()} />}</Show>
              <div class="workshop-overview">
                <div class="stack no-print-columns">
                  <section class="stack-small">
                    <h2>{t().agenda}</h2>
                    <ol class="agenda-words">
                      <For each={workshop().agenda}>
                        {(item) => (
                          <li>
                            <p>
                              <strong>{item.label}</strong>{" "}
                              <span class="small quiet">
                                {item.minutes} {t().minutes.toLowerCase()}
                              </span>
                            </p>
                            <p class="regulation-words" lang="id">
                              {item.text}
                            </p>
                          </li>
                        )}
                      </For>
                    </ol>
                  </section>
                  <Show when={workshop().invitations.length > 0}>
                    <section class="stack-small no-print">
                      <h2>{t().invitations}</h2>
                      <table class="table">
                        <thead>
                          <tr>
                            <th scope="col">{t().group}</th>
                            <th scope="col" class="number">
                              {t().invited}
                            </th>
                          </tr>
                        </thead>
                        <tbody>
                          <For each={workshop().invitations}>
                            {(row) => (
                              <tr>
                                <th scope="row">
                                  {row.name}
                                  <Show when={row.names}>
                                    <span class="small quiet block lines">{row.names}</span>
                                  </Show>
                                </th>
                                <td class="number" data-label={t().invited}>
                                  {row.invited}
                                </td>
                              </tr>
                            )}
                          </For>
                        </tbody>
                      </table>
                    </section>
                  </Show>
                </div>
                <Show when={open()}>
                  <Join workshop={workshop()} />
                </Show>
              </div>
            </>
          );
        }}
      </Loaded>
    </PolicyFrame>
  );
}
