/** The documents that people expect, of one consultation or of all input: pages for printing, DOCX, XLSX. */
import { createSignal, For, Show, type JSX } from "solid-js";
import type { ConsultationId, PolicyId } from "../../domain/ids.ts";
import { createRemote } from "../api/create-remote.ts";
import { listConsultations } from "../consultations/consultation-api.ts";
import { Button } from "../ui/button.tsx";
import { locale, textsOf } from "../ui/locale.ts";
import { Modal } from "../ui/modal.tsx";
import { uiTexts } from "../ui/ui.intl.ts";
import { documentTexts, type DocumentName } from "./exports.intl.ts";
import "./exports.css";

const NAMES: readonly DocumentName[] = ["matriks-masukan", "dim", "matriks-sandingan", "laporan-konsultasi"];

export function DocumentsDialog(props: {
  open: boolean;
  onClose: () => void;
  policyId: PolicyId;
  /** Chosen at first. */
  consultation?: ConsultationId | undefined;
}): JSX.Element {
  const t = textsOf(documentTexts);
  const ui = textsOf(uiTexts);
  const [chosen, setChosen] = createSignal<string>();
  const list = createRemote(
    () => (props.open ? props.policyId : undefined),
    (id, signal) => listConsultations(id, signal),
  );
  const consultations = () => (list.data()?.items ?? []).filter(({ phase }) => phase !== "draft");
  const only = () => (consultations().length === 1 ? consultations()[0]?.id : undefined);
  const consultation = (): string => chosen() ?? props.consultation ?? only() ?? "";
  const address = (name: DocumentName, format: string): string => {
    const query = new URLSearchParams({
      ...(consultation() !== "" && { consultation: consultation() }),
      bahasa: locale(),
    });
    return `/api/policies/${props.policyId}/exports/${name}.${format}?${query.toString()}`;
  };
  const link = (name: DocumentName, format: string, words: string) => (
    <a
      href={address(name, format)}
      aria-label={t().named(t().document[name].name, words)}
      {...(format === "html" ? { target: "_blank", rel: "noopener" } : { download: "" })}
    >
      {words}
    </a>
  );
  return (
    <Modal
      open={props.open}
      onClose={props.onClose}
      title={t().title}
      description={t().lead}
      actions={<Button onClick={props.onClose}>{ui().close}</Button>}
    >
      <Show when={consultations().length > 0}>
        <label class="documents-choice">
          <span>{t().consultation}</span>
          <select class="input" onChange={(event) => setChosen(event.currentTarget.value)}>
            <option value="" selected={consultation() === ""}>
              {t().all}
            </option>
            <For each={consultations()}>
              {({ id, title }) => (
                <option value={id} selected={consultation() === id}>
                  {title}
                </option>
              )}
            </For>
          </select>
        </label>
      </Show>
      <ul class="documents">
        <For each={NAMES}>
          {(name) => (
            <li>
              <p>
                <strong>{t().document[name].name}</strong>
                <span class="small quiet block">{t().document[name].what}</span>
              </p>
              <Show
                when={name !== "laporan-konsultasi" || consultation() !== ""}
                fallback={<p class="small">{t().needsConsultation}</p>}
              >
                <p class="documents-formats">
                  {link(name, "html", t().page)}
                  {link(name, "docx", "DOCX")}
                  {link(name, "xlsx", "XLSX")}
                </p>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Modal>
  );
}
