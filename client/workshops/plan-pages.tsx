/** A new workshop, and the plan of one that is there. */
import { useNavigate, useParams } from "@solidjs/router";
import { createSignal, Show, type JSX } from "solid-js";
import type { WorkshopDetail } from "../../domain/workshops/workshops.contract.ts";
import { createRemote } from "../api/create-remote.ts";
import { createIdempotencyKey } from "../api/http.ts";
import { usePolicy } from "../policies/policy-context.tsx";
import { PolicyFrame, policyHref, usePolicyPlace } from "../policies/policy-frame.tsx";
import { SelectField } from "../ui/field.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { textsOf } from "../ui/locale.ts";
import { draftOf, emptyDraft } from "./plan-draft.ts";
import { PlanForm, type OfferedConsultation } from "./plan-form.tsx";
import { changeWorkshop, createWorkshop, listWorkshops, readWorkshop } from "./workshop-api.ts";
import { workshopHref } from "./workshop-list-page.tsx";
import { workshopTexts } from "./workshops.intl.ts";
import "./workshops.css";

export function NewWorkshopPage(): JSX.Element {
  const t = textsOf(workshopTexts);
  const { policy } = usePolicy();
  const navigate = useNavigate();
  usePolicyPlace(
    () => t().newTitle,
    () => [{ text: t().title, href: policyHref(policy().id, "/lokakarya") }],
  );
  const list = createRemote(
    () => policy().id,
    (policyId, signal) => listWorkshops(policyId, signal),
  );
  const [chosen, setChosen] = createSignal<string>("");
  const key = createIdempotencyKey();
  const consultation = () => {
    const all = list.data()?.consultations ?? [];
    return all.find(({ id }) => id === chosen()) ?? all[0];
  };

  return (
    <PolicyFrame>
      <h1>{t().newTitle}</h1>
      <Loaded remote={list}>
        {(data) => (
          <>
            <Show when={data().consultations.length === 0}>
              <p class="notice">{t().noConsultation}</p>
            </Show>
            <div class="form">
              <SelectField
                label={t().consultation}
                hint={t().consultationHint(consultation()?.versionNumber ?? 0)}
                value={consultation()?.id ?? ""}
                choices={data().consultations.map(({ id, title }) => ({ value: id as string, label: title }))}
                onChange={setChosen}
              />
            </div>
            <Show when={consultation()} keyed>
              {(each) => (
                <PlanForm
                  start={{
                    ...emptyDraft(),
                    invitations: each.groups.map(({ id, name, target }) => ({
                      groupId: id,
                      name,
                      invited: target === null ? "" : String(target),
                      quota: "",
                      names: "",
                    })),
                  }}
                  consultation={each}
                  onSave={async (settings) => {
                    const body = { consultationId: each.id, ...settings };
                    const { id } = await createWorkshop(policy().id, body, key);
                    navigate(workshopHref(policy().id, id));
                  }}
                />
              )}
            </Show>
          </>
        )}
      </Loaded>
    </PolicyFrame>
  );
}

export function EditWorkshopPage(): JSX.Element {
  const t = textsOf(workshopTexts);
  const { policy } = usePolicy();
  const params = useParams();
  const navigate = useNavigate();
  const workshopId = () => params.workshopId ?? "";
  usePolicyPlace(
    () => t().editTitle,
    () => [{ text: t().title, href: policyHref(policy().id, "/lokakarya") }],
  );
  const both = createRemote(workshopId, async (id, signal) => {
    const [workshop, list] = await Promise.all([
      readWorkshop(policy().id, id, signal),
      listWorkshops(policy().id, signal),
    ]);
    return { workshop: workshop.data, etag: workshop.etag ?? "", list };
  });
  /** A cancelled consultation is not offered any more; the workshop still knows its version. */
  const consultationOf = (
    workshop: WorkshopDetail,
    offered: readonly OfferedConsultation[],
  ): OfferedConsultation =>
    offered.find(({ id }) => id === workshop.consultation.id) ?? {
      ...workshop.consultation,
      versionNumber: workshop.version.number,
      groups: [],
    };

  return (
    <PolicyFrame>
      <h1>{t().editTitle}</h1>
      <Loaded remote={both}>
        {(data) => (
          <PlanForm
            start={draftOf(data().workshop)}
            consultation={{
              ...consultationOf(data().workshop, data().list.consultations),
              // While people speak about its words the version stays. [WS6]
              ...(data().workshop.state !== "planned" && { versionNumber: data().workshop.version.number }),
            }}
            onSave={async (settings) => {
              await changeWorkshop(policy().id, workshopId(), settings, data().etag);
              navigate(workshopHref(policy().id, workshopId()));
            }}
          />
        )}
      </Loaded>
    </PolicyFrame>
  );
}
